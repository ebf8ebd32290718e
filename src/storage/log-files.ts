import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGunzip, createGzip, crc32 } from 'node:zlib'
import { problem } from '../core/problem.ts'
import { Enclosure } from './enclosure.ts'
import { orProblem } from './files.ts'
import { buffersOf } from './buffers-of.ts'

/** No Change is longer, in bytes: what is, counts as damage and is passed over. */
const longestLine = 256 << 20
/** No month is longer, in bytes; a compressed one could otherwise be endless. */
const longestMonth = 4 * 2 ** 30

const logFile = /^(\d{4}-\d{2}\.jsonl)(\.gz)?$/

/** A line of a month's file, with its newline, and where it begins. */
export interface Line {
  bytes: Buffer
  offset: number
}

/**
 * The files of the log: one a month, named after it. A month that is over may be compressed (gzip), which changes
 * neither its name here nor any offset: offsets count uncompressed bytes.
 */
export class LogFiles {
  readonly #folder: Enclosure

  /** @param notebook its folder, which has the folder `log` */
  constructor(notebook: string) {
    this.#folder = new Enclosure(notebook)
  }

  /** The months, oldest first. What is no regular file is none. */
  async months(): Promise<string[]> {
    const names = this.#folder.names('log').filter((name) => this.#isFile(name))
    return Promise.resolve([...new Set(names.flatMap((name) => logFile.exec(name)?.[1] ?? []))].sort())
  }

  /** Where a month is, for messages. */
  path(month: string): string {
    return join(this.#folder.root, 'log', month)
  }

  #isFile(name: string): boolean {
    return this.#folder.kind(`log/${name}`) === 'file'
  }

  isCompressed(month: string): boolean {
    return !this.#isFile(month) && this.#isFile(`${month}.gz`)
  }

  /** Bytes of a month that is not compressed; 0 when it is not there. */
  length(month: string): number {
    return this.#isFile(month) ? (this.#folder.stat(`log/${month}`)?.size ?? 0) : 0
  }

  /** The lines of a month from an offset on; a last line without newline included, of one that is too long its beginning. */
  async *lines(month: string, from = 0): AsyncGenerator<Line> {
    let parts: Buffer[] = []
    let length = 0
    let offset = from
    for await (const chunk of this.#bytes(month, from)) {
      let start = 0
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        const last = chunk.subarray(start, end + 1)
        yield { bytes: parts.length === 0 ? last : Buffer.concat([...parts, last]), offset }
        offset += length + last.length
        parts = []
        length = 0
        start = end + 1
      }
      const rest = chunk.subarray(start)
      length += rest.length
      if (length <= longestLine) parts.push(rest)
    }
    if (length > 0) yield { bytes: Buffer.concat(parts), offset }
  }

  /** The bytes at a place. @throws Problem */
  async read(month: string, offset: number, length: number): Promise<Buffer> {
    if (this.isCompressed(month)) return this.#readCompressed(month, offset, length)
    return orProblem(this.path(month), async () => {
      const handle = await this.#folder.open(`log/${month}`, 'r')
      if (handle === null) return Buffer.alloc(0)
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    })
  }

  async #readCompressed(month: string, offset: number, length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let missing = length
    for await (const chunk of this.#bytes(month, offset)) {
      parts.push(chunk.subarray(0, missing))
      missing -= chunk.length
      if (missing <= 0) break
    }
    return Buffer.concat(parts)
  }

  async *#bytes(month: string, from: number): AsyncGenerator<Buffer> {
    if (!this.isCompressed(month)) {
      const source = await this.#stream(month, from)
      yield* buffersOf(source)
      return
    }
    let passed = 0
    for await (const chunk of buffersOf(decompressed(await this.#stream(`${month}.gz`)))) {
      const skip = Math.min(chunk.length, Math.max(0, from - passed))
      passed += chunk.length
      if (passed > longestMonth) throw problem('damaged', 'longLog', { month })
      if (skip < chunk.length) yield chunk.subarray(skip)
    }
  }

  /** What is in a file from an offset on; nothing when it is not there. */
  async #stream(name: string, start = 0): Promise<Readable> {
    const handle = await this.#folder.open(`log/${name}`, 'r')
    return handle === null ? Readable.from([]) : handle.createReadStream({ start, highWaterMark: 1 << 20 })
  }

  /**
   * Compresses a month. The compressed file is read back and compared before the other one goes.
   * @throws Problem, Error; the month is as it was then
   */
  async compress(month: string): Promise<void> {
    const name = `log/${month}`
    const source = await this.#stream(month)
    await this.#folder.replace(`${name}.gz`, (file) => pipeline(source, createGzip({ level: 9 }), file))
    const sums = [await this.#stream(month), decompressed(await this.#stream(`${month}.gz`))].map(sumOf)
    const [before, after] = await Promise.all(sums)
    if (before !== after) {
      await this.#folder.remove(`${name}.gz`)
      throw new Error(`${name}.gz is not what was written`)
    }
    await this.#folder.remove(name)
  }

  /** Writes the lines of a month anew. @param lines each with its newline */
  async rewrite(month: string, lines: AsyncIterable<Buffer>): Promise<void> {
    const isCompressed = this.isCompressed(month)
    await this.#folder.replace(`log/${month}`, (file) => pipeline(lines, file))
    if (!isCompressed) return
    await this.#folder.remove(`log/${month}.gz`)
    await this.compress(month)
  }
}

function decompressed(source: Readable): Readable {
  const target = createGunzip({ chunkSize: 1 << 18 })
  source.on('error', (error) => target.destroy(error))
  target.on('close', () => source.destroy())
  return source.pipe(target)
}

async function sumOf(stream: Readable): Promise<string> {
  let sum = 0
  let length = 0
  for await (const chunk of buffersOf(stream)) {
    sum = crc32(chunk, sum)
    length += chunk.length
  }
  return `${sum} ${length}`
}

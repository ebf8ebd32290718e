import { createReadStream, existsSync } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { createGunzip, createGzip, crc32 } from 'node:zlib'
import { isMissing, orProblem, replaceFile } from './files.ts'

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
  readonly #folder: string

  /** @param folder the folder `log` of a notebook */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** The months, oldest first. */
  async months(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [])
    return [...new Set(names.flatMap((name) => logFile.exec(name)?.[1] ?? []))].sort()
  }

  path(month: string): string {
    return join(this.#folder, month)
  }

  isCompressed(month: string): boolean {
    return !existsSync(this.path(month)) && existsSync(`${this.path(month)}.gz`)
  }

  /** Bytes of a month that is not compressed; 0 when it is not there. */
  async length(month: string): Promise<number> {
    return stat(this.path(month)).then(
      ({ size }) => size,
      () => 0,
    )
  }

  /** The lines of a month from an offset on; a last line without newline included. */
  async *lines(month: string, from = 0): AsyncGenerator<Line> {
    let rest: Buffer = Buffer.alloc(0)
    let offset = from
    for await (const chunk of this.#bytes(month, from)) {
      const block: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let start = 0
      for (let end = block.indexOf(10); end !== -1; end = block.indexOf(10, start)) {
        yield { bytes: block.subarray(start, end + 1), offset: offset + start }
        start = end + 1
      }
      rest = block.subarray(start)
      offset += start
    }
    if (rest.length > 0) yield { bytes: rest, offset }
  }

  /** The bytes at a place. */
  async read(month: string, offset: number, length: number): Promise<Buffer> {
    if (this.isCompressed(month)) return this.#readCompressed(month, offset, length)
    return orProblem(this.path(month), async () => {
      const handle = await open(this.path(month), 'r')
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
    const path = this.path(month)
    try {
      if (!this.isCompressed(month)) {
        for await (const chunk of createReadStream(path, { start: from, highWaterMark: 1 << 20 }))
          yield chunk as Buffer
        return
      }
      let passed = 0
      for await (const part of decompressed(`${path}.gz`)) {
        const chunk = part as Buffer
        const skip = Math.min(chunk.length, Math.max(0, from - passed))
        passed += chunk.length
        if (skip < chunk.length) yield chunk.subarray(skip)
      }
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }

  /**
   * Compresses a month. The compressed file is read back and compared before the other one goes.
   * @throws Problem, Error; the month is as it was then
   */
  async compress(month: string): Promise<void> {
    const path = this.path(month)
    await replaceFile(`${path}.gz`, (file) =>
      pipeline(createReadStream(path), createGzip({ level: 9 }), file),
    )
    if ((await sumOf(createReadStream(path))) !== (await sumOf(decompressed(`${path}.gz`)))) {
      await rm(`${path}.gz`, { force: true })
      throw new Error(`${path}.gz is not what was written`)
    }
    await orProblem(path, () => rm(path))
  }

  /** Writes the lines of a month anew. @param lines each with its newline */
  async rewrite(month: string, lines: AsyncIterable<Buffer>): Promise<void> {
    const isCompressed = this.isCompressed(month)
    await replaceFile(this.path(month), (file) => pipeline(lines, file))
    if (!isCompressed) return
    await rm(`${this.path(month)}.gz`, { force: true })
    await this.compress(month)
  }
}

function decompressed(path: string): Readable {
  const source = createReadStream(path)
  const target = createGunzip({ chunkSize: 1 << 18 })
  source.on('error', (error) => target.destroy(error))
  target.on('close', () => source.destroy())
  return source.pipe(target)
}

async function sumOf(stream: Readable): Promise<string> {
  let sum = 0
  let length = 0
  for await (const part of stream) {
    const chunk = part as Buffer
    sum = crc32(chunk, sum)
    length += chunk.length
  }
  return `${sum} ${length}`
}

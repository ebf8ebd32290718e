import { appendFile, open, readdir, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as z from 'zod'
import { parseChange, type Change } from '../core/changes/change.ts'
import { makeFolder, orProblem, readIfThere, syncFolder, toProblem, writeAtomically } from './files.ts'

/** Where a Change stands in the log, in bytes. */
export interface LogPlace {
  file: string
  offset: number
  bytes: number
}

/** How far the documents on disk contain the log. */
export interface LogMark {
  file: string
  offset: number
}

export interface LogEntry {
  change: Change
  place: LogPlace
}

const Mark = z.object({ file: z.string(), offset: z.int() })
const logFile = /^\d{4}-\d{2}\.jsonl$/

/**
 * The append-only list of all Changes, one JSON line each with its length and checksum, a file per month. When
 * `append` has answered, the Change is on the disk.
 */
export class ChangeLog {
  readonly #folder: string
  /** The file that is appended to, and its length as far as it is known to be good. */
  #tail: { file: string; length: number } | undefined

  constructor(notebook: string) {
    this.#folder = join(notebook, 'log')
  }

  /**
   * @returns where the Change now stands
   * @throws Problem (`disk-full`, …); nothing of the Change is in the log then
   */
  async append(change: Change): Promise<LogPlace> {
    const file = await this.#fileFor(change)
    const path = join(this.#folder, file)
    const line = Buffer.from(toLine(change))
    await makeFolder(this.#folder)
    const isNew = this.#tail?.file !== file
    const offset = this.#tail?.file === file ? this.#tail.length : await lengthOf(path)
    try {
      const handle = await open(path, 'a')
      try {
        await handle.appendFile(line)
        await handle.datasync()
      } finally {
        await handle.close()
      }
      if (isNew) await syncFolder(this.#folder)
    } catch (error) {
      // What may have been written of the line must not stand before the next one.
      await truncate(path, offset).catch(() => undefined)
      this.#tail = undefined
      throw toProblem(error, path)
    }
    this.#tail = { file, length: offset + line.length }
    return { file, offset, bytes: line.length }
  }

  /** The file of the month, but never one before the newest: the order of the log does not depend on the clock. */
  async #fileFor(change: Change): Promise<string> {
    const newest = this.#tail?.file ?? (await this.files()).at(-1)
    const ofMonth = `${change.at.slice(0, 7)}.jsonl`
    return newest !== undefined && newest > ofMonth ? newest : ofMonth
  }

  /** The months of the log, oldest first. */
  async files(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [])
    return names.filter((name) => logFile.test(name)).sort()
  }

  /**
   * Every Change after a mark, oldest first.
   * @param onDamage is told of lines that cannot be read; they are passed over
   */
  async *read(
    after: LogMark | null,
    onDamage: (message: string) => void = () => undefined,
  ): AsyncGenerator<LogEntry> {
    for (const file of await this.files()) {
      if (after !== null && file < after.file) continue
      const start = after?.file === file ? after.offset : 0
      const content = await readIfThere(join(this.#folder, file))
      if (content === null) continue
      let offset = start
      while (offset < content.length) {
        const newline = content.indexOf(10, offset)
        const end = newline === -1 ? content.length : newline + 1
        const change = fromLine(content.subarray(offset, end))
        const place = { file, offset, bytes: end - offset }
        if (change) yield { change, place }
        else onDamage(`log/${file}: the line at byte ${offset} is damaged`)
        offset = end
      }
    }
  }

  /** @throws Error if the line is not there or does not fit its checksum */
  async at(place: LogPlace): Promise<Change> {
    const handle = await open(join(this.#folder, place.file), 'r')
    try {
      const { buffer } = await handle.read(Buffer.alloc(place.bytes), 0, place.bytes, place.offset)
      const change = fromLine(buffer)
      if (!change) throw new Error(`log/${place.file}: the line at byte ${place.offset} is damaged`)
      return change
    } finally {
      await handle.close()
    }
  }

  /** Cuts a torn last line off, so that the next one begins on a line of its own. */
  async repairTail(): Promise<void> {
    const file = (await this.files()).at(-1)
    if (file === undefined) return
    const path = join(this.#folder, file)
    const content = await readIfThere(path)
    if (content === null || content.length === 0) return
    const lastLine = content.lastIndexOf(10, content.length - 2) + 1
    if (content.at(-1) === 10 || fromLine(content.subarray(lastLine)) !== undefined) {
      if (content.at(-1) !== 10) await this.#appendNewline(path)
      return
    }
    // It was never acknowledged; what there is of it is kept all the same, beside the log.
    await orProblem(path, () => appendFile(`${path}.torn`, content.subarray(lastLine)))
    await orProblem(path, () => truncate(path, lastLine))
  }

  /** Where the next Change will stand, if it is of this month. */
  async end(): Promise<LogMark | null> {
    const file = (await this.files()).at(-1)
    return file === undefined ? null : { file, offset: await lengthOf(join(this.#folder, file)) }
  }

  /** Whether a mark points at the beginning of a line, or at the end, of the log as it is. */
  async fits({ file, offset }: LogMark): Promise<boolean> {
    if (offset === 0) return true
    const path = join(this.#folder, file)
    if ((await lengthOf(path)) < offset) return false
    const handle = await open(path, 'r')
    try {
      const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, offset - 1)
      return buffer[0] === 10
    } finally {
      await handle.close()
    }
  }

  async mark(): Promise<LogMark | null> {
    const content = await readIfThere(join(this.#folder, 'applied.json'))
    if (content === null) return null
    try {
      return Mark.parse(JSON.parse(content.toString('utf8')))
    } catch {
      return null
    }
  }

  async setMark(mark: LogMark): Promise<void> {
    await writeAtomically(join(this.#folder, 'applied.json'), `${JSON.stringify(mark)}\n`)
  }

  async #appendNewline(path: string): Promise<void> {
    const handle = await open(path, 'a')
    try {
      await handle.appendFile('\n')
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

function toLine(change: Change): string {
  const json = JSON.stringify(change)
  const bytes = Buffer.from(json)
  return `{"bytes":${bytes.length},"crc32":"${crc32(bytes).toString(16)}","change":${json}}\n`
}

const lineStart = /^\{"bytes":(\d+),"crc32":"([0-9a-f]+)","change":/

/** The Change on a line, or undefined if the line is torn or does not fit its length and checksum. */
function fromLine(line: Buffer): Change | undefined {
  const start = lineStart.exec(line.toString('latin1', 0, 80))
  if (!start) return undefined
  const [head, bytes, sum] = start
  const json = line.subarray(head.length, head.length + Number(bytes))
  if (json.length !== Number(bytes) || crc32(json).toString(16) !== sum) return undefined
  if (line.toString('latin1', head.length + json.length).trimEnd() !== '}') return undefined
  try {
    return parseChange(JSON.parse(json.toString('utf8')))
  } catch {
    return undefined
  }
}

async function lengthOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

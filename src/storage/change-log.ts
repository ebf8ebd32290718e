import { said, type Said } from '../core/words/say.ts'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { parseChange, type Change } from '../core/changes/change.ts'
import { Enclosure, foreign, mostBytes } from './enclosure.ts'
import { makeFolder, orProblem, syncFolder, toProblem } from './files.ts'
import { LogFiles } from './log-files.ts'
import { fromLine, toLine } from './log-line.ts'

/** Where a Change stands in the log, in bytes; `file` is the month, compressed or not. */
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

export interface ReadOptions {
  /** Told of lines that cannot be read; they are passed over. */
  onDamage?: (message: Said, place: LogPlace) => void
  /** Makes a Change of the JSON of a line; without it everything is checked against the schemas. */
  parse?: (json: unknown) => Change
}

const Mark = z.object({ file: z.string(), offset: z.int() })

/** The file that is appended to, and its length as far as it is known to be good. */
interface Tail {
  file: string
  length: number
  handle: FileHandle
  inode: number
}

/**
 * The append-only list of all Changes, one JSON line each with its length and checksum, a file per month. When
 * `append` has answered, the Change is on the disk.
 */
export class ChangeLog {
  readonly #notebook: Enclosure
  readonly #folder: string
  readonly #files: LogFiles
  #tail: Tail | undefined

  constructor(notebook: string) {
    this.#notebook = new Enclosure(notebook)
    this.#folder = join(notebook, 'log')
    this.#files = new LogFiles(notebook)
  }

  /**
   * @returns where the Change now stands
   * @throws Problem (`disk-full`, …); nothing of the Change is in the log then
   */
  async append(change: Change): Promise<LogPlace> {
    const tail = await this.#tailFor(change)
    const line = toLine(change)
    const offset = tail.length
    try {
      await writeWhole(tail.handle, line)
      await tail.handle.datasync()
    } catch (error) {
      // What may have been written of the line must not stand before the next one.
      await tail.handle.truncate(offset).catch(() => undefined)
      await this.release()
      throw toProblem(error, this.#files.path(tail.file))
    }
    tail.length = offset + line.length
    return { file: tail.file, offset, bytes: line.length }
  }

  /** Closes the file that is appended to; the next Change opens it again. */
  async release(): Promise<void> {
    const tail = this.#tail
    this.#tail = undefined
    await tail?.handle.close().catch(() => undefined)
  }

  /** The file of the month, but never one before the newest: the order of the log does not depend on the clock. */
  async #tailFor(change: Change): Promise<Tail> {
    const newest = this.#tail?.file ?? (await this.#files.months()).at(-1)
    const ofMonth = `${change.at.slice(0, 7)}.jsonl`
    const file = newest !== undefined && newest > ofMonth ? newest : ofMonth
    const tail = this.#tail
    if (tail?.file === file && this.#isStill(tail)) return tail
    await this.release()
    this.#tail = await this.#openTail(file)
    return this.#tail
  }

  /** Whether the file is the one that was opened, and nobody else has written to it. */
  #isStill({ file, length, inode }: Tail): boolean {
    // Asked at once: it costs a hundredth of the time that it takes to be put off.
    const state = this.#notebook.stat(`log/${file}`)
    return state?.ino === inode && state.size === length
  }

  async #openTail(file: string): Promise<Tail> {
    if (this.#notebook.stat('') !== null) await makeFolder(this.#notebook.folderAt('log'))
    return orProblem(this.#files.path(file), async () => {
      const isNew = this.#files.length(file) === 0
      if (!isNew) await this.#repair(file)
      const handle = await this.#toAppend(file)
      try {
        if (isNew) await syncFolder(this.#folder)
        const { ino, size } = await handle.stat()
        return { file, handle, inode: ino, length: size }
      } catch (error) {
        await handle.close()
        throw error
      }
    })
  }

  async #toAppend(file: string): Promise<FileHandle> {
    const handle = await this.#notebook.open(`log/${file}`, 'a')
    if (handle === null) throw foreign(`log/${file}`, 'missing')
    return handle
  }

  /** Every Change after a mark, oldest first. */
  async *read(
    after: LogMark | null,
    { onDamage, parse = parseChange }: ReadOptions = {},
  ): AsyncGenerator<LogEntry> {
    for (const file of await this.#files.months()) {
      if (after !== null && file < after.file) continue
      const start = after?.file === file ? after.offset : 0
      try {
        for await (const { bytes, offset } of this.#files.lines(file, start)) {
          const place = { file, offset, bytes: bytes.length }
          const change = fromLine(bytes, parse)
          if (change) yield { change, place }
          else onDamage?.(said('findings.logLine', { file, offset }), place)
        }
      } catch (error) {
        if (onDamage === undefined || toProblem(error, file) !== error) throw error
        // The rest of a compressed month cannot be read.
        onDamage(said('findings.logMonth', { file }), { file, offset: 0, bytes: 0 })
      }
    }
  }

  /** @throws Error if the line is not there or does not fit its checksum */
  async at(place: LogPlace): Promise<Change> {
    const change = fromLine(await this.#files.read(place.file, place.offset, place.bytes), parseChange)
    if (!change) throw new Error(`log/${place.file}: the line at byte ${place.offset} is damaged`)
    return change
  }

  /** Cuts a torn last line off, so that the next one begins on a line of its own. */
  async repairTail(): Promise<void> {
    const file = (await this.#files.months()).at(-1)
    if (file !== undefined && !this.#files.isCompressed(file)) await this.#repair(file)
  }

  async #repair(file: string): Promise<void> {
    const length = this.#files.length(file)
    const lastLine = await this.#lastLine(file, length)
    if (lastLine.bytes.length === 0 || lastLine.bytes.at(-1) === 10) return
    if (fromLine(lastLine.bytes, parseChange) !== undefined) {
      await this.#append(file, '\n')
      return
    }
    // It was never acknowledged; what there is of it is kept all the same, beside the log.
    await this.#append(`${file}.torn`, lastLine.bytes)
    await orProblem(this.#files.path(file), async () => {
      const handle = await this.#notebook.open(`log/${file}`, 'r+')
      try {
        await handle?.truncate(lastLine.offset)
      } finally {
        await handle?.close()
      }
    })
  }

  /** What stands after the last newline but one at the very end, read from the end of the file. */
  async #lastLine(file: string, length: number): Promise<{ bytes: Buffer; offset: number }> {
    for (let size = 1 << 16; ; size *= 4) {
      const from = Math.max(0, length - size)
      const end = await this.#files.read(file, from, length - from)
      if (end.at(-1) === 10) return { bytes: end.subarray(-1), offset: length }
      const newline = end.lastIndexOf(10)
      if (newline !== -1 || from === 0)
        return { bytes: end.subarray(newline + 1), offset: from + newline + 1 }
    }
  }

  /** Where the next Change will stand, if it is of this month. */
  async end(): Promise<LogMark | null> {
    const file = (await this.#files.months()).at(-1)
    return file === undefined ? null : { file, offset: this.#files.length(file) }
  }

  /** Whether a mark points at the beginning of a line, or at the end, of the log as it is. */
  async fits({ file, offset }: LogMark): Promise<boolean> {
    if (offset === 0) return true
    if (this.#files.isCompressed(file)) return true
    if (this.#files.length(file) < offset) return false
    return (await this.#files.read(file, offset - 1, 1))[0] === 10
  }

  async mark(): Promise<LogMark | null> {
    const content = await this.#notebook.read('log/applied.json', mostBytes.mark)
    if (content === null) return null
    try {
      return Mark.parse(JSON.parse(content.toString('utf8')))
    } catch {
      return null
    }
  }

  async setMark(mark: LogMark): Promise<void> {
    await this.#notebook.write('log/applied.json', `${JSON.stringify(mark)}\n`)
  }

  /** The months before the newest one that are not compressed. */
  async toCompact(): Promise<string[]> {
    return (await this.#files.months()).slice(0, -1).filter((month) => !this.#files.isCompressed(month))
  }

  /** Compresses the months before the newest one. @returns those that were */
  async compact(): Promise<string[]> {
    const months = await this.toCompact()
    for (const month of months) await this.#files.compress(month)
    return months
  }

  /**
   * Writes every month anew in which something changes. Who did what and when stays.
   * @param rewrite the Change as it is to stand there, the same object when it stays as it is; lines that are damaged are left
   *   out, and kept in a file beside
   * @returns whether anything changed; every place in the log may be another one then
   */
  async rewrite(rewrite: (change: Change) => Change): Promise<boolean> {
    await this.release()
    let any = false
    for (const month of await this.#files.months()) {
      let changes = false
      for await (const { bytes } of this.#files.lines(month)) {
        const change = fromLine(bytes, parseChange)
        if (change === undefined || rewrite(change) !== change) changes = true
      }
      if (!changes) continue
      await this.#files.rewrite(month, this.#rewritten(month, rewrite))
      any = true
    }
    if (any) await syncFolder(this.#folder)
    return any
  }

  async *#rewritten(month: string, rewrite: (change: Change) => Change): AsyncGenerator<Buffer> {
    for await (const { bytes } of this.#files.lines(month)) {
      const change = fromLine(bytes, parseChange)
      if (change === undefined) {
        await this.#append(`${month}.damaged`, bytes)
        continue
      }
      const next = rewrite(change)
      yield next === change ? bytes : toLine(next)
    }
  }

  async #append(file: string, bytes: string | Uint8Array): Promise<void> {
    await orProblem(this.#files.path(file), async () => {
      const handle = await this.#toAppend(file)
      try {
        await handle.appendFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
    })
  }
}

/** A system may write less than it is given; the rest follows. */
async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten
}

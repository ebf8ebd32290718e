import type { ChangeLog, LogMark } from './change-log.ts'
import type { Documents } from './documents.ts'
import type { OutsideChanges } from './outside/outside-changes.ts'
import type { ReadModel } from './read-model.ts'

/** How long after a Change its documents are written; the log has it at once. */
const delay = 250
/** Writing documents may take this part of the time: a very long document is written less often. */
const share = 0.1
/** So many documents are written in one turn: what a user does meanwhile waits only for these. */
const slice = 100
/** How long until the next attempt when the documents could not be written. */
const retryDelay = 5_000
/** How long until files are looked at again that somebody may be writing just now. */
export const unfinishedDelay = 2_000

interface Parts {
  documents: Documents
  outside: OutsideChanges
  log: ChangeLog
  model: ReadModel
  /** Does something when nothing else is being done. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
  onHealth: () => void
  onUnsaved: (error: unknown) => void
}

/** Writes documents some time after their Changes, and notes in the log how far they are written. */
export class DocumentWriter {
  readonly #parts: Parts
  /** The end of the log, all of which is in the documents in memory. */
  end: LogMark | null = null
  #timer: NodeJS.Timeout | undefined
  #lastTime = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  later(after = delay): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#next(), Math.max(after, this.#lastTime / share))
    this.#timer.unref()
  }

  /** Writes nothing by itself any more. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  /**
   * Writes what is to be written; to be called in turn.
   * @param most how many documents at most
   * @returns whether nothing is left that can be written now
   * @throws Problem
   */
  async write(most = Infinity): Promise<boolean> {
    const { documents, outside, log, model, onHealth } = this.#parts
    const names = documents.toWrite(most)
    if (names.length === 0) return true
    const { isWorthTelling, unfinished } = await outside.takeIn(await documents.changedOutside(names))
    if (isWorthTelling) onHealth()
    const { end } = this
    model.written(await documents.flush(names.filter((name) => !unfinished.includes(name))))
    if (unfinished.length > 0) this.later(unfinishedDelay)
    else if (documents.isDirty) return false
    else if (end !== null) await log.setMark(end)
    return true
  }

  /** When it is its turn, which is after all that waits already. */
  #next(): void {
    this.#parts
      .inTurn(() => this.#writeSome())
      .catch((error: unknown) => {
        this.#parts.onUnsaved(error)
        this.later(retryDelay)
      })
  }

  async #writeSome(): Promise<void> {
    const before = performance.now()
    const isAll = await this.write(slice)
    this.#lastTime = performance.now() - before
    if (!isAll) this.#next()
  }
}

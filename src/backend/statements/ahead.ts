import type { Id } from '../../core/records/base.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { toReport } from '../program/problems.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { foundStatements } from './found-statements.ts'

/** How long it waits after articles were brought in, in milliseconds. */
const patience = 1_000
/** Of more articles that came at once the statements are found when they are asked for. */
const most = 50

/** Finds statements before they are asked for: of articles that were just brought in, one after another. Whoever opens one asks. */
export class StatementsAhead {
  readonly #store: NotebookStore
  readonly #thread: TaskThread
  readonly #onDefect: (error: unknown) => void
  readonly #abort = new AbortController()
  #waiting: Id<'article'>[] = []
  #timer: NodeJS.Timeout | undefined
  #isAtIt = false

  constructor(store: NotebookStore, thread: TaskThread, onDefect: (error: unknown) => void) {
    this.#store = store
    this.#thread = thread
    this.#onDefect = onDefect
  }

  /** Of articles with a new text. */
  soon(articles: readonly Id<'article'>[]): void {
    this.#waiting = [...new Set([...this.#waiting, ...articles])].slice(-most)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#find(), patience)
    this.#timer.unref()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#waiting = []
    this.#abort.abort()
  }

  async #find(): Promise<void> {
    if (this.#isAtIt) return
    this.#isAtIt = true
    // The one that came last is most likely the one that is read.
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop())
      await this.#findIn(next)
    this.#isAtIt = false
  }

  async #findIn(id: Id<'article'>): Promise<void> {
    try {
      const article = await this.#store.get('article', id)
      if (article) await foundStatements(this.#store, this.#thread, article, { signal: this.#abort.signal })
    } catch (error) {
      // What is wrong with an article is said when its statements are asked for.
      if (toReport(error).code === 'defect' && !this.#abort.signal.aborted) this.#onDefect(error)
    }
  }
}

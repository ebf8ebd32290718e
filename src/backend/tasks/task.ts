import { setImmediate as nextTurn } from 'node:timers/promises'
import { problem } from '../../core/problem.ts'

/** How often progress is told and others get their turn, in milliseconds. */
const interval = 50
/** How many parts may wait to be taken. */
const mostGiven = 4

/** Heavy work as it goes on: tells how far it is, and ends when it is cancelled. */
export class Task {
  readonly #onProgress: (done: number, total: number) => void
  readonly #onPart: (part: unknown) => void
  #isCancelled = false
  #until = 0
  /** Parts that were given and not taken yet. */
  #given = 0
  #wake: () => void = () => undefined

  constructor(
    onProgress: (done: number, total: number) => void = () => undefined,
    onPart: (part: unknown) => void = () => undefined,
  ) {
    this.#onProgress = onProgress
    this.#onPart = onPart
  }

  /** Gives a part of what is asked for, and goes on when enough of them were taken: a mailbox is never whole in memory. */
  async give(part: unknown): Promise<void> {
    this.#onPart(part)
    this.#given += 1
    while (this.#given >= mostGiven) await new Promise<void>((resolve) => (this.#wake = resolve))
  }

  /** A part was taken. */
  took(): void {
    this.#given -= 1
    this.#wake()
  }

  /** Says how far it is, where nothing can be waited for. */
  tell(done: number, total: number): void {
    if (performance.now() < this.#until) return
    this.#onProgress(done, total)
    this.#until = performance.now() + interval
  }

  cancel(): void {
    this.#isCancelled = true
  }

  /** To be called often. @throws Problem `cancelled` */
  async step(done: number, total: number): Promise<void> {
    if (performance.now() >= this.#until) {
      this.#onProgress(done, total)
      await nextTurn()
      this.#until = performance.now() + interval
    }
    if (this.#isCancelled) throw problem('cancelled', 'cancelled', {})
  }
}

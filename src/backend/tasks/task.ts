import { setImmediate as nextTurn } from 'node:timers/promises'
import { problem } from '../../core/problem.ts'

/** How often progress is told and others get their turn, in milliseconds. */
const interval = 50

/** Heavy work as it goes on: tells how far it is, and ends when it is cancelled. */
export class Task {
  readonly #onProgress: (done: number, total: number) => void
  #isCancelled = false
  #until = 0

  constructor(onProgress: (done: number, total: number) => void = () => undefined) {
    this.#onProgress = onProgress
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

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LiveState } from '../../contract/exports.ts'
import { problem } from '../../core/problem.ts'
import type { Selection } from './plan.ts'
import { exportInto, type ReportingExport } from './run-export.ts'

/** How long after a Change the folder follows, in milliseconds. */
const delay = 1_000

/** What follows a notebook, and where. */
export interface Following {
  selection: Selection
  folder: string
  /** Whether the folder may not be there yet. */
  isNew?: boolean
}

/** Writes an export anew a second after each Change: only files in which something changed are touched. */
export class LiveExport {
  readonly following: Following
  readonly #exporting: ReportingExport
  readonly #onTold: () => void
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #isWanted = false
  readonly #controller = new AbortController()
  #problem: LiveState['problem'] = null
  #left: string[] = []
  #naming: string[] = []
  /** Whether the folder may still have to be made. */
  #mayBeMade: boolean

  /** @param onTold told when there is something else to say of it */
  constructor(exporting: ReportingExport, following: Following, onTold: () => void) {
    this.#exporting = exporting
    this.following = following
    this.#onTold = onTold
    this.#mayBeMade = following.isNew === true
    exporting.store.on('change', this.soon)
    this.soon()
  }

  get state(): LiveState {
    const { folder, selection } = this.following
    const { format, profile = null, options } = selection
    return {
      folder,
      format,
      profile,
      options,
      problem: this.#problem,
      left: this.#left,
      naming: this.#naming,
    }
  }

  /** Ends it; what is being written is given up. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#exporting.store.off('change', this.soon)
    this.#controller.abort()
    await this.#running
  }

  readonly soon = (): void => {
    this.#isWanted = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#start(), delay)
  }

  /** One after another: what changes meanwhile is written after that. */
  #start(): void {
    if (this.#running || !this.#isWanted || this.#controller.signal.aborted) return
    this.#isWanted = false
    this.#running = this.#run().finally(() => {
      this.#running = undefined
      if (this.#isWanted) this.soon()
    })
  }

  async #run(): Promise<void> {
    const { selection, folder } = this.following
    const before = JSON.stringify(this.state)
    const { signal } = this.#controller
    try {
      // Somebody moved it, or its disk is not there: it is not made anew elsewhere.
      if (!this.#mayBeMade && !existsSync(folder))
        throw problem('not-found', 'liveFolderGone', { path: folder })
      this.#problem = null
      for await (const event of exportInto(this.#exporting, selection, folder, signal)) {
        if (event.type === 'named') {
          this.#naming = [...new Set(event.named.places.map(({ where }) => where))].filter((path) =>
            existsSync(join(folder, path)),
          )
          throw problem('bad-input', 'liveNamesSomebody', {})
        }
        if (event.type !== 'done') continue
        this.#mayBeMade = false
        this.#left = event.left
        this.#naming = event.earlier.left
      }
    } catch (error) {
      if (signal.aborted) return
      this.#problem = this.#exporting.report('live export', error)
    }
    if (JSON.stringify(this.state) !== before) this.#onTold()
  }
}

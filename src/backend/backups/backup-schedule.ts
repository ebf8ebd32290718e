import { firstOf } from '../../core/words/lists.ts'
import { type Problem, problem } from '../../core/problem.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { backupFolder, listBackups, makeBackup } from './backups.ts'

/** How often it is looked whether a copy is due, and how old the newest may be, in milliseconds. */
const lookInterval = 15 * 60_000
const maximumAge = 24 * 3_600_000
/** Opening comes first. */
const firstLook = 30_000

const isNotWhole = (leftOut: readonly string[]): Problem =>
  problem('damaged', 'copyNotWhole', { files: firstOf(leftOut) })

/** Copies an open notebook once a day, if anything has changed. */
export class BackupSchedule {
  readonly #store: NotebookStore
  readonly #thread: TaskThread
  readonly #home: string
  readonly #onDone: (error?: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #hasChanged = false

  /** @param onDone told after each copy, with the error when it failed */
  constructor(store: NotebookStore, thread: TaskThread, home: string, onDone: (error?: unknown) => void) {
    this.#store = store
    this.#thread = thread
    this.#home = home
    this.#onDone = onDone
    store.on('change', () => (this.#hasChanged = true))
    this.#lookIn(firstLook)
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #lookIn(time: number): void {
    this.#timer = setTimeout(() => {
      this.copyIfDue(Date.now())
        .catch((error: unknown) => this.#onDone(error))
        .finally(() => this.#lookIn(lookInterval))
    }, time)
    this.#timer.unref()
  }

  /** @param now milliseconds since 1970 @returns whether a copy was made */
  async copyIfDue(now: number): Promise<boolean> {
    if (this.#store.readOnly !== null) return false
    const target = backupFolder(this.#home, this.#store.file)
    const [last] = await listBackups(target)
    const isOld = last === undefined || now - Date.parse(last.at) > maximumAge
    if (!isOld || (last !== undefined && !this.#hasChanged)) return false
    this.#hasChanged = false
    await this.#store.save()
    const { leftOut } = await makeBackup(this.#thread, { folder: this.#store.folder, target })
    this.#onDone(leftOut.length === 0 ? undefined : isNotWhole(leftOut))
    return true
  }
}

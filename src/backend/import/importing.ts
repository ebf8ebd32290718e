import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskThread } from '../tasks/task-thread.ts'

/** What an import works with. */
export interface Importing {
  store: NotebookStore
  thread: TaskThread
  /** Ends the import, and the thread that reads for it. */
  signal?: AbortSignal | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

import type { ImportInput } from '../../core/import/importer.ts'
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

/** To recognise the words of a page takes as long as to read a book. */
export const patienceFor = ({ take }: Pick<ImportInput, 'take'>): number => (take === 'recognised' ? 40 : 1)

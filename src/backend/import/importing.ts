import { importOptions } from '../../core/import/import-options.ts'
import type { ImportInput } from '../../core/import/importer.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskOutput } from '../tasks/tasks.ts'
import type { TaskThread } from '../tasks/task-thread.ts'

/** What an import works with. */
export interface Importing {
  store: NotebookStore
  thread: TaskThread
  /** Ends the import, and the thread that reads for it. */
  signal?: AbortSignal | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

const patienceFor = ({ take }: ImportInput): number =>
  importOptions.find(({ name }) => name === take)?.patience ?? 1

/** The articles of a file, read in a thread; its bytes come back with them, and are not copied. */
export const readIn = (
  { thread, signal, onProgress }: Importing,
  input: ImportInput,
): Promise<TaskOutput<'readArticles'>> =>
  thread.run('readArticles', input, { signal, onProgress, patience: patienceFor(input) })

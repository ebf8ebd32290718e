import { importOptions } from '../../core/import/import-options.ts'
import type { Importer, ImportInput } from '../../core/import/importer.ts'
import { problem } from '../../core/problem.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { ReadArticle } from '../../core/import/read-articles.ts'
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

/** Which importer reads a file. @throws Problem `unsupported` for one that none knows */
export async function importerOf(input: ImportInput): Promise<Importer> {
  const [{ importers }, { chooseImporter }] = await Promise.all([
    import('../../core/import/registry.ts'),
    import('../../core/import/choose-importer.ts'),
  ])
  return chooseImporter(importers, input)
}

/** A file whose bytes this thread and the one that reads them both have, without a copy for each. */
export function sharing<I extends ImportInput>(input: I): I {
  if (input.bytes.buffer instanceof SharedArrayBuffer) return input
  const bytes = new Uint8Array(new SharedArrayBuffer(input.bytes.length))
  bytes.set(input.bytes)
  return { ...input, bytes }
}

/** The articles of a file, as they are read in a thread. @throws Problem */
export const articlesIn = (
  { thread, signal, onProgress }: Pick<Importing, 'thread' | 'signal' | 'onProgress'>,
  input: ImportInput,
): AsyncGenerator<ReadArticle> =>
  thread.parts('readArticles', sharing(input), { signal, onProgress, patience: patienceFor(input) })

/** The article of a file that may have one only. @throws Problem `bad-input` where it has several */
export async function onlyArticleIn(app: Importing, input: ImportInput): Promise<ReadArticle> {
  let only: ReadArticle | undefined
  let count = 0
  for await (const article of articlesIn(app, input)) {
    only ??= article
    count += 1
  }
  if (only === undefined || count > 1)
    throw problem('bad-input', 'severalArticles', { name: input.fileName, count })
  return only
}

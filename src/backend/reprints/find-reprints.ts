import { ReprintSearch, type Reprint } from '../../core/reprints/reprint-search.ts'
import type { Id } from '../../core/records/base.ts'
import { readText } from '../../core/text/read-text.ts'
import { ContentStore } from '../../storage/content-store.ts'
import type { Task } from '../tasks/task.ts'

/** An article and the hash of its text. */
export interface ArticleText {
  id: Id<'article'>
  sha256: string
}

/**
 * Compares articles that are new with all, and with each other; to be run in a thread. A text that cannot be read is left
 * out: it is named where the health of the notebook is told.
 * @throws Problem `cancelled`
 */
export async function findReprints(
  {
    folder,
    articles,
    fresh,
  }: { folder: string; articles: readonly ArticleText[]; fresh: readonly Id<'article'>[] },
  task: Task,
): Promise<Reprint[]> {
  const content = new ContentStore(folder)
  const search = new ReprintSearch()
  for (const [at, { id, sha256 }] of articles.entries()) {
    await task.step(at, articles.length)
    const html = await content.text(sha256).catch(() => null)
    if (html !== null) search.add({ id, text: readText(html) })
  }
  const isNew = new Set(fresh)
  return search.find((id) => isNew.has(id))
}

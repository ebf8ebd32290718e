import type { ImportedArticle } from '../../contract/articles.ts'
import { problem } from '../../core/problem.ts'
import { currentVersion, originalExtension } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import { addVersion } from './add-version.ts'
import { summary } from './import-article.ts'
import type { Importing } from './importing.ts'

/**
 * Reads the original of the newest version once more, by the rules of today. What comes out becomes a version, with the highlights
 * carried over; the same text adds nothing.
 * @throws Problem `not-found` when the original is not there any more
 */
export async function readAgain(app: Importing, id: Id<'article'>): Promise<ImportedArticle> {
  const { store, thread, signal, onProgress } = app
  store.assertWritable()
  const before = await store.need('article', id)
  const { original } = currentVersion(before)
  const bytes = await store.content.original(original.sha256, originalExtension(original))
  if (bytes === null) throw problem('not-found', 'noOriginal', { name: original.fileName })
  const input = {
    bytes: new Uint8Array(bytes),
    fileName: original.fileName,
    mediaType: original.mediaType,
    given: { title: before.title, url: before.urls[0] },
  }
  const { articles, bytes: same } = await thread.run('readArticles', input, { signal, onProgress })
  const [read] = articles
  if (read === undefined || articles.length > 1)
    throw problem('bad-input', 'severalArticles', { name: original.fileName, count: articles.length })
  const { article, carried } = await addVersion(app, id, { ...input, bytes: same }, read)
  return summary(store, article, read.warnings, { existing: carried === null, carried })
}

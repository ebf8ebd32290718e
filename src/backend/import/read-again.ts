import type { ImportedArticle } from '../../contract/articles.ts'
import type { PartToTake } from '../../core/import/article-choice.ts'
import type { ImportInput } from '../../core/import/importer.ts'
import { html } from '../../core/import/html.ts'
import { problem } from '../../core/problem.ts'
import { currentVersion, originalExtension, type Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { addVersion } from './add-version.ts'
import { summary } from './import-article.ts'
import { patienceFor, type Importing } from './importing.ts'

/**
 * Reads the original of the newest version once more, by the rules of today. What comes out becomes a version, with the highlights
 * carried over; the same text adds nothing.
 * @param take of a web page: all of it, or one of its parts (`partsOfOriginal`), instead of the article that is found
 * @throws Problem `not-found` when the original is not there any more
 */
export async function readAgain(
  app: Importing,
  id: Id<'article'>,
  take: ImportInput['take'],
): Promise<ImportedArticle> {
  const { store, thread, signal, onProgress } = app
  store.assertWritable()
  const before = await store.need('article', id)
  const { original } = currentVersion(before)
  const input = {
    bytes: await bytesOf(store, before),
    fileName: original.fileName,
    mediaType: original.mediaType,
    given: { title: before.title, url: before.urls[0] },
    take,
  }
  const { articles, bytes: same } = await thread.run('readArticles', input, {
    signal,
    onProgress,
    patience: patienceFor(input),
  })
  const [read] = articles
  if (read === undefined || articles.length > 1)
    throw problem('bad-input', 'severalArticles', { name: original.fileName, count: articles.length })
  const { article, carried } = await addVersion(app, id, { ...input, bytes: same }, read)
  return summary(store, article, read.warnings, { existing: carried === null, carried })
}

/** The parts of the saved page that an article was read from. @throws Problem `not-found` */
export async function partsOfOriginal(
  { store, thread, signal }: Importing,
  id: Id<'article'>,
): Promise<PartToTake[]> {
  const article = await store.need('article', id)
  if (!html.mediaTypes.includes(currentVersion(article).original.mediaType)) return []
  return thread.run('partsOfPage', { bytes: await bytesOf(store, article) }, { signal })
}

async function bytesOf(store: NotebookStore, article: Article): Promise<Uint8Array> {
  const { original } = currentVersion(article)
  const bytes = await store.content.original(original.sha256, originalExtension(original))
  if (bytes === null) throw problem('not-found', 'noOriginal', { name: original.fileName })
  return new Uint8Array(bytes)
}

import { said, type Said } from '../../core/words/say.ts'
import type { TextOfRecord } from '../../core/text/text-of-record.ts'
import { extensionOf, type ImportInput } from '../../core/import/importer.ts'
import { problem } from '../../core/problem.ts'
import { highlightsOf } from '../../core/import/imported-notes.ts'
import { pageAt } from '../../core/text/marked-places.ts'
import type { ReadArticle } from '../../core/import/read-articles.ts'
import {
  currentVersion,
  originalExtension,
  type Article,
  type ArticleVersion,
} from '../../core/records/article.ts'
import { now, type Id } from '../../core/records/base.ts'
import { countStates, type CarriedCounts, type CarriedFields } from '../../core/versions/carry-over.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { Importing } from './importing.ts'
import { shorten } from '../../core/records/shorten.ts'
import { textOfVersion } from '../versions/version-text.ts'

/** The version that an import makes, once its original and its text are stored. */
export async function storedVersion(
  store: NotebookStore,
  input: ImportInput,
  { mediaType, extension, text, attached, copy = null }: ReadArticle,
  n: number,
): Promise<ArticleVersion> {
  const { bytes, fileName: given } = attached ?? input
  // The name says how the original is kept, also when it had no ending.
  const fileName = extensionOf(given) === undefined ? `${given}.${extension}` : given
  const kept = originalExtension({ fileName, mediaType })
  const original = {
    sha256: await store.content.putOriginal(bytes, kept),
    mediaType,
    fileName,
    bytes: bytes.length,
  }
  const textHash = await store.content.putText(text.html)
  return {
    n,
    importedAt: now(),
    original,
    copy,
    text: { sha256: textHash, length: text.text.length, normaliser: text.normaliser },
  }
}

/** The page that a highlight stands on now, where it was found in a document with pages. */
const pageNow = (carried: CarriedFields | undefined, html: string): string | null =>
  carried?.start === undefined ? null : pageAt(html, carried.start)

/**
 * Adds a version to an article, and carries all of its highlights over to it, in one Change. A page whose text is the same as
 * that of the newest version adds nothing.
 * @returns what became of the highlights; null when nothing was added
 */
export async function addVersion(
  app: Importing,
  id: Id<'article'>,
  input: ImportInput,
  read: ReadArticle,
): Promise<{ article: Article; carried: CarriedCounts | null }> {
  const { store } = app
  const before = await store.need('article', id)
  if ((await textOfVersion(store, before, before.versions.length)) === read.text.text)
    return { article: before, carried: null }
  const version = await storedVersion(store, input, read, before.versions.length + 1)
  const label = said('history.addVersion', { article: shorten(before.title) })
  return carryTo(app, id, version, read.text, label, read)
}

/**
 * Adds a version whose files are stored already, and carries all highlights over to it, in one Change.
 * @param more what a document brings along: addresses, and what somebody noted in it
 * @param after the number of the version that it was made from, where it was made from one: no other may have come meanwhile
 */
export async function carryTo(
  { store, thread, signal }: Importing,
  id: Id<'article'>,
  version: ArticleVersion,
  text: TextOfRecord,
  label: Said,
  { urls: newUrls, notes = [] }: Pick<ReadArticle, 'urls' | 'notes'> = { urls: [] },
  after?: number,
): Promise<{ article: Article; carried: CarriedCounts }> {
  const { result } = await store.commit(label, async (draft) => {
    const article = await draft.need('article', id)
    const n = currentVersion(article).n + 1
    if (after !== undefined && n !== after + 1)
      throw problem('bad-input', 'versionChanged', { title: article.title })
    const annotations = await store.annotationsOf(id)
    const texts: Record<number, string> = {}
    for (const { version: known } of annotations) texts[known] ??= await textOfVersion(store, article, known)
    const next = { n, text: text.text }
    const carried = await thread.run('carryOver', { annotations, next, texts }, { signal })
    for (const [at, { id: annotation, page }] of annotations.entries())
      await draft.patch('annotation', annotation, {
        ...carried[at],
        page: pageNow(carried[at], text.html) ?? page,
      })
    const place = { article: id, version: n, at: draft.at }
    for (const highlight of highlightsOf(notes, text, place, annotations))
      await draft.put('annotation', highlight)
    const versions = [...article.versions, { ...version, n }]
    const urls = [...new Set([...article.urls, ...newUrls])]
    return {
      article: await draft.patch('article', id, { versions, urls }),
      carried: countStates(carried),
    }
  })
  return result
}

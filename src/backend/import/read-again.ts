import type { ImportedArticle } from '../../contract/articles.ts'
import type { PartToTake } from '../../core/import/article-choice.ts'
import type { ImportInput } from '../../core/import/importer.ts'
import { encodedSamples, type EncodedSample } from '../../core/import/encodings.ts'
import { html } from '../../core/import/html.ts'
import type { ReadArticle } from '../../core/import/read-articles.ts'
import { problem } from '../../core/problem.ts'
import { currentVersion, type Article } from '../../core/records/article.ts'
import { shorten } from '../../core/records/shorten.ts'
import type { Id } from '../../core/records/base.ts'
import { originalOf, textOfVersion } from '../versions/version-text.ts'
import { addVersion } from './add-version.ts'
import { summary } from './import-article.ts'
import { articlesIn, importerOf, onlyArticleIn, sharing, type Importing } from './importing.ts'

/**
 * Reads the original of the newest version once more, by the rules of today. What comes out becomes a version, with the highlights
 * carried over; the same text adds nothing.
 * @param how of a web page: all of it, or one of its parts (`partsOfOriginal`), instead of the article that is found; of a text: what
 *   it is written in (`encodingsOfOriginal`)
 * @throws Problem `not-found` when the original is not there any more
 */
export async function readAgain(
  app: Importing,
  id: Id<'article'>,
  { take, encoding }: Pick<ImportInput, 'take' | 'encoding'>,
): Promise<ImportedArticle> {
  const { store } = app
  store.assertWritable()
  const before = await store.need('article', id)
  const { original } = currentVersion(before)
  const input = sharing({
    bytes: await originalOf(store, before, currentVersion(before).n),
    fileName: original.fileName,
    mediaType: original.mediaType,
    given: { title: before.title, url: before.urls[0] },
    take,
    encoding,
  })
  const siblings = await store.model.ask('articlesWithOriginal', original.sha256)
  const read = siblings.length > 1 ? await articleAmong(app, input, before) : await onlyArticleIn(app, input)
  // What it was read from is the same copy, whether the original says so or somebody did.
  const copied = { ...read, copy: read.copy ?? currentVersion(before).copy }
  const { article, carried } = await addVersion(app, id, input, copied)
  return summary(store, article, read.warnings, { existing: carried === null, carried })
}

/** So much of a text is compared with others, in UTF-16 code units. */
const compared = 20_000

/**
 * Of a file from which several articles were made the one that an article is: a message of a mailbox, a chapter of a book.
 * @throws Problem `not-found` where none of them has its words
 */
async function articleAmong(app: Importing, input: ImportInput, article: Article): Promise<ReadArticle> {
  const before = await textOfVersion(app.store, article, currentVersion(article).n)
  const words = wordsIn(before)
  const ways = (await importerOf(input)).options?.filter(({ makes }) => makes === 'articles') ?? []
  let best: { read: ReadArticle; share: number } | undefined
  for (const way of input.take === undefined ? [undefined, ...ways.map(({ name }) => name)] : [input.take])
    for await (const read of articlesIn(app, { ...input, given: undefined, take: way })) {
      // The same words: what is behind it in a large file need not be read.
      if (read.text.text === before) return { ...read, title: article.title }
      const own = wordsIn(read.text.text)
      const shared = [...own].filter((word) => words.has(word)).length
      const share = shared / Math.max(1, own.size, words.size)
      if (share > (best?.share ?? 0)) best = { read, share }
    }
  if (!best || best.share < 0.5)
    throw problem('not-found', 'notInOriginal', { title: shorten(article.title) })
  return { ...best.read, title: article.title }
}

const wordsIn = (text: string): Set<string> => new Set(text.slice(0, compared).match(/[\p{L}\p{N}]+/gu))

/** How the original of the newest version would read in other encodings. @throws Problem `not-found` */
export async function encodingsOfOriginal(
  { store }: Pick<Importing, 'store'>,
  id: Id<'article'>,
): Promise<EncodedSample[]> {
  const article = await store.need('article', id)
  const { n, original } = currentVersion(article)
  return /^text\/|xhtml/.test(original.mediaType) ? encodedSamples(await originalOf(store, article, n)) : []
}

/** The parts of the saved page that an article was read from. @throws Problem `not-found` */
export async function partsOfOriginal(
  { store, thread, signal }: Importing,
  id: Id<'article'>,
): Promise<PartToTake[]> {
  const article = await store.need('article', id)
  if (!html.mediaTypes.includes(currentVersion(article).original.mediaType)) return []
  return thread.run(
    'partsOfPage',
    { bytes: await originalOf(store, article, currentVersion(article).n) },
    { signal },
  )
}

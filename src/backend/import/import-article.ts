import { said, type Said } from '../../core/words/say.ts'
import type { ImportedArticle } from '../../contract/articles.ts'
import type { Importer, ImportInput } from '../../core/import/importer.ts'
import { makeArticle, type KnownNames } from '../../core/import/make-article.ts'
import type { ReadArticle } from '../../core/import/read-articles.ts'
import { problem } from '../../core/problem.ts'
import { comparableAddress } from '../../core/records/address.ts'
import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import { readText } from '../../core/text/read-text.ts'
import type { CarriedCounts } from '../../core/versions/carry-over.ts'
import { sha256 } from '../../storage/content-store.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { addVersion, storedVersion } from './add-version.ts'
import { articlesIn, importerOf, onlyArticleIn, sharing, type Importing } from './importing.ts'
import { shorten } from '../../core/records/shorten.ts'

/** What the notebook knows by name. */
export function knownNames(store: NotebookStore): KnownNames {
  return {
    outletNamed: (name) => store.model.ask('sourceNamed', name, 'outlet'),
    tagNamed: (name) => store.model.ask('tagNamed', name),
  }
}

/** A file that is to come in. */
export interface ComingFile {
  input: ImportInput
  /** The SHA-256 of its bytes. */
  hash: string
  /** Which one reads it. Of many articles some may be in the notebook, and others not. */
  importer: Importer
  /** The articles in it, as they are read, and the first of them where that has begun. */
  articles: AsyncGenerator<ReadArticle>
  first: Promise<IteratorResult<ReadArticle>> | undefined
}

/**
 * Makes a file ready to come in. What holds one article is read meanwhile: that takes the longest, and needs nothing of the notebook.
 * @param isVersion whether it is to be a version of an article
 * @throws Problem
 */
export async function comingFile(app: Importing, input: ImportInput, isVersion = false): Promise<ComingFile> {
  const { store } = app
  const importer = await importerOf(input)
  const hash = sha256(input.bytes)
  const shared = sharing(input)
  const articles = articlesIn(app, shared)
  // A thread that gives many articles waits for those who take them, and others would wait for the thread.
  const isAhead =
    !isVersion && importer.holdsMany !== true && input.take === undefined && store.readOnly === null
  const first = isAhead && (await sameBytes(store, hash)).length === 0 ? articles.next() : undefined
  first?.catch(() => undefined)
  return { input: shared, hash, importer, articles, first }
}

/**
 * Brings what is in one file into the notebook, one article or many, as they are read: original and text are stored first, then one
 * Change makes the article, or adds a version to the one that is there at the same address. The same bytes, or the same text, again
 * add nothing. What is in when it fails, or is cancelled, stays.
 * @param versionOf the article that this is a version of, as the user says
 * @throws Problem
 */
export async function* importFile(
  app: Importing,
  { input, hash, importer, articles, first }: ComingFile,
  versionOf?: Id<'article'>,
): AsyncGenerator<ImportedArticle> {
  const { store } = app
  const there = await sameBytes(store, hash, versionOf)
  // What is read in another way may be another text, and of a mailbox some messages may not have come in.
  if (input.take === undefined && there.length > 0 && importer.holdsMany !== true) {
    for (const id of there) yield existing(store, id)
    return
  }
  store.assertWritable()
  if (versionOf !== undefined) {
    yield await bringIn(app, input, await onlyArticleIn(app, input), versionOf)
    return
  }
  const texts = await textsOf(store, there)
  try {
    for (let one = await (first ?? articles.next()); one.done !== true; one = await articles.next()) {
      const { value: read } = one
      const known = read.attached
        ? await textsOf(store, await sameBytes(store, sha256(read.attached.bytes)))
        : texts
      // As often as it is there: two messages may say the same.
      const same = known.get(sha256(read.text.html))?.shift()
      yield same === undefined ? await bringIn(app, input, read, undefined) : existing(store, same)
    }
  } finally {
    await articles.return(undefined)
  }
}

const existing = async (store: NotebookStore, id: Id<'article'>): Promise<ImportedArticle> =>
  summary(store, await store.need('article', id), [], { existing: true })

/** Articles by the hashes of their texts, in the order of their making. */
async function textsOf(
  store: NotebookStore,
  ids: readonly Id<'article'>[],
): Promise<Map<string, Id<'article'>[]>> {
  const texts = new Map<string, Id<'article'>[]>()
  for (const id of ids) {
    const { versions } = await store.need('article', id)
    for (const hash of new Set(versions.map(({ text }) => text.sha256)))
      texts.set(hash, [...(texts.get(hash) ?? []), id])
  }
  return texts
}

/** The only article of a file. @throws Problem */
export async function importArticle(
  app: Importing,
  input: ImportInput,
  versionOf?: Id<'article'>,
): Promise<ImportedArticle> {
  let only: ImportedArticle | undefined
  // To its end: whoever leaves before it ends the thread that reads, and the next text waits for another one.
  for await (const article of importFile(app, await comingFile(app, input, true), versionOf)) only ??= article
  if (only === undefined) throw problem('nothing-to-read', 'noArticleIn', { name: input.fileName })
  return only
}

async function bringIn(
  app: Importing,
  input: ImportInput,
  read: ReadArticle,
  versionOf: Id<'article'> | undefined,
): Promise<ImportedArticle> {
  const { store } = app
  const known = versionOf === undefined ? await articleAtAddress(app, read) : { id: versionOf, warnings: [] }
  const warnings = [...read.warnings, ...known.warnings]
  if (known.id !== null) {
    const { article, carried } = await addVersion(app, known.id, input, read)
    return summary(store, article, warnings, { existing: carried === null, carried })
  }
  const version = await storedVersion(store, input, read, 1)
  const { result } = await store.commit(
    said('history.importArticle', { article: shorten(read.title) }),
    (draft) => makeArticle(draft, read, version, knownNames(store)),
  )
  return summary(store, result, warnings, { existing: false })
}

/** The articles that bytes of this hash are a version of, unless they are said to be one of another. */
async function sameBytes(
  store: NotebookStore,
  hash: string,
  versionOf?: Id<'article'>,
): Promise<Id<'article'>[]> {
  if (versionOf === undefined) return store.model.ask('articlesWithOriginal', hash)
  const { id, versions } = await store.need('article', versionOf)
  return versions.some(({ original }) => original.sha256 === hash) ? [id] : []
}

/** With less of its words than this, a text is another article, whatever address the page gives. */
const sameArticleShare = 0.2

/** The article with one of the addresses of a page. Sites that give one address to all of their pages are seen through. */
async function articleAtAddress(
  { store, thread, signal }: Importing,
  read: ReadArticle,
): Promise<{ id: Id<'article'> | null; warnings: Said[] }> {
  for (const url of read.urls) {
    const address = comparableAddress(url)
    const id = address === null ? null : await store.model.ask('articleWithAddress', address)
    if (id === null) continue
    const article = await store.need('article', id)
    const before = readText(await store.content.text(currentVersion(article).text.sha256))
    const share = await thread.run('shareKept', { before, after: read.text.text }, { signal })
    if (share >= sameArticleShare || before === '') return { id, warnings: [] }
    const warning = said('warnings.sameAddress', { title: shorten(article.title) })
    return { id: null, warnings: [warning] }
  }
  return { id: null, warnings: [] }
}

/** What is told of an article that was brought in. */
export async function summary(
  store: NotebookStore,
  article: Article,
  warnings: Said[],
  { existing, carried = null }: { existing: boolean; carried?: CarriedCounts | null },
): Promise<ImportedArticle> {
  const outlet = article.outlet === null ? null : await store.get('source', article.outlet)
  return {
    id: article.id,
    title: article.title,
    authors: article.authors,
    outlet: outlet?.name ?? null,
    published: article.published,
    language: article.language,
    characters: currentVersion(article).text.length,
    warnings,
    existing,
    version: article.versions.length,
    carried,
  }
}

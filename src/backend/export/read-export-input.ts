import type { ExportInput, Revision, Wording } from '../../core/export/exporter.ts'
import { earlierWordings, wholeTexts } from '../../core/export/markdown/option-names.ts'
import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import type { Corroboration } from '../../core/corroboration/corroborate.ts'
import type { OpenWork } from '../../core/open-work/open-work.ts'
import { currentRecord } from '../../core/records/merged.ts'
import { shorten } from '../../core/records/shorten.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { textOfVersion } from '../versions/version-text.ts'
import { wordingsOf } from '../editing/wordings-of.ts'
import type { Id } from '../../core/records/base.ts'
import type { RecordKind, RecordOf } from '../../core/records/record.ts'
import { Problem } from '../../core/problem.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { openWorkOf } from '../statements/silent.ts'
import { inParallel } from './in-parallel.ts'

/** What an export is read with. */
export interface Reading {
  store: NotebookStore
  thread: TaskThread
  /** Ends it. */
  signal?: AbortSignal | undefined
}

/** What is read for an export only where it is asked for. */
export interface Wanted {
  /** The names of the options of the format. */
  options: readonly string[]
  shown: ExportInput['shown']
  isTable: boolean
}

/** The records of a notebook, or of a part of it. */
export type RecordsRead = Pick<ExportInput, 'articles' | 'annotations' | 'claims' | 'sources'>

/** Everything that an exporter may read. @throws Problem `not-found` for a chosen record that is not there */
export async function readExportInput(
  reading: Reading,
  chosen: ExportInput['chosen'],
  wanted: Wanted,
): Promise<ExportInput> {
  const { store, signal } = reading
  for (const id of chosen.articles) await store.need('article', id)
  for (const id of chosen.claims) await store.need('claim', id)
  // The model answers while the documents are read.
  const asked = Promise.all([store.model.askNow('originsOf', null), openWorkOf(store)])
  asked.catch(() => undefined)
  const records = await readAllRecords(store, signal)
  const [origins, open] = await asked
  return inputOf(reading, { ...wanted, chosen }, { ...records, origins: origins.claims, open })
}

async function readAllRecords(store: NotebookStore, signal: AbortSignal | undefined): Promise<RecordsRead> {
  const read = await inParallel(await store.idsOf('article'), (id) => readArticle(store, id), signal)
  return {
    ...articlesOf(read),
    claims: await readAll(store, 'claim'),
    sources: await readAll(store, 'source'),
  }
}

/** An article with its highlights; null for a damaged one. */
export interface ArticleRead {
  article: Article
  annotations: readonly Annotation[]
}

/** One after the other they come out of the same document. */
export async function readArticle(store: NotebookStore, id: Id<'article'>): Promise<ArticleRead | null> {
  const article = await readOne(store, 'article', id)
  return article && { article, annotations: await store.annotationsOf(id) }
}

/** Articles that were read, as an exporter takes them. */
export function articlesOf(
  read: readonly (ArticleRead | null)[],
): Pick<ExportInput, 'articles' | 'annotations'> {
  const there = read.filter((one) => one !== null)
  return {
    articles: there.map(({ article }) => article),
    annotations: new Map(there.map(({ article, annotations }) => [article.id, annotations])),
  }
}

/** What else is known of the records that are exported. */
interface KnownBesides {
  origins: readonly { claim: Id<'claim'>; corroboration: Corroboration }[]
  open: readonly OpenWork[]
}

/** What an exporter reads of some records: all of a notebook, or those that what is wanted needs. */
export async function inputOf(
  { store, thread }: Reading,
  { options, shown, isTable, chosen }: Wanted & Pick<ExportInput, 'chosen'>,
  { origins, open, ...records }: RecordsRead & KnownBesides,
): Promise<ExportInput> {
  const { articles, annotations, claims } = records
  const isQuoted = quotedIn(chosen, records)
  const isWhole = options.includes(wholeTexts)
  const quoted = articles.filter(
    (article) =>
      !isTable &&
      isQuoted(article) &&
      (isWhole || annotations.get(article.id)?.some(({ exact }) => exact.includes('\n'))),
  )
  return {
    ...records,
    origins: new Map(origins.map(({ claim, corroboration }) => [claim, corroboration])),
    open: open.filter(({ dismissed }) => dismissed === null),
    title: store.file.title,
    texts: new Map(await inParallel(quoted, async (one) => [one.id, await storedText(store, one)] as const)),
    wordings: new Map(options.includes(earlierWordings) ? await wordingsOfAll(store, claims) : []),
    revisions: isTable ? new Map() : await revisionsOf({ store, thread }, articles.filter(isQuoted)),
    shown,
    tags: await readAll(store, 'tag'),
    chosen,
  }
}

/** Which articles an export has, or quotes in a claim that it has: of a part of the notebook the texts of the others are not read. */
function quotedIn(
  chosen: ExportInput['chosen'],
  { articles, annotations, claims }: Pick<ExportInput, 'articles' | 'annotations' | 'claims'>,
): (article: Article) => boolean {
  if (chosen.articles.length + chosen.claims.length === 0) return () => true
  const articleOf = new Map(
    articles.flatMap(({ id }) => (annotations.get(id) ?? []).map((one) => [one.id, id] as const)),
  )
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  // What was merged is told with the claim that stands for it.
  const rootOf = (id: Id<'claim'>): Id<'claim'> => currentRecord<Claim>(id, (one) => byId.get(one))?.id ?? id
  const placesOf = ({ evidence }: Claim): Id<'article'>[] =>
    evidence.flatMap(({ article, annotation }) =>
      article !== null ? article : annotation === null ? [] : (articleOf.get(annotation) ?? []),
    )
  const own = new Set(chosen.articles)
  const told = new Set([
    ...chosen.claims.map(rootOf),
    ...claims.flatMap((claim) => (placesOf(claim).some((id) => own.has(id)) ? rootOf(claim.id) : [])),
  ])
  const quoted = new Set([
    ...own,
    ...claims.filter(({ id }) => told.has(rootOf(id))).flatMap((claim) => placesOf(claim)),
  ])
  return ({ id }) => quoted.has(id)
}

/** The stored text of the newest version; '' where it is not there any more: that is told elsewhere. */
async function storedText(store: NotebookStore, article: Article): Promise<string> {
  try {
    return await store.content.text(currentVersion(article).text.sha256)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return ''
  }
}

/** How those claims were worded that were worded otherwise once. */
async function wordingsOfAll(
  store: NotebookStore,
  claims: readonly Claim[],
): Promise<[Id<'claim'>, Wording[]][]> {
  const all = await inParallel(claims, async (claim) => [claim.id, await wordingsOf(store, claim)] as const)
  return all.flatMap(([id, wordings]) => (wordings.length > 1 ? [[id, wordings]] : []))
}

/** So much of a paragraph that was changed is told, in UTF-16 code units. */
const longestRevision = 600

/** What publishers changed in articles of which there are several versions. */
async function revisionsOf(
  { store, thread }: Reading,
  articles: readonly Article[],
): Promise<Map<Id<'article'>, Revision[]>> {
  const found = new Map<Id<'article'>, Revision[]>()
  for (const article of articles.filter(({ versions }) => versions.length > 1)) {
    const revisions: Revision[] = []
    for (const [older, newer] of article.versions.slice(1).map((one, at) => [article.versions[at], one])) {
      // Read in another way, a file says otherwise what nobody changed.
      if (!older || !newer || older.original.sha256 === newer.original.sha256) continue
      try {
        const before = await textOfVersion(store, article, older.n)
        const after = await textOfVersion(store, article, newer.n)
        for (const change of await thread.run('compareTexts', { before, after }))
          revisions.push({
            version: newer.n,
            before: shorten(before.slice(change.before.start, change.before.end).trim(), longestRevision),
            after: shorten(after.slice(change.after.start, change.after.end).trim(), longestRevision),
            became: change.became,
          })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
    }
    if (revisions.length > 0) found.set(article.id, revisions)
  }
  return found
}

/** All records of a kind; damaged documents are left out here, they are named elsewhere. */
export const readAll = async <K extends RecordKind>(store: NotebookStore, kind: K): Promise<RecordOf<K>[]> =>
  readEach(store, kind, await store.idsOf(kind))

/** Some records of a kind. */
export async function readEach<K extends RecordKind>(
  store: NotebookStore,
  kind: K,
  ids: readonly Id<K>[],
): Promise<RecordOf<K>[]> {
  const records = await inParallel(ids, (id) => readOne(store, kind, id))
  return records.filter((record) => record !== null)
}

async function readOne<K extends RecordKind>(
  store: NotebookStore,
  kind: K,
  id: Id<K>,
): Promise<RecordOf<K> | null> {
  try {
    return await store.get(kind, id)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return null
  }
}

import type { ExportInput, Revision, Wording } from '../../core/export/exporter.ts'
import { earlierWordings, wholeTexts } from '../../core/export/markdown/option-names.ts'
import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Claim } from '../../core/records/claim.ts'
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

/** What is read for an export only where it is asked for. */
export interface Wanted {
  /** The names of the options of the format. */
  options: readonly string[]
  shown: ExportInput['shown']
  isTable: boolean
}

/** Everything that an exporter may read. @throws Problem `not-found` for a chosen record that is not there */
export async function readExportInput(
  { store, thread }: { store: NotebookStore; thread: TaskThread },
  chosen: ExportInput['chosen'],
  { options, shown, isTable }: Wanted = { options: [], shown: undefined, isTable: false },
): Promise<ExportInput> {
  for (const id of chosen.articles) await store.need('article', id)
  for (const id of chosen.claims) await store.need('claim', id)
  const articles = await readAll(store, 'article')
  const annotations = new Map(
    await inParallel(articles, async ({ id }) => [id, await store.annotationsOf(id)] as const),
  )
  const { claims: origins } = await store.model.askNow('originsOf', null)
  const open = await openWorkOf(store)
  const claims = await readAll(store, 'claim')
  const isQuoted = quotedIn(chosen, { articles, annotations, claims })
  const isWhole = options.includes(wholeTexts)
  const quoted = articles.filter(
    (article) =>
      !isTable &&
      isQuoted(article) &&
      (isWhole || annotations.get(article.id)?.some(({ exact }) => exact.includes('\n'))),
  )
  return {
    origins: new Map(origins.map(({ claim, corroboration }) => [claim, corroboration])),
    open: open.filter(({ dismissed }) => dismissed === null),
    title: store.file.title,
    articles,
    annotations,
    claims,
    texts: new Map(await inParallel(quoted, async (one) => [one.id, await storedText(store, one)] as const)),
    wordings: new Map(options.includes(earlierWordings) ? await wordingsOfAll(store, claims) : []),
    revisions: isTable ? new Map() : await revisionsOf({ store, thread }, articles.filter(isQuoted)),
    shown,
    sources: await readAll(store, 'source'),
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
  { store, thread }: { store: NotebookStore; thread: TaskThread },
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
export async function readAll<K extends RecordKind>(store: NotebookStore, kind: K): Promise<RecordOf<K>[]> {
  const read = async (id: Id<K>): Promise<RecordOf<K> | null> => {
    try {
      return await store.get(kind, id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return null
    }
  }
  const records = await inParallel(await store.idsOf(kind), read)
  return records.filter((record) => record !== null)
}

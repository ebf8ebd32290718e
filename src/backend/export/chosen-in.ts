import type * as z from 'zod'
import type { ExportSelection } from '../../contract/exports.ts'
import type { ExportInput } from '../../core/export/exporter.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import { problem } from '../../core/problem.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/** A list is written whole. */
const most = 100_000

type Selection = Pick<z.infer<typeof ExportSelection>, 'articles' | 'claims' | 'shown'>

/**
 * The records that an export begins with, and the list that it is to be as: the ids of what it shows, in its order.
 * @throws Problem `nothing-to-read` for a list that shows nothing: nothing chosen would be everything
 */
export async function chosenIn(
  store: NotebookStore,
  { articles, claims, shown }: Selection,
  isTable: boolean,
): Promise<{ chosen: ExportInput['chosen']; shown: ExportInput['shown'] }> {
  if (!shown) return { chosen: { articles, claims }, shown: undefined }
  const { list, columns } = shown
  const { ids, ...chosen } = await startOf(store, shown, isTable)
  if (ids.length === 0 || (list === 'sources' && !isTable && chosen.claims.length === 0))
    throw problem('nothing-to-read', 'nothingToExport', {})
  return { chosen, shown: { list, ids, columns } }
}

/** What a list shows, and the records that its export begins with. */
async function startOf(
  store: NotebookStore,
  shown: NonNullable<Selection['shown']>,
  isTable: boolean,
): Promise<ExportInput['chosen'] & { ids: RecordId[] }> {
  const { model } = store
  const whole = { limit: most, offset: 0 }
  if (shown.list === 'articles') {
    const { rows } = await model.askNow('listArticles', { ...shown.query, ...whole })
    const articles = rows.map(({ id }) => id)
    return { ids: articles, articles, claims: [] }
  }
  if (shown.list === 'claims') {
    const { rows } = await model.askNow('listClaims', { ...shown.query, ...whole })
    // Grouped, a claim stands in each of its groups; in a file once.
    const claims = [...new Set(rows.map(({ id }) => id))]
    return { ids: claims, articles: [], claims }
  }
  const { rows } = await model.askNow('listSources', { ...shown.query, ...whole })
  const ids = rows.map(({ id }) => id)
  // A table has the sources themselves; what is told of sources is told of claims.
  return { ids, articles: [], claims: isTable ? [] : await claimsOf(store, ids) }
}

/** The claims in which these speak, or pass something on. */
async function claimsOf({ model }: NotebookStore, sources: readonly Id<'source'>[]): Promise<Id<'claim'>[]> {
  const found = new Set<Id<'claim'>>()
  for (const source of sources) {
    const query = { sort: 'created', descending: false, text: '', limit: most, offset: 0, source } as const
    for (const { id } of (await model.askNow('listClaims', query)).rows) found.add(id)
  }
  return [...found]
}

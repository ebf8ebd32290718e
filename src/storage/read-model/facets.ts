import type { Facets } from '../../core/listing/rows.ts'
import type { ModelDatabase } from './database.ts'
import { listTags } from './list-tags.ts'

/** How many sources are told: those that are named most. */
const sourcesTold = 100

const counted = (db: ModelDatabase, sql: string): Record<string, number> =>
  Object.fromEntries(db.all<{ value: string; uses: number }>(sql).map(({ value, uses }) => [value, uses]))

/** One walk along an index answers for both. */
function claimFacets(db: ModelDatabase): Pick<Facets, 'statuses' | 'kinds'> {
  const statuses: Record<string, number> = {}
  const kinds: Record<string, number> = {}
  for (const { status, kind, uses } of db.all<{ status: string; kind: string; uses: number }>(
    'SELECT status, kind, count(*) AS uses FROM claim GROUP BY status, kind',
  )) {
    statuses[status] = (statuses[status] ?? 0) + uses
    kinds[kind] = (kinds[kind] ?? 0) + uses
  }
  return { statuses, kinds }
}

/** How many records there are under every tag, source, status, kind and reading state. */
export const facets = (db: ModelDatabase): Facets => ({
  tags: listTags(db).map(({ id, name, articles, annotations, claims, sources }) => ({
    ...{ id, name, articles, annotations, claims, sources },
  })),
  sources: db.all<Facets['sources'][number]>(
    'SELECT id, name, kind, asserts, relays, articles FROM source WHERE merged_into IS NULL ORDER BY asserts + relays + articles DESC LIMIT ?',
    sourcesTold,
  ),
  ...claimFacets(db),
  reading: counted(db, 'SELECT reading AS value, count(*) AS uses FROM article GROUP BY reading'),
})

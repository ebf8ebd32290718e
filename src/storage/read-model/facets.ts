import type { Facets } from '../../core/listing/rows.ts'
import type { ModelDatabase } from './database.ts'
import { listTags } from './list-tags.ts'

/** How many sources are told: those that are named most. */
const sourcesTold = 100

const counted = (db: ModelDatabase, sql: string): Record<string, number> =>
  Object.fromEntries(db.all<{ value: string; uses: number }>(sql).map(({ value, uses }) => [value, uses]))

/** How many records there are under every tag, source, status, kind and reading state. */
export const facets = (db: ModelDatabase): Facets => ({
  tags: listTags(db).map(({ id, name, articles, annotations, claims, sources }) => ({
    ...{ id, name, articles, annotations, claims, sources },
  })),
  sources: db.all<Facets['sources'][number]>(
    'SELECT id, name, kind, asserts, relays, articles FROM source WHERE merged_into IS NULL ORDER BY asserts + relays + articles DESC, name LIMIT ?',
    sourcesTold,
  ),
  statuses: counted(db, 'SELECT status AS value, count(*) AS uses FROM claim GROUP BY status'),
  kinds: counted(db, 'SELECT kind AS value, count(*) AS uses FROM claim GROUP BY kind'),
  reading: counted(db, 'SELECT reading AS value, count(*) AS uses FROM article GROUP BY reading'),
})

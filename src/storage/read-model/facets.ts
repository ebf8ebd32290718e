import type { Facets } from '../../core/listing/rows.ts'
import type { ModelDatabase } from './database.ts'
import { tagCounts } from './list-tags.ts'

/** How many sources are told: those that are named most. */
const sourcesTold = 100

const tally = (db: ModelDatabase, what: string): Record<string, number> =>
  Object.fromEntries(
    db
      .all<{ value: string; uses: number }>('SELECT value, uses FROM tally WHERE what = ? AND uses > 0', what)
      .map(({ value, uses }) => [value, uses]),
  )

/** How many records there are under every tag, source, status, kind and reading state. */
export const facets = (db: ModelDatabase): Facets => ({
  tags: tagCounts(db),
  sources: db.all<Facets['sources'][number]>(
    'SELECT id, name, kind, asserts, relays, articles FROM source WHERE merged_into IS NULL ORDER BY asserts + relays + articles DESC, id LIMIT ?',
    sourcesTold,
  ),
  statuses: tally(db, 'claim status'),
  kinds: tally(db, 'claim kind'),
  reading: tally(db, 'article reading'),
})

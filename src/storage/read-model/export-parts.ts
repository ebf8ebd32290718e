import type { IndexContent } from '../../core/export/exporter.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { Source } from '../../core/records/source.ts'
import { claimsThroughAny } from './claim-origins.ts'
import type { ModelDatabase } from './database.ts'

/** Some records, by their kind. */
export interface RecordsByKind {
  articles: Id<'article'>[]
  claims: Id<'claim'>[]
  sources: Id<'source'>[]
}

interface Row {
  kind: 'article' | 'claim' | 'source'
  id: RecordId
}

/**
 * The articles, claims and sources among some records; a highlight is in its article. What was merged into one that is gone stands for
 * itself.
 */
const these = `these (kind, id) AS (
    SELECT CASE r.kind WHEN 'annotation' THEN 'article' ELSE r.kind END, CASE r.kind WHEN 'annotation' THEN r.article ELSE r.id END
    FROM json_each(?1) j CROSS JOIN record r ON r.id = j.value WHERE r.kind IN ('article', 'annotation', 'claim', 'source')
    UNION SELECT 'claim', c.id FROM json_each(?1) j CROSS JOIN claim c ON c.merged_into = j.value
    UNION SELECT 'source', s.id FROM json_each(?1) j CROSS JOIN source s ON s.merged_into = j.value)`

/** Claims and sources with all that were merged with them, in either direction. */
const withFamilies = (found: string): string => `family (kind, id) AS (
    SELECT kind, id FROM ${found}
    UNION SELECT f.kind, c.merged_into FROM family f CROSS JOIN claim c ON c.id = f.id WHERE f.kind = 'claim' AND c.merged_into IS NOT NULL
    UNION SELECT f.kind, c.id FROM family f CROSS JOIN claim c ON c.merged_into = f.id WHERE f.kind = 'claim'
    UNION SELECT f.kind, o.id FROM family f CROSS JOIN source s ON s.id = f.id CROSS JOIN source o ON o.root = s.root WHERE f.kind = 'source')`

/** Some records and what was merged with them. */
export const familiesOf = (db: ModelDatabase, ids: readonly RecordId[]): RecordsByKind =>
  byKind(
    db.all<Row>(
      `WITH RECURSIVE ${these}, ${withFamilies('these')} SELECT DISTINCT kind, id FROM family`,
      JSON.stringify(ids),
    ),
  )

/**
 * What the files about some records tell of others that these records do not name: the claims that rest on an article, in which a source
 * speaks, and that point at a claim; the articles of an outlet. All with what was merged with them.
 */
export const recordsAround = (db: ModelDatabase, ids: readonly RecordId[]): RecordsByKind =>
  byKind(
    db.all<Row>(
      `WITH RECURSIVE ${these}, ${withFamilies('these')}, around (kind, id) AS (
         SELECT kind, id FROM family
         UNION SELECT 'claim', e.claim FROM family f CROSS JOIN evidence e ON e.article = f.id WHERE f.kind = 'article'
         UNION SELECT 'claim', e.claim FROM family f CROSS JOIN annotation n ON n.article = f.id
           CROSS JOIN evidence e ON e.annotation = n.id WHERE f.kind = 'article'
         UNION SELECT 'claim', h.claim FROM family f CROSS JOIN hop h ON h.source = f.id WHERE f.kind = 'source'
         UNION SELECT 'claim', r.claim FROM family f CROSS JOIN relation r ON r.other = f.id WHERE f.kind = 'claim'
         UNION SELECT 'article', a.id FROM family f CROSS JOIN article a ON a.outlet = f.id WHERE f.kind = 'source'),
       ${withFamilies('around').replace('family (', 'all_of (').replaceAll('family f', 'all_of f')}
       SELECT DISTINCT kind, id FROM all_of`,
      JSON.stringify(ids),
    ),
  )

const byKind = (rows: readonly Row[]): RecordsByKind => {
  const of = <K extends Row['kind']>(kind: K): Id<K>[] =>
    rows.flatMap((row) => (row.kind === kind ? (row.id as Id<K>) : []))
  return { articles: of('article'), claims: of('claim'), sources: of('source') }
}

/** The claims that count other origins where one of these sources or articles is another one. */
export const claimsLeaningOn = (db: ModelDatabase, ids: readonly RecordId[]): Id<'claim'>[] => [
  ...new Set(claimsThroughAny(db, ids)),
]

/** Whether any source is confidential. */
export const hasConfidential = (db: ModelDatabase): boolean =>
  db.one('SELECT 1 FROM source WHERE confidential = 1 LIMIT 1') !== undefined

/** What the index of an export says of everything. */
export function exportIndex(db: ModelDatabase): IndexContent {
  const tags = Map.groupBy(
    db.all<{ record: number; tag: Id<'tag'> }>(
      'SELECT t.record, t.tag FROM claim c CROSS JOIN tagged t ON t.record = c.row',
    ),
    ({ record }) => record,
  )
  return {
    claims: db
      .all<{
        row: number
        id: Id<'claim'>
        statement: string
        status: Claim['status']
        origins_for: number
        origins_against: number
        least_for: number
        least_against: number
      }>(
        `SELECT row, id, statement, status, origins_for, origins_against, least_for, least_against FROM claim
         WHERE merged_into IS NULL ORDER BY id`,
      )
      .map((one) => ({
        id: one.id,
        statement: one.statement,
        status: one.status,
        tags: (tags.get(one.row) ?? []).map(({ tag }) => tag),
        supports: { least: one.least_for, most: one.origins_for },
        disputes: { least: one.least_against, most: one.origins_against },
      })),
    articles: db.all<IndexContent['articles'][number]>(
      'SELECT id, title, published FROM article ORDER BY id',
    ),
    sources: db.all<Pick<Source, 'id' | 'name' | 'kind'>>(
      'SELECT id, name, kind FROM source WHERE merged_into IS NULL ORDER BY id',
    ),
  }
}

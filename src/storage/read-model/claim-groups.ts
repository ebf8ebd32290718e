import type { ClaimGroup, ClaimQuery } from '../../core/listing/queries.ts'
import type { ClaimGroupRow } from '../../core/listing/rows.ts'
import { counted, mergedRecords } from './claim-family.ts'
import type { Conditions } from './conditions.ts'
import type { ModelDatabase } from './database.ts'
import { rowsOf } from './tables.ts'

const [firstClaim, lastClaim] = rowsOf('claim')

/**
 * Which claims are under which source or article, by id and name: under those of their own evidence, and of that of the claims
 * that were merged into them.
 */
export const claimsUnder: Record<'source' | 'article', string> = {
  source: counted(
    'hop',
    ['r.id', 'r.name'],
    'JOIN source s ON s.id = e.source JOIN source r ON r.id = s.root WHERE e.position = 0',
  ),
  article: counted(
    'evidence',
    ['a.id', 'a.title AS name'],
    'LEFT JOIN annotation n ON n.id = e.annotation JOIN article a ON a.id = coalesce(e.article, n.article)',
  ),
}

/** The rows of claims with the tags that they name, by id and name; a merged tag is the one that stands for it. */
export const claimsTagged = `${mergedRecords('tag')}
  SELECT DISTINCT t.record AS row, r.id, r.name FROM tagged t LEFT JOIN merged m ON m.id = t.tag
    JOIN tag r ON r.id = coalesce(m.root, t.tag) WHERE t.record BETWEEN ${firstClaim} AND ${lastClaim}`

/** What claims are joined with to be grouped: their group's id and name. A claim without one has null. */
const joins: Record<ClaimGroup, string> = {
  status: 'LEFT JOIN (SELECT id AS claim, status AS id, status AS name FROM claim) g ON g.claim = c.id',
  kind: 'LEFT JOIN (SELECT id AS claim, kind AS id, kind AS name FROM claim) g ON g.claim = c.id',
  tag: `LEFT JOIN (${claimsTagged}) g ON g.row = c.row`,
  source: `LEFT JOIN (${claimsUnder.source}) g ON g.claim = c.id`,
  article: `LEFT JOIN (${claimsUnder.article}) g ON g.claim = c.id`,
}

/** The groups of the claims that a query leaves, in the order of their names; those in no group come last. */
export const groupsOf = (db: ModelDatabase, group: ClaimGroup, where: Conditions): ClaimGroupRow[] =>
  db.all<ClaimGroupRow>(
    `SELECT g.id, g.name, count(*) AS count FROM claim c ${joins[group]} ${where.sql('filter')}
     GROUP BY g.id, g.name ORDER BY g.name IS NULL, g.name COLLATE NOCASE, g.id`,
    ...where.values,
  )

/** A page of claims in the order of their groups; a claim in several stands in each of them. */
export function groupedPage(
  db: ModelDatabase,
  group: ClaimGroup,
  where: Conditions,
  order: string,
  { descending, limit, offset }: ClaimQuery,
): { rows: number[]; total: number } {
  const direction = descending ? 'DESC' : 'ASC'
  const rows = db.all<{ row: number }>(
    `SELECT c.row FROM claim c ${joins[group]} ${where.sql('filter')}
     ORDER BY g.name IS NULL, g.name COLLATE NOCASE, g.id, ${order} ${direction}, c.id ${direction} LIMIT ? OFFSET ?`,
    ...where.values,
    limit,
    offset,
  )
  const total = groupsOf(db, group, where).reduce((sum, { count }) => sum + count, 0)
  return { rows: rows.map(({ row }) => row), total }
}

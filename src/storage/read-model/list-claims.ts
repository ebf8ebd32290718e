import type { ClaimQuery } from '../../core/listing/queries.ts'
import type { ClaimRow, Page } from '../../core/listing/rows.ts'
import { Conditions, direction } from './conditions.ts'
import type { ModelDatabase } from './database.ts'
import { tagsByRecord } from './list-tags.ts'

const pieces = (stance: string): string =>
  `(SELECT count(*) FROM evidence e WHERE e.claim = c.id AND e.stance = '${stance}')`

const sortColumns: Record<ClaimQuery['sort'], string> = {
  modified: 'c.modified',
  statement: 'c.statement COLLATE NOCASE',
  status: 'c.status',
  event: 'c.event_from',
  supports: pieces('supports'),
  disputes: pieces('disputes'),
}

export function listClaims(db: ModelDatabase, query: ClaimQuery): Page<ClaimRow> {
  const where = new Conditions().tagged('c.id', query.tag).matching('c.id', query.text)
  if (query.status !== undefined) where.add('c.status = ?', query.status)
  if (query.kind !== undefined) where.add('c.kind = ?', query.kind)
  if (query.source !== undefined) {
    where.add(
      'c.id IN (SELECT claim FROM hop WHERE source IN (SELECT id FROM source WHERE id = ? OR merged_into = ?))',
      query.source,
      query.source,
    )
  }
  if (query.article !== undefined) {
    where.add(
      'c.id IN (SELECT claim FROM evidence WHERE article = ? OR annotation IN (SELECT id FROM annotation WHERE article = ?))',
      query.article,
      query.article,
    )
  }
  const rows = db.all<Omit<ClaimRow, 'tags'>>(
    `WITH page AS MATERIALIZED (
       SELECT c.rowid AS row, row_number() OVER () AS place FROM (
         SELECT c.rowid FROM claim c ${where.sql}
         ORDER BY ${sortColumns[query.sort]} ${direction(query.descending)}, c.rowid LIMIT ? OFFSET ?) AS c)
     SELECT c.id, c.statement, c.kind, c.status, c.credibility, c.event, c.modified, ${pieces('supports')} AS supports,
       ${pieces('disputes')} AS disputes, ${pieces('mentions')} AS mentions,
       (SELECT count(DISTINCT coalesce(e.article, n.article)) FROM evidence e LEFT JOIN annotation n ON n.id = e.annotation
        WHERE e.claim = c.id) AS articles
     FROM page JOIN claim c ON c.rowid = page.row ORDER BY page.place`,
    ...where.values,
    query.limit,
    query.offset,
  )
  const total = db.count(`SELECT count(*) FROM claim c ${where.sql}`, ...where.values)
  const tags = tagsByRecord(db, rows)
  return { rows: rows.map((row) => ({ ...row, tags: tags.get(row.id) ?? [] })), total }
}

/** The claims that rest on an annotation, or on any passage of an article. */
export function claimsResting(db: ModelDatabase, on: { annotation: string } | { article: string }): string[] {
  const rows =
    'annotation' in on
      ? db.all<{ claim: string }>('SELECT DISTINCT claim FROM evidence WHERE annotation = ?', on.annotation)
      : db.all<{ claim: string }>(
          'SELECT DISTINCT claim FROM evidence WHERE article = ? OR annotation IN (SELECT id FROM annotation WHERE article = ?)',
          on.article,
          on.article,
        )
  return rows.map((row) => row.claim)
}

/** The claims that are related to this one from their side. */
export const claimsPointingAt = (db: ModelDatabase, claim: string): string[] =>
  db
    .all<{ claim: string }>('SELECT DISTINCT claim FROM relation WHERE other = ?', claim)
    .map((row) => row.claim)

/** Where the first passage of an article stands that each claim rests on, in code units. */
export function claimPlaces(db: ModelDatabase, article: string): Map<string, number> {
  const rows = db.all<{ claim: string; start: number }>(
    'SELECT e.claim, min(n.start) AS start FROM evidence e JOIN annotation n ON n.id = e.annotation WHERE n.article = ? GROUP BY e.claim',
    article,
  )
  return new Map(rows.map(({ claim, start }) => [claim, start]))
}

import type { SearchHit } from '../../core/listing/rows.ts'
import type { ModelDatabase } from './database.ts'
import { matchExpression } from './match-expression.ts'

const maximum = 50

/** The best places for what was typed, over all kinds of records; a match in a title counts for more. */
export function search(db: ModelDatabase, typed: string, limit = maximum): SearchHit[] {
  const expression = matchExpression(typed)
  if (expression === null) return []
  return db.all<SearchHit>(
    `SELECT r.kind, r.id, r.article,
       CASE r.kind WHEN 'article' THEN (SELECT title FROM article WHERE row = r.row)
         WHEN 'annotation' THEN coalesce((SELECT title FROM article WHERE id = r.article), '')
         ELSE search.title END AS title,
       snippet(search, CASE r.kind WHEN 'annotation' THEN 0 ELSE -1 END, char(2), char(3), '…', 20) AS snippet
     FROM search JOIN record r ON r.row = search.rowid
     WHERE search MATCH ? ORDER BY search.rank LIMIT ?`,
    expression,
    limit,
  )
}

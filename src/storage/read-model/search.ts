import type { SearchHit } from '../../core/listing/rows.ts'
import { foundPassage } from '../../core/text/found-passage.ts'
import type { ModelDatabase } from './database.ts'
import { matchExpression, termsOf } from './match-expression.ts'

const maximum = 50
/**
 * Of a text that is longer than this, in bytes, the passage is found here: what FTS5 does for it grows with the square of how often
 * the words occur, which takes seconds where they stand in it ten thousand times.
 */
const longText = 100_000

/** The best places for what was typed, over all kinds of records; a match in a title counts for more. */
export function search(db: ModelDatabase, typed: string, limit = maximum): SearchHit[] {
  const expression = matchExpression(typed)
  if (expression === null) return []
  const rows = db.all<Omit<SearchHit, 'snippet'> & { row: number; snippet: string | null }>(
    `SELECT r.row, r.kind, r.id, r.article,
       CASE r.kind WHEN 'article' THEN (SELECT title FROM article WHERE row = r.row)
         WHEN 'annotation' THEN coalesce((SELECT title FROM article WHERE id = r.article), '')
         ELSE search.title END AS title,
       CASE WHEN octet_length(search.body) > ${longText} THEN NULL
         ELSE snippet(search, CASE r.kind WHEN 'annotation' THEN 0 ELSE -1 END, char(2), char(3), '…', 20) END AS snippet
     FROM search JOIN record r ON r.row = search.rowid
     WHERE search MATCH ? ORDER BY search.rank LIMIT ?`,
    expression,
    limit,
  )
  const words = termsOf(typed)
  return rows.map(({ row, snippet, ...hit }) => ({ ...hit, snippet: snippet ?? passageOf(db, row, words) }))
}

function passageOf(db: ModelDatabase, row: number, words: readonly string[]): string {
  const found = db.one<{ body: string }>('SELECT body FROM search WHERE rowid = ?', row)
  return found ? foundPassage(found.body, words) : ''
}

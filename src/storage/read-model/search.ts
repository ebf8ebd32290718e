import type { Id } from '../../core/records/base.ts'
import type { SearchHit } from '../../core/listing/rows.ts'
import { foundPassage } from '../../core/text/found-passage.ts'
import { searchForms } from '../../core/text/search-form.ts'
import type { ModelDatabase } from './database.ts'
import { matchExpression, termsOf } from './match-expression.ts'

const maximum = 50

/** The best places for what was typed, over all kinds of records; a match in a title counts for more. */
export function search(db: ModelDatabase, typed: string, limit = maximum): SearchHit[] {
  const expression = matchExpression(typed)
  if (expression === null) return []
  const rows = db.all<Omit<SearchHit, 'snippet'> & { own: string; body: string }>(
    `SELECT r.kind, r.id, r.article, d.title AS own, d.body,
       CASE r.kind WHEN 'article' THEN (SELECT title FROM article WHERE row = r.row)
         WHEN 'annotation' THEN coalesce((SELECT title FROM article WHERE id = r.article), '')
         ELSE d.title END AS title
     FROM (SELECT rowid AS row, rank FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?) found
       JOIN record r ON r.row = found.row JOIN searched d ON d.row = found.row ORDER BY found.rank`,
    expression,
    limit,
  )
  const terms = termsOf(typed)
  const words = [...new Set([...terms, ...terms.flatMap(searchForms)])]
  const hits = rows.map(({ own, body, ...hit }) => ({
    ...hit,
    snippet: snippetOf(hit.kind, own, body, words),
  }))
  return [...hits, ...printedBy(db, hits, limit - hits.length)]
}

/** The articles of outlets that were found, besides those that were found themselves; the newest first. */
function printedBy(db: ModelDatabase, hits: readonly SearchHit[], most: number): SearchHit[] {
  const ids = JSON.stringify(hits.map(({ id }) => id))
  const rows = db.all<{ id: Id<'article'>; title: string; outlet: string }>(
    `SELECT a.id, a.title, a.outlet_name AS outlet FROM json_each(?1) j CROSS JOIN source s ON s.root = j.value
       JOIN article a ON a.outlet = s.id WHERE a.id NOT IN (SELECT value FROM json_each(?1)) ORDER BY a.created DESC, a.id LIMIT ?2`,
    ids,
    Math.max(0, most),
  )
  return rows.map(({ id, title, outlet }) => ({ kind: 'article', id, article: id, title, snippet: outlet }))
}

/** Of a highlight its own words are shown, of all else what was found, in the title where it stands only there. */
const snippetOf = (kind: SearchHit['kind'], title: string, body: string, words: readonly string[]): string =>
  (kind === 'annotation' ? null : foundPassage(body, words)) ??
  foundPassage(title, words) ??
  foundPassage(title || body, []) ??
  ''

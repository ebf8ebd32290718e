import type { AnchorState } from '../../core/records/annotation.ts'
import type { ClaimQuery } from '../../core/listing/queries.ts'
import type { ClaimRow, Page } from '../../core/listing/rows.ts'
import { Conditions } from './conditions.ts'
import type { ModelDatabase } from './database.ts'
import { claimFamily } from './recount.ts'
import { pageOf, pageTable, recordsOf } from './page.ts'

const sortColumns: Record<ClaimQuery['sort'], string> = {
  modified: 'c.modified',
  statement: 'c.statement COLLATE NOCASE',
  status: 'c.status',
  event: 'c.event_from',
  supports: 'c.supports',
  disputes: 'c.disputes',
}

export function listClaims(db: ModelDatabase, query: ClaimQuery): Page<ClaimRow> {
  const where = new Conditions()
    .tagged(db, 'c.row', 'claim', query.tag)
    .matching(db, 'c.row', 'claim', query.text)
    .equal('c.status', query.status)
    .equal('c.kind', query.kind)
    .add('c.merged_into', 'IS NULL')
  if (query.source !== undefined) where.add('c.id', `IN (${claimsNaming})`, query.source, query.source)
  if (query.article !== undefined) where.add('c.id', `IN (${claimsOnArticle})`, query.article, query.article)
  const { rows, total } = pageOf(db, {
    ...{ table: 'claim c', row: 'c.row', tie: 'c.id', where, order: sortColumns[query.sort] },
    ...{ descending: query.descending, limit: query.limit, offset: query.offset },
  })
  const select = `SELECT c.row, c.id, c.statement, c.kind, c.status, c.credibility, c.event, c.modified, c.supports, c.disputes,
      c.mentions, c.articles FROM ${pageTable} JOIN claim c ON c.row = page.value`
  return { rows: recordsOf<ClaimRow & { row: number }>(db, rows, select), total }
}

const claimsNaming =
  'SELECT claim FROM hop WHERE source IN (SELECT id FROM source WHERE id = ? UNION SELECT id FROM source WHERE root = ?)'
const claimsOnArticle = `SELECT claim FROM evidence WHERE article = ?
  UNION SELECT e.claim FROM annotation n JOIN evidence e ON e.annotation = n.id WHERE n.article = ?`

/** The claims that rest on an annotation, or on any passage of an article. */
export function claimsResting(db: ModelDatabase, on: { annotation: string } | { article: string }): string[] {
  const rows =
    'annotation' in on
      ? db.all<{ claim: string }>('SELECT DISTINCT claim FROM evidence WHERE annotation = ?', on.annotation)
      : db.all<{ claim: string }>(claimsOnArticle, on.article, on.article)
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

/** The passages that evidence rests on, by the ids of the evidence. */
export function passagesOf(
  db: ModelDatabase,
  evidence: readonly { id: string; annotation: string | null; article: string | null }[],
): Record<string, PassageRow> {
  const passages: Record<string, PassageRow> = {}
  for (const { id, annotation, article } of evidence) {
    const found =
      annotation === null
        ? db.one<PassageRow>(
            `SELECT NULL AS annotation, '' AS exact, id AS article, title AS articleTitle, 'exact' AS state, versions AS version,
               versions AS newest, NULL AS now FROM article WHERE id = ?`,
            article,
          )
        : db.one<PassageRow>(
            `SELECT n.id AS annotation, n.exact, n.article, a.title AS articleTitle, n.state, n.version, a.versions AS newest,
               n.text AS now FROM annotation n JOIN article a ON a.id = n.article WHERE n.id = ?`,
            annotation,
          )
    if (found) passages[id] = { ...found }
  }
  return passages
}

interface PassageRow {
  annotation: string | null
  exact: string
  article: string
  articleTitle: string
  state: AnchorState
  version: number
  newest: number
  now: string | null
}

/** The claims that were merged into this one; also through others, unless asked for directly. */
export const claimsMergedInto = (db: ModelDatabase, claim: string, how?: 'directly'): string[] =>
  db
    .all<{ id: string }>(
      how === undefined
        ? `SELECT id FROM (${claimFamily}) WHERE id <> ?1`
        : 'SELECT id FROM claim WHERE merged_into = ?',
      claim,
    )
    .map(({ id }) => id)

/** What these claims say and how they stand, by id. */
export function statementsOf(
  db: ModelDatabase,
  ids: readonly string[],
): Record<string, { statement: string; status: string }> {
  const rows = db.all<{ id: string; statement: string; status: string }>(
    'SELECT id, statement, status FROM claim WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
  return Object.fromEntries(rows.map(({ id, statement, status }) => [id, { statement, status }]))
}

import type { Id } from '../../core/records/base.ts'
import type { AnchorState } from '../../core/records/annotation.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { ClaimQuery } from '../../core/listing/queries.ts'
import type { ClaimGroupRow, ClaimRow, Page } from '../../core/listing/rows.ts'
import { groupedPage, groupsOf } from './claim-groups.ts'
import { Conditions } from './conditions.ts'
import type { ModelDatabase } from './database.ts'
import { claimFamily, claimsOnArticle, mergedRecords, withStanding } from './claim-family.ts'
import { pageOf, pageTable, recordsOf } from './page.ts'

const sortColumns: Record<ClaimQuery['sort'], string> = {
  modified: 'c.modified',
  statement: 'c.statement COLLATE NOCASE',
  status: 'c.status',
  event: 'c.event_from',
  supports: 'c.supports',
  disputes: 'c.disputes',
  created: 'c.created',
  kind: 'c.kind',
  credibility: 'c.credibility',
  origins: 'c.origins_for',
  originsAgainst: 'c.origins_against',
}

/** What the filters of a query leave of the claims. */
export function claimsWhere(
  db: ModelDatabase,
  query: Pick<ClaimQuery, 'text' | 'tag' | 'status' | 'kind' | 'source' | 'article'>,
): Conditions {
  const where = new Conditions()
    .tagged(db, 'c.row', 'claim', query.tag)
    .matching(db, 'c.row', 'claim', query.text)
    .equal('c.status', query.status)
    .equal('c.kind', query.kind)
    .add('c.merged_into', 'IS NULL')
  if (query.source !== undefined) where.add('c.id', `IN (${claimsNaming})`, query.source, query.source)
  if (query.article !== undefined)
    where.add('c.id', `IN (${withStanding(claimsOnArticle)})`, query.article, query.article)
  return where
}

export const claimGroups = (db: ModelDatabase, query: ClaimQuery): ClaimGroupRow[] =>
  query.group === undefined ? [] : groupsOf(db, query.group, claimsWhere(db, query))

export function listClaims(db: ModelDatabase, query: ClaimQuery): Page<ClaimRow> {
  const where = claimsWhere(db, query)
  const order = sortColumns[query.sort]
  const { rows, total } =
    query.group === undefined
      ? pageOf(db, {
          table: 'claim c',
          row: 'c.row',
          tie: 'c.id',
          where,
          order,
          descending: query.descending,
          limit: query.limit,
          offset: query.offset,
        })
      : groupedPage(db, query.group, where, order, query)
  const select = `SELECT c.row, c.id, c.statement, c.kind, c.status, c.credibility, c.event, c.modified, c.supports, c.disputes,
      c.mentions, c.articles, c.origins_for AS origins, c.origins_against AS originsAgainst,
      c.least_for AS leastOrigins, c.least_against AS leastOriginsAgainst, c.utterance, c.publication, c.created
    FROM ${pageTable} JOIN claim c ON c.row = page.value`
  return { rows: recordsOf<ClaimRow & { row: number }>(db, rows, select), total }
}

/** It goes by the chains that name the source, which mostly are fewer than the claims that were merged. */
const claimsNaming = `${mergedRecords('claim')}
  SELECT coalesce(m.root, h.claim) FROM hop h LEFT JOIN merged m ON m.id = h.claim
    WHERE h.source IN (SELECT id FROM source WHERE id = ? UNION SELECT id FROM source WHERE root = ?)`

/** The claims that rest on an annotation, or on any passage of an article, by evidence of their own: merged ones, too. */
export function claimsResting(
  db: ModelDatabase,
  on: { annotation: Id<'annotation'> } | { article: Id<'article'> },
): Id<'claim'>[] {
  const rows =
    'annotation' in on
      ? db.all<{ claim: Id<'claim'> }>(
          'SELECT DISTINCT claim FROM evidence WHERE annotation = ?',
          on.annotation,
        )
      : db.all<{ claim: Id<'claim'> }>(claimsOnArticle, on.article, on.article)
  return rows.map((row) => row.claim)
}

/** The claims that rest on each of some highlights; those that were merged are told by what stands for them. */
export function claimsOn(
  db: ModelDatabase,
  annotations: readonly Id<'annotation'>[],
): Record<string, Id<'claim'>[]> {
  const rows = db.all<{ annotation: Id<'annotation'>; claim: Id<'claim'> }>(
    `WITH RECURSIVE standing (annotation, claim) AS (
       SELECT annotation, claim FROM evidence WHERE annotation IN (SELECT value FROM json_each(?))
       UNION SELECT s.annotation, c.merged_into FROM standing s JOIN claim c ON c.id = s.claim WHERE c.merged_into IS NOT NULL)
     SELECT s.annotation, s.claim FROM standing s JOIN claim c ON c.id = s.claim WHERE c.merged_into IS NULL ORDER BY s.claim`,
    JSON.stringify(annotations),
  )
  const found: Record<string, Id<'claim'>[]> = {}
  for (const { annotation, claim } of rows) (found[annotation] ??= []).push(claim)
  return found
}

/** The claims that are related to this one from their side, and how. */
export const claimsPointingAt = (
  db: ModelDatabase,
  claim: Id<'claim'>,
): { claim: Id<'claim'>; kind: Claim['relations'][number]['kind'] }[] =>
  db.all('SELECT claim, kind FROM relation WHERE other = ? GROUP BY claim ORDER BY claim', claim)

/** Where the first passage of an article stands that each claim rests on, in code units. */
export function claimPlaces(db: ModelDatabase, article: Id<'article'>): Map<Id<'claim'>, number> {
  const rows = db.all<{ claim: Id<'claim'>; start: number }>(
    `WITH RECURSIVE standing (claim, start) AS (
       SELECT e.claim, n.start FROM evidence e JOIN annotation n ON n.id = e.annotation WHERE n.article = ?
       UNION SELECT c.merged_into, s.start FROM standing s JOIN claim c ON c.id = s.claim WHERE c.merged_into IS NOT NULL)
     SELECT claim, min(start) AS start FROM standing GROUP BY claim`,
    article,
  )
  return new Map(rows.map(({ claim, start }) => [claim, start]))
}

/** The passages that evidence rests on, by the ids of the evidence. */
export function passagesOf(
  db: ModelDatabase,
  evidence: readonly {
    id: Id<'evidence'>
    annotation: Id<'annotation'> | null
    article: Id<'article'> | null
  }[],
): Record<string, PassageRow> {
  const passages: Record<string, PassageRow> = {}
  for (const { id, annotation, article } of evidence) {
    const found =
      annotation === null
        ? db.one<Found>(
            `SELECT NULL AS annotation, '' AS exact, id AS article, title AS articleTitle, 'exact' AS state, versions AS version,
               published, derived_from AS repeats, versions AS newest, NULL AS now, 0 AS taken FROM article WHERE id = ?`,
            article,
          )
        : db.one<Found>(
            `SELECT n.id AS annotation, n.exact, n.article, a.title AS articleTitle, n.state, n.version, a.published, a.derived_from AS repeats, a.versions AS newest,
               n.text AS now, n.taken_back AS taken FROM annotation n JOIN article a ON a.id = n.article WHERE n.id = ?`,
            annotation,
          )
    if (!found) continue
    const { taken, ...passage } = found
    passages[id] = { ...passage, isTakenBack: taken === 1 }
  }
  return passages
}

interface PassageRow {
  annotation: Id<'annotation'> | null
  exact: string
  article: Id<'article'>
  articleTitle: string
  published: string | null
  repeats: Id<'article'> | null
  state: AnchorState
  version: number
  newest: number
  now: string | null
  isTakenBack: boolean
}
type Found = Omit<PassageRow, 'isTakenBack'> & { taken: number }

/** The claims that were merged into this one; also through others, unless asked for directly. */
export const claimsMergedInto = (
  db: ModelDatabase,
  claim: Id<'claim'>,
  reach: 'directly' | 'all' = 'all',
): Id<'claim'>[] =>
  db
    .all<{ id: Id<'claim'> }>(
      reach === 'all'
        ? `SELECT id FROM (${claimFamily}) WHERE id <> ?1`
        : 'SELECT id FROM claim WHERE merged_into = ?',
      claim,
    )
    .map(({ id }) => id)

/** What these claims say and how they stand. */
export const statementsOf = (
  db: ModelDatabase,
  ids: readonly Id<'claim'>[],
): { id: Id<'claim'>; statement: string; status: Claim['status'] }[] =>
  db.all(
    'SELECT id, statement, status FROM claim WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(ids),
  )

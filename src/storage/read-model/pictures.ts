import type { Id, RecordId } from '../../core/records/base.ts'
import type { GraphQuery, MatrixQuery, TimelineQuery } from '../../core/listing/picture-queries.ts'
import type {
  GraphAnswer,
  GraphLink,
  GraphNode,
  Matrix,
  TimelineRow,
} from '../../core/listing/picture-rows.ts'
import { counted, mergedRecords } from './claim-family.ts'
import { claimsTagged, claimsUnder } from './claim-groups.ts'
import type { ModelDatabase } from './database.ts'
import { claimsWhere } from './list-claims.ts'

/** Claims with a date, and the lanes that they are in. */
export function timeline(db: ModelDatabase, query: TimelineQuery): TimelineRow[] {
  const { date, lanes } = query
  const where = claimsWhere(db, query).add(`c.${date}`, 'IS NOT NULL')
  const rows = db.all<Omit<TimelineRow, 'lanes'>>(
    `SELECT c.id, c.statement, c.kind, c.status, c.${date} AS date FROM claim c ${where.sql('filter')} ORDER BY c.id`,
    ...where.values,
  )
  const inLanes = lanes === 'none' ? null : Map.groupBy(lanesOf(db, lanes), ({ claim }) => claim)
  return rows.map((row) => ({
    ...row,
    lanes: inLanes === null ? [] : [...new Set((inLanes.get(row.id) ?? []).map(({ lane }) => lane))].sort(),
  }))
}

const lanesOf = (
  db: ModelDatabase,
  lanes: 'tag' | 'source' | 'article',
): { claim: Id<'claim'>; lane: string }[] =>
  lanes === 'tag'
    ? db.all(`SELECT c.id AS claim, t.name AS lane FROM (${claimsTagged}) t JOIN claim c ON c.row = t.row`)
    : db.all(`SELECT claim, name AS lane FROM (${claimsUnder[lanes]})`)

interface GraphEvidence {
  id: Id<'evidence'>
  claim: Id<'claim'>
  stance: GraphLink['kind']
  article: Id<'article'> | null
}

/** These claims and all that were merged into them, each with the one that stands for it. */
function familiesOf(db: ModelDatabase, claims: readonly Id<'claim'>[]): Map<Id<'claim'>, Id<'claim'>> {
  const merged = db.all<{ id: Id<'claim'>; root: Id<'claim'> }>(
    `${mergedRecords('claim')} SELECT id, root FROM merged WHERE root IN (SELECT value FROM json_each(?))`,
    JSON.stringify(claims),
  )
  return new Map([
    ...claims.map((id) => [id, id] as const),
    ...merged.map(({ id, root }) => [id, root] as const),
  ])
}

/**
 * Claims, the sources that assert or pass on their evidence, and the articles that it stands in.
 * A claim is linked to who asserts it, by stance; a source to who passed it on; the last one to the article.
 */
export function graph(db: ModelDatabase, query: GraphQuery): GraphAnswer {
  const where = claimsWhere(db, query)
  const claims = db.all<{ id: Id<'claim'>; title: string }>(
    `SELECT c.id, c.statement AS title FROM claim c ${where.sql('filter')} ORDER BY c.modified DESC, c.id LIMIT ?`,
    ...where.values,
    query.limit,
  )
  const shown = claims.map(({ id }) => id)
  const standing = familiesOf(db, shown)
  const ids = JSON.stringify([...standing.keys()])
  const among = 'IN (SELECT value FROM json_each(?1))'
  const evidence = db.all<GraphEvidence>(
    `SELECT e.id, e.claim, e.stance, coalesce(e.article, n.article) AS article FROM evidence e
       LEFT JOIN annotation n ON n.id = e.annotation WHERE e.claim ${among}`,
    ids,
  )
  const chains = Map.groupBy(
    db.all<{ evidence: Id<'evidence'>; source: Id<'source'> }>(
      `SELECT h.evidence, s.root AS source FROM hop h JOIN source s ON s.id = h.source WHERE h.claim ${among}
       ORDER BY h.evidence, h.position`,
      ids,
    ),
    (hop) => hop.evidence,
  )
  const links = new Links()
  for (const piece of evidence) {
    const path: RecordId[] = (chains.get(piece.id) ?? []).map(({ source }) => source)
    if (piece.article !== null) path.push(piece.article)
    const [first, ...others] = path
    if (first === undefined) continue
    links.add(standing.get(piece.claim) ?? piece.claim, first, piece.stance)
    others.reduce((from, to) => {
      links.add(from, to, 'passes-on')
      return to
    }, first)
  }
  for (const { claim, other } of db.all<{ claim: Id<'claim'>; other: Id<'claim'> }>(
    `SELECT claim, other FROM relation WHERE claim ${among} AND other ${among}`,
    JSON.stringify(shown),
  ))
    links.add(claim, other, 'related')
  return {
    nodes: [...claims.map((one): GraphNode => ({ ...one, kind: 'claim' })), ...ends(db, links)],
    links: links.all,
  }
}

/** Links, each once, with how often it is there. */
class Links {
  readonly #found = new Map<string, GraphLink>()

  add(from: RecordId, to: RecordId, kind: GraphLink['kind']): void {
    if (from === to) return
    const key = `${from} ${to} ${kind}`
    const known = this.#found.get(key)
    if (known) known.weight += 1
    else this.#found.set(key, { from, to, kind, weight: 1 })
  }

  get all(): GraphLink[] {
    return [...this.#found.values()]
  }
}

function ends(db: ModelDatabase, links: Links): GraphNode[] {
  const ids = JSON.stringify([...new Set(links.all.flatMap(({ from, to }) => [from, to]))])
  return db.all<GraphNode>(
    `SELECT id, name AS title, CASE kind WHEN 'anonymous' THEN 'anonymous' ELSE 'source' END AS kind FROM source
       WHERE id IN (SELECT value FROM json_each(?1))
     UNION ALL SELECT id, title, 'article' FROM article WHERE id IN (SELECT value FROM json_each(?1))`,
    ids,
  )
}

const sourcesIn = counted('hop', ['s.root AS source'], 'JOIN source s ON s.id = e.source')

/** How often tags and sources or articles meet: in how many claims, or highlights. */
export function tagMatrix(db: ModelDatabase, { against, limit }: MatrixQuery): Matrix {
  const cells =
    against === 'source'
      ? db.all<{ tag: Id<'tag'>; other: RecordId; count: number }>(
          `SELECT t.id AS tag, h.source AS other, count(*) AS count FROM (${sourcesIn}) h CROSS JOIN claim c ON c.id = h.claim
             JOIN carried k ON k.record = c.row JOIN tag t ON t.row = k.tag WHERE c.merged_into IS NULL GROUP BY t.id, h.source`,
        )
      : db.all<{ tag: Id<'tag'>; other: RecordId; count: number }>(
          `SELECT t.id AS tag, n.article AS other, count(DISTINCT n.id) AS count FROM annotation n
             JOIN carried k ON k.record = n.row JOIN tag t ON t.row = k.tag GROUP BY t.id, n.article`,
        )
  const sums = (key: 'tag' | 'other'): Map<RecordId, number> => {
    const found = new Map<RecordId, number>()
    for (const cell of cells) found.set(cell[key], (found.get(cell[key]) ?? 0) + cell.count)
    return found
  }
  const [tags, others] = [most(sums('tag'), limit), most(sums('other'), limit)]
  const names = (table: string, column: string, ids: RecordId[]): Map<RecordId, string> =>
    new Map(
      db
        .all<{ id: RecordId; name: string }>(
          `SELECT id, ${column} AS name FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
          JSON.stringify(ids),
        )
        .map(({ id, name }) => [id, name]),
    )
  const tagNames = names('tag', 'name', tags.ids)
  const otherNames =
    against === 'source' ? names('source', 'name', others.ids) : names('article', 'title', others.ids)
  const shown = new Set([...tags.ids, ...others.ids])
  return {
    tags: tags.ids.map((id) => ({ id, name: tagNames.get(id) ?? '' })),
    others: others.ids.map((id) => ({ id, name: otherNames.get(id) ?? '' })),
    cells: cells.filter(({ tag, other }) => shown.has(tag) && shown.has(other)),
    left: { tags: tags.left, others: others.left },
  }
}

function most(sums: ReadonlyMap<RecordId, number>, limit: number): { ids: RecordId[]; left: number } {
  const sorted = [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id)
  return { ids: sorted.slice(0, limit), left: Math.max(0, sorted.length - limit) }
}

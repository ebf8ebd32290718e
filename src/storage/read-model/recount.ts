import type { Id } from '../../core/records/base.ts'
import type { ModelDatabase } from './database.ts'

/** What the search is to find a record by. */
export interface SearchText {
  row: number
  title: string
  body: string
  /** Whether it is found by something else now. */
  isKnown: boolean
}

/** What putting records in leaves to be done: texts for the search, and sums that others may have changed. */
export class Touched {
  readonly texts: SearchText[] = []
  readonly articles = new Set<Id>()
  readonly claims = new Set<Id>()
  readonly sources = new Set<Id>()
  /** Rows whose tags count differently now. */
  readonly rows = new Set<number>()
}

const claimsOnArticle = `SELECT claim FROM evidence WHERE article = ?1
  UNION SELECT e.claim FROM annotation n JOIN evidence e ON e.annotation = n.id WHERE n.article = ?1`

/** Brings the sums that lists sort by up to date. */
export function recount(db: ModelDatabase, touched: Touched): void {
  for (const id of touched.claims) for (const one of standingClaims(db, id)) recountClaim(db, one)
  for (const id of touched.articles) {
    db.run(
      `UPDATE article SET highlights = (SELECT count(*) FROM annotation WHERE article = ?1),
         claims = (SELECT count(*) FROM (${claimsOnArticle})) WHERE id = ?1`,
      id,
    )
  }
  const roots = new Set<Id>()
  for (const id of touched.sources) roots.add(rootOf(db, id))
  for (const id of roots) recountSource(db, id)
}

/** A claim counts with all that were merged into it. */
function recountClaim(db: ModelDatabase, id: Id): void {
  db.run(
    `UPDATE claim SET (supports, disputes, mentions, articles) = (
       SELECT coalesce(sum(stance = 'supports'), 0), coalesce(sum(stance = 'disputes'), 0), coalesce(sum(stance = 'mentions'), 0),
         count(DISTINCT coalesce(e.article, n.article))
       FROM evidence e LEFT JOIN annotation n ON n.id = e.annotation WHERE e.claim IN (${claimFamily})) WHERE id = ?1`,
    id,
  )
}

/** A claim (?1) and all that were merged into it, also through others. */
export const claimFamily = `WITH RECURSIVE family (id) AS (
    SELECT ?1 UNION SELECT claim.id FROM claim JOIN family ON claim.merged_into = family.id)
  SELECT id FROM family`

/** A claim and all that it was merged into. */
const standingClaims = (db: ModelDatabase, id: Id): Id[] =>
  db
    .all<{ id: Id }>(
      `WITH RECURSIVE standing (id) AS (
         SELECT ?1 UNION SELECT c.merged_into FROM claim c JOIN standing s ON c.id = s.id WHERE c.merged_into IS NOT NULL)
       SELECT id FROM standing`,
      id,
    )
    .map((one) => one.id)

const rootOf = (db: ModelDatabase, id: Id): Id =>
  db.one<{ root: Id }>('SELECT root FROM source WHERE id = ?', id)?.root ?? id

const merged = 'SELECT id FROM source WHERE root = ?1'

/** A source counts with all that were merged into it. */
function recountSource(db: ModelDatabase, root: Id): void {
  db.run(
    `UPDATE source SET asserts = (SELECT count(*) FROM hop WHERE source IN (${merged}) AND position = 0),
       relays = (SELECT count(*) FROM hop WHERE source IN (${merged}) AND position > 0),
       articles = (SELECT count(*) FROM article WHERE outlet IN (${merged})) WHERE id = ?1`,
    root,
  )
}

/**
 * Follows merges again from a source on: which one stands for it and for those merged into it, and by which name its
 * articles are listed.
 */
export function followMerges(db: ModelDatabase, id: Id, touched: Touched): void {
  const root = standingFor(db, id)
  const family = db.all<{ id: Id; root: Id }>(
    `WITH RECURSIVE family (id) AS (
         SELECT ?1 UNION SELECT source.id FROM source JOIN family ON source.merged_into = family.id)
       SELECT source.id, source.root FROM family JOIN source USING (id)`,
    id,
  )
  const name = db.one<{ name: string }>('SELECT name FROM source WHERE id = ?', root)?.name ?? ''
  for (const member of family) {
    if (member.root !== root) {
      touched.sources.add(member.root)
      db.run('UPDATE source SET root = ? WHERE id = ?', root, member.id)
    }
    db.run(
      'UPDATE article SET outlet_name = ? WHERE outlet = ? AND outlet_name IS NOT ?',
      name,
      member.id,
      name,
    )
  }
  touched.sources.add(root)
}

function standingFor(db: ModelDatabase, id: Id): Id {
  const seen = new Set<Id>([id])
  for (let current = id; ;) {
    const next = db.one<{ merged_into: Id | null }>(
      'SELECT merged_into FROM source WHERE id = ?',
      current,
    )?.merged_into
    if (next === null || next === undefined || seen.has(next)) return current
    seen.add(next)
    current = next
  }
}

import type { Id } from '../../core/records/base.ts'
import { recountOrigins } from './claim-origins.ts'
import { claimFamily, claimsOnArticle, standingClaims, withStanding } from './claim-family.ts'
import type { ModelDatabase } from './database.ts'
import type { TouchedSums } from './touched.ts'

/** Brings the sums that lists sort by up to date. */
export function recount(db: ModelDatabase, touched: TouchedSums): void {
  const standing = new Set<Id<'claim'>>()
  for (const id of touched.claims) {
    for (const one of standingClaims(db, id)) {
      recountClaim(db, one)
      standing.add(one)
    }
    if (!touched.isBuilding) touchArticles(db, id, touched)
  }
  if (!touched.isBuilding) {
    for (const id of touched.origins) for (const one of standingClaims(db, id)) standing.add(one)
    recountOrigins(db, standing)
  }
  for (const id of touched.articles) recountArticle(db, id)
  const roots = new Set<Id<'source'>>()
  for (const id of touched.sources) roots.add(rootOf(db, id))
  for (const id of roots) recountSource(db, id)
}

/** Where claims that were merged into this one have evidence, another one may count it now. */
function touchArticles(db: ModelDatabase, claim: Id<'claim'>, touched: TouchedSums): void {
  for (const { article } of db.all<{ article: Id<'article'> | null }>(
    `SELECT coalesce(e.article, n.article) AS article FROM evidence e LEFT JOIN annotation n ON n.id = e.annotation
       WHERE e.claim <> ?1 AND e.claim IN (${claimFamily})`,
    claim,
  ))
    if (article !== null) touched.articles.add(article)
}

/** A claim that stands for others counts where they have evidence, and once. The plus keeps off an index of nearly all claims. */
function recountArticle(db: ModelDatabase, id: Id<'article'>): void {
  db.run(
    `UPDATE article SET highlights = (SELECT count(*) FROM annotation WHERE article = ?),
       claims = (SELECT count(*) FROM claim WHERE +merged_into IS NULL AND id IN (${withStanding(claimsOnArticle)}))
     WHERE id = ?`,
    ...[id, id, id, id],
  )
}

/** A claim counts with all that were merged into it. */
function recountClaim(db: ModelDatabase, id: Id<'claim'>): void {
  db.run(
    `UPDATE claim SET (supports, disputes, mentions, articles) = (
       SELECT coalesce(sum(stance = 'supports'), 0), coalesce(sum(stance = 'disputes'), 0), coalesce(sum(stance = 'mentions'), 0),
         count(DISTINCT coalesce(e.article, n.article))
       FROM evidence e LEFT JOIN annotation n ON n.id = e.annotation WHERE e.claim IN (${claimFamily})) WHERE id = ?1`,
    id,
  )
}

const rootOf = (db: ModelDatabase, id: Id<'source'>): Id<'source'> =>
  db.one<{ root: Id<'source'> }>('SELECT root FROM source WHERE id = ?', id)?.root ?? id

const merged = 'SELECT id FROM source WHERE root = ?1'

/** A source counts with all that were merged into it. */
function recountSource(db: ModelDatabase, root: Id<'source'>): void {
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
export function followMerges(db: ModelDatabase, id: Id<'source'>, touched: TouchedSums): void {
  const root = standingFor(db, id)
  const family = db.all<{ id: Id<'source'>; root: Id<'source'> }>(
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

function standingFor(db: ModelDatabase, id: Id<'source'>): Id<'source'> {
  const seen = new Set<Id<'source'>>([id])
  for (let current = id; ;) {
    const next = db.one<{ merged_into: Id<'source'> | null }>(
      'SELECT merged_into FROM source WHERE id = ?',
      current,
    )?.merged_into
    if (next === null || next === undefined || seen.has(next)) return current
    seen.add(next)
    current = next
  }
}

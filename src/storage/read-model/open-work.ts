import type { Id } from '../../core/records/base.ts'
import {
  workOnHighlight,
  workOnClaim,
  workOnSource,
  type OpenWork,
  type OpenWorkClaim,
} from '../../core/open-work/open-work.ts'
import type { Claim } from '../../core/records/claim.ts'
import { dismissalOf, type Dismissal } from '../../core/records/dismissal.ts'
import { mergedRecords } from './claim-family.ts'
import { driftOfClaim } from './claim-drift.ts'
import { unfaithfulNow } from './claim-origins.ts'
import { fromColumn, type ModelDatabase } from './database.ts'
import { relatedOnce } from './related-claims.ts'

interface ClaimFacts {
  id: Id<'claim'>
  statement: string
  kind: Claim['kind']
  status: Claim['status']
  credibility: number
  origins: number
  against: number
  supports: number
  anonymous: number
  asserted: number
  unnamed: number
  articles: number
  quantity: string | null
  unfaithful: string
  accused: string
  dismissed: string
}

/** Everything that is left to be done, also what was set aside. */
export function openWork(db: ModelDatabase): OpenWork[] {
  return [...claimsWork(db), ...sourceWork(db), ...highlightWork(db)]
}

/** What is left to be done about a claim, also what was set aside. */
export const openWorkOfClaim = (db: ModelDatabase, claim: Id<'claim'>): OpenWork[] => claimsWork(db, claim)

/** By the claim that stands for each claim: claims that were merged count with the one they were merged into. */
const standing = `WITH RECURSIVE standing (id, root) AS (
    SELECT id, id FROM claim WHERE merged_into IS NULL AND (?1 IS NULL OR id = ?1)
    UNION SELECT c.id, s.root FROM claim c JOIN standing s ON c.merged_into = s.id)`

/** @param only null for all claims */
function claimsWork(db: ModelDatabase, only: Id<'claim'> | null = null): OpenWork[] {
  const facts = db.all<ClaimFacts>(
    `${standing}, asserted (claim, supports, anonymous, any, unnamed) AS (
       SELECT t.root, sum(e.stance = 'supports'), sum(e.stance = 'supports' AND s.kind = 'anonymous'),
         sum(e.stance = 'supports' AND h.source IS NOT NULL), sum(e.stance <> 'mentions' AND h.source IS NULL)
       FROM standing t CROSS JOIN evidence e ON e.claim = t.id LEFT JOIN hop h ON h.evidence = e.id AND h.position = 0
         LEFT JOIN source own ON own.id = h.source LEFT JOIN source s ON s.id = own.root
       GROUP BY t.root)
     SELECT c.id, c.statement, c.kind, c.status, c.credibility, c.least_for AS origins, c.least_against AS against, c.quantity,
       c.unfaithful, c.accused, c.dismissed, coalesce(a.supports, 0) AS supports, coalesce(a.anonymous, 0) AS anonymous,
       coalesce(a.any, 0) AS asserted, coalesce(a.unnamed, 0) AS unnamed, c.articles
     FROM claim c LEFT JOIN asserted a ON a.claim = c.id WHERE c.merged_into IS NULL AND (?1 IS NULL OR c.id = ?1) ORDER BY c.id`,
    only,
  )
  const merged = mergedClaims(db)
  const contradictions = Map.groupBy(unresolved(db, only), ({ claim }) => claim)
  return facts.flatMap((claim) => {
    const family = [claim, ...(merged.get(claim.id) ?? [])]
    const against = contradictions.get(claim.id) ?? []
    return workOnClaim({
      ...claim,
      hasQuantity: claim.quantity !== null,
      hasClaimant: claim.asserted > 0 || claimantOf(claim.quantity) !== null,
      unfaithful: claim.unfaithful === '[]' ? [] : unfaithfulNow(db, claim.id),
      contradicts: against,
      accused: accusedOf(
        db,
        family.map(({ id }) => id),
        family.flatMap(({ accused }) => fromColumn<Id<'source'>[]>(accused)),
      ),
      isDisputed: claim.against > 0,
      hasUnnamed: claim.unnamed > 0,
      toldDifferently: claim.articles < 2 ? [] : toldDifferently(db, claim.id),
      dismissed: [...fromColumn<Dismissal[]>(claim.dismissed), ...against.flatMap(asideThere)],
    })
  })
}

/** Of each article that tells it differently the first thing that changed. */
const toldDifferently = (db: ModelDatabase, claim: Id<'claim'>): OpenWorkClaim['toldDifferently'] => [
  ...new Map(
    driftOfClaim(db, claim).flatMap(({ later: article, laterTitle: title, changes: [change] }) =>
      change ? [[article, { article, title, words: change.words }] as const] : [],
    ),
  ).values(),
]

interface Contradiction {
  claim: Id<'claim'>
  id: Id<'claim'>
  statement: string
  dismissed: string
}

/** What was set aside from the side of the other claim holds for both. */
function asideThere({ claim, id, dismissed }: Contradiction): Dismissal[] {
  const there = dismissalOf(fromColumn<Dismissal[]>(dismissed), 'contradiction', claim)
  return there ? [{ ...there, about: id }] : []
}

const claimantOf = (quantity: string | null): string | null =>
  quantity === null ? null : (fromColumn<Claim['quantity']>(quantity)?.claimant ?? null)

/** Pairs that were related as contradicting while neither is refuted; each pair once, by the claims that stand for both. */
const unresolved = (db: ModelDatabase, only: Id<'claim'> | null): Contradiction[] =>
  relatedOnce(db, 'contradicts').flatMap(([claim, other]) => {
    if (only !== null && claim !== only) return []
    const [one, two] = [claim, other].map((id) =>
      db.one<{ id: Id<'claim'>; statement: string; status: Claim['status']; dismissed: string }>(
        'SELECT id, statement, status, dismissed FROM claim WHERE id = ?',
        id,
      ),
    )
    if (!one || !two || one.status === 'refuted' || two.status === 'refuted') return []
    return [{ claim, id: two.id, statement: two.statement, dismissed: two.dismissed }]
  })

/** A response is whatever the accused say in the evidence of the claim, or of one that is related to it. */
function accusedOf(
  db: ModelDatabase,
  claims: readonly Id<'claim'>[],
  accused: readonly Id<'source'>[],
): OpenWorkClaim['accused'] {
  if (accused.length === 0) return []
  return db
    .all<{ id: Id<'source'>; name: string; responses: number }>(
      `WITH RECURSIVE around (id) AS (
         SELECT value FROM json_each(?1)
         UNION SELECT r.other FROM json_each(?1) j JOIN relation r ON r.claim = j.value
         UNION SELECT r.claim FROM json_each(?1) j JOIN relation r ON r.other = j.value
         UNION SELECT c.id FROM around a CROSS JOIN claim c ON c.merged_into = a.id)
       SELECT r.id, r.name, (SELECT count(*) FROM hop h JOIN source o ON o.id = h.source
           WHERE h.position = 0 AND o.root = r.id AND h.claim IN (SELECT id FROM around)) AS responses
       FROM json_each(?2) j JOIN source s ON s.id = j.value JOIN source r ON r.id = s.root`,
      JSON.stringify(claims),
      JSON.stringify(accused),
    )
    .map((one) => ({ id: one.id, name: one.name, hasResponse: one.responses > 0 }))
}

/** The claims that were merged into others, by those, with whom they accuse. */
const mergedClaims = (db: ModelDatabase): Map<string, { id: Id<'claim'>; accused: string }[]> =>
  Map.groupBy(
    db.all<{ root: string; id: Id<'claim'>; accused: string }>(
      `${mergedRecords('claim')} SELECT m.root, c.id, c.accused FROM merged m JOIN claim c ON c.id = m.id`,
    ),
    ({ root }) => root,
  )

function sourceWork(db: ModelDatabase): OpenWork[] {
  const asked = Map.groupBy(
    db.all<{ root: Id<'source'>; questions: string }>(
      "SELECT root, questions FROM source WHERE questions <> '[]' ORDER BY id",
    ),
    ({ root }) => root,
  )
  return db
    .all<{
      id: Id<'source'>
      name: string
      uses: number
      is_graded: number
      dismissed: string
    }>(
      `SELECT id, name, asserts + relays AS uses, is_graded, dismissed FROM source
       WHERE merged_into IS NULL AND (is_graded = 0 AND asserts + relays > 0
         OR id IN (SELECT root FROM source WHERE questions <> '[]'))
       ORDER BY asserts + relays DESC, id`,
    )
    .flatMap(({ is_graded: grade, ...row }) =>
      workOnSource({
        ...row,
        isGraded: grade === 1,
        // Also of what was merged into it.
        questions: (asked.get(row.id) ?? []).flatMap(({ questions }) => fromColumn<string[]>(questions)),
        dismissed: fromColumn<Dismissal[]>(row.dismissed),
      }),
    )
}

const highlightWork = (db: ModelDatabase): OpenWork[] =>
  db
    .all<{
      id: Id<'annotation'>
      article: Id<'article'>
      articleTitle: string
      exact: string
      dismissed: string
    }>(
      `SELECT n.id, n.article, a.title AS articleTitle, n.exact, a.dismissed FROM annotation n JOIN article a ON a.id = n.article
       WHERE n.state IN ('review', 'orphan') ORDER BY n.article, n.start, n.id`,
    )
    .map((row) => workOnHighlight({ ...row, dismissed: fromColumn<Dismissal[]>(row.dismissed) }))

import type { Id } from '../../core/records/base.ts'
import { candidates, type Candidate, type CandidateClaim } from '../../core/claims/candidates.ts'
import { nearTo } from '../../core/claims/near-statements.ts'
import { quantityKey } from '../../core/claims/quantities.ts'
import type { Claim } from '../../core/records/claim.ts'
import { dismissalOf, type CandidateKind, type Dismissal } from '../../core/records/dismissal.ts'
import { fromColumn, type ModelDatabase } from './database.ts'
import { matchExpression } from './match-expression.ts'

/** A pair of claims to look at, with what both say. */
export type FoundCandidate = Candidate & { statements: [string, string]; dismissed: string | null }

interface ClaimFacts {
  id: Id<'claim'>
  statement: string
  quantity: string | null
  dismissed: string
}

/**
 * Claims that may be one or contradict each other, without those that are related.
 * @param only the pairs with this claim; the cost is that of reading all statements once
 * @param withDismissed whether those are there, too, that were set aside
 */
export function claimCandidates(
  db: ModelDatabase,
  only?: Id<'claim'>,
  withDismissed = false,
): FoundCandidate[] {
  const all = db.all<ClaimFacts>(
    'SELECT id, statement, quantity, dismissed FROM claim WHERE merged_into IS NULL ORDER BY id',
  )
  const claims = only === undefined ? all : worthALook(db, all, only)
  const quotes = Map.groupBy(quotesOf(db, only === undefined ? null : claims), ({ claim }) => claim)
  const related = new Set(
    db.all<{ claim: Id<'claim'>; other: Id<'claim'> }>('SELECT claim, other FROM relation').map(pairKey),
  )
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  const reasonOf = (kind: CandidateKind, one: Id<'claim'>, other: Id<'claim'>): string | null =>
    dismissalOf(fromColumn<Dismissal[]>(known.get(one)?.dismissed ?? '[]'), kind, other)?.reason ?? null
  const found = candidates(
    claims.map(({ id, statement, quantity }): CandidateClaim => ({
      id,
      statement,
      quotes: quotes.get(id) ?? [],
      quantity: quantity === null ? null : fromColumn<Claim['quantity']>(quantity),
    })),
    (_kind, one, other) => related.has(pairKey({ claim: one, other })),
  )
  return found
    .filter(({ claims: pair }) => only === undefined || pair.includes(only))
    .map((pair): FoundCandidate => {
      const [one, other] = pair.claims
      return {
        ...pair,
        statements: [known.get(one)?.statement ?? '', known.get(other)?.statement ?? ''],
        dismissed: reasonOf(pair.kind, one, other) ?? reasonOf(pair.kind, other, one),
      }
    })
    .filter(({ dismissed }) => withDismissed || dismissed === null)
}

/** A claim, and those that can make a pair with it. */
function worthALook(db: ModelDatabase, all: readonly ClaimFacts[], id: Id<'claim'>): ClaimFacts[] {
  const own = all.find((claim) => claim.id === id)
  if (!own) return []
  const near = new Set(nearTo(own.statement, all))
  const sharing = new Set(claimsWithQuotesOf(db, id))
  return all.filter(
    (claim) =>
      claim === own ||
      near.has(claim.id) ||
      sharing.has(claim.id) ||
      (own.quantity !== null && claim.quantity !== null),
  )
}

/** The claims that rest on passages with the words of one that this claim rests on. */
const claimsWithQuotesOf = (db: ModelDatabase, claim: Id<'claim'>): Id<'claim'>[] =>
  quotesOf(db, [{ id: claim }]).flatMap(({ text }) =>
    db
      .all<{ claim: Id<'claim'> }>(
        `SELECT DISTINCT e.claim FROM search JOIN annotation n ON n.row = search.rowid
           JOIN evidence e ON e.annotation = n.id WHERE search MATCH ?`,
        matchExpression(`"${text.replace(/["“”„]/g, ' ')}"`) ?? '""',
      )
      .map((row) => row.claim),
  )

const pairKey = ({ claim, other }: { claim: Id<'claim'>; other: Id<'claim'> }): string =>
  [claim, other].sort().join()

/** @param claims null for all */
const quotesOf = (
  db: ModelDatabase,
  claims: readonly { id: Id<'claim'> }[] | null,
): { claim: Id<'claim'>; text: string; asserter: Id<'source'> | null }[] =>
  db.all(
    `SELECT e.claim, n.exact AS text, s.root AS asserter FROM evidence e JOIN annotation n ON n.id = e.annotation
       LEFT JOIN hop h ON h.evidence = e.id AND h.position = 0 LEFT JOIN source s ON s.id = h.source
     ${claims === null ? '' : 'WHERE e.claim IN (SELECT value FROM json_each(?))'}`,
    ...(claims === null ? [] : [JSON.stringify(claims.map(({ id }) => id))]),
  )

type Quantity = NonNullable<Claim['quantity']>

/** A figure, whose it is, and what it says of what. */
export interface FoundFigure {
  claim: Id<'claim'>
  statement: string
  status: Claim['status']
  quantity: Quantity
  claimants: string[]
}

/** All figures that count what this one counts. */
export function figures(db: ModelDatabase, like: Pick<Quantity, 'unit'>): FoundFigure[] {
  const key = quantityKey(like)
  return db
    .all<{ claim: Id<'claim'>; statement: string; status: Claim['status']; quantity: string }>(
      'SELECT id AS claim, statement, status, quantity FROM claim WHERE quantity IS NOT NULL AND merged_into IS NULL ORDER BY id',
    )
    .map((row) => ({ ...row, quantity: fromColumn<Quantity>(row.quantity) }))
    .filter(({ quantity }) => quantityKey(quantity) === key)
    .map((row) => ({ ...row, claimants: claimantsOf(db, row.claim, row.quantity.claimant) }))
}

/** Whose figure it is: the source noted, else those who assert it. */
const claimantsOf = (db: ModelDatabase, claim: Id<'claim'>, noted: Id<'source'> | null): string[] =>
  db
    .all<{ name: string }>(
      noted === null
        ? `SELECT DISTINCT r.name FROM hop h JOIN evidence e ON e.id = h.evidence JOIN source s ON s.id = h.source
             JOIN source r ON r.id = s.root WHERE h.claim = ? AND h.position = 0 AND e.stance = 'supports' ORDER BY r.name`
        : 'SELECT r.name FROM source s JOIN source r ON r.id = s.root WHERE s.id = ?',
      noted ?? claim,
    )
    .map(({ name }) => name)

import type { Id } from '../../core/records/base.ts'
import { driftOfPassages, type Change, type Telling } from '../../core/statements/drift.ts'
import type { ModelDatabase } from './database.ts'
import { claimFamily } from './claim-family.ts'

/** What a claim's passage in a later article makes of the one in the first that tells it. */
export interface ClaimDrift {
  earlier: Id<'article'>
  later: Id<'article'>
  laterTitle: string
  /** The evidence that both stand in. */
  evidence: [Id<'evidence'>, Id<'evidence'>]
  changes: Change[]
}

interface Piece extends Telling {
  id: Id<'evidence'>
  article: Id<'article'>
  title: string
}

/** What changed of a claim, and of those that were merged into it, from the first article that tells it to the others. */
export function driftOfClaim(db: ModelDatabase, claim: Id<'claim'>): ClaimDrift[] {
  const [first, ...others] = piecesOf(db, claim)
  if (!first) return []
  return others
    .filter(({ article }) => article !== first.article)
    .map((other): ClaimDrift => ({
      earlier: first.article,
      later: other.article,
      laterTitle: other.title,
      evidence: [first.id, other.id],
      changes: driftOfPassages(first, other),
    }))
    .filter(({ changes }) => changes.length > 0)
}

/** The supporting passages of a claim whose chain is known, the earliest article first; those without a day come last. */
const piecesOf = (db: ModelDatabase, claim: Id<'claim'>): Piece[] =>
  db
    .all<{
      id: Id<'evidence'>
      article: Id<'article'>
      title: string
      exact: string
      cue: string
      who: string | null
      verbatim: number
    }>(
      // The outlet that says it in its own voice is nobody who is named.
      `SELECT e.id, a.id AS article, a.title, n.exact, h.words AS cue, h.verbatim,
         CASE WHEN s.root = o.root THEN NULL ELSE r.name END AS who
       FROM evidence e JOIN annotation n ON n.id = e.annotation JOIN article a ON a.id = n.article
         JOIN hop h ON h.evidence = e.id AND h.position = 0 JOIN source s ON s.id = h.source JOIN source r ON r.id = s.root
         LEFT JOIN source o ON o.id = a.outlet
       WHERE e.claim IN (${claimFamily}) AND e.stance = 'supports' AND e.withdrawn IS NULL
       ORDER BY a.published_from IS NULL, a.published_from, a.id, n.start`,
      claim,
    )
    .map(({ verbatim, ...piece }) => ({ ...piece, isVerbatim: verbatim === 1 }))

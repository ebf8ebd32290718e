import type { RelatedPair } from '../../core/listing/related-pair.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import { claimFamily, mergedRecords } from './claim-family.ts'
import type { ModelDatabase } from './database.ts'

type RelationKind = Claim['relations'][number]['kind']

/**
 * Pairs of claims with a relation that holds both ways, by the claims that stand for them, each once: as it was noted, or with
 * the older one first where both sides noted it.
 */
export function relatedOnce(
  db: ModelDatabase,
  kind: 'contradicts' | 'same-as',
): [Id<'claim'>, Id<'claim'>][] {
  const found = new Map<string, [Id<'claim'>, Id<'claim'>]>()
  for (const { one, two } of db.all<{ one: Id<'claim'>; two: Id<'claim'> }>(
    `${mergedRecords('claim')}
     SELECT DISTINCT coalesce(m.root, r.claim) AS one, coalesce(n.root, r.other) AS two FROM relation r
       LEFT JOIN merged m ON m.id = r.claim LEFT JOIN merged n ON n.id = r.other WHERE r.kind = ? ORDER BY one, two`,
    kind,
  )) {
    const key = [one, two].sort().join()
    if (one !== two) found.set(key, found.has(key) ? (one < two ? [one, two] : [two, one]) : [one, two])
  }
  return [...found.values()]
}

/** The pairs that the user related as contradicting each other, or as the same; the newest changes first. */
export const relatedPairs = (db: ModelDatabase): RelatedPair[] =>
  (['contradicts', 'same-as'] as const).flatMap((kind) =>
    relatedOnce(db, kind)
      .flatMap((claims) => {
        const [one, two] = claims.map((id) => standsAs(db, id))
        return one && two ? [{ claims, one, two }] : []
      })
      .sort((a, b) => (a.one.modified < b.one.modified ? 1 : -1))
      .map(({ claims, one, two }) => ({
        kind,
        claims,
        statements: [one.statement, two.statement],
        statuses: [one.status, two.status],
      })),
  )

const standsAs = (
  db: ModelDatabase,
  id: Id<'claim'>,
): { statement: string; status: Claim['status']; modified: string } | undefined =>
  db.one('SELECT statement, status, modified FROM claim WHERE id = ?', id)

/** What the claims that were merged into one (not this itself) are to others: relations that hold both ways, and those from others. */
export const relationsOfMerged = (
  db: ModelDatabase,
  claim: Id<'claim'>,
): { claim: Id<'claim'>; kind: RelationKind }[] =>
  db.all(
    `SELECT r.other AS claim, r.kind FROM relation r WHERE r.claim IN (${claimFamily}) AND r.claim <> ?1
       AND r.other NOT IN (${claimFamily}) AND r.kind IN ('contradicts', 'same-as')
     UNION SELECT r.claim, r.kind FROM relation r WHERE r.other IN (${claimFamily}) AND r.other <> ?1
       AND r.claim NOT IN (${claimFamily})`,
    claim,
  )

import type { EvidencePassage } from '../../../../contract/claims.ts'
import type { NameOfSource } from '../../../../core/attribution/chain-sentence.ts'
import type { Evidence, OriginRuling } from '../../../../core/records/claim.ts'
import type { Origin } from '../../../../core/corroboration/corroborate.ts'

/** A piece of evidence as its origin shows it. */
export interface OriginRow {
  piece: Evidence
  /** Who asserts it; undefined when nobody is named. */
  asserter: NameOfSource | undefined
  passage: EvidencePassage | undefined
  isRuled: boolean
}

export interface OriginGroup {
  origin: Origin
  rows: OriginRow[]
}

/** The origins with what stands behind the ids of their evidence, and the evidence that counts for none. */
export function originGroups(
  origins: readonly Origin[],
  evidence: readonly Evidence[],
  passages: Readonly<Record<string, EvidencePassage>>,
  sources: ReadonlyMap<string, NameOfSource>,
  rulings: readonly OriginRuling[],
): { groups: OriginGroup[]; rest: OriginRow[] } {
  const ruled = new Set(rulings.flatMap((one) => [one.evidence, one.with]))
  const rows = new Map(
    evidence.map((piece): [string, OriginRow] => {
      const { id, chain } = piece
      const asserter = sources.get(chain[0]?.source ?? '')
      return [id, { piece, asserter, passage: passages[id], isRuled: ruled.has(id) }]
    }),
  )
  const groups = origins
    .map((origin) => ({ origin, rows: origin.evidence.flatMap((id) => rows.get(id) ?? []) }))
    // Of one that was only just removed the origins may not know yet.
    .filter((group) => group.rows.length > 0)
  for (const { origin } of groups) for (const id of origin.evidence) rows.delete(id)
  return { groups, rest: [...rows.values()] }
}

import type { EvidencePassage } from '../../../../contract/claims.ts'
import type { NameOfSource } from '../../../../core/attribution/chain-sentence.ts'
import type { Evidence, OriginRuling } from '../../../../core/records/claim.ts'
import type { Origin } from '../../../../core/corroboration/corroborate.ts'

/** A piece of evidence as the picture of origins shows it. */
export interface OriginRow {
  piece: Evidence
  /** Who asserts it; undefined when nobody is named. */
  asserter: NameOfSource | undefined
  /** Those who passed it on. */
  relayers: NameOfSource[]
  passage: EvidencePassage | undefined
  isRuled: boolean
}

export interface OriginGroup {
  origin: Origin
  rows: OriginRow[]
}

/** The origins with what stands behind the ids of their evidence. */
export function originGroups(
  origins: readonly Origin[],
  evidence: readonly Evidence[],
  passages: Readonly<Record<string, EvidencePassage>>,
  sources: ReadonlyMap<string, NameOfSource>,
  rulings: readonly OriginRuling[],
): OriginGroup[] {
  const pieces = new Map(evidence.map((piece) => [piece.id, piece]))
  const ruled = new Set(rulings.flatMap((one) => [one.evidence, one.with]))
  return origins.map((origin) => ({
    origin,
    rows: origin.evidence.flatMap((id) => {
      const piece = pieces.get(id)
      if (!piece) return []
      const [asserter, ...relayers] = piece.chain.map(({ source }) => sources.get(source))
      const known = relayers.filter((source) => source !== undefined)
      return [{ piece, asserter, relayers: known, passage: passages[id], isRuled: ruled.has(id) }]
    }),
  }))
}

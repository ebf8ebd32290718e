import type { EvidencePassage } from '../../../../contract/claims.ts'
import type { NameOfSource } from '../../../../core/attribution/chain-sentence.ts'
import type { Id } from '../../../../core/records/base.ts'
import type { Evidence, OriginRuling } from '../../../../core/records/claim.ts'
import type { Origin } from '../../../../core/corroboration/corroborate.ts'

/** A piece of evidence as its origin shows it. */
export interface OriginRow {
  piece: Evidence
  /** Who asserts it; undefined when nobody is named. */
  asserter: NameOfSource | undefined
  passage: EvidencePassage | undefined
  isRuled: boolean
  /** Of a piece whose article repeats another one of its origin: the piece of that one, below which it is folded. */
  repeats: Id<'evidence'> | null
  /** How many pieces are folded below it. */
  reprints: number
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
      return [
        id,
        { piece, asserter, passage: passages[id], isRuled: ruled.has(id), repeats: null, reprints: 0 },
      ]
    }),
  )
  const groups = origins
    .map((origin) => ({ origin, rows: folded(origin.evidence.flatMap((id) => rows.get(id) ?? [])) }))
    // Of one that was only just removed the origins may not know yet.
    .filter((group) => group.rows.length > 0)
  for (const { origin } of groups) for (const id of origin.evidence) rows.delete(id)
  return { groups, rest: [...rows.values()] }
}

/** Each piece with those behind it whose articles repeat its own; what the user decided about one is not folded away. */
function folded(rows: readonly OriginRow[]): OriginRow[] {
  const ofArticle = new Map(
    rows.toReversed().flatMap((row) => (row.passage ? [[row.passage.article, row]] : [])),
  )
  const originalOf = ({ passage, isRuled }: OriginRow): OriginRow | undefined => {
    let found: OriginRow | undefined
    const seen = new Set<string>()
    for (let at = isRuled ? null : (passage?.repeats ?? null); at !== null && !seen.has(at);) {
      seen.add(at)
      const row = ofArticle.get(at)
      found = row ?? found
      at = row?.passage?.repeats ?? null
    }
    return found?.passage?.article === passage?.article ? undefined : found
  }
  const behind = new Map<OriginRow, OriginRow[]>()
  const first: OriginRow[] = []
  for (const row of rows) {
    const original = originalOf(row)
    if (original === undefined) first.push(row)
    else behind.set(original, [...(behind.get(original) ?? []), { ...row, repeats: original.piece.id }])
  }
  return first.flatMap((row) => {
    const reprints = behind.get(row) ?? []
    return [{ ...row, reprints: reprints.length }, ...reprints]
  })
}

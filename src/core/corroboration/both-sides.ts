import type { Id } from '../records/base.ts'
import type { Stance } from '../records/claim.ts'
import type { OriginPiece } from './known.ts'

/** The sources that support a claim and dispute it as well, in the order in which they support it. */
export function onBothSides(pieces: readonly OriginPiece[]): Id<'source'>[] {
  const of = (side: Stance): Set<Id<'source'>> =>
    new Set(
      pieces.flatMap(({ stance, isWithdrawn, chain: [asserter] }) =>
        stance === side && !isWithdrawn && asserter !== undefined ? [asserter] : [],
      ),
    )
  const disputing = of('disputes')
  return [...of('supports')].filter((id) => disputing.has(id))
}

import type { Id } from '../records/base.ts'
import type { Stance } from '../records/claim.ts'
import type { OthersOn } from './others-on.ts'

/** Of how many claims that a source supports or disputes others say the same, or the contrary, independently of it. */
export interface TrackRecord {
  all: number
  agreed: number
  opposed: number
  /** Of how many nobody else says anything. */
  alone: number
}

/**
 * What others say of all that a source asserts. A claim counts once, however often the source says it.
 * @param asserted in the order of the notebook; the last one of a claim counts
 */
export function trackRecord(
  asserted: readonly (OthersOn & { claim: Id<'claim'>; stance: Stance })[],
): TrackRecord {
  const takesSides = asserted.filter(({ stance }) => stance !== 'mentions')
  const claims = [...new Map(takesSides.map((one) => [one.claim, one])).values()]
  return {
    all: claims.length,
    agreed: claims.filter(({ agree }) => agree > 0).length,
    opposed: claims.filter(({ oppose }) => oppose > 0).length,
    alone: claims.filter(({ agree, oppose }) => agree === 0 && oppose === 0).length,
  }
}

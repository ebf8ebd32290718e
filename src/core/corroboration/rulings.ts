import { problem } from '../problem.ts'
import type { Evidence, OriginRuling } from '../records/claim.ts'

/** What a decision is about: one piece of evidence, or two, whichever of them was named first. */
export const decidedAbout = ({ evidence, with: other }: Pick<OriginRuling, 'evidence' | 'with'>): string =>
  other === null ? evidence : [evidence, other].sort().join(' ')

/**
 * The decisions that hold, the oldest first. A newer one about the same replaces an older one, in whichever of the merged
 * claims it was made; what is set apart is no longer together with what it was put together with before.
 */
export function standingRulings(rulings: readonly OriginRuling[]): OriginRuling[] {
  const standing = new Map<string, OriginRuling>()
  for (const ruling of rulings.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    if (ruling.with === null)
      for (const [about, { evidence, with: other }] of standing)
        if (other !== null && (evidence === ruling.evidence || other === ruling.evidence))
          standing.delete(about)
    standing.delete(decidedAbout(ruling))
    standing.set(decidedAbout(ruling), ruling)
  }
  return [...standing.values()]
}

/**
 * Whether a decision can be made about evidence of a claim and of those that were merged into it.
 * @throws Problem `bad-input`
 */
export function checkRuling(
  { evidence, with: other }: Pick<OriginRuling, 'evidence' | 'with'>,
  pieces: readonly Evidence[],
): void {
  const about = pieces.filter(({ id }) => id === evidence || id === other)
  if (about.length !== (other === null ? 1 : 2)) throw problem('bad-input', 'rulingOfTwo', {})
  if (new Set(about.map(({ stance }) => stance)).size > 1) throw problem('bad-input', 'rulingOfOneSide', {})
}

import type { Id } from '../records/base.ts'
import type { Stance } from '../records/claim.ts'
import type { Corroboration, StanceOrigins } from './corroborate.ts'

/** How many origins that a source has no part in are on its side of a claim, and how many on the other side. */
export interface OthersOn {
  agree: number
  oppose: number
}

/**
 * What others say of a claim that a source supports or disputes. An origin counts as another one only when nothing in it is
 * asserted by the source: whoever repeats it does not confirm it.
 * @param own the evidence that the source asserts
 */
export function othersOn(
  corroboration: Corroboration,
  stance: Stance,
  own: ReadonlySet<Id<'evidence'>>,
): OthersOn {
  const others = ({ origins }: StanceOrigins): number =>
    origins.filter(({ evidence }) => !evidence.some((id) => own.has(id))).length
  if (stance === 'mentions') return { agree: 0, oppose: 0 }
  const [side, otherSide] =
    stance === 'supports'
      ? [corroboration.supports, corroboration.disputes]
      : [corroboration.disputes, corroboration.supports]
  return { agree: others(side), oppose: others(otherSide) }
}

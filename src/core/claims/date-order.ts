import type { Claim } from '../records/claim.ts'
import { possibleSpan } from './possible-span.ts'

type Dated = 'event' | 'utterance' | 'publication'
/** Two dates of a claim that cannot stand in this order, the one that should be earlier first. */
export interface WrongOrder {
  earlier: Dated
  later: Dated
}

const order = [
  ['event', 'utterance'],
  ['event', 'publication'],
  ['utterance', 'publication'],
] as const

/**
 * The dates of a claim that contradict each other: what happened was told before it happened, or printed before it was told.
 * Dates of low precision, approximate and uncertain ones count only when no day that they may mean would do. A prediction may
 * be told before.
 */
export function wrongOrders(
  claim: Pick<Claim, 'kind' | 'event' | 'utterance' | 'publication'>,
): WrongOrder[] {
  return order.flatMap(([earlier, later]) => {
    if (claim.kind === 'prediction' && earlier === 'event') return []
    const [first, second] = [claim[earlier], claim[later]].map((date) =>
      date === null ? undefined : possibleSpan(date),
    )
    return first && second && first.from > second.to ? [{ earlier, later }] : []
  })
}

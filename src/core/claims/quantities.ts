import type { Claim } from '../records/claim.ts'
import { foldName } from '../records/fold-name.ts'
import { possibleSpan } from './possible-span.ts'

type Quantity = NonNullable<Claim['quantity']>

/** What two figures must have in common to count the same. */
export const quantityKey = ({ unit }: Pick<Quantity, 'unit'>): string => foldName(unit)

/** Whether two figures count the same among the same. */
export const haveSameScope = (one: Quantity, other: Quantity): boolean =>
  quantityKey(one) === quantityKey(other) && foldName(one.scope) === foldName(other.scope)

/**
 * Whether two figures contradict each other: the same is counted among the same, at times that may be one, and no value would
 * do for both.
 */
export function conflict(one: Quantity, other: Quantity): boolean {
  if (quantityKey(one) === '' || !haveSameScope(one, other)) return false
  const [a, b] = [rangeOf(one), rangeOf(other)]
  return (a.low > b.high || b.low > a.high) && mayBeOneTime(one.asOf, other.asOf)
}

/** Whoever typed the ends of a range the other way round meant the same range. */
const rangeOf = ({ low, high }: Quantity): { low: number; high: number } => ({
  low: Math.min(low, high),
  high: Math.max(low, high),
})

function mayBeOneTime(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((date) => (date === null ? undefined : possibleSpan(date)))
  return !a || !b || (a.from <= b.to && b.from <= a.to)
}

import type { Claim } from '../records/claim.ts'
import { foldName } from '../records/fold-name.ts'
import { possibleSpan } from './possible-span.ts'
import { unitOf } from './units.ts'

type Quantity = NonNullable<Claim['quantity']>

/** What two figures must have in common to count the same. */
export const quantityKey = ({ unit }: Pick<Quantity, 'unit'>): string => unitOf(unit).key

/** Whether two figures count the same among the same. */
export const haveSameScope = (one: Quantity, other: Quantity): boolean =>
  quantityKey(one) === quantityKey(other) && foldName(one.scope) === foldName(other.scope)

/**
 * Whether two figures contradict each other: the same is counted among the same, at times that may be one, and no value would
 * do for both, as exactly as they are told.
 */
export function conflict(one: Quantity, other: Quantity): boolean {
  if (quantityKey(one) === '' || !haveSameScope(one, other)) return false
  const [a, b] = [rangeOf(one), rangeOf(other)]
  return (isBelow(a, b) || isBelow(b, a)) && mayBeOneTime(one.asOf, other.asOf)
}

interface Range {
  low: number
  high: number
  /** Whether the values at the ends are meant as well. */
  withLow: boolean
  withHigh: boolean
}

/** How much more or less “about” may mean. */
const slack = 0.1

/** The values that a figure may mean; whoever typed the ends of a range the other way round meant the same range. */
function rangeOf({ low: a, high: b, unit, qualifier }: Quantity): Range {
  const { scale } = unitOf(unit)
  const [low, high] = [Math.min(a, b) * scale, Math.max(a, b) * scale]
  const whole = { low, high, withLow: true, withHigh: true }
  switch (qualifier) {
    case 'about':
      return { ...whole, low: low - slack * Math.abs(low), high: high + slack * Math.abs(high) }
    case 'at-least':
    case 'more-than':
      return { ...whole, high: Infinity, withLow: qualifier === 'at-least' }
    case 'up-to':
    case 'fewer-than':
      return { ...whole, low: -Infinity, withHigh: qualifier === 'up-to' }
    default:
      return whole
  }
}

const isBelow = (one: Range, other: Range): boolean =>
  one.high < other.low || (one.high === other.low && !(one.withHigh && other.withLow))

function mayBeOneTime(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((date) => (date === null ? undefined : possibleSpan(date)))
  return !a || !b || (a.from <= b.to && b.from <= a.to)
}

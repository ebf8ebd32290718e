import type { Claim } from '../records/claim.ts'
import { foldedWords, foldName } from '../records/fold-name.ts'
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

/** A claim, as far as it is told by its figure. */
interface WithFigure {
  statement: string
  quantity: Quantity
}

/** Units that do not say what is counted. */
const bare = new Set('% dollar euro pound yen yuan rupee rouble franc krone krona crown'.split(' '))
/** So many words, of so many letters, two claims must share. */
const shared = { words: 2, letters: 4 }

/**
 * Whether two claims contradict each other by their figures. A sum of money or a share does not say of what it is: where nothing else
 * does, the words of the claims must.
 */
export function contradictsFigure(one: WithFigure, other: WithFigure): boolean {
  if (!conflict(one.quantity, other.quantity)) return false
  const isBare = one.quantity.scope === '' && bare.has(quantityKey(one.quantity))
  if (!isBare) return true
  const words = ({ statement, quantity }: WithFigure): Set<string> => {
    const unit = new Set(foldedWords(quantity.unit))
    return new Set(
      foldedWords(statement).filter(
        (word) => word.length >= shared.letters && !unit.has(word) && !/\p{N}/u.test(word),
      ),
    )
  }
  const [mine, theirs] = [words(one), words(other)]
  // Scripts without letters for each sound have short words, and say much in one.
  const few = Math.min(shared.words, mine.size, theirs.size)
  return [...mine].filter((word) => theirs.has(word)).length >= few
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

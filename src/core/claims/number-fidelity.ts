import type { Span } from '../anchoring/span.ts'
import { bears } from '../records/qualifiers.ts'
import type { FoundDate } from './dates-in.ts'
import type { Unfaithful } from './unfaithful.ts'
import { foreignNumbers } from './number-words.ts'
import { numbersIn, qualifierOf, type FoundNumber } from './numbers.ts'

/** These say how many or which one less often than they say anything else. */
const seldomNumbers = new Set(['one', 'first', 'second', 'third'])

type Marked = Pick<Unfaithful, 'kind'> & Span

/**
 * What the figures of a statement say otherwise than the excerpts do: their value, what they count (a currency, a percentage), or
 * how exactly they are told.
 * @param statement without its dates, as is `text`
 * @param told the dates of the excerpts: their days are told as ordinals only (“on the 4th”), their years as numbers
 */
export function unfaithfulNumbers(
  statement: string,
  numbers: readonly FoundNumber[],
  text: string,
  told: readonly FoundDate[],
): Marked[] {
  const others = numbersIn(text)
  const known = {
    cardinals: Map.groupBy(different(others.filter(({ isOrdinal }) => !isOrdinal)), ({ value }) =>
      rounded(value),
    ),
    words: new Set([...foreignNumbers(text), ...told.flatMap(({ year }) => year ?? [])]),
    ordinals: new Set([
      ...others.filter(({ isOrdinal }) => isOrdinal).map(({ value }) => value),
      ...told.flatMap(({ day }) => day ?? []),
    ]),
  }
  return numbers.flatMap((one): Marked[] => {
    if (seldomNumbers.has(statement.slice(one.start, one.end).toLowerCase())) return []
    if (one.isOrdinal) return known.ordinals.has(one.value) ? [] : [{ kind: 'number', ...spanOf(one) }]
    const same = known.cardinals.get(rounded(one.value))
    if (same) return otherwise(one, same)
    return known.words.has(one.value) ? [] : [{ kind: 'number', ...spanOf(one) }]
  })
}

/** Long texts repeat their figures: each as often as it is told in another way. */
const different = (numbers: readonly FoundNumber[]): FoundNumber[] => [
  ...new Map(
    numbers.map((one) => [
      [rounded(one.value), one.measure?.is, qualifierOf(one), one.isOfRange].join(' '),
      one,
    ]),
  ).values(),
]

const spanOf = ({ start, end }: Span): Span => ({ start, end })
/** A third is the same however it was come by. */
const rounded = (value: number): number => Number(value.toPrecision(10))

/** What a figure of the statement says otherwise than all figures of the same value do. */
function otherwise(one: FoundNumber, same: readonly FoundNumber[]): Marked[] {
  const { measure } = one
  const alike = same.filter((other) => !measure || !other.measure || other.measure.is === measure.is)
  if (alike.length === 0 && measure) return [{ kind: 'measure', ...spanOf(measure) }]
  // One end of a range is not all of it, unless it is told as an end.
  const isEnd = one.isOfRange || qualifierOf(one) !== 'exactly'
  const whole = alike.filter((other) => isEnd || !other.isOfRange)
  if (whole.length === 0) return [{ kind: 'number', ...spanOf(one) }]
  if (whole.some((other) => other.isOfRange || bears(qualifierOf(other), qualifierOf(one)))) return []
  return [{ kind: one.qualifier ? 'qualifier' : 'number', ...spanOf(one.qualifier ?? one) }]
}

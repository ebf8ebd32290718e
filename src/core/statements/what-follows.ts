import type { Chrono, ParsedComponents } from 'chrono-node'
import type { Span } from '../anchoring/span.ts'
import { numbersIn, qualifierOf } from '../claims/numbers.ts'
import { edtfSpan } from '../records/edtf.ts'
import type { Claim } from '../records/claim.ts'
import type { StatedDate, Strength } from './statement.ts'

/** The words of what is said as a claim: in one piece, with a capital, quotation marks only around what is quoted whole. */
export function claimOf(pieces: readonly string[]): string {
  const joined = pieces
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
    // “The law,” she said, “is dead” is one quotation.
    .reduce((before, piece) => (before === '' ? piece : joinedQuotes(before, piece)), '')
  const plain = withoutEnd(balanced(joined.replace(/^that (?=\S)/i, '').replace(dateline, '')))
  return plain.replace(
    /^(["“«‘]?)(\p{Ll})/u,
    (_, mark: string, letter: string) => mark + letter.toUpperCase(),
  )
}

/** “LORNE (North Wire) – ” at the beginning of an agency’s report. */
const dateline = /^\p{Lu}[\p{Lu} .,-]{2,40}(?:\([^()]{2,40}\) ?)?[–—] (?=\S)/u

function joinedQuotes(one: string, other: string): string {
  const open = /^["“«‘]/.test(other)
  const closed = /[,.]?["”»’]$/.exec(one)
  if (!open || !closed) return `${one} ${other}`
  if (closed[0].startsWith('.')) return `${one} ${other}`
  // “No,” she said. “It was us.” are two sentences of it.
  const stop = /^["“«‘]\p{Lu}/u.test(other) && !/[!?…]$/.test(one.slice(0, closed.index)) ? '.' : ''
  return `${one.slice(0, closed.index)}${stop} ${other.slice(1)}`
}

/** Without commas and dashes at the end. */
function withoutEnd(words: string): string {
  let end = words.length
  while (end > 0 && ' ,;:–—-'.includes(words.charAt(end - 1))) end -= 1
  return words.slice(0, end).replace(/,(?=["”»’]$)/, '')
}

/** Without a quotation mark that stands alone. */
function balanced(words: string): string {
  let found = words
  for (const [open, close] of [
    ['“', '”'],
    ['«', '»'],
  ] as const) {
    const opened = found.split(open).length
    const closed = found.split(close).length
    if (opened > closed) found = found.startsWith(open) && closed === 1 ? found.slice(1) : `${found}${close}`
    if (closed > opened)
      found = found.endsWith(close) && opened === 1 ? found.slice(0, -1) : `${open}${found}`
  }
  if (found.split('"').length % 2 === 0)
    found = found.startsWith('"') ? found.slice(1) : found.replace(/"$/, '')
  return found.trim()
}

/** Of which kind a claim of it is; a denial is one by the mode alone. @param future words that tell of what is to come */
export function kindOf(
  words: string,
  strength: Strength,
  quantity: Claim['quantity'],
  future: RegExp,
): Claim['kind'] {
  if (strength === 'denies') return 'denial'
  if (strength === 'alleges') return 'allegation'
  if (strength === 'expects') return 'prediction'
  if (strength === 'believes' || strength === 'judges' || strength === 'wants') return 'opinion'
  if (quantity !== null) return 'figure'
  return future.test(words) ? 'prediction' : 'fact'
}

/** What is counted, by its words behind a number; empty where nothing is. */
export type UnitBehind = (end: number) => string

/**
 * The first figure of a passage. A number that nothing is counted by is none.
 * @param asOf the day that it holds for, as EDTF
 */
export function quantityIn(passage: string, unitBehind: UnitBehind, asOf: string | null): Claim['quantity'] {
  const numbers = numbersIn(passage)
  for (const [n, number] of numbers.entries()) {
    if (number.isOrdinal || !Number.isFinite(number.value)) continue
    const next = numbers[n + 1]
    const isRange = number.isOfRange && next?.isOfRange === true
    const end = isRange ? next.end : number.end
    const measure = number.measure ?? (isRange ? next.measure : null)
    const isYear = measure === null && /^(?:1[5-9]|20)\d\d$/.test(passage.slice(number.start, number.end))
    const unit = measure?.is ?? (isYear ? '' : unitBehind(end))
    if (unit === '') continue
    const high = isRange ? next.value : number.value
    return {
      low: number.value,
      high,
      qualifier: qualifierOf(number),
      unit,
      scope: '',
      asOf,
      claimant: null,
    }
  }
  return null
}

/**
 * The dates of a passage, by chrono-node: counted from the day of publication, never of bare numbers. A day of the week is the last
 * one before that day, unless “next” stands before it.
 * @param published EDTF; where no day is known only dates that need none are told
 * @param parser of the language
 */
export function datesIn(
  text: string,
  { start, end }: Span,
  published: string | null,
  parser: Pick<Chrono, 'parse'>,
): StatedDate[] {
  const from = published === null ? undefined : edtfSpan(published)?.from
  const reference = from === undefined ? undefined : new Date(from)
  const passage = text.slice(start, end)
  // At noon, whatever the zone of the machine.
  const day =
    reference && new Date(reference.getUTCFullYear(), reference.getUTCMonth(), reference.getUTCDate(), 12)
  return parser.parse(passage, day ?? undefined).flatMap(({ index, text: words, start: at }) => {
    if (!/\p{L}{3}|\d{4}-\d\d/u.test(words) || at.isCertain('hour')) return []
    const needsDay = !at.isCertain('year')
    if (needsDay && !day) return []
    const edtf = edtfOf(
      at,
      day,
      /next|coming|tomorrow|will/i.test(passage.slice(Math.max(0, index - 8), index)),
    )
    const from = start + index
    return edtf === null ? [] : [{ start: from, end: from + words.length, text: words, edtf }]
  })
}

function edtfOf(at: ParsedComponents, reference: Date | undefined, isAhead: boolean): string | null {
  const year = at.get('year')
  const month = at.get('month')
  const day = at.get('day')
  if (year === null) return null
  const pad = (n: number, length = 2): string => String(n).padStart(length, '0')
  const isDay = at.isCertain('day') || at.isCertain('weekday')
  if (!isDay)
    return at.isCertain('month') && month !== null
      ? `${pad(year, 4)}-${pad(month)}`
      : at.isCertain('year')
        ? pad(year, 4)
        : null
  if (month === null || day === null) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const isOnlyWeekday = at.isCertain('weekday') && !at.isCertain('day')
  if (
    isOnlyWeekday &&
    !isAhead &&
    reference &&
    date.getTime() > Date.UTC(reference.getFullYear(), reference.getMonth(), reference.getDate())
  )
    date.setUTCDate(date.getUTCDate() - 7)
  return date.toISOString().slice(0, 10)
}

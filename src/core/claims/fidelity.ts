import type { Span } from '../anchoring/span.ts'
import { datesIn, tells, type FoundDate } from './dates-in.ts'
import { foldWords, isKnown, knownWords, namesIn } from './names-in.ts'
import { numbersIn, type FoundNumber } from './numbers.ts'

/** A number, date or name in a statement that stands in none of its excerpts. */
export interface Unfaithful extends Span {
  kind: 'number' | 'date' | 'name'
  text: string
}

/** These say how many or which one less often than they say anything else. */
const seldomNumbers = new Set(['one', 'first', 'second', 'third'])

/**
 * What a statement says more than its excerpts do: its numbers, dates and names that are in none of them. Numbers are compared
 * by value, dates by what both tell (a year may be left out), names by their last word or as initials. Without excerpts there
 * is nothing to compare with. The words are English, the rest is of any language that has capitals. Offsets are UTF-16 code
 * units; no two spans overlap, and they are in the order of the statement.
 */
export function unfaithful(statement: string, excerpts: readonly string[]): Unfaithful[] {
  const text = excerpts.join('\n')
  if (text.trim() === '') return []
  const known = knownWords(text)
  const told = datesIn(text)
  const dates = datesIn(statement)
  const undated = without(statement, dates)
  const numbers = numbersIn(undated)
  const names = namesIn(without(undated, numbers))
  const marked = (kind: Unfaithful['kind'], spans: readonly Span[]): Unfaithful[] =>
    spans.map(({ start, end }) => ({ kind, start, end, text: statement.slice(start, end) }))
  return [
    ...marked(
      'date',
      untoldDates(dates, told, (date) => known.all.has(foldWords(statement.slice(date.start, date.end)))),
    ),
    ...marked('number', untoldNumbers(statement, numbers, numbersIn(without(text, told)), told)),
    ...marked(
      'name',
      names.filter(({ start, end }) => !isKnown(statement.slice(start, end), known)),
    ),
  ].sort((a, b) => a.start - b.start)
}

/** @param isWord whether an excerpt has a month alone as a word: “May” may be somebody */
function untoldDates(
  dates: readonly FoundDate[],
  told: readonly FoundDate[],
  isWord: (date: FoundDate) => boolean,
): FoundDate[] {
  // Long texts repeat their dates.
  const different = [...new Map(told.map((one) => [[one.year, one.month, one.day].join(), one])).values()]
  return dates.filter((date) => !different.some((other) => tells(other, date)) && !isWord(date))
}

/** The days of dates are told as ordinals only (“on the 4th”), their years as numbers. */
function untoldNumbers(
  statement: string,
  numbers: readonly FoundNumber[],
  others: readonly FoundNumber[],
  told: readonly FoundDate[],
): FoundNumber[] {
  const values = (isOrdinal: boolean): number[] =>
    others.flatMap((one) => (one.isOrdinal === isOrdinal ? [one.value] : []))
  const cardinals = new Set<number | undefined>([...values(false), ...told.map((date) => date.year)])
  const ordinals = new Set<number | undefined>([...values(true), ...told.map((date) => date.day)])
  return numbers.filter(
    ({ start, end, value, isOrdinal }) =>
      !(isOrdinal ? ordinals : cardinals).has(value) &&
      !seldomNumbers.has(statement.slice(start, end).toLowerCase()),
  )
}

/** The same text with nothing where the spans are, so that all else keeps its place. */
function without(text: string, spans: readonly Span[]): string {
  let at = 0
  const pieces = spans.map(({ start, end }) => {
    const piece = text.slice(at, start) + '_'.repeat(end - start)
    at = end
    return piece
  })
  return pieces.join('') + text.slice(at)
}

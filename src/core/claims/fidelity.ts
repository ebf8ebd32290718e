import type { Span } from '../anchoring/span.ts'
import { unfaithfulCertainty } from './certainty.ts'
import { datesIn, tells, type FoundDate } from './dates-in.ts'
import { foldWords, isAllKnown, isKnown, knownWords, namesIn } from './names-in.ts'
import { unfaithfulNumbers } from './number-fidelity.ts'
import { numbersIn } from './numbers.ts'
import type { Unfaithful } from './unfaithful.ts'

/**
 * What a statement says more than its excerpts do, or otherwise: numbers, dates and names that are in none of them, another currency,
 * more or less exactness, a “not”, more certainty. Numbers are compared by value, dates by what both tell (a year may be left out),
 * names by their last word or as initials. Without excerpts there is nothing to compare with. The words are English, the rest is of
 * any language that has capitals. Offsets are UTF-16 code units; no two spans overlap, and they are in the order of the statement.
 * @param isAttributed whether it is noted who says so: then the statement need not repeat that somebody does
 */
export function unfaithful(
  statement: string,
  excerpts: readonly string[],
  isAttributed = false,
): Unfaithful[] {
  const text = excerpts.join('\n')
  if (text.trim() === '') return []
  const known = knownWords(text)
  const told = datesIn(text)
  const dates = datesIn(statement)
  const undated = without(statement, dates)
  const numbers = numbersIn(undated)
  const found = [
    ...untoldDates(dates, told, (date) =>
      known.all.has(foldWords(statement.slice(date.start, date.end))),
    ).map(marked('date')),
    ...unfaithfulNumbers(statement, numbers, without(text, told), told),
    ...namesIn(without(undated, numbers))
      .filter(({ start, end }) => !isKnown(statement.slice(start, end), known))
      .map(marked('name')),
    ...unfaithfulCertainty(statement, excerpts, isAttributed),
  ]
  return apart(found, statement.length).map(({ kind, start, end }) => ({
    kind,
    start,
    end,
    text: statement.slice(start, end),
  }))
}

/** Without the names that are known from beside the excerpts: of those who say so, of the article, its outlet, its other speakers. */
export function withoutNamesBeside(found: readonly Unfaithful[], names: readonly string[]): Unfaithful[] {
  const beside = knownWords(names.join('\n'))
  return found.filter(({ kind, text }) => kind !== 'name' || !isAllKnown(text, beside))
}

const marked =
  (kind: Unfaithful['kind']) =>
  ({ start, end }: Span): Omit<Unfaithful, 'text'> => ({ kind, start, end })

/** In order, without what overlaps something that was found before. */
function apart(found: readonly Omit<Unfaithful, 'text'>[], length: number): Omit<Unfaithful, 'text'>[] {
  const taken = new Uint8Array(length)
  const kept = found.filter(({ start, end }) => {
    if (start >= end || taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
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

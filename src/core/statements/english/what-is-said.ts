import * as chrono from 'chrono-node/en'
import type { Span } from '../../anchoring/span.ts'
import type { About, Statement, Strength } from '../statement.ts'
import { tokenIndexAt, type TaggedText } from '../tagged-text.ts'
import { datesIn, kindOf, quantityIn } from '../what-follows.ts'
import { future } from './meanings.ts'

/** What follows from the words of what is said. */
export function whatIsSaid(
  tagged: TaggedText,
  content: readonly Span[],
  strength: Strength,
  { published }: About,
): Pick<Statement, 'content' | 'exact' | 'kind' | 'strength' | 'quantity' | 'dates'> {
  const { text } = tagged
  const exact = exactOf(text, content)
  const dates = content.flatMap((piece) => datesIn(text, piece, published, chrono.casual))
  const quantity = quantityOf(tagged, content, dates[0]?.edtf ?? null)
  return {
    content: content.map((piece) => ({ ...piece })),
    exact,
    kind: kindOf(exact, strength, quantity, future),
    strength,
    quantity,
    dates,
  }
}

/** The words of all pieces, as they stand. */
export const exactOf = (text: string, content: readonly Span[]): string =>
  content.map(({ start, end }) => text.slice(start, end)).join(' … ')

/** What is counted, by the nouns behind a number. */
function quantityOf(
  { text, tokens }: TaggedText,
  content: readonly Span[],
  asOf: string | null,
): Statement['quantity'] {
  for (const { start, end } of content) {
    const found = quantityIn(
      text.slice(start, end),
      (at) => {
        const from = tokenIndexAt(tokens, start + at)
        let to = from
        while (
          to < from + 3 &&
          /^(?:ADJ|NOUN)$/.test(tokens[to]?.tag ?? '') &&
          (tokens[to]?.end ?? Infinity) <= end
        )
          to += 1
        const last = tokens[to - 1]
        const first = tokens[from]
        return last && first && to > from && last.tag === 'NOUN' ? text.slice(first.start, last.end) : ''
      },
      asOf,
    )
    if (found) return found
  }
  return null
}

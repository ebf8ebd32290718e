import type { Span } from '../../anchoring/span.ts'
import type { Statement } from '../statement.ts'
import { tokenIndexAt, type TaggedText } from '../tagged-text.ts'
import { quantityIn } from '../what-follows.ts'

/** What is counted, by the nouns behind a number. */
export function quantityOf(
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

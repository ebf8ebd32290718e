import type { Span } from '../anchoring/span.ts'
import { mayEndAt } from '../text/sentence-end.ts'

/**
 * Words between quotation marks within a paragraph, marks included: “…”, "…", «…», ‘…’, '…', ''…''. One that is not closed goes on to
 * the end of its paragraph, as quotations of several paragraphs do; single straight marks must close, since apostrophes look the
 * same, and soon.
 */
const quotation =
  /“[^”\n]*”?|"[^"\n]*"?|«[^»\n]*»?|''(?:[^'\n]|'(?!'))*(?:'')?|‘(?:[^’\n]|’(?=[\p{L}\p{N}]))*’?|(?<![\p{L}\p{N}])'(?=\p{L})(?:[^'\n]|'(?=\p{L})){1,400}'(?![\p{L}\p{N}])/gu

/** The quotations of a text, in order. Offsets are UTF-16 code units. */
export const quotationsIn = (text: string): Span[] =>
  [...text.matchAll(quotation)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }))

/** The quotation that a passage is, or stands in. */
export const quotationAround = (quotations: readonly Span[], passage: Span): Span | undefined =>
  quotations.find(({ start, end }) => start <= passage.start && passage.start < end && passage.end <= end + 1)

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * The sentences of a text, in order. A quotation of several sentences, and what goes on behind it (`“No.” she said`), is one.
 * @param quotations those of the text
 */
export function sentencesIn(text: string, quotations: readonly Span[]): Span[] {
  const starts: number[] = []
  let next = 0
  for (const { index } of segmenter.segment(text)) {
    while ((quotations[next]?.end ?? Infinity) <= index) next += 1
    const isQuoted = (quotations[next]?.start ?? Infinity) < index
    if (index === 0 || text[index - 1] === '\n' || (!isQuoted && mayEndAt(text, index))) starts.push(index)
  }
  return starts.map((start, n) => ({ start, end: starts[n + 1] ?? text.length }))
}

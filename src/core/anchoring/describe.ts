import { contextLength, type TextPlace } from '../records/annotation.ts'
import type { Span } from './span.ts'

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Whether a character of two code units is cut in two at this offset. */
function splitsCharacter(text: string, offset: number): boolean {
  return isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1))
}

/** A span with borders that would cut a character of two code units in two moved outwards. */
export const wholeCharacters = (text: string, { start, end }: Span): Span => ({
  start: splitsCharacter(text, start) ? start - 1 : start,
  end: splitsCharacter(text, end) ? end + 1 : end,
})

/**
 * The selectors of a passage: its position, its words and the words around it.
 *
 * Borders that would cut a character of two code units in two are moved outwards.
 * @param start first code unit (UTF-16) of the passage
 * @param end the code unit behind the last one
 * @throws RangeError if the span is empty or outside the text
 */
export function describe(text: string, start: number, end: number): TextPlace {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`${start}-${end} is not a passage of a text of ${text.length} code units`)
  }
  const { start: from, end: to } = wholeCharacters(text, { start, end })
  let prefixStart = Math.max(0, from - contextLength)
  if (splitsCharacter(text, prefixStart)) prefixStart += 1
  let suffixEnd = Math.min(text.length, to + contextLength)
  if (splitsCharacter(text, suffixEnd)) suffixEnd -= 1
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(prefixStart, from),
    suffix: text.slice(to, suffixEnd),
  }
}

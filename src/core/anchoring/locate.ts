import type { TextPlace } from '../records/annotation.ts'
import { findExact, type Span } from './quote.ts'

/** Where a passage is now. `orphan`: it was not found, or could be in several places alike. */
export type Located = { state: 'exact' | 'moved'; start: number; end: number } | { state: 'orphan' }

/**
 * Finds a passage in a text: at its own place, else where its words stand (the only place, or the one whose
 * context fits better than that of all others). It never guesses: a tie is an orphan.
 * @param text the text of record, offsets in UTF-16 code units
 */
export function locate(text: string, place: TextPlace): Located {
  if (text.slice(place.start, place.end) === place.exact) {
    return { state: 'exact', start: place.start, end: place.end }
  }
  const found = findExact(text, place.exact)
  const [first, second] = found
  if (first === undefined) return { state: 'orphan' }
  if (second === undefined) return { state: 'moved', ...first }
  const best = bestByContext(text, place, found)
  return best === undefined ? { state: 'orphan' } : { state: 'moved', ...best }
}

function bestByContext(text: string, place: TextPlace, spans: readonly Span[]): Span | undefined {
  let best: Span | undefined
  let bestScore = 0
  let tie = false
  for (const span of spans) {
    const score = sharedEnd(text, span.start, place.prefix) + sharedStart(text, span.end, place.suffix)
    if (score > bestScore) {
      best = span
      bestScore = score
      tie = false
    } else if (score === bestScore) tie = true
  }
  return tie ? undefined : best
}

/** How many code units before `offset` are the end of `prefix`. */
function sharedEnd(text: string, offset: number, prefix: string): number {
  let length = 0
  while (
    length < prefix.length &&
    length < offset &&
    text[offset - 1 - length] === prefix[prefix.length - 1 - length]
  ) {
    length += 1
  }
  return length
}

/** How many code units from `offset` on are the start of `suffix`. */
function sharedStart(text: string, offset: number, suffix: string): number {
  let length = 0
  while (length < suffix.length && text[offset + length] === suffix[length]) length += 1
  return length
}

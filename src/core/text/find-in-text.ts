import { fold, foldedPlaces, type Folded } from '../anchoring/fold.ts'
import type { Span } from '../anchoring/span.ts'

/** So many matches are shown and gone through; beyond that a search says nothing. */
export const mostMatches = 10_000

/** The text that was searched last, as it is searched: the next letter that is typed searches it again. */
let last: { text: string; folded: Folded } | undefined

function foldedOnce(text: string): Folded {
  if (last?.text !== text) last = { text, folded: fold(text, 'letters') }
  return last.folded
}

/**
 * Where words stand in a text: case and accents do not matter, nor the form of quotation marks, hyphens, spaces and ligatures; a match
 * may go over the borders of elements and lines. What was typed is taken literally. No two matches overlap.
 * @param most how many matches are looked for, from the beginning on
 */
export function findInText(text: string, words: string, most = mostMatches): Span[] {
  const wanted = fold(words.trim(), 'letters').text
  const found: Span[] = []
  let end = 0
  for (const place of foldedPlaces(foldedOnce(text), wanted)) {
    if (place.start < end) continue
    found.push(place)
    end = place.end
    if (found.length === most) break
  }
  return found
}

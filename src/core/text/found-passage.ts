import { escapePattern } from './escape-pattern.ts'
import { findInText } from './find-in-text.ts'

/** How much is shown before and behind what was found, in code units. */
const [before, behind] = [60, 120]
/** What begins and ends words that were found, in a passage that is shown. */
export const foundStart = '\u0002'
export const foundEnd = '\u0003'

/** A passage without the marks around what was found. */
export const withoutMarks = (passage: string): string =>
  passage.replaceAll(foundStart, '').replaceAll(foundEnd, '')

/**
 * The first place in a text where one of some words stands, the earlier named ones rather, with all of the words in it marked. Takes
 * time that grows with the text.
 * @returns null where none of them is found; without words the beginning of the text
 */
export function foundPassage(text: string, words: readonly string[]): string | null {
  const at = words.length === 0 ? 0 : placeOf(text, words)
  if (at === undefined) return null
  const from = text.lastIndexOf(' ', Math.max(0, at - before)) + 1
  const end = Math.min(text.length, at + behind)
  const space = text.indexOf(' ', end)
  const to = space === -1 || space > end + before ? end : space
  const passage = text.slice(from, to).toWellFormed()
  const marks = words.flatMap((word) => findInText(passage, word)).sort((a, b) => a.start - b.start)
  let shown = from === 0 ? '' : '…'
  let done = 0
  for (const { start, end: stop } of marks) {
    if (start < done) continue
    shown += passage.slice(done, start) + foundStart + passage.slice(start, stop) + foundEnd
    done = stop
  }
  return shown + passage.slice(done) + (to < text.length ? '…' : '')
}

/** Where one of some words stands: as it is written, which is found at once, else as it is searched. */
function placeOf(text: string, words: readonly string[]): number | undefined {
  for (const word of words) {
    const at = text.search(new RegExp(escapePattern(word), 'iu'))
    if (at !== -1) return at
  }
  for (const word of words) {
    const [place] = findInText(text, word, 1)
    if (place) return place.start
  }
  return undefined
}

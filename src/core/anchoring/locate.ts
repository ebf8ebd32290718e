import type { TextPlace } from '../records/annotation.ts'
import { align } from './align.ts'
import type { Alignment } from './alignment.ts'
import { isCertain, type Indexes } from './certainty.ts'
import { project, type Projected } from './project.ts'
import type { Span } from './span.ts'
import { standsInNotice, wentAlone } from './taken-back.ts'
import { rank, search, type PossiblePlace } from './search.ts'
import { WordIndex } from './word-index.ts'
import { wordsOf, type TextWords } from './words.ts'

/**
 * Where a passage is now, in UTF-16 code units.
 * - `exact`: where it was, as it was.
 * - `moved`: it reads the same, elsewhere or with other typography, and there is no doubt that it is this one.
 * - `review`: probably here; its words changed, or stand in several places. `score` from 0 to 1.
 * - `orphan`: not found.
 */
export type Located =
  | { state: 'exact' | 'moved'; start: number; end: number }
  | { state: 'review'; start: number; end: number; score: number; isTakenBack?: boolean }
  | { state: 'orphan' }

const orphan: Located = { state: 'orphan' }

/** Finds one passage in a text; see {@link locateAll}. */
export function locate(text: string, place: TextPlace, before?: string): Located {
  return locateAll(text, [place], before)[0] ?? orphan
}

/**
 * Finds passages in a text, in steps: at their offsets with their context; by aligning the text that they were made in with
 * this one; by their words, told apart by what stands around them and by the passages before and after them; by some of their
 * words. It never guesses: where something else is as likely, the answer is `review` or `orphan`.
 * @param before the text that the places count in, where it is known
 * @returns what became of each, in the order given
 */
export function locateAll(text: string, places: readonly TextPlace[], before?: string): Located[] {
  if (before === text) return places.map((place) => inPlace(text, place) ?? orphan)
  if (before !== undefined) return byAlignment(text, places, before)
  const found = new Array<Located>(places.length).fill(orphan)
  const open: number[] = []
  for (const [at, place] of places.entries()) {
    const same = withContext(text, place)
    if (same) found[at] = same
    else open.push(at)
  }
  if (open.length > 0) bySearch(text, places, open, found)
  return found
}

function inPlace(text: string, { start, end, exact }: TextPlace): Located | null {
  return text.slice(start, end) === exact ? { state: 'exact', start, end } : null
}

/** At its own offsets, with all that is known to stand around it. */
function withContext(text: string, place: TextPlace): Located | null {
  const { start, end, prefix, suffix } = place
  const fits = text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end)
  return fits ? inPlace(text, place) : null
}

function byAlignment(text: string, places: readonly TextPlace[], before: string): Located[] {
  const alignment = align(wordsOf(before), wordsOf(text))
  const index: Indexes = {
    before: new WordIndex(alignment.before),
    after: new WordIndex(alignment.after),
  }
  return places.map((place) => {
    const isThere = before.slice(place.start, place.end) === place.exact
    const found = isThere ? project(alignment, place) : null
    const answer = found
      ? judged(text, place, found, isCertain(alignment, place, found, index))
      : unaligned(alignment, index, place)
    if (!isThere || (answer.state !== 'moved' && answer.state !== 'review')) return answer
    if (!isTakenBack(alignment, place, answer, answer.state)) return answer
    const score = answer.state === 'review' ? answer.score : ambiguous
    return { ...answer, state: 'review', score, isTakenBack: true }
  })
}

/** What was taken back is quoted where that is said: the same words, which say it no more. */
const isTakenBack = (alignment: Alignment, was: Span, is: Span, state: 'moved' | 'review'): boolean =>
  standsInNotice(alignment.before.text, was, alignment.after.text, is) ||
  // Where words of it changed as well, that it stands elsewhere says no more.
  (state === 'moved' && wentAlone(alignment, was, is))

function judged(text: string, place: TextPlace, found: Projected | PossiblePlace, certain: boolean): Located {
  const { start, end, score, isSame } = found
  if (!isSame) return { state: 'review', start, end, score }
  if (!certain) return { state: 'review', start, end, score: Math.min(score, ambiguous) }
  const isUntouched = start === place.start && text.slice(start, end) === place.exact
  return { state: isUntouched ? 'exact' : 'moved', start, end }
}

/** The most that a place is worth where the same words stand elsewhere, too. */
const ambiguous = 0.5

/** What is not where alignment looks must be very like the passage to be taken for it. */
const leastUnaligned = 0.8

/** What alignment did not find: a short passage that went elsewhere, where nothing else of the old text stands. */
function unaligned(alignment: Alignment, index: Indexes, place: TextPlace): Located {
  const { text } = alignment.after
  const isFree = (word: number): boolean => alignment.taken[word] === 0
  const near = search(index.after, place, isFree).filter(({ score }) => score >= leastUnaligned)
  const answer = decided(text, place, near)
  const own = wordsOf(place.exact)
  if (index.before.count(own) === 1) return answer ?? onlyOne(index, place, own) ?? orphan
  // One of several that read the same: which of them is left, the user must say.
  const any = answer ?? decided(text, place, search(index.after, place)) ?? orphan
  return any.state === 'orphan' ? any : { ...any, state: 'review', score: ambiguous }
}

/** Words that stand once in either text, and elsewhere among other words: of another speaker, perhaps. */
function onlyOne(index: Indexes, place: TextPlace, own: TextWords): Located | null {
  if (index.after.count(own) !== 1) return null
  const [found] = search(index.after, place).filter(({ isSame }) => isSame)
  return found ? { state: 'review', start: found.start, end: found.end, score: ambiguous } : null
}

/** Passages without the text they were made in. Those that stand in several places wait for their neighbours. */
function bySearch(
  text: string,
  places: readonly TextPlace[],
  open: readonly number[],
  found: Located[],
): void {
  const index = new WordIndex(wordsOf(text))
  const waiting: [number, PossiblePlace[]][] = []
  for (const at of open) {
    const place = places[at]
    if (!place) continue
    const candidates = search(index, place)
    const answer = decided(text, place, candidates)
    if (answer && answer.state !== 'review') found[at] = answer
    else if (candidates.length > 0) waiting.push([at, candidates])
  }
  const shifts = shiftsOf(places, found)
  for (const [at, candidates] of waiting) {
    const place = places[at]
    if (!place) continue
    found[at] = byNeighbours(text, place, candidates, shifts) ?? decided(text, place, candidates) ?? orphan
  }
}

/** A short quotation needs its context; a long one that stands once is enough. */
const longQuote = 40
const enoughContext = 0.5
const clearLead = 0.15
const leastScore = 0.6

/** The place that is meant, if what is known decides it; a place to review; null when nothing is near enough. */
function decided(text: string, place: TextPlace, candidates: readonly PossiblePlace[]): Located | null {
  const [best, second] = candidates
  if (!best || best.score < leastScore) return null
  const lead = second ? rank(best) - rank(second) : 1
  const isPlain = best.isSame && (best.context >= enoughContext || place.exact.length >= longQuote)
  if (isPlain && (lead >= clearLead || !second?.isSame)) return judged(text, place, best, true)
  const isLikely = best.context >= enoughContext || (place.exact.length >= longQuote && lead >= clearLead)
  if (!isLikely) return null
  return {
    state: 'review',
    start: best.start,
    end: best.end,
    score: lead < clearLead ? ambiguous : best.score,
  }
}

/** How far the passages that were found went, in the order of the text that they were made in. */
function shiftsOf(
  places: readonly TextPlace[],
  found: readonly Located[],
): { start: number; shift: number }[] {
  return places
    .flatMap((place, at) => {
      const answer = found[at]
      const isFound = answer?.state === 'exact' || answer?.state === 'moved'
      return isFound ? [{ start: place.start, shift: answer.start - place.start }] : []
    })
    .sort((a, b) => a.start - b.start)
}

/** The candidate that went exactly as far as the passages before and after it. */
function byNeighbours(
  text: string,
  place: TextPlace,
  candidates: readonly PossiblePlace[],
  shifts: readonly { start: number; shift: number }[],
): Located | null {
  const next = shifts.findIndex(({ start }) => start > place.start)
  const after = shifts[next === -1 ? shifts.length : next]
  const before = shifts[(next === -1 ? shifts.length : next) - 1]
  if (!before || !after || before.shift !== after.shift) return null
  const same = candidates.find((candidate) => candidate.start - place.start === before.shift)
  return same?.isSame ? judged(text, place, same, true) : null
}

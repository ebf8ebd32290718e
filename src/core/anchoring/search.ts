import type { TextPlace } from '../records/annotation.ts'
import { alignGap } from './align-gap.ts'
import type { Alignment } from './alignment.ts'
import { project } from './project.ts'
import { findExact } from './quote.ts'
import { foldMarks } from './fold.ts'
import { similarity } from './similarity.ts'
import type { Span } from './span.ts'
import type { WordIndex } from './word-index.ts'
import { stretch, wordsIn, wordsOf } from './words.ts'

/** A place where a passage may be. */
export interface PossiblePlace extends Span {
  /** From 0 to 1: how much of the passage stands there. */
  score: number
  /** From 0 to 1: how much of what stood around it stands around this place. */
  context: number
  isSame: boolean
}

/** So many places are compared word by word. */
const mostCompared = 60
/** So many places of a passage without three words in a row are compared. */
const mostShort = 1_000

/**
 * The places where a passage may be by its words and what stood around them, the likeliest first.
 * @param free whether a word of the text may be this passage's; others are some other passage for certain
 */
export function search(
  index: WordIndex,
  place: TextPlace,
  free: (word: number) => boolean = () => true,
): PossiblePlace[] {
  const { prefix, exact, suffix } = place
  const quote = wordsOf(prefix + exact + suffix)
  const found = index
    .likelyPlaces(quote, mostCompared)
    .flatMap((at) => compare(index, place, quote, at) ?? [])
  if (!found.some(({ isSame }) => isSame)) found.push(...shortPlaces(index.words.text, place))
  return distinct(found)
    .filter(({ start, end }) => {
      const { first, behind } = wordsIn(index.words, start, end)
      for (let word = first; word < behind; word += 1) if (!free(word)) return false
      return true
    })
    .sort((a, b) => rank(b) - rank(a) || a.start - b.start)
}

/** The words themselves count more than what stands around them. */
export const rank = ({ score, context }: PossiblePlace): number => 0.65 * score + 0.35 * context

function compare(
  index: WordIndex,
  { prefix, exact, suffix }: TextPlace,
  quote: Alignment['before'],
  at: number,
): PossiblePlace | null {
  const slack = 4 + (quote.count >> 2)
  const from = Math.max(0, at - slack)
  const to = Math.min(index.words.count, at + quote.count + slack)
  const after = stretch(index.words, from, to)
  const alignment: Alignment = {
    before: quote,
    after,
    to: new Int32Array(quote.count).fill(-1),
    manners: new Uint8Array(quote.count),
    taken: new Uint8Array(after.count),
  }
  const all = [0, after.count] as const
  alignGap(alignment, { from: 0, until: quote.count, behind: all, ahead: all })
  const found = project(alignment, { start: prefix.length, end: prefix.length + exact.length })
  if (!found) return null
  const { start, end, score, isSame } = found
  return { start, end, score, isSame, context: contextAt(index.words.text, start, end, prefix, suffix) }
}

/** Where the passage stands letter for letter, for passages too short for rows of words. */
function shortPlaces(text: string, { exact, prefix, suffix }: TextPlace): PossiblePlace[] {
  return findExact(text, exact)
    .slice(0, mostShort)
    .map(({ start, end }) => ({
      start,
      end,
      score: 1,
      isSame: true,
      context: contextAt(text, start, end, prefix, suffix),
    }))
}

/** How much of the context is there, by letters, typography apart; without any context, half. */
function contextAt(text: string, start: number, end: number, prefix: string, suffix: string): number {
  if (prefix + suffix === '') return 0.5
  const before = text.slice(Math.max(0, start - prefix.length), start)
  const behind = text.slice(end, end + suffix.length)
  const likeness =
    prefix.length * similarity(plain(before), plain(prefix)) +
    suffix.length * similarity(plain(behind), plain(suffix))
  return likeness / (prefix.length + suffix.length)
}

const plain = (text: string): string => foldMarks(text).replace(/\s+/g, ' ').toLowerCase()

function distinct(candidates: readonly PossiblePlace[]): PossiblePlace[] {
  const byPlace = new Map<number, PossiblePlace>()
  for (const candidate of candidates) {
    const other = byPlace.get(candidate.start)
    if (!other || rank(candidate) > rank(other)) byPlace.set(candidate.start, candidate)
  }
  return [...byPlace.values()]
}

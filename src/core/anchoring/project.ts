import { wholeCharacters } from './describe.ts'
import { foldMarks } from './fold.ts'
import { linked, type Alignment } from './alignment.ts'
import { readsTheSame } from './fold.ts'
import type { Span } from './span.ts'
import { wordsIn, type TextWords } from './words.ts'

/** A passage carried to another text. */
export interface Projected extends Span {
  /** From 0 to 1: how much of the passage is there, less what was put into it. */
  score: number
  /** It reads the same, apart from typography. */
  isSame: boolean
  /** At least one of its words stands in a row of words that both texts have once. */
  isCertain: boolean
  /** All of its words were found in order between others. */
  isBetween: boolean
}

/** Less than this share of a passage is not the passage. */
export const leastShare = 0.45
/** How much less a similar word counts than the same one. */
const similarWeight = 0.7

interface Cluster {
  first: number
  last: number
  letters: number
  certain: boolean
  between: boolean
}

/**
 * Where a passage of the old text is in the new one, by the words that were aligned; null when too little of it is there.
 * @param start in UTF-16 code units of the old text, as is `end`
 */
export function project(alignment: Alignment, { start, end }: Span): Projected | null {
  const { before, after, to } = alignment
  const { first, behind } = wordsIn(before, start, end)
  const cluster = largestCluster(alignment, first, behind)
  if (!cluster) return null
  let letters = 0
  for (let at = first; at < behind; at += 1) letters += lettersOf(before, at)
  const share = cluster.letters / letters
  if (share < leastShare) return null
  const newStart = startOf(alignment, cluster.first, first, start)
  const newEnd = endOf(alignment, cluster.last, behind - 1, end)
  const from = to[cluster.first] ?? 0
  const until = to[cluster.last] ?? 0
  let newLetters = 0
  for (let at = from; at <= until; at += 1) newLetters += lettersOf(after, at)
  if (newEnd <= newStart) return null
  const span = wholeCharacters(after.text, { start: newStart, end: newEnd })
  const isSame = readsTheSame(before.text.slice(start, end), after.text.slice(span.start, span.end))
  const score = Math.min(1, 0.75 * share + 0.25 * Math.min(1, cluster.letters / Math.max(1, newLetters)))
  return { ...span, score, isSame, isCertain: cluster.certain, isBetween: cluster.between }
}

const lettersOf = (words: TextWords, at: number): number => (words.ends[at] ?? 0) - (words.starts[at] ?? 0)

/** The words of a passage that are together in the new text, in order; what was put between them was not elsewhere before. */
function largestCluster(alignment: Alignment, first: number, behind: number): Cluster | undefined {
  const { before, to } = alignment
  let best: Cluster | undefined
  let current: Cluster | undefined
  for (let at = first; at < behind; at += 1) {
    const place = to[at] ?? -1
    if (place === -1) continue
    const manner = alignment.manners[at] ?? linked.not
    const letters = lettersOf(before, at) * (manner === linked.similar ? similarWeight : 1)
    if (current && isTogether(alignment, to[current.last] ?? 0, place)) {
      current.last = at
      current.letters += letters
      current.certain ||= manner === linked.certain
      current.between &&= manner === linked.between
    } else {
      current = {
        first: at,
        last: at,
        letters,
        certain: manner === linked.certain,
        between: manner === linked.between,
      }
    }
    if (!best || current.letters >= best.letters) best = current
  }
  return best
}

function isTogether({ taken }: Alignment, last: number, place: number): boolean {
  if (place <= last) return false
  for (let at = last + 1; at < place; at += 1) if (taken[at] === 1) return false
  return true
}

/** Words that replaced the first ones of the passage belong to it; at most so many more than they were. */
const replacedWords = 3

function startOf({ before, after, to }: Alignment, found: number, first: number, start: number): number {
  const place = to[found] ?? 0
  const missing = found - first
  const previous = missing === 0 ? -1 : first > 0 ? (to[first - 1] ?? -1) + 1 : 0
  const isReplaced =
    missing > 0 &&
    (first === 0 || previous > 0) &&
    previous < place &&
    place - previous <= 2 * missing + replacedWords
  const word = isReplaced ? previous : place
  const wordStart = before.starts[first] ?? 0
  const newStart = after.starts[word] ?? 0
  if (start >= wordStart)
    return missing === 0 && isAsLong(before, found, after, place) ? newStart + start - wordStart : newStart
  const lead = foldMarks(before.text.slice(start, wordStart))
  const there = foldMarks(after.text.slice(Math.max(0, newStart - lead.length), newStart))
  let length = 0
  while (length < there.length && there.at(-1 - length) === lead.at(-1 - length)) length += 1
  return newStart - length
}

function endOf({ before, after, to }: Alignment, found: number, last: number, end: number): number {
  const place = to[found] ?? 0
  const missing = last - found
  const next = last + 1 < before.count ? (to[last + 1] ?? -1) : after.count
  const isReplaced = missing > 0 && next > place + 1 && next - 1 - place <= 2 * missing + replacedWords
  const wordEnd = before.ends[last] ?? 0
  const newEnd = after.ends[isReplaced ? next - 1 : place] ?? 0
  if (end <= wordEnd)
    return missing === 0 && isAsLong(before, last, after, place) ? newEnd - (wordEnd - end) : newEnd
  const trail = foldMarks(before.text.slice(wordEnd, end))
  const there = foldMarks(after.text.slice(newEnd, newEnd + trail.length))
  let length = 0
  while (length < there.length && there[length] === trail[length]) length += 1
  return newEnd + length
}

/** An offset within a word is kept where the new word is as long; else the passage gets all of the word. */
const isAsLong = (before: TextWords, word: number, after: TextWords, place: number): boolean =>
  lettersOf(before, word) === lettersOf(after, place)

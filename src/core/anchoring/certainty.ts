import { linked, type Alignment } from './alignment.ts'
import { sameWordsAt } from './grams.ts'
import type { Projected } from './project.ts'
import type { Span } from './span.ts'
import type { WordIndex } from './word-index.ts'
import { stretch, wordsIn, type TextWords } from './words.ts'

/** The indexes of the old and the new text. */
export interface Indexes {
  before: WordIndex
  after: WordIndex
}

/** The words [first, behind) of the old text. */
interface Row {
  first: number
  behind: number
}

/** Words that stand in several places are told apart by so many words around them, in their paragraph. */
const reach = 8
/** And else only by certain words that are so near, on both sides. */
const nearWords = 60

/** Whether there is no other place in either text that the passage could be taken for. */
export function isCertain(alignment: Alignment, place: Span, found: Projected, indexes: Indexes): boolean {
  const row = wordsIn(alignment.before, place.start, place.end)
  if (isAlone(alignment, row, indexes)) return true
  if (found.isCertain) {
    const wider = widened(alignment, row)
    if (isAlone(alignment, wider, indexes)) return true
    if (!wider.isWhole) return false
    if (isHeld(alignment, wider)) return true
    return isAloneBetween(alignment, row) && (isTiedOn(alignment, wider) || !hasTwin(alignment, row, indexes))
  }
  return found.isBetween && isAloneBetween(alignment, row) && isNoOtherCopy(alignment, row, indexes)
}

/** Whether these words stand once in both texts. */
function isAlone({ before }: Alignment, { first, behind }: Row, indexes: Indexes): boolean {
  const words = stretch(before, first, behind)
  return indexes.before.count(words) === 1 && indexes.after.count(words) === 1
}

/**
 * With the words around it that are certain and went with it, within the paragraph. `isWhole`: on both sides it ends with the
 * paragraph or far enough away, not where the words beside it went elsewhere.
 */
function widened(alignment: Alignment, { first, behind }: Row): Row & { isWhole: boolean } {
  const { before } = alignment
  const went = withNeighbours(before, { first, behind }, (word) => goTogether(alignment, word))
  const isWhole =
    (first - went.first === reach || endsParagraph(before, went.first - 1)) &&
    (went.behind - behind === reach || endsParagraph(before, went.behind - 1))
  return { ...went, isWhole }
}

/** With so many words around it in its paragraph as the passage is told apart by, while each `isHeld` to the next. */
function withNeighbours(
  words: TextWords,
  { first, behind }: Row,
  isHeld: (word: number) => boolean = () => true,
): Row {
  let from = first
  while (first - from < reach && !endsParagraph(words, from - 1) && isHeld(from - 1)) from -= 1
  let until = behind
  while (until - behind < reach && !endsParagraph(words, until - 1) && isHeld(until - 1)) until += 1
  return { first: from, behind: until }
}

/** Whether a word is the last of its paragraph. */
const endsParagraph = ({ text, starts, ends, count }: TextWords, word: number): boolean =>
  word < 0 || word >= count - 1 || text.slice(ends[word], starts[word + 1]).includes('\n')

/** Whether the words stand in the same surroundings elsewhere in the old text: one copy could have taken the place of another. */
function hasTwin({ before }: Alignment, row: Row, indexes: Indexes): boolean {
  const { first, behind } = withNeighbours(before, row)
  return indexes.before.count(stretch(before, first, behind)) > 1
}

/** Whether a word and the next one are certain and still follow one another. */
function goTogether({ before, to, manners }: Alignment, word: number): boolean {
  return (
    word >= 0 &&
    word + 1 < before.count &&
    manners[word] === linked.certain &&
    manners[word + 1] === linked.certain &&
    to[word + 1] === (to[word] ?? 0) + 1
  )
}

/** Where the same paragraph stands elsewhere, too, it is another copy unless it stands between what it stood between. */
const isNoOtherCopy = (alignment: Alignment, row: Row, indexes: Indexes): boolean =>
  !hasTwin(alignment, row, indexes) || isHeld(alignment, paragraphOf(alignment.before, row))

/** The words of the paragraph, or paragraphs, that words stand in. */
function paragraphOf(words: TextWords, { first, behind }: Row): Row {
  let from = first
  while (!endsParagraph(words, from - 1)) from -= 1
  let until = behind
  while (!endsParagraph(words, until - 1)) until += 1
  return { first: from, behind: until }
}

/** Whether all words of a row followed one another, and the one before or behind it. */
function isTiedOn(alignment: Alignment, { first, behind }: Row): boolean {
  for (let word = first; word < behind - 1; word += 1) if (!goTogether(alignment, word)) return false
  return goTogether(alignment, first - 1) || goTogether(alignment, behind - 1)
}

/** Whether what stands before and after it went with it. */
function isHeld(alignment: Alignment, { first, behind }: Row): boolean {
  const { before, after, to } = alignment
  const begins = first === 0 && to[0] === 0
  const ends = behind === before.count && to[behind - 1] === after.count - 1
  return (begins || goTogether(alignment, first - 1)) && (ends || goTogether(alignment, behind - 1))
}

/** A passage between certain words is certain when its words stand as often between these in both texts. */
function isAloneBetween({ before, after, to, manners }: Alignment, { first, behind }: Row): boolean {
  let left = first - 1
  while (left >= 0 && manners[left] !== linked.certain) left -= 1
  let right = behind
  while (right < before.count && manners[right] !== linked.certain) right += 1
  const from = left < 0 ? 0 : (to[left] ?? 0) + 1
  const until = right >= before.count ? after.count : (to[right] ?? 0)
  const size = behind - first
  const countIn = (words: Alignment['before'], start: number, end: number): number => {
    let count = 0
    for (let at = start; at <= end - size; at += 1)
      if (sameWordsAt(before, first, words, at, size)) count += 1
    return count
  }
  const isInside = left >= 0 && right < before.count
  const isNear = right - left - 1 <= size + 2 * nearWords
  return isInside && isNear && countIn(before, left + 1, right) === countIn(after, from, until)
}

import type { Span } from '../anchoring/span.ts'
import { wordsOf, type TextWords } from '../anchoring/words.ts'

/** A stretch of a text that is compared with others as a whole. */
export interface ComparedPassage extends Span {
  /** Its first word in the text, and how many it has. */
  first: number
  words: number
  /** Else it is a part of the text across paragraphs, or of one. */
  isParagraph: boolean
  /** The hashes of each row of `shingleLength` words, sorted, each once. */
  shingles: Uint32Array
}

const shingleLength = 4
/** A passage with fewer words says too little to be recognised by. */
const fewestWords = 12
/** So does one that repeats the same few words: a line of signs, a row of zeros. */
const fewestShingles = 8
/** How long the parts are in which a text is compared besides its paragraphs, in words. */
const [leastPart, mostPart] = [24, 120]

/** What stands before a word, as bits. */
const touches = 1
const endsSentence = 2
const endsParagraph = 4
/** Behind a mark of Chinese and Japanese there is no space. */
const sentenceEnd = /[.!?…؟۔।]\S{0,20}\s|[。！？｡]/u
const marksOnly = /^[\p{M}\p{Cf}]+$/u

/**
 * The passages of a text that are long enough to be recognised; offsets in UTF-16 code units. They are its paragraphs, and
 * parts of some sentences across paragraphs: outlets join and split those, and what was pasted may have none.
 */
export function passagesOf(text: string): { words: number; passages: ComparedPassage[] } {
  const words = withoutMarks(wordsOf(text))
  const gaps = gapsOf(words)
  const thirds = thirdsOf(gaps)
  const paragraphs = paragraphsOf(gaps)
  const known = new Set(paragraphs.map(String))
  const parts = partsOf(words, gaps, thirds).filter((part) => !known.has(String(part)))
  const passages = [
    ...paragraphs.map((stretch) => ({ stretch, isParagraph: true })),
    ...parts.map((stretch) => ({ stretch, isParagraph: false })),
  ]
    .filter(({ stretch: [from, to] }) => (thirds[to] ?? 0) - (thirds[from] ?? 0) >= 3 * fewestWords)
    .map(({ stretch, isParagraph }) => ({ ...passageOf(words, ...stretch), isParagraph }))
    .filter(({ shingles }) => shingles.length >= fewestShingles)
  return { words: words.count, passages }
}

/** Marks of Chinese and Japanese count as words, as their letters do; quotes and stops are no matter here. */
function withoutMarks(words: TextWords): TextWords {
  const isMark = (at: number): boolean => {
    const unit = words.text.charCodeAt(words.starts[at] ?? 0)
    return unit >= 0x3000 && unit < 0x3100 && /\p{P}/u.test(String.fromCharCode(unit))
  }
  const kept = words.starts.map((_, at) => at).filter((at) => !isMark(at))
  if (kept.length === words.count) return words
  return {
    text: words.text,
    count: kept.length,
    ids: kept.map((at) => words.ids[at] ?? 0),
    starts: kept.map((at) => words.starts[at] ?? 0),
    ends: kept.map((at) => words.ends[at] ?? 0),
  }
}

/** What stands before each word, and behind the last. */
function gapsOf({ text, count, starts, ends }: TextWords): Uint8Array {
  const gaps = new Uint8Array(count + 1).fill(endsParagraph)
  for (let next = 1; next < count; next += 1) {
    const [from, to] = [ends[next - 1] ?? 0, starts[next] ?? 0]
    // Nearly always one space.
    gaps[next] = to - from === 1 && text.charCodeAt(from) === 0x20 ? 0 : gapOf(text.slice(from, to))
  }
  return gaps
}

const gapOf = (between: string): number =>
  between === '' || marksOnly.test(between)
    ? touches
    : (sentenceEnd.test(between) ? endsSentence : 0) | (between.includes('\n') ? endsParagraph : 0)

/**
 * How much stands before each word, in thirds of a word: where there are no spaces, each letter is a word of its own, and
 * some three of them make one.
 */
function thirdsOf(gaps: Uint8Array): Uint32Array {
  const sums = new Uint32Array(gaps.length)
  for (let at = 0; at + 1 < gaps.length; at += 1)
    sums[at + 1] = (sums[at] ?? 0) + (((gaps[at] ?? 0) | (gaps[at + 1] ?? 0)) & touches ? 1 : 3)
  return sums
}

function paragraphsOf(gaps: Uint8Array): [number, number][] {
  const paragraphs: [number, number][] = []
  for (let first = 0, next = 1; next < gaps.length; next += 1) {
    if (!((gaps[next] ?? 0) & endsParagraph)) continue
    paragraphs.push([first, next])
    first = next
  }
  return paragraphs
}

/**
 * Cuts where the words say so, not after a number of them (content-defined chunking; Manber, 1994): behind an insertion or
 * a deletion the same cuts are found again.
 */
function partsOf({ ids, count }: TextWords, gaps: Uint8Array, thirds: Uint32Array): [number, number][] {
  const parts: [number, number][] = []
  let first = 0
  for (let next = 1; next < count; next += 1) {
    const size = ((thirds[next] ?? 0) - (thirds[first] ?? 0)) / 3
    if (size < leastPart) continue
    const chance = Math.imul((ids[next - 1] ?? 0) ^ Math.imul(ids[next - 2] ?? 0, 31), 0x9e3779b1) >>> 16
    const isLong = size >= mostPart
    const isCut = (gaps[next] ?? 0) & endsSentence ? isLong || chance % 2 === 0 : isLong && chance % 16 === 0
    if (!isCut) continue
    parts.push([first, next])
    first = next
  }
  const last = parts.at(-1)
  // What is left over goes with the part before, so that the parts are the whole text.
  if (last && (thirds[count] ?? 0) - (thirds[first] ?? 0) < 3 * leastPart) last[1] = count
  else parts.push([first, count])
  return parts
}

function passageOf(
  { text, ids, starts, ends }: TextWords,
  from: number,
  to: number,
): Omit<ComparedPassage, 'isParagraph'> {
  let end = ends[to - 1] ?? 0
  // A vowel sign of a script without spaces belongs to the letter before it.
  while (end < text.length && /\p{M}/u.test(text.charAt(end))) end += 1
  return {
    start: starts[from] ?? 0,
    end,
    first: from,
    words: to - from,
    shingles: shinglesOf(ids.subarray(from, to)),
  }
}

function shinglesOf(words: Int32Array): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, words.length - shingleLength + 1))
  for (let at = 0; at < hashes.length; at += 1) {
    let hash = 0x811c9dc5
    for (let n = 0; n < shingleLength; n += 1) hash = Math.imul(hash ^ (words[at + n] ?? 0), 0x01000193)
    hashes[at] = hash ^ (hash >>> 15)
  }
  hashes.sort()
  return hashes.filter((hash, at) => at === 0 || hash !== hashes[at - 1])
}

/** How much two passages have in common, from 0 to 1: shared shingles among all of both (Jaccard). */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const one = a[i] ?? 0
    const other = b[j] ?? 0
    if (one === other) shared += 1
    if (one <= other) i += 1
    if (other <= one) j += 1
  }
  return shared / (a.length + b.length - shared)
}

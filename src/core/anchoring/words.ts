/**
 * A text as a row of words, for comparing texts: each word as a number (a hash of its folded letters), with where it
 * begins and ends in UTF-16 code units. What stands between words is not counted: white space, punctuation and
 * invisible characters; a number with its points and commas is one word. Letters of scripts without spaces (Han, Kana, Thai, …) and symbols are words of their own.
 */
export interface TextWords {
  readonly text: string
  readonly count: number
  readonly ids: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const between = 1
const inWord = 2
const alone = 3
const skipped = 4

/** What each UTF-16 code unit is, and the letter it counts as, or 0 where it is several; filled as units are met. */
const sorts = new Uint8Array(0x10000)
const letters = new Uint16Array(0x10000)
/** Ligatures, and the syllables of Hangul, which may also be written letter by letter. */
const several = new Map<number, readonly number[]>()

const isAlone =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
/** Marks, soft hyphens, joiners and marks of direction; and the apostrophes, which stand within words. */
const isSkipped = /[\p{M}\p{Cf}'\u2019\u02bc]/u
const isLetter = /[\p{L}\p{N}]/u
const isSymbol = /[\p{S}]/u
/** Powers, indices and the numbers of notes: `1999³` is 1999, and `10⁶` is not 106. */
const isRaised = /[⁰¹²³⁴-⁹₀-₉]/u

function sortOf(unit: number): number {
  const known = sorts[unit] ?? 0
  if (known !== 0) return known
  const character = String.fromCharCode(unit)
  const sort = isSkipped.test(character)
    ? skipped
    : isSurrogate(unit) || isSymbol.test(character) || isRaised.test(character)
      ? alone
      : !isLetter.test(character)
        ? between
        : isAlone.test(character)
          ? alone
          : inWord
  sorts[unit] = sort
  // Compatibility forms without marks, in lower case: `É`, `é` and `e` with a combining accent are one letter here.
  const folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const codes = Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at))
  if (codes.length > 1) several.set(unit, codes)
  else letters[unit] = codes[0] ?? unit
  return sort
}

function hashedLetter(hash: number, unit: number): number {
  const letter = letters[unit] ?? 0
  if (letter !== 0) return hashed(hash, letter)
  return (several.get(unit) ?? [unit]).reduce(hashed, hash)
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** The words of a text. */
export function wordsOf(text: string): TextWords {
  const size = text.length
  const ids = new Int32Array(size)
  const starts = new Int32Array(size)
  const ends = new Int32Array(size)
  let count = 0
  let at = 0
  while (at < size) {
    const sort = sortOf(text.charCodeAt(at))
    if (sort === between || sort === skipped) {
      at += 1
      continue
    }
    starts[count] = at
    let hash = 0
    if (sort === alone) {
      const isPair = isHigh(text.charCodeAt(at)) && at + 1 < size
      hash = hashed(hash, text.charCodeAt(at))
      if (isPair) hash = hashed(hash, text.charCodeAt(at + 1))
      at += isPair ? 2 : 1
      ends[count] = at
    } else {
      let end = at
      for (; at < size; at += 1) {
        const unit = text.charCodeAt(at)
        const next = sortOf(unit)
        if (next === inWord) {
          hash = hashedLetter(hash, unit)
          end = at + 1
        } else if (next === skipped) {
          if (isMark(unit)) end = at + 1
        } else if (!isWithinNumber(text, at)) break
      }
      ends[count] = end
      at = end
    }
    ids[count] = hash
    count += 1
  }
  return {
    text,
    count,
    ids: ids.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
  }
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** A point or comma between digits: `1,241` is one word. */
function isWithinNumber(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  const isPoint = unit === 0x2c || unit === 0x2e
  return isPoint && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
}

/** A combining mark belongs to the letter before it; an apostrophe or a joiner at the end of a word does not. */
const isMark = (unit: number): boolean => unit >= 0x300 && (unit < 0x2000 || unit > 0x206f) && unit !== 0xfeff

/** One step of the 32-bit FNV-1a hash over code units (Fowler, Noll, Vo). */
const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit ^ 0x811c9dc5, 0x01000193)

/** The first word that ends behind this offset; `count` when there is none. */
export function wordAt(words: TextWords, offset: number): number {
  let low = 0
  let high = words.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words.ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The words [first, behind) that a passage touches, by offsets in UTF-16 code units. */
export function wordsIn(words: TextWords, start: number, end: number): { first: number; behind: number } {
  const first = wordAt(words, start)
  const last = wordAt(words, end - 1)
  const touchesLast = last < words.count && (words.starts[last] ?? 0) < end
  return { first, behind: Math.max(first, touchesLast ? last + 1 : last) }
}

/** A stretch of words, without copying; offsets still count in the whole text. */
export function stretch(words: TextWords, from: number, to: number): TextWords {
  return {
    text: words.text,
    count: to - from,
    ids: words.ids.subarray(from, to),
    starts: words.starts.subarray(from, to),
    ends: words.ends.subarray(from, to),
  }
}

import { distance } from 'fastest-levenshtein'
import { areSameParticle, nameWords, type NameWord } from './name-words.ts'
import { areTwoCountries } from './places.ts'
import { areOneGivenName } from './short-names.ts'
import { soundKey, spokenForm } from './sound-key.ts'

export const nameReasons = ['same-words', 'initials', 'short-form', 'part', 'spelling', 'sound'] as const
export type NameReason = (typeof nameReasons)[number]

/** How much of a word may be other letters: where it sounds the same, and where it does not. */
const mostOther = 0.25
const mostOtherSounds = 0.2
/** A shorter word with another sound is another word: “Iran” is not “Iraq”. */
const fewestLetters = 6
/** How much of a word may be spoken in another way; of a shorter one than that nothing. */
const mostSpoken = 0.4
const fewestSpoken = 4

interface WordMatch {
  score: number
  reason: NameReason
}

export interface NameLikeness {
  /** From 0 to 1. */
  score: number
  /** In the order of `nameReasons`. */
  reasons: NameReason[]
  /** Which of the two names is only one word of the other one, if any: it may be meant by many. */
  oneWord: 0 | 1 | null
}

function matchWords(one: NameWord, other: NameWord): WordMatch | null {
  if (one.plain === other.plain) return areOtherCharacters(one, other) ? null : same
  if (areSameParticle(one.plain, other.plain)) return same
  if (one.twoLetters === other.plain || other.twoLetters === one.plain)
    return { score: 0.98, reason: 'spelling' }
  if (areOneGivenName(one.plain, other.plain)) return { score: 0.85, reason: 'short-form' }
  if (areTwoCountries(one.plain, other.plain)) return null
  const [short, long] = one.plain.length <= other.plain.length ? [one, other] : [other, one]
  if (/\d/.test(short.plain + long.plain)) return null
  if (short.plain.length === 1)
    return long.plain.startsWith(short.plain) ? { score: 0.75, reason: 'initials' } : null
  // “Paul” and “Paula”, “Ivanov” and “Ivanova”, “Ram” and “Rama” are two people.
  if (short.plain.length >= 3 && long.plain === `${short.plain}a`) return null
  const away = distance(one.plain, other.plain) / long.plain.length
  const isSameSound = one.key.length > 1 && one.key === other.key
  const isMisspelt = isSameSound
    ? long.plain.length > 3 && away <= mostOther
    : long.plain.length >= fewestLetters &&
      away <= mostOtherSounds &&
      short.plain.charAt(0) === long.plain.charAt(0)
  if (isMisspelt) return { score: 1 - away, reason: 'spelling' }
  return isSameSound && areSpokenAlike(one, other) ? { score: 0.8, reason: 'sound' } : null
}

const same: WordMatch = { score: 1, reason: 'same-words' }

/** Chinese names that are different are often spelled the same in letters. */
function areOtherCharacters({ written: one }: NameWord, { written: other }: NameWord): boolean {
  const isHan = /^\p{Script=Han}+$/u
  if (one === other || !isHan.test(one) || !isHan.test(other)) return false
  const [mine, theirs] = [Array.from(one), Array.from(other)]
  const shared = mine.filter((character) => theirs.includes(character)).length
  return 2 * shared <= Math.max(mine.length, theirs.length)
}

/** Arabic and Hebrew write few vowels: the consonants must do. */
const hasFewVowels = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

function areSpokenAlike(one: NameWord, other: NameWord): boolean {
  if (one.spoken === other.spoken) return one.plain.length > 2 && other.plain.length > 2
  if (hasFewVowels.test(one.written) !== hasFewVowels.test(other.written)) return true
  const [least, most] = [one.spoken.length, other.spoken.length].sort((a, b) => a - b)
  return (least ?? 0) >= fewestSpoken && distance(one.spoken, other.spoken) <= mostSpoken * (most ?? 0)
}

/**
 * How likely two spellings are of one name; null where they are not. Words may stand in another order (“Starr, Daniel”), be
 * initials, be misspelled or be transliterated in another way, and some may be missing.
 */
export const nameLikeness = (one: string, other: string): NameLikeness | null =>
  likenessOfWords(nameWords(one), nameWords(other))

/** The same of names whose words are known. */
export function likenessOfWords(one: readonly NameWord[], other: readonly NameWord[]): NameLikeness | null {
  const matches = assigned(one, other)
  return bestOf([partIn(one, other, matches, 0), partIn(other, one, matches, 1), joinedLikeness(one, other)])
}

/** The highest; of equal ones the same in whatever order they come. */
export function bestOf(all: readonly (NameLikeness | null)[]): NameLikeness | null {
  const [best] = all
    .filter((one) => one !== null)
    .sort((a, b) => b.score - a.score || (a.reasons.join() < b.reasons.join() ? -1 : 1))
  return best ?? null
}

interface Assigned extends WordMatch {
  words: [NameWord, NameWord]
}

/** Each word with the one that is most like it, the best first. */
function assigned(one: readonly NameWord[], other: readonly NameWord[]): Assigned[] {
  const all = one.flatMap((mine) =>
    other.flatMap((theirs): Assigned[] => {
      const match = matchWords(mine, theirs)
      return match ? [{ ...match, words: [mine, theirs] }] : []
    }),
  )
  const taken = new Set<NameWord>()
  return all
    .sort((a, b) => b.score - a.score || (textOf(a) < textOf(b) ? -1 : 1))
    .filter(({ words: [mine, theirs] }) => {
      if (taken.has(mine) || taken.has(theirs)) return false
      taken.add(mine).add(theirs)
      return true
    })
}

/** The same from both sides. */
const textOf = ({ words }: Assigned): string =>
  words
    .map(({ plain }) => plain)
    .sort()
    .join()

/** Where all words of the one are in the other. */
function partIn(
  one: readonly NameWord[],
  other: readonly NameWord[],
  matches: readonly Assigned[],
  side: 0 | 1,
): NameLikeness | null {
  const own = one.filter(({ isOptional }) => !isOptional)
  const found = matches.filter(({ words }) => own.some((word) => words.includes(word)))
  // A name that is only initials says nothing.
  const isSaid = found.some(({ words }) => words.every(({ plain }) => plain.length > 1))
  if (found.length < own.length || !isSaid) return null
  const matched = new Set(found.flatMap(({ words }) => words))
  const missing = other.filter((word) => !word.isOptional && !matched.has(word)).length
  const whole = found.reduce((sum, { score }) => sum + score, 0) / found.length
  const reasons = new Set(found.map(({ reason }) => reason))
  if (missing > 0) {
    reasons.add('part')
    // Of a name that is only a part of the other one, that is all there is to say.
    reasons.delete('same-words')
  }
  return {
    score: whole * (0.7 + (0.3 * own.length) / (own.length + missing)),
    reasons: nameReasons.filter((reason) => reasons.has(reason)),
    oneWord: own.length === 1 && missing > 0 ? side : null,
  }
}

/** “Abdul Rahman” and “Abdulrahman”. */
function joinedLikeness(one: readonly NameWord[], other: readonly NameWord[]): NameLikeness | null {
  if (one.length === other.length) return null
  const [mine, theirs] = [joined(one), joined(other)]
  if (mine.length < fewestLetters || theirs.length < fewestLetters) return null
  if (mine === theirs) return { score: 0.95, reasons: ['spelling'], oneWord: null }
  const [spoken, heard] = [spokenForm(mine), spokenForm(theirs)]
  const isAlike =
    soundKey(spoken) === soundKey(heard) &&
    distance(spoken, heard) <= mostOther * Math.max(spoken.length, heard.length)
  return isAlike ? { score: 0.8, reasons: ['sound'], oneWord: null } : null
}

/** The letters of a name in one. */
const joined = (words: readonly NameWord[]): string => words.map(({ plain }) => plain).join('')

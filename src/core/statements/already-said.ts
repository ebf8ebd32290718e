import { numbersIn } from '../claims/numbers.ts'
import { jaccard, sharedWords } from '../text/jaccard.ts'
import { foldedWords } from '../records/fold-name.ts'

/** How much of the words of both must be the same, those that count most counted most. */
const nearEnough = 0.45
/** Fewer words are the same by chance. */
const fewest = 3

const empty = new Set(
  `a an the of to in on at by for with from and or but as is are was were be been being it its that this these those he she they his her
  their has have had do does did will would not no than then there here who which about into over after before said says`.split(
    /\s+/,
  ),
)
const denial =
  /(?<![\p{L}])(?:no|not|never|n[’']t|denie[sd]|deny|rejects?|rejected|false|without|neither|nor|nobody|none)(?![\p{L}])|n[’']t(?![\p{L}])/giu

/** What is compared of a claim or a statement. */
export interface Compared {
  words: ReadonlySet<string>
  numbers: ReadonlySet<number>
  isDenied: boolean
}

/** @param negated whether somebody says that it is not so */
export function compared(text: string, negated = false): Compared {
  const words = foldedWords(text).filter((word) => !empty.has(word) && !/^\d/.test(word))
  const denials = (text.match(denial)?.length ?? 0) + (negated ? 1 : 0)
  return {
    words: new Set(words.map(stem)),
    numbers: new Set(numbersIn(text).map(({ value }) => value)),
    isDenied: denials % 2 === 1,
  }
}

/** Enough of a word that its forms are one. */
const stem = (word: string): string => word.replace(/(?:ations?|ings?|ed|es|s|d)$/, '').slice(0, 12) || word

/**
 * Whether two say nearly the same, or the opposite; null for neither. Numbers must agree, and whether it is so must agree to be the
 * same.
 */
export function likenessOf(
  one: Compared,
  other: Compared,
): { is: 'same' | 'opposite'; likeness: number } | null {
  const smaller = Math.min(one.words.size, other.words.size)
  if (smaller < fewest) return null
  const shared = sharedWords(one.words, other.words)
  const likeness = jaccard(one.words, other.words)
  const isWithin = shared >= fewest && shared / smaller >= 0.8
  if (likeness < nearEnough && !isWithin) return null
  if (!agree(one.numbers, other.numbers)) return null
  return { is: one.isDenied === other.isDenied ? 'same' : 'opposite', likeness }
}

/** Figures agree where one has none, or all of one stand in the other. */
function agree(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  return few.size === 0 ? many.size === 0 : [...few].every((value) => many.has(value))
}

import type { SourceKind } from '../records/source.ts'
import type { NameLikeness } from './name-likeness.ts'
import type { NameWord } from './name-words.ts'

/** The initials of people fit too many. */
export const haveAcronyms = (kind: SourceKind): boolean => kind === 'organisation' || kind === 'outlet'

/** The letters of a name that is an acronym. */
export function acronymOf(words: readonly NameWord[]): string | null {
  const [word, ...more] = words
  return word && more.length === 0 && /^\p{Lu}{2,6}$/u.test(word.written) ? word.plain : null
}

/** The first letters of a name of some words. */
export const firstLetters = (words: readonly NameWord[]): string | null =>
  words.length < 2 ? null : words.map(({ plain }) => plain.charAt(0)).join('')

/** Whether one of two names is the acronym of the other; two letters fit many names. */
export function acronymLikeness(one: readonly NameWord[], other: readonly NameWord[]): NameLikeness | null {
  const acronym = acronymOf(one) ?? acronymOf(other)
  const letters = firstLetters(one) ?? firstLetters(other)
  if (acronym === null || acronym !== letters) return null
  return { score: acronym.length === 2 ? 0.75 : 0.85, reasons: ['initials'], oneWord: null }
}

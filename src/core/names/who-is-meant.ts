import type { Id } from '../records/base.ts'
import { foldedWords, foldName } from '../records/fold-name.ts'
import type { SourceKind } from '../records/source.ts'
import { isFamilyFirst } from './family-first.ts'

/** A source that a name of a text may mean. */
export interface KnownName {
  id: Id<'source'>
  kind: SourceKind
  /** Its name and its other spellings. */
  names: readonly string[]
  /** Whether it speaks in the article already. */
  isOfArticle: boolean
  /** Whether its name means it in another article only. */
  isElsewhere: boolean
}

/** Who is meant: a source that is there, or a new one, whose name may mean it in its article only. */
export type Meant = { source: Id<'source'> } | { source: null; isOfArticleOnly: boolean }

const titles = new Set('mr mrs ms mx dr prof sir dame lord lady madame monsieur herr frau'.split(' '))
const namesOnly = (name: string): string[] => foldedWords(name).filter((word) => !titles.has(word))

/**
 * Who is meant by a name in an article. The article’s own people come first; whole words count, never parts of them; a name alone is a
 * family name, never a given one. What two may be is nobody; what everybody is called (“police”, “the company”, “Kim”) means another
 * one in each article.
 * @param isCommon whether it is what many are called
 */
export function whoIsMeant(
  { name, kind }: { name: string; kind: SourceKind },
  known: readonly KnownName[],
  isCommon: boolean,
): Meant {
  const words = namesOnly(name)
  const isLone = kind === 'person' && words.length === 1
  const there = known.filter((one) => !one.isElsewhere || one.isOfArticle)
  const found =
    only(there.filter((one) => one.isOfArticle && one.names.some((other) => isSameName(name, other)))) ??
    only(there.filter((one) => one.isOfArticle && fits(words, kind, one))) ??
    (isCommon
      ? undefined
      : only(there.filter((one) => one.names.some((other) => isSameName(name, other))))) ??
    (isCommon ? undefined : only(there.filter((one) => fits(words, kind, one))))
  return found ? { source: found.id } : { source: null, isOfArticleOnly: isCommon || isLone }
}

const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined)

const isSameName = (one: string, other: string): boolean =>
  foldName(one) === foldName(other) || namesOnly(one).join(' ') === namesOnly(other).join(' ')

/** Whether a name is a shorter or longer one of a person: all words of the shorter are whole words of the longer. */
function fits(words: readonly string[], kind: SourceKind, { kind: theirs, names }: KnownName): boolean {
  if (kind !== 'person' || theirs !== 'person' || words.length === 0) return false
  return names.some((name) => {
    const other = namesOnly(name)
    const [short, long] = words.length <= other.length ? [words, other] : [other, words]
    return familyOf(short) === familyOf(long) && short.every((word) => long.includes(word))
  })
}

const familyOf = (words: readonly string[]): string => {
  const [first = '', ...more] = words
  return more.length > 0 && isFamilyFirst(first) ? first : (words.at(-1) ?? '')
}

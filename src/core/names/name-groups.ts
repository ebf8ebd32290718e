import type { SourceKind } from '../records/source.ts'
import { acronymOf, firstLetters, haveAcronyms } from './acronym.ts'
import type { NameWord } from './name-words.ts'

/** A key that more sources have tells none of them apart. */
const mostWithKey = 100

export interface NamedWords {
  kind: SourceKind
  /** The words of each of its names. */
  names: readonly (readonly NameWord[])[]
}

/**
 * Groups of sources that may be one, by their places in the list: those with a word in common as far as it sounds, begins or ends;
 * where too many have a word, those with the first letter of another one in common as well. No group is large, so the work
 * grows with the number of sources.
 */
export function groupsOf(sources: readonly NamedWords[]): number[][] {
  const groups = grouped(sources, keysOf)
  const isCrowded = (key: string): boolean => (groups.get(key)?.size ?? 0) > mostWithKey
  const more = grouped(sources, (words) =>
    words.flatMap((word) =>
      keysOfWord(word)
        .filter(isCrowded)
        .flatMap((key) => keysWithAnother(key, word, words)),
    ),
  )
  return [...groups.values(), ...more.values()]
    .filter(({ size }) => size > 1 && size <= mostWithKey)
    .map((group) => [...group])
}

function grouped(
  sources: readonly NamedWords[],
  keysIn: (words: readonly NameWord[], kind: SourceKind) => readonly string[],
): Map<string, Set<number>> {
  const groups = new Map<string, Set<number>>()
  for (const [at, { kind, names }] of sources.entries()) {
    for (const key of new Set(names.flatMap((words) => keysIn(words, kind)))) {
      const group = groups.get(key) ?? new Set()
      groups.set(key, group.add(at))
    }
  }
  return groups
}

function keysOf(words: readonly NameWord[], kind: SourceKind): string[] {
  const acronym = haveAcronyms(kind) ? (acronymOf(words) ?? firstLetters(words)) : null
  const sounds = words.map(({ key, plain }) => (key === '' ? plain : key))
  return [
    ...words.flatMap(keysOfWord),
    ...words.flatMap(({ plain, twoLetters }) =>
      twoLetters === plain ? [] : [`begin ${twoLetters.slice(0, 3)}`],
    ),
    `all ${sounds.sort().join(' ')}`,
    ...(acronym === null ? [] : [`acronym ${acronym}`]),
  ]
}

function keysOfWord({ plain, key }: NameWord): string[] {
  if (plain.length < 2) return []
  return [
    ...[`begin ${plain.slice(0, 3)}`, `end ${plain.slice(-3)}`],
    ...(key.length > 1 ? [`sound ${key}`] : []),
  ]
}

const keysWithAnother = (key: string, word: NameWord, words: readonly NameWord[]): string[] =>
  words.filter((another) => another !== word).map(({ plain }) => `${key}, ${plain.charAt(0)}`)

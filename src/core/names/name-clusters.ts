import { UnionFind } from '../corroboration/union-find.ts'
import type { Id } from '../records/base.ts'
import { foldedWords } from '../records/fold-name.ts'
import type { SourceKind } from '../records/source.ts'
import { acronymLikeness, haveAcronyms } from './acronym.ts'
import { groupsOf } from './name-groups.ts'
import { bestOf, likenessOfWords, type NameLikeness, type NameReason } from './name-likeness.ts'
import { nameWords, type NameWord } from './name-words.ts'
import { makesAnotherPlace } from './places.ts'

export interface NamedSource {
  id: Id<'source'>
  kind: SourceKind
  name: string
  aliases: readonly string[]
  role: string
  affiliation: string
  /** Sources that it is certainly not. */
  mustNotMerge: readonly Id<'source'>[]
}

/** Two sources that are probably one. */
export interface NamePair {
  /** In the order of their ids. */
  sources: [Id<'source'>, Id<'source'>]
  /** From `leastScore` to 1. */
  score: number
  reasons: (NameReason | 'role' | 'affiliation')[]
}

/** Sources that are probably one, each through some pair. */
export interface NameCluster {
  sources: Id<'source'>[]
  pairs: NamePair[]
}

/** What is less likely is not offered. */
export const leastScore = 0.7
/** What a common role or affiliation adds, and half of what different ones take away. */
const weight = 0.1
/** A name of one word that is part of more names says of none of them that it is meant. */
const mostMeant = 5

interface Prepared extends NamedSource {
  names: NameWord[][]
}

interface Found {
  at: [number, number]
  pair: NamePair
  /** The one that has only one word of the other one’s name, and nothing else in common. */
  oneWord: number | null
}

/**
 * The spellings that are probably one person, organisation or outlet. Only those with a word of the same sound or first letters
 * are compared, so the cost grows with the number of names. What must not be merged is never offered as a pair. The answer
 * does not depend on the order of the sources.
 */
export function nameClusters(sources: readonly NamedSource[]): NameCluster[] {
  const named = sources
    .filter(({ kind }) => kind !== 'anonymous')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((source) => ({ ...source, names: [source.name, ...source.aliases].map(nameWords) }))
  return clustered(named, withoutUnclear(pairsAmong(named)))
}

function pairsAmong(named: readonly Prepared[]): Found[] {
  const seen = new Set<number>()
  const pairs: Found[] = []
  for (const group of groupsOf(named)) {
    for (const [n, one] of group.entries()) {
      for (const other of group.slice(n + 1)) {
        const key = one * named.length + other
        if (seen.has(key)) continue
        seen.add(key)
        const [a, b] = [named[one], named[other]]
        const found = a && b ? pairOf([one, other], a, b) : null
        if (found) pairs.push(found)
      }
    }
  }
  return pairs
}

function pairOf(at: [number, number], one: Prepared, other: Prepared): Found | null {
  if (one.mustNotMerge.includes(other.id) || other.mustNotMerge.includes(one.id)) return null
  const best = bestLikeness(one, other)
  if (!best || !mayBeOneKind(one, other, best)) return null
  if (one.kind !== 'person' && differInPlace(one, other)) return null
  let { score } = best
  const reasons: NamePair['reasons'] = [...best.reasons]
  for (const field of ['role', 'affiliation'] as const) {
    const [mine, theirs] = [wordsOf(one[field]), wordsOf(other[field])]
    if (mine.size === 0 || theirs.size === 0) continue
    const isShared = isWithin(mine, theirs) || isWithin(theirs, mine)
    score += isShared ? weight : -weight / 2
    if (isShared) reasons.push(field)
  }
  // Where the roles differ, too, it takes more to be one of another kind.
  if (score < (one.kind === other.kind ? leastScore : surelyOne)) return null
  const isUnclear = reasons.length === best.reasons.length
  return {
    at,
    pair: { sources: [one.id, other.id], score: Math.min(1, score), reasons },
    oneWord: best.oneWord !== null && isUnclear ? at[best.oneWord] : null,
  }
}

/** A person and an organisation are one only where one of them was noted as the wrong kind; what somebody wrote is never they. */
const mayBeOneKind = (one: Prepared, other: Prepared, { score, oneWord }: NameLikeness): boolean =>
  one.kind === other.kind ||
  (speaking.has(one.kind) && speaking.has(other.kind) && score >= surelyOne && oneWord === null)
const surelyOne = 0.97
const speaking: ReadonlySet<SourceKind> = new Set(['person', 'organisation', 'outlet'])

/** “University of York” and “University of New York”. */
const differInPlace = (one: Prepared, other: Prepared): boolean =>
  [...one.names].every((mine) =>
    other.names.every((theirs) => hasPlaceMore(mine, theirs) || hasPlaceMore(theirs, mine)),
  )
const hasPlaceMore = (some: readonly NameWord[], more: readonly NameWord[]): boolean =>
  more.length === some.length + 1 &&
  more.some(
    ({ plain }, at) =>
      makesAnotherPlace(plain) && more.toSpliced(at, 1).every((word, n) => word.plain === some[n]?.plain),
  )

function bestLikeness(one: Prepared, other: Prepared): NameLikeness | null {
  return bestOf(
    one.names.flatMap((mine) =>
      other.names.flatMap((theirs) => [
        likenessOfWords(mine, theirs),
        haveAcronyms(one.kind) ? acronymLikeness(mine, theirs) : null,
      ]),
    ),
  )
}

const wordsOf = (text: string): Set<string> => new Set(foldedWords(text))

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word))

function withoutUnclear(found: readonly Found[]): Found[] {
  const meant = Map.groupBy(found, ({ oneWord }) => oneWord)
  return found.filter(({ oneWord }) => oneWord === null || (meant.get(oneWord)?.length ?? 0) <= mostMeant)
}

function clustered(named: readonly Prepared[], found: readonly Found[]): NameCluster[] {
  const joined = new UnionFind(named.length)
  for (const { at } of found) joined.join(...at)
  return [...Map.groupBy(found, ({ at }) => joined.find(at[0])).values()]
    .map((some) => ({
      sources: [...new Set(some.flatMap(({ pair }) => pair.sources))].sort(),
      pairs: some.map(({ pair }) => pair).sort((a, b) => b.score - a.score || byText(a.sources, b.sources)),
    }))
    .sort((a, b) => (b.pairs[0]?.score ?? 0) - (a.pairs[0]?.score ?? 0) || byText(a.sources, b.sources))
}

const byText = (one: readonly Id<'source'>[], other: readonly Id<'source'>[]): number =>
  one.join() < other.join() ? -1 : 1

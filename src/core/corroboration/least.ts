import type { Id } from '../records/base.ts'
import { nameWords } from '../names/name-words.ts'
import { foldName } from '../records/fold-name.ts'
import type { Known, OriginPiece, OriginSource } from './known.ts'
import { UnionFind } from './union-find.ts'
import { mayBeOne } from './unnamed-people.ts'

/** As much of an origin as its evidence. */
interface Joined {
  evidence: readonly Id<'evidence'>[]
  apart: readonly string[]
}

/** More origins of unnamed people than this are compared with the first ones only. */
const mostCompared = 200

/**
 * How many origins there are at least: those of people who are not named may be one, as far as they are called, and so may those whose
 * name means them in their article only, and one that has it; unless the user said that they are not.
 */
export function leastOf(origins: readonly Joined[], pieces: readonly OriginPiece[], known: Known): number {
  const asserted = assertersOf(origins, pieces, known)
  // Those that may be another one first: so many are compared with each other, and with so many of the rest.
  const compared = [
    ...asserted.filter(({ isOpen }) => isOpen),
    ...asserted.filter(({ isOpen }) => !isOpen),
  ].slice(0, mostCompared)
  const joined = new UnionFind(compared.length)
  /** Those that have somebody who is told from everybody else: no two of them are one. */
  const closed = new Set(compared.flatMap(({ isOpen }, at) => (isOpen ? [] : [at])))
  let least = origins.length
  for (const [at, one] of compared.entries())
    for (const [place, other] of compared.slice(0, at).entries()) {
      const [mine, theirs] = [joined.find(at), joined.find(place)]
      const isBothClosed = closed.has(mine) && closed.has(theirs)
      if (mine === theirs || isBothClosed || !areOne(one, other)) continue
      joined.join(at, place)
      if (closed.has(mine) || closed.has(theirs)) closed.add(joined.find(at))
      least -= 1
    }
  return least
}

interface Asserted {
  sources: readonly OriginSource[]
  /** Whether nobody in it is named in a way that tells them from everybody else. */
  isOpen: boolean
}

/** Who asserts each origin; those that the user keeps apart are left out. */
function assertersOf(origins: readonly Joined[], pieces: readonly OriginPiece[], known: Known): Asserted[] {
  const asserters = new Map<Id<'evidence'>, OriginSource | undefined>(
    pieces.map(({ id, chain: [asserter] }) => [
      id,
      asserter === undefined ? undefined : known.source(asserter),
    ]),
  )
  return origins.flatMap(({ evidence, apart }) => {
    if (apart.length > 0) return []
    const all = evidence.map((id) => asserters.get(id))
    const sources = all.filter((one) => one !== undefined)
    const isOpen = sources.length === all.length && sources.every(isCommon)
    return [{ sources, isOpen }]
  })
}

/** Whether what a source is called may be what another one is called. */
const isCommon = (one: OriginSource): boolean => one.kind === 'anonymous' || one.isOfArticle

const isSameCommonName = (one: string, other: string): boolean =>
  foldName(one).replace(/^the /, '') === foldName(other).replace(/^the /, '')

/** Whether a name of one word is the family name of a whole one. */
function isFamilyOf(family: OriginSource, whole: OriginSource): boolean {
  if (!family.isOfArticle || family.kind !== 'person' || whole.kind !== 'person') return false
  const [word, ...more] = nameWords(family.name)
  return word !== undefined && more.length === 0 && nameWords(whole.name).at(-1)?.plain === word.plain
}

const areOne = ({ sources: some }: Asserted, { sources: others }: Asserted): boolean =>
  some.some((one) =>
    others.some((other) => {
      if (one.id === other.id || one.isNot(other.id) || other.isNot(one.id)) return false
      if (one.isOfArticle || other.isOfArticle)
        return isSameCommonName(one.name, other.name) || isFamilyOf(one, other) || isFamilyOf(other, one)
      return isCommon(one) && isCommon(other) && mayBeOne(one.descriptor, other.descriptor)
    }),
  )

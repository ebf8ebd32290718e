import type { Id } from '../records/base.ts'
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
 * How many origins there are at least: those of people who are not named may be one, as far as they are called, unless the user said
 * that they are not. An origin that somebody is named for is no other one.
 */
export function leastOf(origins: readonly Joined[], pieces: readonly OriginPiece[], known: Known): number {
  const unnamed = unnamedOf(origins, pieces, known).slice(0, mostCompared)
  const joined = new UnionFind(unnamed.length)
  let least = origins.length
  for (const [at, one] of unnamed.entries())
    for (const [place, other] of unnamed.slice(0, at).entries())
      if (joined.find(at) !== joined.find(place) && areOne(one, other)) {
        joined.join(at, place)
        least -= 1
      }
  return least
}

/** Who asserts each origin, where none of them is named. */
function unnamedOf(
  origins: readonly Joined[],
  pieces: readonly OriginPiece[],
  known: Known,
): OriginSource[][] {
  const asserters = new Map<Id<'evidence'>, OriginSource | undefined>(
    pieces.map(({ id, chain: [asserter] }) => [
      id,
      asserter === undefined ? undefined : known.source(asserter),
    ]),
  )
  return origins.flatMap(({ evidence, apart }) => {
    const all = evidence.map((id) => asserters.get(id))
    const unnamed = all.flatMap((one) => (one && (one.kind === 'anonymous' || one.isOfArticle) ? [one] : []))
    return unnamed.length === all.length && apart.length === 0 ? [unnamed] : []
  })
}

const isSameCommonName = (one: string, other: string): boolean =>
  foldName(one).replace(/^the /, '') === foldName(other).replace(/^the /, '')

const areOne = (some: readonly OriginSource[], others: readonly OriginSource[]): boolean =>
  some.some((one) =>
    others.some(
      (other) =>
        one.id !== other.id &&
        !one.isNot(other.id) &&
        !other.isNot(one.id) &&
        (one.isOfArticle || other.isOfArticle
          ? isSameCommonName(one.name, other.name)
          : mayBeOne(one.descriptor, other.descriptor)),
    ),
  )

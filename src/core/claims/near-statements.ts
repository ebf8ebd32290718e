import type { Id } from '../records/base.ts'
import { jaccard } from '../text/jaccard.ts'
import { foldedWords } from '../records/fold-name.ts'

/** How much of two statements must be the same, from 0 to 1: shared words among all of both. */
export const nearlySame = 0.7

interface Prepared {
  id: Id<'claim'>
  /** Each word once, the rarest first. */
  words: string[]
}

/**
 * Pairs of statements with nearly the same words, the likest first, each pair in the order of its ids. Only those are compared
 * that share one of their rarest words, which no pair above the bound can do without (prefix filtering: Bayardo, Ma, Srikant,
 * Scaling Up All Pairs Similarity Search, 2007).
 */
export function nearStatements(
  claims: readonly { id: Id<'claim'>; statement: string }[],
): { pair: [Id<'claim'>, Id<'claim'>]; likeness: number }[] {
  const prepared = inRareOrder(claims)
  const seen = new Map<string, number[]>()
  const found: { pair: [Id<'claim'>, Id<'claim'>]; likeness: number }[] = []
  for (const [at, one] of prepared.entries()) {
    const size = one.words.length
    const own = new Set(one.words)
    const prefix = one.words.slice(0, size - Math.ceil(nearlySame * size) + 1)
    const candidates = new Set(prefix.flatMap((word) => seen.get(word) ?? []))
    for (const other of candidates) {
      const there = prepared[other]
      const alike = there ? likeness(own, new Set(there.words)) : 0
      if (there && alike >= nearlySame) found.push({ pair: inOrder(there.id, one.id), likeness: alike })
    }
    for (const word of prefix) {
      const known = seen.get(word)
      if (known) known.push(at)
      else seen.set(word, [at])
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.pair.join() < b.pair.join() ? -1 : 1))
}

/** The claims whose statements have nearly the words of this one. */
export function nearTo(
  statement: string,
  claims: readonly { id: Id<'claim'>; statement: string }[],
): Id<'claim'>[] {
  const own = new Set(wordsOf(statement))
  if (own.size === 0) return []
  return claims
    .filter((claim) => likeness(own, new Set(wordsOf(claim.statement))) >= nearlySame)
    .map(({ id }) => id)
}

const wordsOf = (statement: string): string[] => [...new Set(foldedWords(statement))]

const inOrder = (one: Id<'claim'>, other: Id<'claim'>): [Id<'claim'>, Id<'claim'>] =>
  one < other ? [one, other] : [other, one]

function inRareOrder(claims: readonly { id: Id<'claim'>; statement: string }[]): Prepared[] {
  const uses = new Map<string, number>()
  const split = claims.map(({ id, statement }): Prepared => {
    const words = wordsOf(statement)
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
    return { id, words }
  })
  for (const { words } of split)
    words.sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || (a < b ? -1 : 1))
  return split.filter(({ words }) => words.length > 0)
}

/** Sets of too different sizes have too little in common, whatever is in them. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const isTooFar = Math.min(one.size, other.size) < nearlySame * Math.max(one.size, other.size)
  return isTooFar ? 0 : jaccard(one, other)
}

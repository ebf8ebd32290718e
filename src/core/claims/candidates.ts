import type { Id } from '../records/base.ts'
import type { Claim } from '../records/claim.ts'
import { candidateKinds, type CandidateKind } from '../records/dismissal.ts'
import { foldedWords, foldName } from '../records/fold-name.ts'
import { nearStatements } from './near-statements.ts'
import { contradictsFigure, quantityKey } from './quantities.ts'

/** Two claims that may be one, or may contradict each other; for the user to decide. */
export interface Candidate {
  kind: CandidateKind
  claims: [Id<'claim'>, Id<'claim'>]
  /** How alike the statements are, from 0 to 1; 1 for the other kinds. */
  score: number
}

export interface CandidateClaim {
  id: Id<'claim'>
  statement: string
  quantity: Claim['quantity']
  /** What it rests on: the words of each excerpt, and who asserts them, after merges. */
  quotes: readonly { text: string; asserter: Id<'source'> | null }[]
}

/** What is in more claims than this is no sign of anything. */
const mostTogether = 50
/** Shorter quotes are the same by chance. */
const fewestWords = 5

/**
 * Pairs of claims that are worth a look, each once for every kind, without those that are related already; by kind, then by
 * likeness, whatever the order of the claims.
 */
export function candidates(
  claims: readonly CandidateClaim[],
  isSettled: (kind: CandidateKind, one: Id<'claim'>, other: Id<'claim'>) => boolean = () => false,
): Candidate[] {
  const found = [
    ...nearStatements(claims).map(({ pair, likeness }) => candidate('same-statement', pair, likeness)),
    ...otherValues(claims),
    ...sameQuotes(claims),
  ]
  return found.filter(({ kind, claims: [one, other] }) => !isSettled(kind, one, other)).sort(inOrder)
}

const inOrder = (a: Candidate, b: Candidate): number =>
  candidateKinds.indexOf(a.kind) - candidateKinds.indexOf(b.kind) ||
  b.score - a.score ||
  (a.claims.join() < b.claims.join() ? -1 : 1)

const candidate = (
  kind: CandidateKind,
  [one, other]: readonly [Id<'claim'>, Id<'claim'>],
  score = 1,
): Candidate => ({
  kind,
  claims: one < other ? [one, other] : [other, one],
  score,
})

function otherValues(claims: readonly CandidateClaim[]): Candidate[] {
  const figures = claims.flatMap(({ id, statement, quantity }) =>
    quantity === null
      ? []
      : [{ id, statement, quantity, key: `${quantityKey(quantity)}\n${foldName(quantity.scope)}` }],
  )
  return together(figures, ({ key }) => key).flatMap(([one, other]) =>
    contradictsFigure(one, other) ? [candidate('other-value', [one.id, other.id])] : [],
  )
}

function sameQuotes(claims: readonly CandidateClaim[]): Candidate[] {
  const quotes = claims.flatMap(({ id, quotes: own }) =>
    own.flatMap(({ text, asserter }) => {
      const words = foldedWords(text)
      return words.length < fewestWords ? [] : [{ id, asserter, key: words.join(' ') }]
    }),
  )
  // A claim that rests on the same words several times counts once.
  const different = [...new Map(quotes.map((one) => [[one.id, one.asserter, one.key].join(), one])).values()]
  const found = together(different, ({ key }) => key).flatMap(([one, other]) =>
    one.id !== other.id && one.asserter !== null && other.asserter !== null && one.asserter !== other.asserter
      ? [candidate('same-quote', [one.id, other.id])]
      : [],
  )
  return [...new Map(found.map((one) => [one.claims.join(), one])).values()]
}

/** All pairs of those that have a key in common. */
function together<T>(all: readonly T[], keyOf: (one: T) => string): [T, T][] {
  return [...Map.groupBy(all, keyOf)].flatMap(([key, some]) =>
    key.trim() === '' || some.length > mostTogether
      ? []
      : some.flatMap((one, at) => some.slice(at + 1).map((other): [T, T] => [one, other])),
  )
}

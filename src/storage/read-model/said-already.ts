import type { Id } from '../../core/records/base.ts'
import { compared, likenessOf, type Compared } from '../../core/statements/already-said.ts'
import type { ModelDatabase } from './database.ts'

/** As many claims are told for a statement. */
const most = 5

export interface ClaimSaying {
  claim: Id<'claim'>
  statement: string
  is: 'same' | 'opposite'
}

/** For each statement, the claims that say nearly the same or the opposite, the likest first. */
export function saidAlready(
  db: ModelDatabase,
  statements: readonly { text: string; negated: boolean }[],
): ClaimSaying[][] {
  const prepared = preparedClaims(db)
  const byWord = new Map<string, number[]>()
  for (const [n, { compared: one }] of prepared.entries())
    for (const word of one.words) {
      const known = byWord.get(word)
      if (known) known.push(n)
      else byWord.set(word, [n])
    }
  return statements.map(({ text, negated }) => {
    const own = compared(text, negated)
    return candidatesFor(own, byWord)
      .flatMap((n) => {
        const claim = prepared[n]
        const found = claim && likenessOf(own, claim.compared)
        return claim && found ? [{ claim: claim.id, statement: claim.statement, ...found }] : []
      })
      .sort((a, b) => b.likeness - a.likeness || (a.claim < b.claim ? -1 : 1))
      .slice(0, most)
      .map(({ claim, statement, is }) => ({ claim, statement, is }))
  })
}

interface Prepared {
  id: Id<'claim'>
  statement: string
  kind: string
  compared: Compared
}

/** It is asked after every Change while somebody reads: a claim is only prepared again when its words are others. */
const known = new WeakMap<ModelDatabase, Map<Id<'claim'>, Prepared>>()

function preparedClaims(db: ModelDatabase): Prepared[] {
  const before = known.get(db)
  const claims = db.all<Omit<Prepared, 'compared'>>(
    'SELECT id, statement, kind FROM claim WHERE merged_into IS NULL',
  )
  const prepared = claims.map((claim): Prepared => {
    const old = before?.get(claim.id)
    const isSame = old?.statement === claim.statement && old.kind === claim.kind
    return isSame ? old : { ...claim, compared: compared(claim.statement, claim.kind === 'denial') }
  })
  known.set(db, new Map(prepared.map((one) => [one.id, one])))
  return prepared
}

/** A word that more claims have than this finds none. */
const tooCommon = 500

function candidatesFor({ words }: Compared, byWord: ReadonlyMap<string, number[]>): number[] {
  const found = new Set<number>()
  for (const word of words) {
    const claims = byWord.get(word) ?? []
    if (claims.length <= tooCommon) for (const n of claims) found.add(n)
  }
  return [...found]
}

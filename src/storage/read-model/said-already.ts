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
  const claims = db.all<{ id: Id<'claim'>; statement: string; kind: string }>(
    'SELECT id, statement, kind FROM claim WHERE merged_into IS NULL',
  )
  const prepared = claims.map(({ id, statement, kind }) => ({
    id,
    statement,
    compared: compared(statement, kind === 'denial'),
  }))
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

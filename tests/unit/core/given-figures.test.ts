import { describe, expect, it } from 'vitest'
import { unfaithful } from '../../../src/core/claims/fidelity.ts'
import { numbersIn } from '../../../src/core/claims/numbers.ts'
import { conflict } from '../../../src/core/claims/quantities.ts'
import type { Claim } from '../../../src/core/records/claim.ts'
import { parseNumber } from '../../../src/core/records/parse-number.ts'
import { fidelityPairs } from '../../fixtures/fidelity-pairs.ts'
import { given } from '../../support/given.ts'

type Figure = Omit<NonNullable<Claim['quantity']>, 'claimant' | 'qualifier'>
interface Given {
  typed: { typed: string; value: number | null }[]
  inText: { text: string; values: number[] }[]
  fidelity: { statement: string; excerpt: string; flagged: string[] }[]
  conflicts: { one: Figure; other: Figure; conflict: boolean }[]
}

const cases = given<Given>('numbers/cases.json', { typed: [], inText: [], fidelity: [], conflicts: [] })

const flaggedIn = (statement: string, excerpt: string): string[] =>
  unfaithful(statement, [excerpt]).map(({ text }) => text)
const whole = (quantity: Figure) => ({ ...quantity, claimant: null, qualifier: 'exactly' as const })

describe.runIf(cases.typed.length > 0)('the given figures', () => {
  it.each(cases.typed)('typed: $typed', ({ typed, value }) => {
    expect(parseNumber(typed) ?? null).toBe(value)
  })
  it.each(cases.inText)('in a text: $text', ({ text, values }) => {
    expect(numbersIn(text).map(({ value }) => Number(value.toFixed(6)))).toEqual(
      values.map((value) => Number(value.toFixed(6))),
    )
  })
  it.each(cases.fidelity)('$statement / $excerpt', ({ statement, excerpt, flagged }) => {
    expect(flaggedIn(statement, excerpt)).toEqual(flagged)
  })
  it.each(cases.conflicts)('$one / $other', ({ one, other, conflict: isConflict }) => {
    expect(conflict(whole(one), whole(other))).toBe(isConflict)
  })
})

describe('statements and excerpts of our own', () => {
  it.each(fidelityPairs)('%s / %s', (statement, excerpt, ...flagged) => {
    expect(flaggedIn(statement, excerpt)).toEqual(flagged)
  })

  it('are told apart with this precision and recall', () => {
    const all = [
      ...fidelityPairs.map(([statement, excerpt, ...flagged]) => ({ statement, excerpt, flagged })),
      ...cases.fidelity,
    ]
    const told = all.map(({ statement, excerpt, flagged }) => {
      const found = flaggedIn(statement, excerpt)
      return {
        right: found.filter((one) => flagged.includes(one)).length,
        found: found.length,
        wanted: flagged.length,
      }
    })
    const sum = (of: 'right' | 'found' | 'wanted'): number => told.reduce((total, one) => total + one[of], 0)
    const [right, found, wanted] = [sum('right'), sum('found'), sum('wanted')]
    console.log(`${all.length} pairs: precision ${right}/${found}, recall ${right}/${wanted}`)
    expect(right / found).toBeGreaterThan(0.95)
    expect(right / wanted).toBeGreaterThan(0.95)
  })
})

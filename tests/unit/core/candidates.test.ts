import { asId } from '../../../src/core/records/base.ts'
import * as fc from 'fast-check'
import { qualifiers } from '../../../src/core/records/claim.ts'
import { describe, expect, it } from 'vitest'
import { candidates, type Candidate, type CandidateClaim } from '../../../src/core/claims/candidates.ts'
import type { CandidateKind } from '../../../src/core/records/dismissal.ts'
import { nearlySame, nearStatements, nearTo } from '../../../src/core/claims/near-statements.ts'
import { conflict, haveSameScope } from '../../../src/core/claims/quantities.ts'
import { growth } from '../../support/cost.ts'

type Quantity = NonNullable<CandidateClaim['quantity']>

const figure = (low: number, more: Partial<Quantity> = {}): Quantity => ({
  low,
  high: low,
  unit: 'people killed',
  scope: 'Ilmar',
  asOf: null,
  claimant: null,
  qualifier: 'exactly' as const,
  ...more,
})

describe('two figures', () => {
  it.each<[string, Partial<Quantity>, Partial<Quantity>]>([
    ['of other values', {}, { low: 13, high: 13 }],
    ['of ranges that do not meet', { low: 10, high: 12 }, { low: 13, high: 15 }],
    [
      'whose words differ in case, accents and spaces only',
      { unit: 'Killed  in Ílmar' },
      { low: 9, high: 9, unit: 'killed in ilmar' },
    ],
    ['of which one has no time', { asOf: '2031-03' }, { low: 13, high: 13 }],
    ['of times that may be one', { asOf: '2031-03' }, { low: 13, high: 13, asOf: '2031-03-04' }],
    [
      'of times that may be one, as one is uncertain',
      { asOf: '2031-03~' },
      { low: 13, high: 13, asOf: '2031-02-27' },
    ],
    ['of times that are open', { asOf: '2031-03/' }, { low: 13, high: 13, asOf: '2032' }],
  ])('%s contradict each other', (_, one, other) => {
    expect(conflict(figure(12, one), figure(12, other))).toBe(true)
    expect(conflict(figure(12, other), figure(12, one))).toBe(true)
  })

  it.each<[string, Partial<Quantity>, Partial<Quantity>]>([
    ['of the same value', {}, {}],
    ['of ranges that meet', { low: 10, high: 12 }, { low: 12, high: 15 }],
    ['of ranges of which one is within the other', { low: 10, high: 20 }, { low: 13, high: 13 }],
    ['of a range with its ends the other way round', { low: 20, high: 10 }, { low: 13, high: 13 }],
    ['of other units', {}, { low: 13, high: 13, unit: 'people hurt' }],
    ['of other scopes', {}, { low: 13, high: 13, scope: 'Lorne' }],
    ['of which one has no scope', {}, { low: 13, high: 13, scope: '' }],
    ['without units', { unit: '' }, { low: 13, high: 13, unit: '' }],
    ['of other times', { asOf: '2031-03' }, { low: 13, high: 13, asOf: '2031-04-01' }],
    ['of times that are open elsewhere', { asOf: '2031-03/' }, { low: 13, high: 13, asOf: '2030' }],
  ])('%s do not', (_, one, other) => {
    expect(conflict(figure(12, one), figure(12, other))).toBe(false)
    expect(conflict(figure(12, other), figure(12, one))).toBe(false)
  })

  const anyFigure = fc.record({
    low: fc.nat(5),
    high: fc.nat(5),
    unit: fc.constantFrom('', 'dead', 'Dead', 'hurt'),
    scope: fc.constantFrom('', 'Ilmar'),
    claimant: fc.constant(null),
    qualifier: fc.constantFrom(...qualifiers),
    asOf: fc.constantFrom(null, '2031', '2031-03', '2031-03~', '2032/..', '/2030', '2031-02-2X'),
  })

  it('contradict each other both ways or not at all, and never themselves or without one scope', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, (one, other) => {
        expect(conflict(one, other)).toBe(conflict(other, one))
        expect(conflict(one, one)).toBe(false)
        if (!haveSameScope(one, other)) expect(conflict(one, other)).toBe(false)
      }),
    )
  })
})

let made = 0
const claim = (statement: string, more: Partial<CandidateClaim> = {}): CandidateClaim => ({
  id: asId(`claim-${String(made++).padStart(6, '0')}`),
  statement,
  quantity: null,
  quotes: [],
  ...more,
})
const words = 'The ferries to Ilmar will stop on Monday'
const pairs = (found: readonly Candidate[]): string[] =>
  found.map(({ kind, claims }) => `${kind} ${claims.join(' ')}`)

describe('candidates', () => {
  it('are claims that say nearly the same, the likest first', () => {
    const [a, b, c] = [claim(words), claim(`${words}!`.toUpperCase()), claim(`${words}, too`)]
    const found = candidates([a, b, c, claim('A port is closed')])
    expect(pairs(found)).toEqual([
      `same-statement ${a.id} ${b.id}`,
      `same-statement ${a.id} ${c.id}`,
      `same-statement ${b.id} ${c.id}`,
    ])
    expect(found[0]?.score).toBe(1)
    expect(found[1]?.score).toBeCloseTo(8 / 9)
  })

  it('are figures of one unit and scope with other values', () => {
    const [a, b, c] = [12, 13, 12].map((value) => claim(`Of ${value}x${made}`, { quantity: figure(value) }))
    const other = claim('Elsewhere', { quantity: figure(14, { scope: 'Lorne' }) })
    expect(pairs(candidates([a, b, c, other].filter((one) => one !== undefined)))).toEqual([
      `other-value ${a?.id} ${b?.id}`,
      `other-value ${b?.id} ${c?.id}`,
    ])
  })

  const quoting = (text: string, ...asserters: (string | null)[]): CandidateClaim =>
    claim(`Statement ${made}x`, {
      quotes: asserters.map((asserter) => ({ text, asserter: asserter === null ? null : asId(asserter) })),
    })

  it('are the same words that different people are said to have said', () => {
    const marrin = quoting('“We will never leave this harbour!”', 'marrin', 'marrin', 'marrin')
    const starr = quoting('We will never leave this harbour', 'starr')
    const again = quoting('we will never leave this harbour', 'marrin')
    expect(pairs(candidates([marrin, starr, again]))).toEqual([
      `same-quote ${marrin.id} ${starr.id}`,
      `same-quote ${starr.id} ${again.id}`,
    ])
  })

  it('count a claim that rests on the same words very often once', () => {
    const words = 'We will never leave this harbour'
    const often = quoting(words, ...Array.from({ length: 60 }, () => 'marrin'))
    const starr = quoting(words, 'starr')
    expect(pairs(candidates([often, starr]))).toEqual([`same-quote ${often.id} ${starr.id}`])
  })

  it('are not quotes of nobody, of the same person, of few words, or within one claim', () => {
    const long = 'We will never leave this harbour'
    expect(candidates([quoting(long, 'marrin'), quoting(long, null)])).toEqual([])
    expect(candidates([quoting(long, 'marrin'), quoting(long, 'marrin')])).toEqual([])
    expect(
      candidates([quoting('We will never leave', 'marrin'), quoting('We will never leave', 'starr')]),
    ).toEqual([])
    expect(candidates([quoting(long, 'marrin', 'starr')])).toEqual([])
  })

  it('are each pair once for every kind, however often it shows', () => {
    const quotes = (asserter: string): CandidateClaim['quotes'] => [
      { text: 'We will never leave this harbour', asserter: asId(asserter) },
      { text: 'We will never leave this harbour', asserter: asId(`${asserter}’s aide`) },
      { text: 'They may come as often as they like', asserter: asId(asserter) },
    ]
    const one = claim(words, { quantity: figure(12), quotes: quotes('marrin') })
    const other = claim(words, { quantity: figure(13), quotes: quotes('starr') })
    expect(pairs(candidates([one, other]))).toEqual([
      `same-statement ${one.id} ${other.id}`,
      `same-quote ${one.id} ${other.id}`,
      `other-value ${one.id} ${other.id}`,
    ])
  })

  it('are not pairs that are related or were set aside, kind by kind', () => {
    const one = claim(words, { quantity: figure(12) })
    const other = claim(words, { quantity: figure(13) })
    const asked: [CandidateKind, string, string][] = []
    const left = candidates([other, one], (...pair) => {
      asked.push(pair)
      return pair[0] === 'same-statement'
    })
    expect(pairs(left)).toEqual([`other-value ${one.id} ${other.id}`])
    expect(candidates([one, other], () => true)).toEqual([])
    expect(asked).toContainEqual(['same-statement', one.id, other.id])
  })

  it('do not depend on the order of the claims', () => {
    const all = fc
      .array(
        fc.tuple(
          fc.array(fc.constantFrom(...'a b c d e f'.split(' ')), { maxLength: 6 }),
          fc.nat(3),
          fc.nat(2),
        ),
        {
          maxLength: 8,
        },
      )
      .map((some) =>
        some.map(([letters, value, person], n): CandidateClaim => ({
          id: asId(`claim-${n}`),
          statement: letters.join(' '),
          quantity: figure(value),
          quotes: [{ text: `one two three four ${value}`, asserter: asId(`person ${person}`) }],
        })),
      )
    const shuffled = all.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    )
    fc.assert(
      fc.property(shuffled, ([some, others]) => {
        expect(candidates(others)).toEqual(candidates(some))
      }),
    )
  })
})

/** All pairs compared, as the measure is defined. */
function bruteForce(claims: readonly { id: string; statement: string }[]): string[] {
  const sets = claims.map(({ id, statement }) => ({
    id,
    words: new Set(statement.split(' ').filter((word) => word !== '')),
  }))
  return sets.flatMap((one, at) =>
    sets.slice(at + 1).flatMap((other) => {
      const shared = one.words.intersection(other.words).size
      const all = one.words.union(other.words).size
      if (all === 0 || shared / all < nearlySame) return []
      return [`${[one.id, other.id].sort().join(' ')} ${shared / all}`]
    }),
  )
}

describe('near statements', () => {
  it('are exactly those that comparing all pairs finds', () => {
    // Few words and texts made of each other, so that many pairs stand close to the bound on either side.
    const letter = fc.constantFrom(...'a b c d e f g h i j k l m n o p'.split(' '))
    const some = fc
      .tuple(
        fc.array(fc.array(letter, { maxLength: 14 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), letter), { maxLength: 14 }),
      )
      .map(([texts, edits]) => [
        ...texts,
        ...edits.map(([of, more]) => [...(texts[of % texts.length] ?? []), more]),
      ])
      .map((texts) =>
        texts.map((text, n) => ({ id: asId<'claim'>(`claim-${(n * 7) % 29}`), statement: text.join(' ') })),
      )
    fc.assert(
      fc.property(some, (claims) => {
        const found = nearStatements(claims).map(({ pair, likeness }) => `${pair.join(' ')} ${likeness}`)
        expect(found.sort()).toEqual(bruteForce(claims).sort())
      }),
      { numRuns: 500 },
    )
  })

  it('of one statement are those that would be its pairs', () => {
    const claims = ['a b c d e f g h', 'a b c d e f g x', 'a b c d x y z', '…'].map((text) => claim(text))
    expect(nearTo('H, g f e d c b a!', claims)).toEqual([claims[0]?.id, claims[1]?.id])
    expect(nearTo('…', claims)).toEqual([])
  })

  it('come the likest first, and a statement without words is like none', () => {
    const claims = ['a b c d e f g h', 'a b c d e f g x', 'H g f e d c b A?', '…', '…'].map((text) =>
      claim(text),
    )
    const likenesses = nearStatements(claims).map(({ likeness }) => likeness)
    expect(likenesses).toEqual([1, 7 / 9, 7 / 9])
  })

  it('cost about as much for each statement however many there are', () => {
    const claimsOf = (count: number): Parameters<typeof nearStatements>[0] =>
      Array.from({ length: count }, (_, n) => ({
        id: asId<'claim'>(`claim-${n}`),
        statement: newsLike(n, count),
      }))
    const compareAll = (claims: ReturnType<typeof claimsOf>): void => {
      for (let done = 0; done < 8_000; done += claims.length) nearStatements(claims)
    }
    // As many statements in both; comparing all pairs would take sixteen times as long.
    expect(growth(compareAll, claimsOf(500), claimsOf(8_000), 6)).toBeLessThan(6)
  })
})

/** A statement of common words and some that only few others have, as names, figures and dates are; more claims have more. */
function newsLike(n: number, of: number): string {
  const common = Array.from(
    { length: 8 },
    (_, at) => `w${Math.floor(400 ** (((n * 31 + at * 57) % 101) / 101))}`,
  )
  const few = [7, 13, 37, 101].map((step, at) => `${'abcd'.charAt(at)}${(n * step) % Math.ceil(of / 3)}`)
  return [...common, ...few].join(' ')
}

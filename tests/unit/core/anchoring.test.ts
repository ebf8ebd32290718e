import * as fc from 'fast-check'
import { describe as group, expect, it } from 'vitest'
import { describe } from '../../../src/core/anchoring/describe.ts'
import { locate } from '../../../src/core/anchoring/locate.ts'
import { findExact, findQuote } from '../../../src/core/anchoring/quote.ts'
import { arbitraryText } from '../../support/arbitrary-html.ts'

/** A text and a passage in it. */
const passage = arbitraryText
  .filter((text) => text.length > 0)
  .chain((text) =>
    fc
      .tuple(fc.constant(text), fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }))
      .map(([whole, start, length]) => ({
        text: whole,
        start,
        end: Math.min(whole.length, start + length),
      })),
  )

group('describe', () => {
  it('gives what stands at the passage and 32 code units around it', () => {
    const text = `${'a'.repeat(50)}EXACT${'b'.repeat(50)}`
    expect(describe(text, 50, 55)).toEqual({
      start: 50,
      end: 55,
      exact: 'EXACT',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    })
  })

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(passage, ({ text, start, end }) => {
        const place = describe(text, start, end)
        for (const part of [place.exact, place.prefix, place.suffix]) expect(part.isWellFormed()).toBe(true)
        expect(text.slice(place.start, place.end)).toBe(place.exact)
        expect(text.slice(0, place.start).endsWith(place.prefix)).toBe(true)
        expect(text.slice(place.end).startsWith(place.suffix)).toBe(true)
      }),
    )
  })

  it.each([
    [3, 3],
    [-1, 2],
    [0, 99],
  ])('refuses %i-%i', (start, end) => {
    expect(() => describe('short', start, end)).toThrow(RangeError)
  })
})

group('locate', () => {
  it('finds every passage at its own place', () => {
    fc.assert(
      fc.property(passage, ({ text, start, end }) => {
        const place = describe(text, start, end)
        expect(locate(text, place)).toEqual({ state: 'exact', start: place.start, end: place.end })
      }),
    )
  })

  it('never reports a place where other words stand', () => {
    fc.assert(
      fc.property(passage, arbitraryText, ({ text, start, end }, other) => {
        const place = describe(text, start, end)
        const found = locate(other, place)
        if (found.state !== 'orphan') expect(other.slice(found.start, found.end)).toBe(place.exact)
      }),
    )
  })

  it('follows a unique passage when text is put before it', () => {
    const text = 'The envoys met on Lorne in February.'
    const place = describe(text, 4, 23)
    expect(locate(`NEWS: ${text}`, place)).toEqual({ state: 'moved', start: 10, end: 29 })
  })

  it('tells repeated words apart by what stands around them', () => {
    const text = 'First he said no. Then she said no. At last they said no.'
    const start = text.indexOf('said no', 20)
    const place = describe(text, start, start + 7)
    const moved = locate(`A new sentence. ${text}`, place)
    expect(moved).toEqual({ state: 'moved', start: start + 16, end: start + 23 })
  })

  it('does not guess between places that fit alike', () => {
    const place = describe('x yes y', 2, 5)
    expect(locate('yes, and yes', { ...place, start: 1, end: 4, prefix: '', suffix: '' })).toEqual({
      state: 'orphan',
    })
  })

  it('says orphan when the words are gone', () => {
    expect(locate('other words', describe('the old words', 4, 7))).toEqual({ state: 'orphan' })
  })
})

group('findQuote', () => {
  it('finds overlapping places', () => {
    expect(findExact('aaa', 'aa')).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 3 },
    ])
  })

  it.each([
    ['“an invention”', '"an invention"'],
    ['it’s', "it's"],
    ['one two', 'one\u00a0two'],
    ['one two', 'one\n  two'],
    ['"x"', '«x»'],
  ])('finds %j where %j stands', (quote, stands) => {
    const text = `before ${stands} after`
    const [span] = findQuote(text, quote)
    expect(span && text.slice(span.start, span.end)).toBe(stands)
  })

  it('answers with whole characters of the text', () => {
    const text = '🛳️  “two  words” 🛳️'
    const [span] = findQuote(text, '"two words"')
    expect(span && text.slice(span.start, span.end)).toBe('“two  words”')
  })

  it('finds nothing for nothing', () => {
    expect(findQuote('text', '')).toEqual([])
    expect(findQuote('text', '   ')).toEqual([])
  })
})

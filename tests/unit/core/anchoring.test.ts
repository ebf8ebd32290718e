import * as fc from 'fast-check'
import { describe as group, expect, it } from 'vitest'
import { describe } from '../../../src/core/anchoring/describe.ts'
import { readsTheSame } from '../../../src/core/anchoring/fold.ts'
import { locate, locateAll, type Located } from '../../../src/core/anchoring/locate.ts'
import { findExact, findQuote } from '../../../src/core/anchoring/quote.ts'
import { wordsOf } from '../../../src/core/anchoring/words.ts'
import { arbitraryText } from '../../support/arbitrary-html.ts'
import { leastTime } from '../../support/cost.ts'

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

  it('is sure only of places where the same words stand', () => {
    fc.assert(
      fc.property(passage, arbitraryText, ({ text, start, end }, other) => {
        const place = describe(text, start, end)
        for (const before of [undefined, text]) {
          const found = locate(other, place, before)
          if (found.state === 'orphan') continue
          const there = other.slice(found.start, found.end)
          expect(there).not.toBe('')
          if (found.state !== 'review') expect(readsTheSame(there, place.exact)).toBe(true)
          if (found.state === 'exact') expect(found.start).toBe(place.start)
        }
      }),
    )
  })

  it('finds what was in the text before another was put before and behind it', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 24, maxLength: 60 })
    fc.assert(
      fc.property(words, words, words, fc.nat(), fc.nat(), (old, ahead, behind, from, size) => {
        const text = old.join(' ')
        const first = from % (old.length - 8)
        const start = old.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
        const exact = old.slice(first, first + 1 + (size % 8)).join(' ')
        const now = `${ahead.join(' ')} ${text} ${behind.join(' ')}`
        const moved = start + now.indexOf(text)
        const found = locate(now, describe(text, start, start + exact.length), text)
        fc.pre(found.state !== 'review')
        expect(found).toEqual({ state: 'moved', start: moved, end: moved + exact.length })
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
    const place = { ...describe('x yes y', 2, 5), start: 1, end: 4, prefix: '', suffix: '' }
    expect(locate('yes, and yes', place).state).toMatch(/review|orphan/)
  })

  it('says orphan when the words are gone', () => {
    expect(locate('other words', describe('the old words', 4, 7))).toEqual({ state: 'orphan' })
  })
})

const before = `The ministry confirmed on Monday that “five” officials had met in Lorne.
Nobody at the talks spoke to reporters afterwards, two people briefed on them said.
A second round, they said, is planned for the spring – if the ferry runs.`

/** Where the words `from…to` are in the text above, and what `edit` makes of it. */
function carried(words: string, edit: (text: string) => string): { found: Located; text: string } {
  const start = before.indexOf(words)
  const text = edit(before)
  return { found: locate(text, describe(before, start, start + words.length), before), text }
}

group('locate with the text that was marked', () => {
  const quote = 'five” officials had met in Lorne'
  it.each<[string, string, (text: string) => string, RegExp, string]>([
    ['straight quotation marks', quote, (t) => t.replace(/[“”]/g, '"'), /moved|exact/, 'five" officials'],
    ['other spaces', quote, (t) => t.replace('officials had', 'officials\u00a0 had'), /moved/, 'five”'],
    ['soft hyphens', quote, (t) => t.replace('officials', 'offi\u00adcials'), /moved/, 'five”'],
    ['another case', quote, (t) => t.replace('officials', 'Officials'), /review/, 'five” Officials'],
    ['a corrected word', quote, (t) => t.replace('officials', 'oficials'), /review/, 'five” oficials'],
    [
      'a word put in',
      quote,
      (t) => t.replace('had met', 'had secretly met'),
      /review/,
      'five” officials had secretly',
    ],
    ['a paragraph put before', quote, (t) => `Correction: see below.\n${t}`, /moved/, quote],
    ['its paragraph moved', quote, (t) => t.split('\n').toReversed().join('\n'), /moved/, quote],
    [
      'a sentence taken out before',
      'A second round',
      (t) => t.replace(/Nobody.*\n/, ''),
      /moved/,
      'A second round',
    ],
  ])('follows a passage through %s', (_what, words, edit, state, beginning) => {
    const { found, text } = carried(words, edit)
    expect(found.state).toMatch(state)
    if (found.state !== 'orphan') expect(text.slice(found.start, found.end).startsWith(beginning)).toBe(true)
  })

  it('follows a highlight across the border of two paragraphs', () => {
    const words = 'met in Lorne.\nNobody at the talks'
    const { found, text } = carried(words, (t) => `New.\n${t.replace('\nNobody', '\n\nNobody')}`)
    expect(found.state).toBe('moved')
    if (found.state !== 'orphan') expect(text.slice(found.start, found.end)).toContain('Lorne.\n\nNobody')
  })

  it('says orphan when its paragraph was taken out', () => {
    expect(carried('spoke to reporters afterwards', (t) => t.replace(/Nobody.*\n/, '')).found).toEqual({
      state: 'orphan',
    })
  })

  it.each([
    ['ing', 'The council was running', 'The council was runnings', 'runnings'],
    ['able', 'An unbelievable story!', 'An unbelieveable story!', 'unbelieveable'],
    ['krise', 'Die Regierungskrise dauert an.', 'Die Regierungskrisen dauern an.', 'Regierungskrisen'],
    ['fall', 'Ein \u00dcberfall geschah.', 'Ein U\u0308berfall geschah.', 'U\u0308berfall'],
  ])('takes all of a word of which %j was marked, when it changed', (words, old, now, found) => {
    const start = old.indexOf(words)
    const answer = locate(now, describe(old, start, start + words.length), old)
    expect(answer.state).toBe('review')
    if (answer.state !== 'orphan') expect(now.slice(answer.start, answer.end)).toBe(found)
  })

  it('answers with whole characters within the text, whatever it was', () => {
    const piece = fc.constantFrom(
      'naïve',
      'cat',
      '👩‍👩‍👧',
      '😀',
      '한국',
      'e\u0301',
      '1,241',
      '“x.y”',
      'ก',
      'الوزير',
      '\n',
      '. ',
    )
    const odd = fc.array(piece, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(odd, odd, fc.nat(), fc.integer({ min: 1, max: 30 }), (old, now, from, size) => {
        const start = from % old.length
        const place = describe(old, start, Math.min(old.length, start + size))
        for (const before of [undefined, old]) {
          const found = locate(now, place, before)
          if (found.state === 'orphan') continue
          expect(found.end).toBeLessThanOrEqual(now.length)
          expect(found.start).toBeLessThan(found.end)
          expect(now.slice(found.start, found.end).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('does not compare very long words letter by letter', () => {
    const text = (word: string): string => `Start of text ${word} and its end here.`
    const [old, now] = [text('a'.repeat(200_000)), text(`${'a'.repeat(100_000)}b${'a'.repeat(99_999)}`)]
    const milliseconds = leastTime(() => {
      expect(locate(now, describe(old, 0, 13), old)).toEqual({ state: 'exact', start: 0, end: 13 })
    }, 2_000)
    expect(milliseconds).toBeLessThan(2_000)
  })

  it('keeps fifty lines that read the same apart', () => {
    const paragraphs = Array.from({ length: 50 }, (_, n) => `${sentences(n)}\nReporting by our desk.`)
    const text = paragraphs.join('\n')
    const now = paragraphs.flatMap((one, n) => (n % 7 === 3 ? [sentences(900 + n), one] : [one])).join('\n')
    const places = [...text.matchAll(/Reporting by our desk\./g)].map((match) =>
      describe(text, match.index, match.index + match[0].length),
    )
    const truth = [...now.matchAll(/Reporting by our desk\./g)].map((match) => match.index)
    const found = locateAll(now, places, text)
    expect(found).toHaveLength(50)
    for (const [n, answer] of found.entries()) {
      expect(answer.state).toMatch(/moved|exact/)
      if (answer.state !== 'orphan') expect(answer.start).toBe(truth[n])
    }
  })
})

/** Sentences that are like no others. */
const sentences = (n: number): string =>
  Array.from({ length: 12 }, (_, at) => `w${(n * 7919 + at * 104_729).toString(36)}`).join(' ')

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

  it.each([
    ['De\u0301cide\u0301 a\u0300 Gene\u0300ve', 'Décidé à Genève'],
    ['the oﬃcial ﬁndings', 'the official findings'],
    ['The num\u200bber of the office', 'The number of the office'],
    ['it was … “done”', 'it was ... "done"'],
    ['ＡＢＣ 24', 'ABC 24'],
    ['رُفِضَ الكبـــير', 'رفض الكبير'],
    ['the govern-\nment fell', 'the government fell'],
    ['Décidé à Genève', 'decide a geneve'],
  ])('finds %s for %s', (text, quote) => {
    expect(findQuote(`Before. ${text} Behind.`, quote)).toEqual([{ start: 8, end: 8 + text.length }])
  })

  it('does not take powers for figures, nor a letter from its accent', () => {
    expect(findQuote('5 × 10⁶ people', '5 × 106')).toEqual([])
    expect(findQuote('cafe\u0301', 'cafe')).toEqual([{ start: 0, end: 5 }])
    expect(findQuote('the cafe\u0323\u0301s and the cafe', 'cafe')).toEqual([{ start: 20, end: 24 }])
  })

  it('finds nothing for nothing', () => {
    expect(findQuote('text', '')).toEqual([])
    expect(findQuote('text', '   ')).toEqual([])
  })
})

group('words of any script', () => {
  const ids = (text: string): number[] => [...wordsOf(text).ids]

  it('tell syllables of Hangul apart, however they are written', () => {
    expect(ids('가나')).not.toEqual(ids('고노'))
    expect(ids('한국어'.normalize('NFD'))).toEqual(ids('한국어'))
  })
  it('know the letters of a ligature', () => {
    expect(ids('ﬁnal')).toEqual(ids('final'))
  })
  it('do not count the punctuation of Chinese and Japanese', () => {
    expect(ids('「東京」、大阪。')).toEqual(ids('東京大阪'))
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctWords } from '../../../src/core/text/correct-words.ts'
import { makeTextOfRecord } from '../../../src/core/text/text-of-record.ts'

const context = { language: 'en' }
const textOf = (html: string) => makeTextOfRecord(html, { ...context, hasMarks: true })
const corrected = (html: string, ...changes: [was: string, now: string][]) => {
  const { html: stored, text } = textOf(html)
  const corrections = changes.map(([was, now]) => ({
    start: text.indexOf(was),
    end: text.indexOf(was) + was.length,
    words: now,
  }))
  return correctWords(stored, corrections, context)
}

describe('words that were recognised wrongly', () => {
  it('are put right, and no longer unsure; the others stay as they are', () => {
    const made = corrected(
      '<p>The <mark>harhour</mark> was <mark>c1osed</mark> for <b>eleven</b> days.</p>',
      ['harhour', 'harbour'],
    )
    expect(made.text).toBe('The harbour was c1osed for eleven days.')
    expect(made.html).toContain('The harbour was <mark>c1osed</mark> for <b>eleven</b> days.')
  })

  it('may stand over the borders of elements, be several, be put in and be taken out', () => {
    expect(corrected('<p>one <b>two</b> three</p>', ['one two', '1 2']).text).toBe('1 2 three')
    expect(corrected('<p>one two three</p>', ['one', '1'], ['three', '3']).text).toBe('1 two 3')
    expect(corrected('<p>one two</p><p>three</p>', ['two', '']).text.replace(/\s+/g, ' ').trim()).toBe(
      'one three',
    )
    const { html } = textOf('<p>one three</p>')
    expect(correctWords(html, [{ start: 4, end: 4, words: 'two ' }], context).text).toBe('one two three')
    expect(correctWords(html, [{ start: 9, end: 9, words: '.' }], context).text).toBe('one three.')
  })

  it('are words only: markup in them is words, and places that are none are refused', () => {
    expect(corrected('<p>one two</p>', ['two', '<b>2</b> & <script>']).text).toBe('one <b>2</b> & <script>')
    const { html } = textOf('<p>one</p>')
    expect(() => correctWords(html, [{ start: 2, end: 9, words: '' }], context)).toThrow(RangeError)
    expect(() => correctWords(html, [{ start: 2, end: 1, words: '' }], context)).toThrow(RangeError)
  })

  it('change nothing but themselves, wherever they stand (property)', () => {
    const word = fc.stringMatching(/^[a-z]{1,5}$/)
    const piece = fc
      .tuple(word, fc.constantFrom('', 'b', 'mark', 'em'))
      .map(([text, tag]) => (tag ? `<${tag}>${text}</${tag}>` : text))
    const paragraph = fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => `<p>${all.join(' ')}</p>`)
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        word,
        (all, a, b, words) => {
          const { html, text } = textOf(all.join(''))
          const [start, end] = [a % text.length, b % text.length].toSorted((x, y) => x - y) as [
            number,
            number,
          ]
          // Within one paragraph: a line break between two is theirs.
          if (text.slice(start, end).includes('\n')) return
          const made = correctWords(html, [{ start, end, words: `${words}x` }], context)
          const wanted = `${text.slice(0, start)}${words}x${text.slice(end)}`
          expect(made.text.replace(/\s+/g, ' ').trim()).toBe(wanted.replace(/\s+/g, ' ').trim())
        },
      ),
      { numRuns: 300 },
    )
  })
})

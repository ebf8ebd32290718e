import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareTexts,
  diffWords,
  shareKept,
  type TextPart,
} from '../../../src/core/versions/compare-texts.ts'
import { arbitraryText } from '../../support/arbitrary-html.ts'

const joined = (parts: readonly TextPart[], ...kinds: TextPart['kind'][]): string =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')
const changed = (parts: readonly TextPart[]): string[] =>
  parts.flatMap(({ kind, text }) => (kind === 'same' ? [] : [`${kind} ${text}`]))

/** Texts of a few words, so that many of them are the same. */
const wordy = fc
  .array(fc.constantFrom('one', 'two', 'three', 'Two', '1,112', '“', ' ', '\n', '. '), { maxLength: 40 })
  .map((parts) => parts.join(' '))

describe('a word diff', () => {
  it('gives both texts back', () => {
    fc.assert(
      fc.property(fc.oneof(wordy, arbitraryText), fc.oneof(wordy, arbitraryText), (before, after) => {
        const parts = diffWords(before, after)
        expect(joined(parts, 'same', 'removed')).toBe(before)
        expect(joined(parts, 'same', 'added')).toBe(after)
      }),
    )
  })

  it('shows words and numbers as a whole', () => {
    expect(changed(diffWords('counts 1,112 by January.', 'counts 1,241 by February.'))).toEqual([
      'removed 1,112',
      'added 1,241',
      'removed January',
      'added February',
    ])
    expect(changed(diffWords('the envoy', 'the Envoy'))).toEqual(['removed envoy', 'added Envoy'])
    expect(changed(diffWords('one two', 'one  two'))).not.toEqual([])
    expect(diffWords('', '')).toEqual([])
  })
})

describe('comparing versions', () => {
  it('shows whole paragraphs that came and went, and words within the others', () => {
    const changes = compareTexts(
      'First here.\nSecond goes.\nThird has 5 ships.',
      'First here.\nThird has 7 ships.\nNew.',
    )
    expect(changes.map(({ parts }) => changed(parts).map((part) => part.trim()))).toEqual([
      ['removed Second goes.'],
      ['removed 5', 'added 7'],
      ['added New.'],
    ])
  })

  it('shows all of a paragraph that was split or joined', () => {
    const whole = 'First line.\nThe minister came. He spoke of the bridge for an hour.\nLast line.'
    const split = whole.replace('He spoke', 'Nobody had asked.\nHe spoke')
    for (const [before, after] of [
      [whole, split],
      [split, whole],
    ] as const) {
      const [change, ...more] = compareTexts(before, after)
      expect(more).toEqual([])
      if (!change) throw new Error('no change was found')
      expect(joined(change.parts, 'same', 'removed')).toBe(
        before.slice(change.before.start, change.before.end),
      )
      expect(joined(change.parts, 'same', 'added')).toBe(after.slice(change.after.start, change.after.end))
      expect(joined(change.parts, 'same')).toContain('He spoke of the bridge for an hour.')
    }
  })

  it('takes white space for no change, and quotation marks for one', () => {
    expect(compareTexts('He said “no”.\nThen left.', 'He  said “no”. Then left.')).toEqual([])
    expect(compareTexts('He said “no”.', 'He said "no".')).toHaveLength(1)
  })

  it('says that a paragraph was moved', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) =>
      Array.from({ length: 14 }, (_, n) => `${name}${n}`).join(' '),
    )
    const changes = compareTexts(`${a}\n${b}\n${c}`, `${c}\n${a}\n${b}`)
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.every(({ became }) => became === 'moved')).toBe(true)
  })

  it('covers every difference: outside of the changes the texts are the same but for white space', () => {
    fc.assert(
      fc.property(wordy, wordy, (before, after) => {
        let restBefore = before
        let restAfter = after
        for (const change of compareTexts(before, after).toReversed()) {
          for (const edit of change.edits.toReversed()) {
            restBefore = restBefore.slice(0, edit.before.start) + restBefore.slice(edit.before.end)
            restAfter = restAfter.slice(0, edit.after.start) + restAfter.slice(edit.after.end)
          }
        }
        expect(restBefore.replace(/\s+/g, '')).toBe(restAfter.replace(/\s+/g, ''))
      }),
    )
  })

  it('tells how much of a text is left', () => {
    expect(shareKept('one two three four', 'one two three four five')).toBe(1)
    expect(shareKept('one two', 'other words')).toBe(0)
  })
})

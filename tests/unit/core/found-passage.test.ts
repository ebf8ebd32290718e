import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foundEnd, foundPassage, foundStart } from '../../../src/core/text/found-passage.ts'
import { growth } from '../../support/cost.ts'

const shown = (text: string, ...words: string[]): string =>
  (foundPassage(text, words) ?? 'nothing').replaceAll(foundStart, '[').replaceAll(foundEnd, ']')

describe('a passage with words that were found', () => {
  it('has them marked, wherever they stand in it', () => {
    expect(shown('The ferry sailed at noon.', 'ferry', 'noon')).toBe('The [ferry] sailed at [noon].')
  })

  it('is cut at words, and says that there is more', () => {
    const text = `${'before '.repeat(40)}ferry ${'behind '.repeat(40)}`
    expect(shown(text, 'ferry')).toMatch(/^…(before )+\[ferry\]( behind)+…$/)
  })

  it('has them in other forms, too', () => {
    expect(shown('Renée was there.', 'renee')).toBe('[Renée] was there.')
    expect(shown('The oﬃcial said so.', 'official')).toBe('The [oﬃcial] said so.')
    expect(shown('我家在上海东边。', '上海')).toBe('我家在[上海]东边。')
  })

  it('is none where nothing is found, and the beginning where nothing is looked for', () => {
    expect(foundPassage('The ferry sailed.', ['bridge'])).toBeNull()
    expect(foundPassage('The ferry sailed.', [])).toBe('The ferry sailed.')
  })

  it('is part of the text, whatever the text and the words', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 }).filter((one) => !/[\u0002\u0003…]/.test(one))
    fc.assert(
      fc.property(text, fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }), (whole, words) => {
        const passage = (foundPassage(whole, words) ?? '').replace(/[\u0002\u0003]/g, '')
        expect(whole.toWellFormed()).toContain(passage.replace(/^…/, '').replace(/…$/, ''))
        expect(passage.isWellFormed()).toBe(true)
      }),
    )
  })

  it('takes time that grows with the text', () => {
    const find = (text: string): unknown => foundPassage(text, ['ferry', 'nowhere', 'e'])
    const piece = 'The ferry sailed at noon. '
    expect(growth(find, piece.repeat(10_000), piece.repeat(80_000), 24)).toBeLessThan(24)
  })
})

import { describe, expect, it } from 'vitest'
import { foldName } from '../../../src/core/records/fold-name.ts'
import { parseNumber } from '../../../src/core/records/parse-number.ts'

describe('a number as people write it', () => {
  it.each([
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['1,480', 1480],
    ['1.480', 1480],
    ['1,480.50', 1480.5],
    ['12,34,567', 1_234_567],
    ['4,2', 4.2],
    ['.5', 0.5],
    ['1/2', 0.5],
    ['1½', 1.5],
    ['٣٠', 30],
    ['१२', 12],
    ['1.5m', 1_500_000],
    ['1.125 million', 1_125_000],
    ['2 crore', 20_000_000],
    ['50%', 50],
    ['−5', -5],
    ['1,480,00', undefined],
    ['1/0', undefined],
    ['about', undefined],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  it('is read as where the user lives', () => {
    expect(parseNumber('3.125', '.')).toBe(3.125)
    expect(parseNumber('3.125', ',')).toBe(3125)
    expect(parseNumber('1,480', '.')).toBe(1480)
    expect(parseNumber('1,480', ',')).toBe(1.48)
    expect(parseNumber('1.234.567', '.')).toBe(1_234_567)
  })
})

describe('names', () => {
  it.each([
    ['राम', 'रमा'],
    ['かき', 'がき'],
    ['குமார்', 'குமாரி'],
    ['รัก', 'รก'],
    ['Андрей', 'Андреи'],
  ])('%s and %s are two', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other))
  })

  it.each([
    ['José Núñez', 'JOSE  NUNEZ'],
    ['Алёна', 'Алена'],
    ['مُحَمَّد', 'محمد'],
    ['U.N.', 'UN'],
    ["O'Brien", 'O’Brien'],
    ['ABC', 'ＡＢＣ'],
  ])('%s and %s are one', (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })
})

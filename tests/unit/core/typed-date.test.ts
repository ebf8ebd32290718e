import { describe, expect, it } from 'vitest'
import { typedDate } from '../../../src/core/import/typed-date.ts'
import { edtfShape } from '../../../src/core/records/edtf-shape.ts'
import { edtfSpan } from '../../../src/core/records/edtf.ts'

const by = { dayFirst: true, today: '2031-03-01' }

describe('a date as people type one', () => {
  it.each([
    ['March 6, 2025', '2025-03-06'],
    ['6.3.2025', '2025-03-06'],
    ['4. März 2031', '2031-03-04'],
    ['4 марта 2031', '2031-03-04'],
    ['2031年3月4日', '2031-03-04'],
    ['03/04/2031', '2031-04-03'],
    ['March 2025', '2025-03'],
    ['3/2025', '2025-03'],
    ['early 2024', '2024-37'],
    ['mid-2024', '2024-38'],
    ['late 2024', '2024-39'],
    ['spring 2031', '2031-21'],
    ['the summer of 2031', '2031-22'],
    ['Q2 2031', '2031-34'],
    ['about 1890', '1890~'],
    ['c. March 1890', '1890-03~'],
    ['perhaps 2031', '2031?'],
    ['the 1990s', '199X'],
    ['20th century', '19XX'],
    ['2030 to 2031', '2030/2031'],
    ['4–6 March 2031', '2031-03-04/2031-03-06'],
    ['March to May 2031', '2031-03/2031-05'],
    ['between 4 May and 6 May 2031', '2031-05-04/2031-05-06'],
    ['since May 2031', '2031-05/..'],
    ['until 2031-02', '../2031-02'],
    ['late February 2031', '2031-02-21/2031-02-28'],
    ['mid-March 2031', '2031-03-11/2031-03-20'],
    ['before 1945', '../1944'],
    ['after May 2031', '2031-06/..'],
    ['before 1 March 2031', '../2031-02-28'],
    ['44 BC', '-0043'],
    ['yesterday', '2031-02-28'],
    ['2031-02-2X', '2031-02-2X'],
    ['2031-02~', '2031-02~'],
    ['4-6 March 2031', '2031-03-04/2031-03-06'],
    ['H1 2031', '2031-40'],
    ['second half of 2031', '2031-41'],
    ['first quarter of 2031', '2031-33'],
    ['nonsense', null],
    ['31 February 2031', null],
    ['', null],
  ])('%s', (typed, date) => {
    expect(typedDate(typed, by)).toBe(date)
  })

  it('goes by where the user lives between slashes', () => {
    expect(typedDate('03/04/2031', { ...by, dayFirst: false })).toBe('2031-03-04')
  })
})

describe('the span of an EDTF expression', () => {
  const days = (expression: string): string | undefined => {
    const span = edtfSpan(expression)
    return span && [span.from, span.to].map((time) => new Date(time).toISOString().slice(0, 10)).join(' ')
  }
  it.each([
    ['2031-21', '2031-03-01 2031-05-31'],
    ['2031-24', '2031-12-01 2032-02-29'],
    ['2031-31', '2031-03-01 2031-05-31'],
    ['2031-33', '2031-01-01 2031-03-31'],
    ['2031-39', '2031-09-01 2031-12-31'],
    ['2031-41', '2031-07-01 2031-12-31'],
    ['2031-21/2031-22', '2031-03-01 2031-08-31'],
    ['{2031-02..2031-05}', '2031-02-01 2031-05-31'],
    ['[2031-02,2031-07]', '2031-02-01 2031-07-31'],
    ['2031-13', undefined],
    ['2031-42', undefined],
    ['2031-22/2030-21', undefined],
  ])('%s', (expression, expected) => {
    expect(days(expression)).toBe(expected)
  })

  it('may be open', () => {
    expect(edtfSpan('[..2031-05]')?.from).toBe(-Infinity)
    expect(edtfSpan('2031-21/..')?.to).toBe(Infinity)
    expect(edtfShape('2031-21')?.precision).toEqual({ from: 'season', to: 'season' })
  })
})

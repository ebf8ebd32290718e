import parseEdtf from 'edtf'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfSpan } from '../../../src/core/records/edtf.ts'

const reference = (expression: string): { from: number; to: number } | undefined => {
  try {
    const { min, max } = parseEdtf(expression)
    return { from: min, to: max }
  } catch {
    return undefined
  }
}
const pad = (value: number, length: number): string => String(value).padStart(length, '0')

describe('the span of a date', () => {
  it('is that of the whole grammar, for every plain year, month and day', () => {
    const date = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.nat(2),
    )
    fc.assert(
      fc.property(date, ([year, month, day, parts]) => {
        const expression = [pad(year, 4), pad(month, 2), pad(day, 2)].slice(0, parts + 1).join('-')
        expect(edtfSpan(expression)).toEqual(reference(expression))
      }),
    )
  })

  it.each(['2031-02-2X', '2031-02~', '2031?', '2023-10-07/2025-01-19', '2030/..', '203X', '-0044-03-15'])(
    '%s is understood',
    (expression) => {
      expect(edtfSpan(expression)).toEqual(reference(expression))
      expect(edtfSpan(expression)).toBeDefined()
    },
  )

  it.each(['2031-13', '2031-02-30', '2031-00', '2031-04-31', '31 January', '', '2031-1-1'])(
    '%j is none',
    (expression) => {
      expect(edtfSpan(expression)).toBeUndefined()
    },
  )
})

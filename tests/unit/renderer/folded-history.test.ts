import { expect, test } from 'vitest'
import type { HistoryRow } from '../../../src/core/listing/rows.ts'
import { asId } from '../../../src/core/records/base.ts'
import { folded } from '../../../src/renderer/src/views/history/folded.ts'

let made = 0
const row = (minute: number, more: Partial<HistoryRow> = {}): HistoryRow => ({
  id: asId<'change'>(`c${(made += 1)}`),
  at: new Date(Date.UTC(2031, 2, 4, 10, minute)).toISOString(),
  author: 'Ada',
  label: 'Change claim “A”',
  records: 1,
  record: asId<'claim'>('a'),
  fields: ['note'],
  state: 'done',
  ...more,
})
const sizes = (rows: HistoryRow[]): number[] => folded(rows).map((one) => one.rows.length)

test('edits of one record one after another are told as one, with all that they changed', () => {
  const [only, ...others] = folded([row(9), row(7, { fields: ['status'] }), row(1)])
  expect(others).toEqual([])
  expect(only?.rows).toHaveLength(3)
  expect(only?.fields).toEqual(['note', 'status'])
})

test('what is of another record, person or hour, or made or undid it, stands for itself', () => {
  expect(sizes([row(9), row(8, { record: asId<'claim'>('b') }), row(7)])).toEqual([1, 1, 1])
  expect(sizes([row(9), row(8, { author: 'Bo' })])).toEqual([1, 1])
  expect(sizes([row(40), row(9)])).toEqual([1, 1])
  expect(sizes([row(9), row(8, { fields: [] })])).toEqual([1, 1])
  expect(sizes([row(9), row(8, { state: 'undone' })])).toEqual([1, 1])
  expect(sizes([row(9, { record: null }), row(8, { record: null })])).toEqual([1, 1])
})

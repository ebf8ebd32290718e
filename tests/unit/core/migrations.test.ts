import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/records/define-kind.ts'
import { formatOf, migrateRecord } from '../../../src/core/records/migrations.ts'

const step =
  (to: number) =>
  (value: Json): Json => ({ ...value, steps: [value['steps'], to].flat().filter((one) => one !== undefined) })

describe('migrations', () => {
  it('run in order, each once, from the format that a record was written in', () => {
    const steps = { 10: step(10), 2: step(2), 3: step(3) }
    expect(migrateRecord('claim', {}, 1, steps)).toEqual({ steps: [2, 3, 10] })
    expect(migrateRecord('tag', {}, 3, steps)).toEqual({ steps: [10] })
    expect(migrateRecord('tag', { name: 'A' }, 10, steps)).toEqual({ name: 'A' })
    expect(migrateRecord('tag', null, 1, steps)).toBeNull()
  })

  it('take what does not say its format for the first', () => {
    expect(formatOf({})).toBe(1)
    expect(formatOf({ format: 2 })).toBe(2)
    expect(formatOf({ format: 'x' })).toBe(1)
    expect(formatOf(null)).toBe(1)
  })
})

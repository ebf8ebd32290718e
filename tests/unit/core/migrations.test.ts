import { describe, expect, it } from 'vitest'
import { formatOf, migrateRecord, type Migration } from '../../../src/core/records/migrations.ts'

const step = (to: number): Migration => ({
  to,
  record: (kind, value) => ({
    ...value,
    steps: [...((value['steps'] as string[] | undefined) ?? []), `${kind} ${to}`],
  }),
})

describe('migrations', () => {
  it('run in order, each once, from the format that a record was written in', () => {
    const steps = [step(4), step(2), step(3)]
    expect(migrateRecord('claim', {}, 1, steps)).toEqual({ steps: ['claim 2', 'claim 3', 'claim 4'] })
    expect(migrateRecord('tag', {}, 3, steps)).toEqual({ steps: ['tag 4'] })
    expect(migrateRecord('tag', { name: 'A' }, 4, steps)).toEqual({ name: 'A' })
    expect(migrateRecord('tag', null, 1, steps)).toBeNull()
  })

  it('take what does not say its format for the first', () => {
    expect(formatOf({})).toBe(1)
    expect(formatOf({ format: 2 })).toBe(2)
    expect(formatOf({ format: 'x' })).toBe(1)
    expect(formatOf(null)).toBe(1)
  })
})

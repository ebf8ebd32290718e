import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invert, parseChange, type Entry } from '../../../src/core/changes/change.ts'
import { Draft } from '../../../src/core/changes/draft.ts'
import { judge } from '../../../src/core/records/judgement.ts'
import { formatVersion } from '../../../src/core/records/migrations.ts'
import { makeClaim } from '../../../src/core/records/claim.ts'
import { makeTag } from '../../../src/core/records/tag.ts'
import { newId } from '../../../src/core/records/base.ts'
import type { AnyRecord } from '../../../src/core/records/record.ts'

type State = Map<string, AnyRecord>
const reader = (state: State) => async (_kind: unknown, id: string) =>
  Promise.resolve((state.get(id) ?? null) as never)
const apply = (state: State, entries: readonly Entry[]): State => {
  const next = new Map(state)
  for (const { id, after } of entries) {
    if (after === null) next.delete(id)
    else next.set(id, after)
  }
  return next
}

describe('a change', () => {
  it('is taken back by its inverse, whatever it does', async () => {
    const step = fc.tuple(
      fc.constantFrom('put', 'remove', 'patch'),
      fc.nat(5),
      fc.string({ minLength: 1, maxLength: 9 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.array(step, { maxLength: 12 }),
        async (first, second) => {
          const tags = Array.from({ length: 6 }, (_, n) => makeTag(`tag ${n}`))
          const run = async (state: State, steps: typeof first): Promise<Entry[]> => {
            const draft = new Draft('test', reader(state))
            for (const [what, n, name] of steps) {
              const tag = tags[n] ?? makeTag('x')
              if (what === 'put') await draft.put('tag', { ...tag, name: `${name}x` })
              else if ((await draft.get('tag', tag.id)) === null) continue
              else if (what === 'remove') await draft.remove('tag', tag.id)
              else await draft.patch('tag', tag.id, { definition: name })
            }
            return draft.entries()
          }
          const before = apply(new Map(), await run(new Map(), first))
          const entries = await run(before, second)
          const after = apply(before, entries)
          const undone = apply(after, invert(entries))
          expect(Object.fromEntries(undone)).toEqual(Object.fromEntries(before))
          expect(Object.fromEntries(apply(undone, entries))).toEqual(Object.fromEntries(after))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('survives being written down', () => {
    const claim = makeClaim('It is so.')
    const change = {
      id: newId(),
      at: claim.created,
      author: 'me',
      label: 'x',
      entries: [{ kind: 'claim' as const, id: claim.id, before: null, after: claim }],
    }
    expect(parseChange(JSON.parse(JSON.stringify(change)))).toEqual({
      ...change,
      format: formatVersion,
    })
  })

  it('with a record that does not fit is refused', () => {
    const claim = { ...makeClaim('It is so.'), kind: 'rumour' }
    const change = {
      id: newId(),
      at: claim.created,
      author: 'me',
      label: 'x',
      entries: [{ kind: 'claim', id: claim.id, before: null, after: claim }],
    }
    expect(() => parseChange(change)).toThrow(/kind/)
  })
})

describe('a draft', () => {
  it('refuses a record that does not fit, in words', async () => {
    const draft = new Draft('test', reader(new Map()))
    await expect(draft.put('tag', makeTag('  '))).rejects.toThrow(/The name of this tag/)
    await expect(draft.need('tag', newId())).rejects.toThrow(/There is no tag/)
  })

  it('that makes and removes a record does nothing', async () => {
    const draft = new Draft('test', reader(new Map()))
    const tag = await draft.put('tag', makeTag('a'))
    await draft.remove('tag', tag.id)
    expect(draft.entries()).toEqual([])
  })
})

describe('a judgement', () => {
  it('keeps what was judged before, with its reason', () => {
    const first = { grade: 6, reason: '', history: [] }
    const second = judge(first, 3, 'two papers', '2031-01-01T00:00:00.000Z')
    expect(second).toEqual({
      grade: 3,
      reason: 'two papers',
      history: [{ grade: 6, reason: '', at: '2031-01-01T00:00:00.000Z' }],
    })
    expect(judge(second, 3, 'two papers', '2031-01-02T00:00:00.000Z')).toBe(second)
  })
})

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { onTestFinished } from 'vitest'
import { lockManager } from '../../support/locks.ts'

/** What one window leaves behind is found by the next: they share the storage and the locks. */
const stored = new Map<string, string>()
const storage = {
  getItem: (key: string): string | null => stored.get(key) ?? null,
  setItem: (key: string, value: string): void => void stored.set(key, value),
  removeItem: (key: string): void => void stored.delete(key),
}
/** As `Object.keys` has a real one: by its keys. */
vi.stubGlobal(
  'localStorage',
  new Proxy(storage, {
    ownKeys: () => [...stored.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }),
)
const locked = new Set<string>()
vi.stubGlobal('navigator', { locks: lockManager(locked) })
vi.stubGlobal('addEventListener', () => undefined)
const { useDraft } = await import('../../../src/renderer/src/composables/use-draft.ts')

/** A field over a saved text; saving takes until it is let go. */
function fieldOf(first = 'saved', check?: (text: string) => string | undefined) {
  const id = ref('claim.1.note')
  const value = ref(first)
  const saves: { text: string; answer: (ok: boolean) => void }[] = []
  const scope: EffectScope = effectScope()
  onTestFinished(() => scope.stop())
  const draft = scope.run(() =>
    useDraft(
      () => id.value,
      () => value.value,
      (text) => new Promise((answer) => saves.push({ text, answer })),
      check,
    ),
  )
  if (!draft) throw new Error('the scope has ended')
  return {
    ...draft,
    id,
    value,
    saves,
    type: (text: string): void => {
      draft.text.value = text
      draft.typed()
    },
  }
}
const settled = async (): Promise<void> => {
  for (let n = 0; n < 5; n += 1) await nextTick()
}

describe('what is typed', () => {
  beforeEach(() => stored.clear())

  it('is not touched by what comes from the backend, and is saved once', async () => {
    const field = fieldOf()
    field.type('typed')
    const [one, two] = [field.commit(), field.commit()]
    expect(field.saves.map(({ text }) => text)).toEqual(['typed'])
    field.saves[0]?.answer(true)
    expect(await one).toBe(true)
    expect(await two).toBe(true)
    field.value.value = 'typed'
    await settled()
    expect([field.text.value, field.isDirty.value, field.trouble.value]).toEqual(['typed', false, null])
    expect(stored.size).toBe(0)
  })

  it('stays, and is said to be unsaved, when it could not be saved', async () => {
    const field = fieldOf()
    field.type('typed')
    const saving = field.commit()
    field.saves[0]?.answer(false)
    expect(await saving).toBe(false)
    expect(field.trouble.value).toEqual({ kind: 'unsaved' })
    expect([...stored.values()].join()).toContain('typed')
  })

  it('does not overwrite what somebody else saved meanwhile, unless that is wanted', async () => {
    const field = fieldOf()
    field.type('mine')
    field.value.value = 'theirs'
    await settled()
    expect(field.text.value).toBe('mine')
    expect(await field.commit()).toBe(false)
    expect(field.trouble.value).toEqual({ kind: 'changed', theirs: 'theirs' })
    expect(field.saves).toHaveLength(0)
    const kept = field.keepMine()
    field.saves[0]?.answer(true)
    expect(await kept).toBe(true)
    expect(field.saves[0]?.text).toBe('mine')
  })

  it('that cannot be saved is told why, and is kept', async () => {
    const field = fieldOf('2031', (text) => (/^\d+$/.test(text) ? undefined : 'Not a year.'))
    field.type('soon')
    expect(await field.commit()).toBe(false)
    expect(field.trouble.value).toEqual({ kind: 'wrong', message: 'Not a year.' })
    expect(field.saves).toHaveLength(0)
    field.discard()
    expect([field.text.value, field.trouble.value, stored.size]).toEqual(['2031', null, 0])
  })

  it('goes on while the text before it is being saved', async () => {
    const field = fieldOf()
    field.type('one')
    const saving = field.commit()
    field.type('one two')
    field.saves[0]?.answer(true)
    expect(await saving).toBe(true)
    field.value.value = 'one'
    await settled()
    expect([field.text.value, field.isDirty.value]).toEqual(['one two', true])
  })

  it('stays with its record when the field becomes that of another one', async () => {
    const field = fieldOf()
    field.type('of the first')
    field.id.value = 'claim.2.note'
    field.value.value = 'second'
    await settled()
    expect([field.text.value, field.isDirty.value]).toEqual(['second', false])
    field.id.value = 'claim.1.note'
    field.value.value = 'saved'
    await settled()
    expect([field.text.value, field.isDirty.value]).toEqual(['of the first', true])
  })

  it('is found again when its window is gone, and is left to a window that lives', async () => {
    const key = (window: string): string => `ascribe.draft.${window}.claim.1.note`
    const [gone, living] = [crypto.randomUUID(), crypto.randomUUID()]
    locked.add(`ascribe.window.${living}`)
    stored.set(key(living), JSON.stringify(['of another window', 'saved']))
    stored.set(key(gone), JSON.stringify(['left behind', 'saved']))
    const field = fieldOf()
    await expect.poll(() => field.isDirty.value).toBe(true)
    expect(field.text.value).toBe('left behind')
    expect(stored.has(key(living))).toBe(true)
    expect(stored.has(key(gone))).toBe(false)
    locked.clear()
  })
})

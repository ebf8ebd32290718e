import { describe, expect, it } from 'vitest'
import { acceleratorOf, chordOf } from '../../../src/renderer/src/actions/chords.ts'
import { placeActions } from '../../../src/renderer/src/actions/place-actions.ts'
import { sortBy } from '../../../src/renderer/src/components/table-columns.ts'
import { places } from '../../../src/renderer/src/places/list.ts'
import { isListed } from '../../../src/renderer/src/places/place.ts'
import { fitOf } from '../../../src/renderer/src/views/palette/fit.ts'
import { stanceKeyOf } from '../../../src/renderer/src/views/reader/stance-keys.ts'
import { readerActions } from '../../../src/renderer/src/views/reader/reader-actions.ts'

const noKeys = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const pressed = (
  key: string,
  more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => chordOf({ key, ...noKeys, ...more })

const stanceKeys = Object.values(stanceKeyOf).map((key) => key.toUpperCase())

describe('keys', () => {
  it('are named as actions name them', () => {
    expect(pressed('w')).toBe('W')
    expect(pressed('W', { shiftKey: true })).toBe('W')
    expect(pressed('?', { shiftKey: true })).toBe('?')
    expect(pressed('z', { ctrlKey: true })).toBe('Mod+Z')
    expect(pressed('Z', { metaKey: true, shiftKey: true })).toBe('Mod+Shift+Z')
    expect(pressed('w', { altKey: true })).toBeUndefined()
    expect(pressed('Delete')).toBe('Delete')
    expect(chordOf({ ...noKeys, key: 'ت', code: 'KeyJ' })).toBe('J')
    expect(chordOf({ ...noKeys, key: 'л', code: 'KeyK', ctrlKey: true })).toBe('Mod+K')
    expect(chordOf({ ...noKeys, key: '٣', code: 'Digit3' })).toBe('3')
    // Where a Latin letter stands elsewhere, the letter counts.
    expect(chordOf({ ...noKeys, key: 'z', code: 'KeyY' })).toBe('Z')
    expect(acceleratorOf('Mod+Shift+V')).toBe('CmdOrCtrl+Shift+V')
    expect(acceleratorOf('G L')).toBeUndefined()
  })

  it('mean one thing each, in the reader and after G', () => {
    for (const actions of [readerActions, placeActions(places)]) {
      // In a card, S, D and M are stances.
      const keys = [...actions.flatMap((action) => action.keys ?? []), ...stanceKeys]
      expect(new Set(keys).size).toBe(keys.length)
      const ids = actions.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    // After the first of two keys, no key of the reader is lost: none of them is the first.
    expect(readerActions.flatMap((action) => action.keys ?? [])).not.toContain('G')
  })
})

describe('places', () => {
  it('have an address each, and every page of a record belongs to one of the sidebar', () => {
    const paths = places.map(({ name, path }) => path ?? `/${name}`)
    expect(new Set(paths).size).toBe(paths.length)
    const listed = new Set(places.filter(isListed).map(({ name }) => name))
    for (const place of places) if (!isListed(place)) expect(listed).toContain(place.under)
  })
})

describe('the palette', () => {
  it.each([
    ['Close the notebook', 'close', 3],
    ['Help: keyboard shortcuts', 'help', 3],
    ['Go to open work', 'open w', 2],
    ['New notebook…', 'note new', 2],
    ['Disclose', 'close', 1],
    ['Export…', 'close', 0],
    ['New claim…', 'CLÁIM', 2],
    ['Über Ascribe', 'uber', 3],
    ['افتح دفترًا', 'دفترا', 2],
    ['Export…', '', 1],
  ])('takes “%s” for what “%s” means: %i', (label, typed, fit) => {
    expect(fitOf(label, label, typed)).toBe(fit)
  })
})

describe('a table', () => {
  it('is sorted by a column, and the other way round by the same again', () => {
    const columns = [
      { name: 'name', label: '', width: '', sort: 'name' as const },
      { name: 'claims', label: '', width: '', sort: 'claims' as const, isDescendingFirst: true as const },
    ]
    const state: { sort: 'name' | 'claims'; descending: boolean } = { sort: 'name', descending: false }
    sortBy(state, 'claims', columns)
    expect(state).toEqual({ sort: 'claims', descending: true })
    sortBy(state, 'claims', columns)
    expect(state).toEqual({ sort: 'claims', descending: false })
    sortBy(state, 'name', columns)
    expect(state).toEqual({ sort: 'name', descending: false })
  })
})

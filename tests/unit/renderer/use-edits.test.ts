import { ORPCError } from '@orpc/client'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { EditFields } from '../../../src/renderer/src/composables/use-edits.ts'

interface Note {
  modified: string
  text: string
  count: number
}

// The window's client asks where it is.
vi.stubGlobal('window', globalThis)
vi.stubGlobal('location', new URL('http://127.0.0.1/'))
const { useEdits } = await import('../../../src/renderer/src/composables/use-edits.ts')
const { useDialogs } = await import('../../../src/renderer/src/stores/dialogs.ts')
const { useNotices } = await import('../../../src/renderer/src/stores/notices.ts')

const stateOf = (moment: number): string => new Date(moment).toISOString()

/** A backend with one record, which refuses what was made from an older state. */
function backendOf(first: Omit<Note, 'modified'>) {
  let moment = 1
  let note: Note = { ...first, modified: stateOf(1) }
  const sent: string[] = []
  return {
    sent,
    get: (): Note => note,
    /** Somebody else saves something. */
    change: (fields: Partial<Note>): void => {
      moment += 1
      note = { ...note, ...fields, modified: stateOf(moment) }
    },
    update: async ({
      fields = {},
      modified,
    }: {
      fields?: Partial<Note>
      modified: string
    }): Promise<Note> => {
      await new Promise(setImmediate)
      sent.push(modified)
      if (modified !== note.modified) {
        const conflicts = [{ field: 'text', mine: fields.text, theirs: note.text }]
        const data = { code: 'changed-meanwhile', conflicts, modified: note.modified }
        throw new ORPCError('PROBLEM', { message: 'It was changed meanwhile.', data })
      }
      moment += 1
      note = { ...note, ...fields, modified: stateOf(moment) }
      return note
    },
  }
}

describe('edits of one record', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('are made one after another, each from the answer to the one before', async () => {
    const backend = backendOf({ text: 'a', count: 0 })
    const shown = backend.get()
    const remembered: Note[] = []
    const { edit } = useEdits<Note, Partial<Note>, object>(
      () => shown,
      backend.update,
      (note) => remembered.push(note),
    )
    const more: Parameters<EditFields<Note, Partial<Note>>>[0] = ({ count }) => ({ count: count + 1 })
    expect(await Promise.all([edit(more), edit(more), edit(more)])).toEqual([true, true, true])
    expect(backend.get().count).toBe(3)
    expect(backend.sent).toEqual([1, 2, 3].map(stateOf))
    expect(remembered.map(({ count }) => count)).toEqual([1, 2, 3])
  })

  it.each([
    ['mine', 'mine', true],
    ['theirs', 'theirs', false],
  ] as const)('that would undo another’s ask whose stays: %s', async (whose, text, isSaved) => {
    const backend = backendOf({ text: 'before', count: 0 })
    const shown = backend.get()
    backend.change({ text: 'theirs' })
    const { edit } = useEdits<Note, Partial<Note>, object>(
      () => shown,
      backend.update,
      () => undefined,
    )
    const done = edit({ text: 'mine' })
    const dialogs = useDialogs()
    await expect.poll(() => dialogs.meanwhile).not.toBeNull()
    expect(dialogs.meanwhile?.conflicts).toEqual([{ field: 'text', mine: 'mine', theirs: 'theirs' }])
    dialogs.meanwhile?.answer(whose)
    expect(await done).toBe(isSaved)
    expect(backend.get().text).toBe(text)
  })

  it('that fail are told, and the next one is made all the same', async () => {
    const backend = backendOf({ text: 'a', count: 0 })
    let isBroken = true
    const { edit } = useEdits<Note, Partial<Note>, object>(
      backend.get,
      (change) => {
        if (!isBroken) return backend.update(change)
        isBroken = false
        throw new ORPCError('PROBLEM', { message: 'The disk is full.', data: { code: 'disk-full' } })
      },
      () => undefined,
    )
    const [first, second] = [edit({ text: 'b' }), edit({ text: 'c' })]
    expect(await first).toBe(false)
    expect(useNotices().notices.map(({ message }) => message)).toEqual(['The disk is full.'])
    expect(await second).toBe(true)
    expect(backend.get().text).toBe('c')
  })
})

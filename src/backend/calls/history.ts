import type { OpenChange, RecordChange } from '../../contract/history.ts'
import type { Steps } from '../../contract/shared.ts'
import type { Change, Entry, Label } from '../../core/changes/change.ts'
import { titleOf, type RecordKind } from '../../core/records/record.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { restoreState } from '../trash/restore-state.ts'
import { emptyTrash, restoreFromTrash } from '../trash/trash.ts'

/** How many records of one Change are told. */
const mostTold = 200

const list = base.history.list.handler(({ context, input }) =>
  context.app.store.model.ask('listHistory', input),
)

export function toRecordChange({ kind, id, before, after }: Entry): RecordChange {
  const record = after ?? before
  return {
    kind,
    id,
    title: record === null ? '' : titleOf<RecordKind>(kind, record),
    before: before === null ? null : { ...before },
    after: after === null ? null : { ...after },
  }
}

const get = base.history.get.handler(async ({ context, input }): Promise<OpenChange> => {
  const { id, at, author, label, entries } = await context.app.store.change(input.id)
  const wanted = input.record === undefined ? entries : entries.filter((entry) => entry.id === input.record)
  return {
    id,
    at,
    author,
    label,
    entries: wanted.slice(0, mostTold).map(toRecordChange),
    more: Math.max(0, wanted.length - mostTold),
  }
})

const answer = async (store: NotebookStore, change: Change): Promise<{ label: Label; steps: Steps }> => ({
  label: change.label,
  steps: await store.steps(),
})

const undo = base.history.undo.handler(async ({ context: { app } }) =>
  answer(app.store, await app.store.undo()),
)
const redo = base.history.redo.handler(async ({ context: { app } }) =>
  answer(app.store, await app.store.redo()),
)

const restore = base.history.restore.handler(({ context, input }) => restoreState(context.app.store, input))

export const history = { list, get, undo, redo, restore }

export const trash = {
  list: base.trash.list.handler(({ context }) => context.app.store.model.ask('listTrash')),
  restore: base.trash.restore.handler(({ context, input }) => restoreFromTrash(context.app.store, input.id)),
  empty: base.trash.empty.handler(({ context: { app } }) => emptyTrash(app.store, app.thread)),
}

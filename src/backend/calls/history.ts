import type { Change } from '../../core/changes/change.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { listHistory } from '../../storage/read-model/index-change.ts'
import { base } from '../base.ts'

const list = base.history.list.handler(({ context, input }) =>
  listHistory(context.app.store.model.db, input.record ?? null, input.limit),
)

const answer = (
  store: NotebookStore,
  change: Change,
): { label: string; steps: ReturnType<NotebookStore['steps']> } => ({
  label: change.label,
  steps: store.steps(),
})

const undo = base.history.undo.handler(async ({ context }) =>
  answer(context.app.store, await context.app.store.undo()),
)
const redo = base.history.redo.handler(async ({ context }) =>
  answer(context.app.store, await context.app.store.redo()),
)

export const history = { list, undo, redo }

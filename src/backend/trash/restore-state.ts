import { said } from '../../core/words/say.ts'
import { problem } from '../../core/problem.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import { makeHeld, titleOf, type RecordKind } from '../../core/records/record.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { bringBack } from './bring-back.ts'
import { shorten } from '../../core/records/shorten.ts'

/**
 * Brings a record back to the state that it had before or after a Change of the history, as a new Change.
 * @throws Problem `not-found` when it was not there then, or a highlight's article is not there now
 */
export async function restoreState(
  store: NotebookStore,
  { change: changeId, record, side }: { change: Id<'change'>; record: RecordId; side: 'before' | 'after' },
): Promise<{ title: string }> {
  const change = await store.change(changeId)
  const entry = change.entries.find(({ id }) => id === record)
  const state = entry?.[side]
  if (!entry || !state) {
    throw problem('not-found', side === 'before' ? 'notThereBefore' : 'notThereAfter', {})
  }
  const { kind } = entry
  const title = shorten(titleOf<RecordKind>(kind, state))
  await store.commit(
    said('history.restoreAsOf', { title, at: change.at.slice(0, 16).replace('T', ' ') }),
    async (draft) => {
      await bringBack(store, draft, makeHeld<RecordKind>(kind, { ...state, modified: draft.at }))
    },
    { references: 'asTheyWere' },
  )
  return { title }
}

import { noun } from '../../core/words/say.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { problem } from '../../core/problem.ts'
import type { RecordId } from '../../core/records/base.ts'
import { makeHeld, type Held, type RecordKind } from '../../core/records/record.ts'
import { referencesOf, withoutReferences } from '../../core/records/references.ts'
import { carryRestored, withItsVersions } from '../versions/carry-restored.ts'
import { aboveOf, leadsTo, type Order } from '../../core/changes/leads-to.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/**
 * Puts an earlier state of a record into a draft. What it refers to and was deleted since comes back with it; what is gone for
 * good is left out of it. Highlights stand in the newest version of their article afterwards, as far as they are found there.
 * @throws Problem `bad-input` when it would stand below itself or be merged into itself, `not-found` for a highlight whose
 *   article is gone for good
 */
export async function bringBack(store: NotebookStore, draft: Draft, held: Held): Promise<void> {
  if (held.kind === 'article') {
    const article = await withItsVersions(draft, held.record)
    await putWhole(store, draft, { kind: 'article', record: article })
    await carryRestored(store, draft, article, await store.annotationsOf(article.id))
    return
  }
  await putWhole(store, draft, held)
  if (held.kind !== 'annotation') return
  const annotation = await draft.need('annotation', held.record.id)
  await carryRestored(store, draft, await draft.need('article', annotation.article), [annotation])
}

async function putWhole(store: NotebookStore, draft: Draft, held: Held): Promise<void> {
  const { kind, record } = held
  // Put first, so that two records that refer to each other end this.
  await draft.put<RecordKind>(kind, record)
  const lost = await bringBackReferred(store, draft, referencesOf<RecordKind>(kind, record))
  if (held.kind === 'annotation' && lost.has(held.record.article)) {
    throw problem('not-found', 'articleGone', {})
  }
  if (lost.size > 0) await draft.put<RecordKind>(kind, withoutReferences<RecordKind>(kind, record, lost))
  if (kind === 'tag') await checkNoCircle(draft, kind, record.id, ['parent', 'mergedInto'])
  if (kind === 'source' || kind === 'claim') await checkNoCircle(draft, kind, record.id, ['mergedInto'])
}

/** Brings back what is referred to and was deleted since. @returns what is gone for good */
export async function bringBackReferred(
  store: NotebookStore,
  draft: Draft,
  references: readonly { kind: RecordKind; id: RecordId }[],
): Promise<ReadonlySet<RecordId>> {
  const lost = new Set<RecordId>()
  for (const { kind, id } of references) {
    if ((await draft.get(kind, id)) !== null) continue
    const deleted = await store.deleted(id)
    if (deleted?.before) await bringBack(store, draft, makeHeld<RecordKind>(deleted.kind, deleted.before))
    else lost.add(id)
  }
  return lost
}

/** @throws Problem `bad-input` when following these places from a record leads back to it */
async function checkNoCircle(
  draft: Draft,
  kind: 'tag' | 'source' | 'claim',
  id: RecordId,
  along: readonly Order[],
): Promise<void> {
  const record = await draft.need<RecordKind>(kind, id)
  for (const above of aboveOf<RecordKind>(kind, record, along)) {
    if (!(await leadsTo(draft, kind, above.id, id, along))) continue
    throw problem('bad-input', 'standsBelowItself', { kind: noun(kind) })
  }
}

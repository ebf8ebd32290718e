import { isDeepStrictEqual } from 'node:util'
import type { Draft } from '../../core/changes/draft.ts'
import { leadsTo } from '../../core/changes/leads-to.ts'
import type { Id } from '../../core/records/base.ts'
import { kinds, type RecordKind, type RecordOf } from '../../core/records/record.ts'
import type { ItemReference, ReferenceField } from '../../core/records/reference.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { bringBackReferred } from './bring-back.ts'

/** What a record was before something was deleted, what the deletion made of it, and what it is now. */
interface States<R> {
  before: R
  after: R
  current: R
}

/**
 * Puts what a deletion took out of a record back into it, beside what has come since: items of its lists, and whom it stood below,
 * was merged into or repeated. Its fields that refer to others are those of its kind.
 */
export async function putBack<K extends RecordKind>(
  store: NotebookStore,
  draft: Draft,
  kind: K,
  id: Id<K>,
  { before, after }: Pick<States<RecordOf<K>>, 'before' | 'after'>,
): Promise<void> {
  const current = await draft.get(kind, id)
  if (current === null) return
  const states = { before, after, current }
  let back: Partial<RecordOf<K>> = {}
  for (const field of Object.values(kinds[kind].references))
    back = { ...back, ...(await lostIn(store, draft, kind, id, field, states)) }
  if (Object.keys(back).length > 0) await draft.patch(kind, id, back)
}

async function lostIn<K extends RecordKind>(
  store: NotebookStore,
  draft: Draft,
  kind: K,
  id: Id<K>,
  field: ReferenceField<RecordOf<K>>,
  { before, after, current }: States<RecordOf<K>>,
): Promise<Partial<RecordOf<K>>> {
  if (field.form === 'one') {
    const was = field.get(before)
    // What was moved since stays where it is, and so does what would lead back to itself by now.
    if (was === null || was === field.get(after) || field.get(current) !== field.get(after)) return {}
    if ((await draft.get(field.to, was)) === null) return {}
    return field.isOrder && (await leadsTo(draft, kind, was, id)) ? {} : field.set(was, current)
  }
  const there = field.get(current)
  const back: unknown[] = []
  for (const item of field.get(before)) {
    if (isIn(field.get(after), item) || isIn(there, item)) continue
    const references = field.of(item)
    if (!(await restsOnWhatIsThere(draft, references))) continue
    const lost = await bringBackReferred(store, draft, references)
    back.push(...field.without(item, (one) => lost.has(one)))
  }
  return back.length === 0 ? {} : field.set([...there, ...back])
}

/** What only a part of an item names, as a chain names its sources, comes back with it where it was deleted since. */
async function restsOnWhatIsThere(draft: Draft, references: readonly ItemReference[]): Promise<boolean> {
  for (const { kind, id, part } of references)
    if (part === undefined && (await draft.get(kind, id)) === null) return false
  return true
}

const isIn = (list: readonly unknown[], item: unknown): boolean =>
  list.some(
    (other) => isDeepStrictEqual(other, item) || (hasId(other) && hasId(item) && other.id === item.id),
  )

const hasId = (value: unknown): value is { id: unknown } =>
  typeof value === 'object' && value !== null && 'id' in value

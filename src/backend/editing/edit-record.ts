import { definedOnly, fieldsOf } from '../../core/changes/fields.ts'
import type { Draft } from '../../core/changes/draft.ts'
import {
  ChangedMeanwhile,
  conflictsIn,
  isListed,
  mergedList,
  withElements,
  withoutElements,
  type Listed,
  type MeanwhileConflict,
} from '../../core/changes/meanwhile.ts'
import type { Id } from '../../core/records/base.ts'
import type { RecordKind, RecordOf } from '../../core/records/record.ts'
import { titleOf } from '../../core/records/record.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { shorten } from '../../core/records/shorten.ts'

/** Lists whose elements come and go one by one. */
type Lists = Partial<Record<string, readonly Listed[] | undefined>>

/** An edit as the contract has it (`editing`). */
interface Edit<K extends RecordKind, F> {
  id: Id<K>
  modified?: string | undefined
  /** The state that its lists were made from, where it is sent once more over another one. */
  base?: string | undefined
  fields?: F | undefined
  add?: Lists | undefined
  remove?: Lists | undefined
}

/**
 * The state of a record that an edit was made from.
 * @param modified when that state was made; undefined for an edit of whatever is there
 * @returns undefined when there is nothing to compare with; null when that state is not known
 */
export async function stateAt<K extends RecordKind>(
  store: NotebookStore,
  kind: K,
  record: RecordOf<K>,
  modified: string | undefined,
): Promise<RecordOf<K> | null | undefined> {
  if (modified === undefined || modified === record.modified) return undefined
  const states = await store.statesOf(kind, record.id)
  return states.findLast((state) => state?.modified === modified) ?? null
}

/**
 * Refuses what would put other values in the place of those that somebody else put there since.
 * @param wanted what is to be there
 * @param seen what of a record that is compared with; the record itself
 * @throws Problem `changed-meanwhile`
 */
export async function mustBeAsSeen<K extends RecordKind>(
  store: NotebookStore,
  kind: K,
  now: RecordOf<K>,
  modified: string | undefined,
  wanted: object,
  seen: (record: RecordOf<K>) => object = (record) => record,
): Promise<void> {
  const before = await stateAt(store, kind, now, modified)
  if (before !== undefined) refuse(kind, now, conflictsIn<object>(before && seen(before), seen(now), wanted))
}

/** @throws Problem `changed-meanwhile` where there is something that two changed */
function refuse<K extends RecordKind>(
  kind: K,
  now: RecordOf<K>,
  conflicts: readonly MeanwhileConflict[],
): void {
  if (conflicts.length > 0) throw new ChangedMeanwhile(shorten(titleOf(kind, now)), conflicts, now.modified)
}

/**
 * Edits a record: whole values, unless something else was put there since the state that they were made from, and elements of its
 * lists, whatever else was done with those.
 * @param valuesOf what the whole values are compared with, and what the record gets for them: `asTheyAre`, or something else
 * @throws Problem `not-found`, `changed-meanwhile`
 */
export async function editRecord<K extends RecordKind, F extends object>(
  { store, draft }: { store: NotebookStore; draft: Draft },
  kind: K,
  { id, modified, base, fields, add, remove }: Edit<K, F>,
  valuesOf: {
    seen: (record: RecordOf<K>) => { readonly [Field in keyof F]?: unknown }
    put: (fields: F, record: RecordOf<K>) => Partial<RecordOf<K>>
  },
): Promise<RecordOf<K>> {
  const now = await draft.need(kind, id)
  let next: Partial<RecordOf<K>> = {}
  if (fields) {
    const seenAt = async (at: string | undefined): Promise<object | null | undefined> => {
      const state = await stateAt(store, kind, now, at)
      return state && valuesOf.seen(state)
    }
    const there = valuesOf.seen(now)
    const before = await seenAt(modified)
    const isMine = base !== undefined
    const { merged, rest, conflicts } = listsMerged(
      isMine ? await seenAt(base) : before,
      there,
      fields,
      isMine,
    )
    refuse(kind, now, conflicts)
    if (before !== undefined) refuse(kind, now, conflictsIn<object>(before, there, rest))
    next = valuesOf.put({ ...fields, ...merged }, now)
  }
  return draft.patch(kind, id, { ...next, ...listsAfter({ ...now, ...next }, add, remove) })
}

/**
 * Lists that an edit gives whole, brought together with what became of them since it was made.
 * @param before the state that it was made from; undefined where nothing is to be compared, null where that is not known any more
 * @param isMine whether the edit counts where both changed one element
 * @returns the lists, the other fields of the edit, and the elements that both changed
 */
function listsMerged<F extends object>(
  before: object | null | undefined,
  now: object,
  fields: F,
  isMine: boolean,
): { merged: Partial<F>; rest: Partial<F>; conflicts: MeanwhileConflict[] } {
  if (!before) return { merged: {}, rest: fields, conflicts: [] }
  const [was, is] = [new Map(fieldsOf(before)), new Map(fieldsOf(now))]
  const [merged, rest]: [[string, unknown][], [string, unknown][]] = [[], []]
  const conflicts: MeanwhileConflict[] = []
  for (const [field, mine] of fieldsOf(fields)) {
    const [base, theirs] = [was.get(field), is.get(field)]
    if (!isListed(mine) || !isListed(base) || !isListed(theirs)) {
      rest.push([field, mine])
      continue
    }
    const { list, conflicts: ofList } = mergedList(base, theirs, mine, isMine)
    merged.push([field, list])
    conflicts.push(...ofList.map((one) => ({ field, ...one })))
  }
  // They are fields of the edit, with the lists that it wanted there.
  return {
    merged: Object.fromEntries(merged) as Partial<F>,
    rest: Object.fromEntries(rest) as Partial<F>,
    conflicts,
  }
}

/** For whole values that are the fields of the record. */
export const asTheyAre = {
  seen: <R>(record: R): R => record,
  put: definedOnly,
}

/** The lists of a record that elements come into or go from, as they are then. */
function listsAfter(record: object, add: Lists = {}, remove: Lists = {}): Lists {
  // Only fields that are lists come into `add` and `remove`: the schemas of the contract pick them.
  const lists = record as Lists
  const names = new Set([...Object.keys(add), ...Object.keys(remove)])
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      withoutElements(withElements(lists[name] ?? [], add[name] ?? []), remove[name] ?? []),
    ]),
  )
}

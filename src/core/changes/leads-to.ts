import type { Draft } from './draft.ts'
import type { Id, RecordId } from '../records/base.ts'
import { kinds, type RecordKind, type RecordOf } from '../records/record.ts'

/** How records stand to others of their kind: below them, merged into them, repeating them. Nothing may lead back to itself. */
export type Order = 'parent' | 'mergedInto' | 'derivedFrom'

/** The records that one stands to in these ways; without any named, in all ways of its kind. */
export function aboveOf<K extends RecordKind>(
  kind: K,
  record: RecordOf<K>,
  along?: readonly Order[],
): { field: string; id: RecordId }[] {
  return Object.entries(kinds[kind].references).flatMap(([field, reference]) => {
    if (reference.form !== 'one' || !reference.isOrder) return []
    if (along?.some((one) => one === field) === false) return []
    const id = reference.get(record)
    return id === null ? [] : [{ field, id }]
  })
}

/** Whether a record is this one, or following its order leads to it, also through others. */
export async function leadsTo(
  draft: Draft,
  kind: RecordKind,
  from: RecordId,
  id: RecordId,
  along?: readonly Order[],
): Promise<boolean> {
  const seen = new Set<RecordId>()
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return true
    if (seen.has(at)) continue
    seen.add(at)
    const record = await draft.get(kind, at)
    if (record !== null) waiting.push(...aboveOf(kind, record, along).map((above) => above.id))
  }
  return false
}

/** Whether a record is another one or was merged into it: a record cannot be merged into itself. */
export const standsFor = <K extends 'claim' | 'source'>(
  draft: Draft,
  kind: K,
  id: Id<K>,
  from: { id: Id<K> },
): Promise<boolean> => leadsTo(draft, kind, from.id, id, ['mergedInto'])

/**
 * Whether a tag is another one, was merged into it or stands below it, also through others. A merged tag keeps its place, for
 * the day when it is taken out again, so both ways are followed: no order of taking apart can make a circle then.
 */
export const standsBelow = (draft: Draft, tag: Id<'tag'>, above: Id<'tag'>): Promise<boolean> =>
  leadsTo(draft, 'tag', tag, above, ['parent', 'mergedInto'])

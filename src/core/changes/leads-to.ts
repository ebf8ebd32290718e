import type { Draft } from './draft.ts'
import type { Id } from '../records/base.ts'
import type { AnyRecord, RecordKind } from '../records/record.ts'

/** How a record stands to another one of its kind: below it, merged into it, or repeating it. */
export const places = ['parent', 'mergedInto', 'derivedFrom'] as const
export type Place = (typeof places)[number]

/** The record that another one stands to in this way; undefined where its kind knows no such way. */
export const placeOf = (record: AnyRecord, place: Place): Id | null | undefined =>
  (record as Partial<Record<Place, Id | null>>)[place]

/** Whether a record is this one, or following its places leads to it, also through others. */
export async function leadsTo(
  draft: Draft,
  kind: RecordKind,
  from: Id,
  id: Id,
  along: readonly Place[] = places,
): Promise<boolean> {
  const seen = new Set<Id>()
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return true
    if (seen.has(at)) continue
    seen.add(at)
    const record = await draft.get(kind, at)
    for (const place of along) {
      const next = record === null ? null : placeOf(record, place)
      if (next) waiting.push(next)
    }
  }
  return false
}

/** Whether a record is another one or was merged into it: a record cannot be merged into itself. */
export const standsFor = (
  draft: Draft,
  kind: 'claim' | 'source',
  id: Id,
  from: { id: Id },
): Promise<boolean> => leadsTo(draft, kind, from.id, id, ['mergedInto'])

/**
 * Whether a tag is another one, was merged into it or stands below it, also through others. A merged tag keeps its place, for
 * the day when it is taken out again, so both ways are followed: no order of taking apart can make a circle then.
 */
export const standsBelow = (draft: Draft, tag: Id, above: Id): Promise<boolean> =>
  leadsTo(draft, 'tag', tag, above, ['parent', 'mergedInto'])

import type { RecordId } from './base.ts'
import { kinds, type RecordKind, type RecordOf } from './record.ts'
import type { ItemReference, Reference, ReferenceField } from './reference.ts'

/** Everything that a record needs to be in the notebook. */
export const referencesOf = <K extends RecordKind>(kind: K, record: RecordOf<K>): Reference[] =>
  Object.entries(kinds[kind].references).flatMap(([name, field]) =>
    referencesIn(field, record).map(({ part = name, endsWithIt = false, ...reference }) => ({
      ...reference,
      endsWithIt,
      field: `${kind}.${part}`,
    })),
  )

function referencesIn<R>(field: ReferenceField<R>, record: R): ItemReference[] {
  if (field.form === 'list') return field.get(record).flatMap((item) => field.of(item))
  const id = field.get(record)
  return id === null ? [] : [{ kind: field.to, id }]
}

/** The record without its references to these. */
export function withoutReferences<K extends RecordKind>(
  kind: K,
  record: RecordOf<K>,
  lost: ReadonlySet<RecordId>,
): RecordOf<K> {
  const isLost = (id: RecordId): boolean => lost.has(id)
  let kept = record
  for (const field of Object.values(kinds[kind].references))
    kept = { ...kept, ...withoutIn(field, kept, isLost) }
  return kept
}

function withoutIn<R>(field: ReferenceField<R>, record: R, isLost: (id: RecordId) => boolean): Partial<R> {
  if (field.form === 'list')
    return field.set(field.get(record).flatMap((item) => field.without(item, isLost)))
  const id = field.get(record)
  return id !== null && isLost(id) ? field.set(null, record) : {}
}

/** The fields that a record has with the id of another one in a field that has one. */
export function withReference<K extends RecordKind>(
  kind: K,
  record: RecordOf<K>,
  field: string,
  id: RecordId | null,
): Partial<RecordOf<K>> {
  const reference = kinds[kind].references[field]
  if (reference?.form !== 'one') throw new RangeError(`${kind} has no reference ${field}`)
  return reference.set(id, record)
}

import type { RecordId } from './base.ts'

/** A record that another one of its kind may stand for. */
export interface Mergeable {
  id: RecordId
  mergedInto: RecordId | null
}

/**
 * Follows `mergedInto` to the record that stands for this one; undefined when it is not there.
 * @param find looks a record up by its id
 */
export function currentRecord<T extends Mergeable>(
  id: T['id'],
  find: (id: T['id']) => T | undefined,
): T | undefined {
  let record = find(id)
  const seen = new Set<T['id']>()
  while (record?.mergedInto && !seen.has(record.id)) {
    seen.add(record.id)
    record = find(record.mergedInto)
  }
  return record
}

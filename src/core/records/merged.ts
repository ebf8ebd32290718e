import type { Id } from './base.ts'

/**
 * Follows `mergedInto` to the record that stands for this one; undefined when it is not there.
 * @param find looks a record up by its id
 */
export function currentRecord<T extends { id: Id; mergedInto: Id | null }>(
  id: Id,
  find: (id: Id) => T | undefined,
): T | undefined {
  let record = find(id)
  const seen = new Set<Id>()
  while (record?.mergedInto && !seen.has(record.id)) {
    seen.add(record.id)
    record = find(record.mergedInto)
  }
  return record
}

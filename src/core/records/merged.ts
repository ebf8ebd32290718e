import type { Id } from './base.ts'

/** Follows `mergedInto` to the record that stands for this one; undefined when it is not there. */
export function currentRecord<T extends { id: Id; mergedInto: Id | null }>(
  records: readonly T[],
  id: Id,
): T | undefined {
  let record = records.find((candidate) => candidate.id === id)
  const seen = new Set<Id>()
  while (record?.mergedInto && !seen.has(record.id)) {
    seen.add(record.id)
    const next: Id = record.mergedInto
    record = records.find((candidate) => candidate.id === next)
  }
  return record
}

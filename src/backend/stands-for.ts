import type { Draft } from '../core/changes/draft.ts'
import type { Id } from '../core/records/base.ts'

interface Mergeable {
  id: Id
  mergedInto: Id | null
}

/** Whether following the merges of a record leads to this one: a record cannot be merged into itself. */
export async function standsFor(
  draft: Draft,
  kind: 'claim' | 'source',
  id: Id,
  from: Mergeable,
): Promise<boolean> {
  const seen = new Set<Id>()
  for (let current: Mergeable | null = from; current !== null && !seen.has(current.id);) {
    if (current.id === id) return true
    seen.add(current.id)
    current = current.mergedInto === null ? null : await draft.get(kind, current.mergedInto)
  }
  return false
}

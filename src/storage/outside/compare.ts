import { isDeepStrictEqual } from 'node:util'
import { makeEntry, type Entry } from '../../core/changes/change.ts'
import type { RecordId } from '../../core/records/base.ts'
import type { Held, AnyRecord, RecordKind } from '../../core/records/record.ts'
import type {} from '../document-shapes.ts'

/** What somebody else has made of a document. */
export interface FileComparison {
  /** What only they changed: to be taken in. */
  take: Entry[]
  /** What they and we changed differently: to be decided by a person. */
  conflicts: Held[]
}

/**
 * Compares a document as somebody else left it with ours, record by record.
 * @param theirs the records on disk
 * @param ours the records as the notebook has them
 * @param saved what both began with: the records as we last wrote or read them
 */
export function compare(
  theirs: readonly Held[],
  ours: readonly Held[],
  saved: ReadonlyMap<RecordId, AnyRecord>,
): FileComparison {
  const result: FileComparison = { take: [], conflicts: [] }
  const onDisk = new Map(theirs.map((held) => [held.record.id, held]))
  const inNotebook = new Map(ours.map((held) => [held.record.id, held]))
  for (const id of new Set([...onDisk.keys(), ...inNotebook.keys()])) {
    const their = onDisk.get(id)
    const our = inNotebook.get(id)
    const before = saved.get(id)
    if (isDeepStrictEqual(their?.record, our?.record) || isDeepStrictEqual(their?.record, before)) continue
    const kind = their?.kind ?? our?.kind
    if (kind === undefined) continue
    if (isDeepStrictEqual(our?.record, before))
      result.take.push(makeEntry<RecordKind>(kind, id, our?.record ?? null, their?.record ?? null))
    else if (their) result.conflicts.push(their)
    // What they removed and we changed stays.
  }
  return result
}

import type { Draft } from './draft.ts'
import type { Id, RecordId } from '../records/base.ts'
import type { RecordKind } from '../records/record.ts'
import { withoutReferences } from '../records/references.ts'

/** Takes references to records that go away out of one that stays. */
export async function dropReferences<K extends RecordKind>(
  draft: Draft,
  kind: K,
  id: Id<K>,
  gone: ReadonlySet<RecordId>,
): Promise<void> {
  await draft.patch(kind, id, withoutReferences(kind, await draft.need(kind, id), gone))
}

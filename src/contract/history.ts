import { oc } from '@orpc/contract'
import * as z from 'zod'
import { HistoryQuery } from '../core/listing/queries.ts'
import { HistoryRow, pageOf, TrashRow } from '../core/listing/rows.ts'
import { idOf, Instant, RecordId } from '../core/records/base.ts'
import { Label } from '../core/changes/change.ts'
import { recordKinds } from '../core/records/kinds.ts'
import { byId, ByRecordId, Steps } from './shared.ts'

/** One record in a Change: what it was and what it became. */
export const RecordChange = z.object({
  kind: z.enum(recordKinds),
  id: RecordId,
  title: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
export type RecordChange = z.infer<typeof RecordChange>

export const OpenChange = z.object({
  id: idOf('change'),
  at: Instant,
  author: z.string(),
  label: Label,
  entries: z.array(RecordChange),
  /** How many more records it touched than are told here. */
  more: z.int(),
})
export type OpenChange = z.infer<typeof OpenChange>

const Step = z.object({ label: Label, steps: Steps })

export const history = {
  list: oc.input(HistoryQuery).output(pageOf(HistoryRow)),
  /** A Change with the records in it; of one that touched very many, the first ones. With a record, only that one. */
  get: oc.input(byId('change').extend({ record: RecordId.optional() })).output(OpenChange),
  undo: oc.output(Step),
  redo: oc.output(Step),
  /** Brings a record back to what it was before or after a Change, as a new Change. */
  restore: oc
    .input(z.object({ change: idOf('change'), record: RecordId, side: z.enum(['before', 'after']) }))
    .output(z.object({ title: z.string() })),
}

export const trash = {
  list: oc.output(z.array(TrashRow)),
  /** An article comes back with its highlights, and evidence that was lost with it. */
  restore: oc.input(ByRecordId).output(z.object({ title: z.string() })),
  /** For good: content leaves the log, and files that nothing else uses leave the disk. */
  empty: oc.output(z.object({ records: z.int() })),
}

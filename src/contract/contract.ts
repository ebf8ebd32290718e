import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { HistoryRow, SearchHit } from '../core/listing/rows.ts'
import { Id } from '../core/records/base.ts'
import { annotations } from './annotations.ts'
import { articles } from './articles.ts'
import { claims } from './claims.ts'
import { exports } from './exports.ts'
import { notebooks } from './notebooks.ts'
import { ChangeEvent, Steps } from './shared.ts'
import { sources } from './sources.ts'
import { tags } from './tags.ts'

export const Finding = z.object({ where: z.string(), message: z.string() })
export type Finding = z.infer<typeof Finding>

/** Everything that a user interface may ask. */
export const contract = {
  notebooks,
  articles,
  annotations,
  claims,
  sources,
  tags,
  exports,
  search: oc
    .input(z.object({ text: z.string(), limit: z.int().min(1).max(200).default(50) }))
    .output(z.array(SearchHit)),
  history: {
    list: oc
      .input(z.object({ record: Id.optional(), limit: z.int().min(1).max(1000).default(100) }))
      .output(z.array(HistoryRow)),
    undo: oc.output(z.object({ label: z.string(), steps: Steps })),
    redo: oc.output(z.object({ label: z.string(), steps: Steps })),
  },
  /** Looks for damage: schemas, references, hashes, offsets, the log. */
  check: oc.output(z.array(Finding)),
  changes: oc.output(eventIterator(ChangeEvent)),
}

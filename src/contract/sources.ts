import { oc } from '@orpc/contract'
import * as z from 'zod'
import { SourceQuery } from '../core/listing/queries.ts'
import { pageOf, SourceMention, SourceName, SourceRecord, SourceRow, Spelling } from '../core/listing/rows.ts'
import { idOf } from '../core/records/base.ts'
import { reliabilityGrades, Source } from '../core/records/source.ts'
import { SourceByName } from '../core/claims/claim-edit.ts'
import { byId, editing, merging } from './shared.ts'

export const SourceFields = Source.pick({
  kind: true,
  name: true,
  aliases: true,
  role: true,
  affiliation: true,
  descriptor: true,
  access: true,
  anonymityReason: true,
  people: true,
  groundRule: true,
  relayer: true,
  derivedFrom: true,
  possiblySame: true,
  mustNotMerge: true,
  within: true,
  confidential: true,
  inquiries: true,
  note: true,
  tags: true,
})
  .extend({ reliability: z.object({ grade: z.enum(reliabilityGrades), reason: z.string() }) })
  .partial()
export type SourceFields = z.infer<typeof SourceFields>

/** Lists whose elements come and go one by one. */
export const SourceLists = Source.pick({
  aliases: true,
  inquiries: true,
  possiblySame: true,
  mustNotMerge: true,
  tags: true,
}).partial()
export type SourceLists = z.infer<typeof SourceLists>

export const OpenSource = z.object({
  source: Source,
  mentions: z.array(SourceMention),
  /** The sources that were merged into it. */
  merged: z.array(Source),
  /** Its own spellings and those of what was merged into it, with a place where each stands. */
  spellings: z.array(Spelling),
})
export type OpenSource = z.infer<typeof OpenSource>

export const sources = {
  list: oc.input(SourceQuery).output(pageOf(SourceRow)),
  names: oc.output(z.array(SourceName)),
  /** Those that are never named in what goes out, with all their spellings: a picture is made in the window. */
  confidential: oc.output(
    z.array(z.object({ id: idOf('source'), spellings: z.array(z.string()), isPerson: z.boolean() })),
  ),
  get: oc.input(byId('source')).output(OpenSource),
  /** What others say of what these say; dear, and so only asked for those that are on the screen. */
  trackRecords: oc.input(z.object({ ids: z.array(idOf('source')).max(200) })).output(z.array(SourceRecord)),
  /** The source of that name, made when it is not there. */
  named: oc.input(SourceByName).output(Source),
  update: oc.input(editing('source', SourceFields, SourceLists)).output(Source),
  /** The other one stands for it from now on; nothing else is rewritten, and it can be undone. */
  merge: oc.input(merging('source')).output(Source),
  remove: oc.input(byId('source')).output(z.object({})),
}

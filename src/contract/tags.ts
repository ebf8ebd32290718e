import { oc } from '@orpc/contract'
import * as z from 'zod'
import { TagRow } from '../core/listing/rows.ts'
import { Tag } from '../core/records/tag.ts'
import { byId, editing, merging } from './shared.ts'

const fields = Tag.pick({ name: true, parent: true, colour: true, definition: true })

export const tags = {
  list: oc.output(z.array(TagRow)),
  /** Answers with the tag that has this name when there is one. */
  create: oc.input(fields.partial().extend({ name: z.string().trim().min(1) })).output(Tag),
  update: oc.input(editing('tag', fields.partial(), z.object({}))).output(Tag),
  merge: oc.input(merging('tag')).output(Tag),
  /** The tags that were merged into this one, also through others. */
  absorbed: oc.input(byId('tag')).output(z.array(Tag)),
  remove: oc.input(byId('tag')).output(z.object({ records: z.int() })),
}

import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idOf, RecordId } from '../core/records/base.ts'
import { dismissible, openWorkKinds } from '../core/records/dismissal.ts'

export const OpenWorkRow = z.object({
  what: z.enum(openWorkKinds),
  kind: z.enum(['claim', 'source', 'annotation', 'article']),
  id: RecordId,
  title: z.string(),
  about: RecordId.nullable(),
  aboutTitle: z.string(),
  words: z.array(z.string()),
  article: idOf('article').nullable(),
  dismissed: z.string().nullable(),
})
export type OpenWorkRow = z.infer<typeof OpenWorkRow>

/** What is set aside: something about a record, and perhaps about another one. */
export const Aside = z.object({
  kind: z.enum(['claim', 'source', 'article', 'annotation']),
  id: RecordId,
  what: z.enum(dismissible),
  about: RecordId.nullable().default(null),
})

export type Aside = z.infer<typeof Aside>

export const openWork = {
  /** What is left to be done; with `dismissed` also what was set aside. */
  list: oc.input(z.object({ dismissed: z.boolean().default(false) })).output(z.array(OpenWorkRow)),
  dismiss: oc.input(Aside.extend({ reason: z.string().trim().min(1) })).output(z.object({})),
  /** Offers it again. */
  recall: oc.input(Aside).output(z.object({})),
}

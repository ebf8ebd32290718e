import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Id } from '../core/records/base.ts'
import { dismissible, gapKinds } from '../core/records/dismissal.ts'

export const GapRow = z.object({
  gap: z.enum(gapKinds),
  kind: z.enum(['claim', 'source', 'annotation']),
  id: Id,
  title: z.string(),
  about: Id.nullable(),
  aboutTitle: z.string(),
  words: z.array(z.string()),
  article: Id.nullable(),
  dismissed: z.string().nullable(),
})
export type GapRow = z.infer<typeof GapRow>

/** What is set aside: something about a record, and perhaps about another one. */
const Aside = z.object({
  kind: z.enum(['claim', 'source', 'article', 'annotation']),
  id: Id,
  what: z.enum(dismissible),
  about: Id.nullable().default(null),
})

export const gaps = {
  /** What is left to be done; with `dismissed` also what was set aside. */
  list: oc.input(z.object({ dismissed: z.boolean().default(false) })).output(z.array(GapRow)),
  dismiss: oc.input(Aside.extend({ reason: z.string().trim().min(1) })).output(z.object({})),
  /** Offers it again. */
  recall: oc.input(Aside).output(z.object({})),
}

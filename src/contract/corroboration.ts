import { oc } from '@orpc/contract'
import * as z from 'zod'
import { joinKinds } from '../core/corroboration/join-reason.ts'
import { Id } from '../core/records/base.ts'

const JoinReason = z.object({
  kind: z.enum(joinKinds),
  subject: Id.nullable(),
  other: Id.nullable(),
  words: z.string(),
  evidence: z.array(Id),
})
const StanceOrigins = z.object({
  evidence: z.int(),
  articles: z.int(),
  origins: z.array(
    z.object({ evidence: z.array(Id), reasons: z.array(JoinReason), apart: z.array(z.string()) }),
  ),
})
export const Corroborated = z.object({
  claims: z.array(
    z.object({
      claim: Id,
      statement: z.string(),
      corroboration: z.object({ supports: StanceOrigins, disputes: StanceOrigins, mentions: StanceOrigins }),
    }),
  ),
  /** What the sources and articles are called that reasons name. */
  names: z.record(z.string(), z.string()),
})
export type Corroborated = z.infer<typeof Corroborated>

export const corroboration = {
  /** Without claims: of all. */
  of: oc.input(z.object({ claims: z.array(Id).optional() })).output(Corroborated),
}

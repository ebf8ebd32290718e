import { oc } from '@orpc/contract'
import * as z from 'zod'
import { joinKinds } from '../core/corroboration/join-reason.ts'
import { Id } from '../core/records/base.ts'
import { Claim } from '../core/records/claim.ts'

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
  /** A decision about the origin of a piece of evidence: together with another one, or apart (`with` is null). */
  rule: oc
    .input(z.object({ claim: Id, evidence: Id, with: Id.nullable(), reason: z.string().trim().min(1) }))
    .output(Claim),
  /** Takes all decisions about a piece of evidence away. */
  unrule: oc.input(z.object({ claim: Id, evidence: Id })).output(Claim),
}

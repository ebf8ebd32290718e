import { oc } from '@orpc/contract'
import * as z from 'zod'
import { joinKinds } from '../core/corroboration/join-reason.ts'
import { idOf, RecordId } from '../core/records/base.ts'

const JoinReason = z.object({
  kind: z.enum(joinKinds),
  subject: RecordId.nullable(),
  other: idOf('source').nullable(),
  words: z.string(),
  evidence: z.array(idOf('evidence')),
})
const StanceOrigins = z.object({
  evidence: z.int(),
  articles: z.int(),
  origins: z.array(
    z.object({
      evidence: z.array(idOf('evidence')),
      reasons: z.array(JoinReason),
      apart: z.array(z.string()),
    }),
  ),
  least: z.int(),
  withdrawn: z.int(),
  unsourced: z.int(),
})
export const Corroborated = z.object({
  claims: z.array(
    z.object({
      claim: idOf('claim'),
      statement: z.string(),
      corroboration: z.object({ supports: StanceOrigins, disputes: StanceOrigins, mentions: StanceOrigins }),
      bothSides: z.array(idOf('source')),
    }),
  ),
  /** What the sources and articles are called that reasons name. */
  names: z.record(z.string(), z.string()),
})
export type Corroborated = z.infer<typeof Corroborated>

export const corroboration = {
  /** Without claims: of all. */
  of: oc.input(z.object({ claims: z.array(idOf('claim')).optional() })).output(Corroborated),
}

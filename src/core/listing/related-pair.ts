import * as z from 'zod'
import { idOf } from '../records/base.ts'
import { claimStatuses } from '../records/claim.ts'

/** Two claims that the user related as contradicting each other, or as the same. */
export const RelatedPair = z.object({
  kind: z.enum(['contradicts', 'same-as']),
  claims: z.tuple([idOf('claim'), idOf('claim')]),
  statements: z.tuple([z.string(), z.string()]),
  statuses: z.tuple([z.enum(claimStatuses), z.enum(claimStatuses)]),
})
export type RelatedPair = z.infer<typeof RelatedPair>

import * as z from 'zod'
import { ClaimQuery } from './queries.ts'

export const claimColumns = [
  'kind',
  'status',
  'credibility',
  'origins',
  'originsAgainst',
  'evidence',
  'articles',
  'tags',
  'event',
  'utterance',
  'publication',
  'modified',
] as const
export type ClaimColumn = (typeof claimColumns)[number]

/** A way to look at the claims, under a name. */
export const SavedView = z.object({
  name: z.string().trim().min(1).max(80),
  query: ClaimQuery.omit({ limit: true, offset: true }),
  columns: z.array(z.enum(claimColumns)),
})
export type SavedView = z.infer<typeof SavedView>

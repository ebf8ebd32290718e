import * as z from 'zod'
import { Instant, RecordId } from './base.ts'

/** What is left to be done about a record. */
export const openWorkKinds = [
  'one-origin',
  'anonymous-only',
  'sure-of-one-origin',
  'ungraded-source',
  'contradiction',
  'no-claimant',
  'unfaithful',
  'needs-review',
  'no-response',
  'nobody-named',
  'told-differently',
  'did-not-answer',
  'to-ask',
] as const
export type OpenWorkKind = (typeof openWorkKinds)[number]

/** Why two claims are offered as one, or as contradicting each other. */
export const candidateKinds = ['same-statement', 'same-quote', 'other-value'] as const
export type CandidateKind = (typeof candidateKinds)[number]

/** What the program offers or points out about a record, and the user can set aside. */
export const dismissible = [...openWorkKinds, ...candidateKinds, 'reprint'] as const
export type Dismissible = (typeof dismissible)[number]

/** The user has looked at it, and says why nothing is to be done. */
export const Dismissal = z.object({
  what: z.enum(dismissible),
  /** The other record that it is about; null where there is none. */
  about: RecordId.nullable(),
  reason: z.string().trim().min(1),
  at: Instant,
})
export type Dismissal = z.infer<typeof Dismissal>

/** Whether, when and why something was set aside. */
export const dismissalOf = (
  dismissed: readonly Dismissal[],
  what: Dismissible,
  about: RecordId | null = null,
): Dismissal | undefined => dismissed.find((one) => one.what === what && one.about === about)

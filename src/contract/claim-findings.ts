import { oc } from '@orpc/contract'
import * as z from 'zod'
import { SuggestedHop } from '../core/attribution/chain-of.ts'
import type { ChainStep } from '../core/claims/claim-edit.ts'
import { candidateKinds } from '../core/records/dismissal.ts'
import { RelatedPair } from '../core/listing/related-pair.ts'
import { idOf, Instant } from '../core/records/base.ts'
import { claimStatuses, Quantity } from '../core/records/claim.ts'
import { byId } from './shared.ts'

/** A step that is offered: who is meant, or what would be made. */
export const SuggestedStep = SuggestedHop.omit({ isOutlet: true }).extend({
  /** null: it would be made. */
  source: idOf('source').nullable(),
  /** The article that its name would mean it in, and no other one. */
  within: idOf('article').nullable(),
})
export type SuggestedStep = z.infer<typeof SuggestedStep>

/** A claim of the notebook that says nearly the same as some words, or the opposite. */
export const SaidAlready = z.object({
  claim: idOf('claim'),
  statement: z.string(),
  is: z.enum(['same', 'opposite']),
})
export type SaidAlready = z.infer<typeof SaidAlready>

/** What is sent to take a step that was offered. */
export function stepOf({ source, name, kind, role, within, ...step }: SuggestedStep): ChainStep {
  const { mode, verbatim, groundRule, words } = step
  const who =
    source === null ? { name, newAs: kind, role, ...(within === null ? {} : { within }) } : { source }
  return { ...who, mode, verbatim, groundRule, words }
}

export const Wording = z.object({ statement: z.string(), at: Instant })
export type Wording = z.infer<typeof Wording>

export const CandidateRow = z.object({
  kind: z.enum(candidateKinds),
  claims: z.tuple([idOf('claim'), idOf('claim')]),
  statements: z.tuple([z.string(), z.string()]),
  score: z.number(),
  /** Why it was set aside, if it was. */
  dismissed: z.string().nullable(),
})
export type CandidateRow = z.infer<typeof CandidateRow>

export const FigureRow = z.object({
  claim: idOf('claim'),
  statement: z.string(),
  status: z.enum(claimStatuses),
  quantity: Quantity,
  claimants: z.array(z.string()),
  /** The claims whose figures contradict this one: other values in the same scope at the same time. */
  conflicts: z.array(idOf('claim')),
})
export type FigureRow = z.infer<typeof FigureRow>

/** What is done with claims besides changing one. */
export const claimFindings = {
  /** What a claim said before, the oldest first; the last one is what it says now. */
  wordings: oc.input(byId('claim')).output(z.array(Wording)),
  /** Pairs that may be one claim or contradict each other. */
  candidates: oc
    .input(z.object({ claim: idOf('claim').optional(), dismissed: z.boolean().default(false) }))
    .output(z.array(CandidateRow)),
  /** Pairs that were related as contradicting each other or as the same. */
  related: oc.output(z.array(RelatedPair)),
  /** The figures that count what this claim counts, its own with them. */
  figures: oc.input(byId('claim')).output(z.array(FigureRow)),
  /** The chain that the words around a passage tell; null where they do not. */
  suggestChain: oc
    .input(z.object({ annotation: idOf('annotation') }))
    .output(z.array(SuggestedStep).nullable()),
  /** The claims that say nearly the same as some words, or the opposite, the likest first. */
  saidAlready: oc.input(z.object({ words: z.string().max(20_000) })).output(z.array(SaidAlready)),
  /** The outlet of a passage, as the one who says it in its own voice; null where it is not known. */
  ownVoice: oc.input(z.object({ annotation: idOf('annotation') })).output(SuggestedStep.nullable()),
}

import { unfaithfulKinds } from '../core/claims/unfaithful.ts'
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ClaimEdit, ClaimFields, ClaimLists } from '../core/claims/claim-edit.ts'
import { ClaimQuery } from '../core/listing/queries.ts'
import { ClaimGroupRow, ClaimRow, pageOf } from '../core/listing/rows.ts'
import { driftKinds } from '../core/statements/drift.ts'
import { anchorStates } from '../core/records/annotation.ts'
import { idOf, Instant } from '../core/records/base.ts'
import { Claim, claimStatuses, relationKinds } from '../core/records/claim.ts'
import { claimFindings } from './claim-findings.ts'
import { Corroborated } from './corroboration.ts'
import { OpenWorkRow } from './open-work.ts'
import { byId, editing, merging } from './shared.ts'

/** A passage that a claim rests on, for those who show the claim. */
export const EvidencePassage = z.object({
  annotation: idOf('annotation').nullable(),
  exact: z.string(),
  article: idOf('article'),
  articleTitle: z.string(),
  /** EDTF. */
  published: z.string().nullable(),
  /** The version that the evidence was taken from, as `exact` has it, and the newest one. */
  version: z.int(),
  newest: z.int(),
  /** What became of the passage in the newest version, and what stands there; null where it was not found. */
  state: z.enum(anchorStates),
  now: z.string().nullable(),
  /** The article that its article is noted as repeating. */
  repeats: idOf('article').nullable(),
  /** Whether what stands there is a notice that takes it back. */
  isTakenBack: z.boolean(),
})
export type EvidencePassage = z.infer<typeof EvidencePassage>

/** Words that no excerpt bears out; offsets are UTF-16 code units of the statement. */
const UnfaithfulPart = z.object({
  kind: z.enum(unfaithfulKinds),
  text: z.string(),
  start: z.int(),
  end: z.int(),
})

export const OpenClaim = z.object({
  claim: Claim,
  /** By the id of the evidence. */
  passages: z.record(z.string(), EvidencePassage),
  /** The claims that this one is related to, or that are related to it, by id. */
  others: z.record(
    z.string(),
    z.object({
      statement: z.string(),
      status: z.enum(claimStatuses),
      /** How it is related to this one from its side, if it is. */
      relation: z.enum(relationKinds).nullable(),
    }),
  ),
  /** What of the statement stands in none of its excerpts. */
  unfaithful: z.array(UnfaithfulPart),
  /** The claims that were merged into it; `passages` has theirs, too. */
  merged: z.array(Claim),
  origins: Corroborated.optional(),
  /** What changed on the way from the first article that tells it to others; with its origins. */
  drift: z
    .array(
      z.object({
        earlier: idOf('article'),
        later: idOf('article'),
        laterTitle: z.string(),
        evidence: z.tuple([idOf('evidence'), idOf('evidence')]),
        changes: z.array(z.object({ kind: z.enum(driftKinds), words: z.tuple([z.string(), z.string()]) })),
      }),
    )
    .optional(),
  /** What is left to be done about it, without what was set aside; with its origins. */
  open: z.array(OpenWorkRow).optional(),
})
export type OpenClaim = z.infer<typeof OpenClaim>

export const claims = {
  list: oc.input(ClaimQuery).output(pageOf(ClaimRow)),
  /** The groups that the rows of the same query stand in, in order, and how many are in each. */
  groups: oc.input(ClaimQuery).output(z.array(ClaimGroupRow)),
  /** @param withOrigins who says so independently, too */
  get: oc.input(byId('claim').extend({ withOrigins: z.boolean().default(false) })).output(OpenClaim),
  create: oc
    .input(
      z.object({
        statement: z.string().trim().min(1),
        annotation: idOf('annotation').optional(),
        tags: z.array(idOf('tag')).default([]),
      }),
    )
    .output(Claim),
  /** Whole values, and what comes into its lists and goes. */
  update: oc.input(editing('claim', ClaimFields, ClaimLists)).output(Claim),
  /**
   * What is done with one claim, or with many in one step: the one way for all that edits them. Answers with the first of them as
   * it is then.
   */
  edit: oc
    .input(
      z.object({
        ids: z.array(idOf('claim')).min(1).max(100_000),
        edits: z.array(ClaimEdit).min(1).max(1_000),
        /** The states of claims that they were made from, where they are on the screen (`modified`). */
        seen: z.array(z.tuple([idOf('claim'), Instant])).default([]),
      }),
    )
    .output(z.object({ changed: z.int(), claim: Claim })),
  /** The other one stands for it from now on and counts its evidence; nothing else is rewritten. */
  merge: oc.input(merging('claim')).output(Claim),
  remove: oc.input(byId('claim')).output(z.object({})),
  ...claimFindings,
}

import * as z from 'zod'
import { Id, Instant, recordBase } from './base.ts'
import { Dismissal } from './dismissal.ts'
import { Edtf } from './edtf.ts'

export const claimKinds = [
  'fact',
  'figure',
  'quotation',
  'allegation',
  'denial',
  'prediction',
  'opinion',
] as const
export const claimStatuses = ['unverified', 'corroborated', 'disputed', 'refuted', 'confirmed'] as const
export const stances = ['supports', 'disputes', 'mentions'] as const
export type Stance = (typeof stances)[number]
export const hopModes = ['says', 'writes', 'denies', 'confirms', 'reports', 'cites'] as const
export type HopMode = (typeof hopModes)[number]
export const groundRules = ['on-record', 'background', 'deep-background', 'off-record', 'unknown'] as const
export type GroundRule = (typeof groundRules)[number]
export const relationKinds = ['contradicts', 'same-as', 'refines', 'depends-on'] as const

/** Admiralty scale for information. 6 means "cannot be judged", not "worst". */
export const Credibility = z.object({
  grade: z.int().min(1).max(6),
  reason: z.string(),
  history: z.array(z.object({ grade: z.int().min(1).max(6), reason: z.string(), at: Instant })),
})

/** One step of a chain: this source said or passed it on, in this way, on these terms. */
export const Hop = z.object({
  source: Id,
  mode: z.enum(hopModes),
  verbatim: z.boolean(),
  groundRule: z.enum(groundRules),
  /** The words of the text that say so ("told North Wire on condition of anonymity"). */
  words: z.string(),
})
export type Hop = z.infer<typeof Hop>

/** What speaks for or against a claim: a passage, a whole article, or a source that no article reports. */
export const Evidence = z.object({
  id: Id,
  annotation: Id.nullable(),
  article: Id.nullable(),
  /** The version of the article that it was taken from; null for a source that no article reports. */
  version: z.int().min(1).nullable(),
  stance: z.enum(stances),
  /** From the one who asserts it to the outlet that printed it. */
  chain: z.array(Hop),
  note: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** A figure. What is counted is its unit (“people killed”), among what is its scope; figures of both can contradict. */
export const Quantity = z.object({
  /** A single value has `low` equal to `high`. */
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  scope: z.string(),
  asOf: Edtf.nullable(),
  /** The source whose figure it is; null: the one that asserts it in the evidence. */
  claimant: Id.nullable(),
})

/**
 * What the user decided about the origin of a piece of evidence: it stands apart from all others, or it goes together with
 * another one. A decision counts for more than what is found by reasons.
 */
export const OriginRuling = z.object({
  evidence: Id,
  /** null: it stands apart. */
  with: Id.nullable(),
  reason: z.string().trim().min(1),
  at: Instant,
})
export type OriginRuling = z.infer<typeof OriginRuling>

export const Relation = z.object({ kind: z.enum(relationKinds), claim: Id })
export type Relation = z.infer<typeof Relation>

export const Claim = z.object({
  ...recordBase,
  statement: z.string().trim().min(1),
  kind: z.enum(claimKinds),
  status: z.enum(claimStatuses),
  credibility: Credibility,
  event: Edtf.nullable(),
  utterance: Edtf.nullable(),
  publication: Edtf.nullable(),
  quantity: Quantity.nullable(),
  tags: z.array(Id),
  note: z.string(),
  evidence: z.array(Evidence),
  rulings: z.array(OriginRuling),
  relations: z.array(Relation),
  /** The sources that an allegation is made against. */
  accused: z.array(Id),
  /** A merged claim stays, and points at the one that stands for it and counts its evidence. */
  mergedInto: Id.nullable(),
  dismissed: z.array(Dismissal),
})
export type Claim = z.infer<typeof Claim>

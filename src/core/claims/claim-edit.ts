import * as z from 'zod'
import { idOf, Instant } from '../records/base.ts'
import {
  Claim,
  credibilityGrades,
  Evidence,
  Hop,
  OriginRuling,
  Relation,
  withdrawals,
} from '../records/claim.ts'
import { sourceKinds } from '../records/source.ts'

/** Absent: it is made of whatever is there (many claims at once, scripts). */
const madeFrom = { modified: Instant.optional() }

const terms = Hop.pick({ mode: true, verbatim: true, groundRule: true, words: true }).partial()

/** A source by name, made when there is none. */
export const SourceByName = z.object({
  name: z.string().trim().min(1),
  /** What it must be. */
  kind: z.enum(sourceKinds).optional(),
  /** What it is when it has to be made; whatever bears the name already is taken. */
  newAs: z.enum(sourceKinds).optional(),
  /** The article that the name means it in, and no other one. */
  within: idOf('article').optional(),
  /** Another one of the same name, whoever bears it already. */
  another: z.boolean().optional(),
  /** What is known of it when it has to be made. */
  role: z.string().optional(),
})
export type SourceByName = z.infer<typeof SourceByName>

/** A step of a chain; what is not said of it follows from its place: the asserter says it, whoever comes after reports it. */
export const ChainStep = z.union([terms.extend({ source: idOf('source') }), terms.extend(SourceByName.shape)])
export type ChainStep = z.infer<typeof ChainStep>

/** Whole values of a claim. */
export const ClaimFields = Claim.pick({
  statement: true,
  kind: true,
  status: true,
  event: true,
  utterance: true,
  publication: true,
  quantity: true,
  tags: true,
  note: true,
  accused: true,
})
  .extend({ credibility: z.object({ grade: z.literal(credibilityGrades), reason: z.string() }) })
  .partial()
export type ClaimFields = z.infer<typeof ClaimFields>

/** Lists whose elements come and go one by one. */
export const ClaimLists = Claim.pick({ tags: true, accused: true }).partial()
export type ClaimLists = z.infer<typeof ClaimLists>

/** One thing that is done with a claim. Whole values say from which state they were made: `modified`. */
export const ClaimEdit = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set'),
    fields: ClaimFields,
    ...madeFrom,
    /** The state that it was made from at first, where it is sent once more over another one. */
    base: Instant.optional(),
  }),
  z.object({ do: z.literal('add'), to: ClaimLists }),
  z.object({ do: z.literal('remove'), from: ClaimLists }),
  z.object({
    do: z.literal('addEvidence'),
    stance: Evidence.shape.stance,
    annotation: idOf('annotation').optional(),
    article: idOf('article').optional(),
    chain: z.array(ChainStep).default([]),
    note: z.string().default(''),
    /** Where the passage stands behind the claim already, and nobody is named there yet: it is completed instead. */
    completes: z.boolean().default(false),
  }),
  z.object({
    do: z.literal('changeEvidence'),
    evidence: idOf('evidence'),
    fields: Evidence.pick({ stance: true, note: true })
      .partial()
      .extend({
        chain: z.array(ChainStep).optional(),
        /** Null: it stands again. */
        withdrawn: z
          .object({ as: z.enum(withdrawals), reason: z.string() })
          .nullable()
          .optional(),
      }),
    ...madeFrom,
  }),
  z.object({ do: z.literal('removeEvidence'), evidence: idOf('evidence'), ...madeFrom }),
  z.object({ do: z.literal('addRelation'), ...Relation.shape }),
  z.object({ do: z.literal('changeRelation'), ...Relation.shape, to: Relation.shape.kind, ...madeFrom }),
  z.object({ do: z.literal('removeRelation'), ...Relation.shape }),
  /** A new decision about the same evidence replaces the old one. */
  z.object({ do: z.literal('addRuling'), ...OriginRuling.omit({ at: true }).shape, ...madeFrom }),
  /** Takes all decisions about a piece of evidence away. */
  z.object({ do: z.literal('removeRuling'), evidence: idOf('evidence'), ...madeFrom }),
])
export type ClaimEdit = z.infer<typeof ClaimEdit>
export type ClaimEditInput = z.input<typeof ClaimEdit>

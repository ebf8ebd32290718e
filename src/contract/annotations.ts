import { oc } from '@orpc/contract'
import * as z from 'zod'
import { AnnotationQuery } from '../core/listing/queries.ts'
import { AnnotationRow, pageOf } from '../core/listing/rows.ts'
import { Annotation, highlightStyles } from '../core/records/annotation.ts'
import { idOf, Instant } from '../core/records/base.ts'
import { Claim, claimStatuses, Hop, stances } from '../core/records/claim.ts'
import { SaidAlready } from './claim-findings.ts'
import { byId, editing } from './shared.ts'

const more = {
  style: z.enum(highlightStyles).default('yellow'),
  note: z.string().default(''),
  tags: z.array(idOf('tag')).default([]),
  /** Tags by name; those that are not there are made. */
  tagNames: z.array(z.string()).default([]),
  /** A claim to be made from the passage. */
  claim: z.string().trim().optional(),
}

export const AnnotationFields = Annotation.pick({ style: true, note: true, tags: true }).partial()
export type AnnotationFields = z.infer<typeof AnnotationFields>

/** A claim that rests on a highlight, and what is known of it elsewhere. */
export const RestingClaim = z.object({
  id: idOf('claim'),
  statement: z.string(),
  status: z.enum(claimStatuses),
  stance: z.enum(stances),
  chain: z.array(Hop),
  /** How many independent origins there are for it, and against it. */
  origins: z.int(),
  against: z.int(),
  /** The other articles in which something supports, disputes or mentions it. */
  elsewhere: z.array(z.object({ article: idOf('article'), title: z.string(), stance: z.enum(stances) })),
})
export type RestingClaim = z.infer<typeof RestingClaim>

const Made = z.object({ annotation: Annotation, claim: Claim.optional() })

export const AboutHighlight = z.object({ claims: z.array(RestingClaim), already: z.array(SaidAlready) })
export type AboutHighlight = z.infer<typeof AboutHighlight>

export const annotations = {
  list: oc.input(AnnotationQuery).output(pageOf(AnnotationRow)),
  /** `start` and `end` in UTF-16 code units of the current text of record; `exact` must stand there. */
  create: oc
    .input(
      z.object({
        article: idOf('article'),
        start: z.int().min(0),
        end: z.int().min(1),
        exact: z.string(),
        ...more,
      }),
    )
    .output(Made),
  /** By its words; `occurrence` counts from 1 and is needed when they stand in several places. */
  createByQuote: oc
    .input(
      z.object({
        article: idOf('article'),
        quote: z.string().min(1),
        occurrence: z.int().min(1).optional(),
        ...more,
      }),
    )
    .output(Made),
  /** What is made of a highlight, and where else it is said; without a claim, which ones say nearly the same. */
  about: oc.input(byId('annotation')).output(AboutHighlight),
  update: oc
    .input(editing('annotation', AnnotationFields, Annotation.pick({ tags: true })))
    .output(Annotation),
  /** Takes what is proposed for highlights to review as their places. */
  accept: oc
    .input(z.object({ ids: z.array(idOf('annotation')).min(1).max(100_000) }))
    .output(z.object({ accepted: z.int() })),
  /** Moves a highlight to a passage of the newest version: its borders, or all of it. `exact` must stand there. */
  place: oc
    .input(
      byId('annotation').extend({
        start: z.int().min(0),
        end: z.int().min(1),
        exact: z.string(),
        modified: Instant.optional(),
      }),
    )
    .output(Annotation),
  /** Says that what is proposed is not the passage: it is not in the newest version. */
  detach: oc.input(byId('annotation').extend({ modified: Instant.optional() })).output(Annotation),
  /** The evidence that rests on it goes with it. */
  remove: oc.input(byId('annotation')).output(z.object({ claims: z.int() })),
}

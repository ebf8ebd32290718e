import { oc } from '@orpc/contract'
import * as z from 'zod'
import { AnnotationQuery } from '../core/listing/queries.ts'
import { AnnotationRow, pageOf } from '../core/listing/rows.ts'
import { Annotation, highlightStyles } from '../core/records/annotation.ts'
import { Id } from '../core/records/base.ts'
import { Claim } from '../core/records/claim.ts'
import { ById } from './shared.ts'

const more = {
  style: z.enum(highlightStyles).default('yellow'),
  note: z.string().default(''),
  tags: z.array(Id).default([]),
  /** Tags by name; those that are not there are made. */
  tagNames: z.array(z.string()).default([]),
  /** A claim to be made from the passage. */
  claim: z.string().trim().optional(),
}

const Made = z.object({ annotation: Annotation, claim: Claim.optional() })

export const annotations = {
  list: oc.input(AnnotationQuery).output(pageOf(AnnotationRow)),
  /** `start` and `end` in UTF-16 code units of the current text of record; `exact` must stand there. */
  create: oc
    .input(z.object({ article: Id, start: z.int().min(0), end: z.int().min(1), exact: z.string(), ...more }))
    .output(Made),
  /** By its words; `occurrence` counts from 1 and is needed when they stand in several places. */
  createByQuote: oc
    .input(
      z.object({ article: Id, quote: z.string().min(1), occurrence: z.int().min(1).optional(), ...more }),
    )
    .output(Made),
  update: oc
    .input(ById.extend({ fields: Annotation.pick({ style: true, note: true, tags: true }).partial() }))
    .output(Annotation),
  /** The evidence that rests on it goes with it. */
  remove: oc.input(ById).output(z.object({ claims: z.int() })),
}

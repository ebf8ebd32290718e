import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idOf, Instant } from '../core/records/base.ts'

const Span = z.object({ start: z.int(), end: z.int() })
export const ReprintRow = z.object({
  articles: z.tuple([idOf('article'), idOf('article')]),
  titles: z.tuple([z.string(), z.string()]),
  outlets: z.tuple([z.string(), z.string()]),
  published: z.tuple([z.string().nullable(), z.string().nullable()]),
  /** From which states of them an edit is made. */
  modified: z.tuple([Instant, Instant]),
  /** How much of the shorter one stands in the other, from 0 to 1. */
  score: z.number(),
  /** How many passages stand in both. */
  passages: z.int(),
  /** Which of the two is noted as repeating the other, if any; 0 or 1. */
  repeats: z.int().nullable(),
  /** Why it is no reprint, as the user said. */
  dismissed: z.string().nullable(),
})
export type ReprintRow = z.infer<typeof ReprintRow>

/** A passage in both articles; the words that differ are for whoever shows them to find. */
export const CommonPassage = z.object({
  spans: z.tuple([Span, Span]),
  texts: z.tuple([z.string(), z.string()]),
  likeness: z.number(),
})
export type CommonPassage = z.infer<typeof CommonPassage>

export const reprints = {
  /** Articles that stand nearly word for word in others; only what is new is compared. */
  list: oc.output(z.array(ReprintRow)),
  passages: oc
    .input(z.object({ articles: z.tuple([idOf('article'), idOf('article')]) }))
    .output(z.array(CommonPassage)),
}

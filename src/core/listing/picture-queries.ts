import * as z from 'zod'
import { ClaimQuery } from './queries.ts'

/** The same claims can be asked for as in their list. */
const filters = ClaimQuery.pick({
  text: true,
  tag: true,
  status: true,
  kind: true,
  source: true,
  article: true,
}).shape

export const timelineDates = ['event', 'utterance', 'publication'] as const
export const timelineLanes = ['none', 'tag', 'source', 'article'] as const
export const TimelineQuery = z.object({
  ...filters,
  date: z.enum(timelineDates).default('event'),
  lanes: z.enum(timelineLanes).default('none'),
})
export type TimelineQuery = z.output<typeof TimelineQuery>

export const GraphQuery = z.object({ ...filters, limit: z.int().min(1).max(20_000).default(1_000) })
export type GraphQuery = z.output<typeof GraphQuery>

export const matrixSides = ['source', 'article'] as const
export const MatrixQuery = z.object({
  against: z.enum(matrixSides).default('source'),
  limit: z.int().min(1).max(1_000).default(60),
})
export type MatrixQuery = z.output<typeof MatrixQuery>

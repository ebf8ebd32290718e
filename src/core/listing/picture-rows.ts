import * as z from 'zod'
import { idOf, RecordId } from '../records/base.ts'
import { claimKinds, claimStatuses, stances } from '../records/claim.ts'

export const TimelineRow = z.object({
  id: idOf('claim'),
  statement: z.string(),
  kind: z.enum(claimKinds),
  status: z.enum(claimStatuses),
  /** EDTF. */
  date: z.string(),
  lanes: z.array(z.string()),
})
export type TimelineRow = z.infer<typeof TimelineRow>

export const nodeKinds = ['claim', 'source', 'anonymous', 'article'] as const
export const GraphNode = z.object({ id: RecordId, title: z.string(), kind: z.enum(nodeKinds) })
export type GraphNode = z.infer<typeof GraphNode>

export const linkKinds = [...stances, 'passes-on', 'related'] as const
export const GraphLink = z.object({
  from: RecordId,
  to: RecordId,
  kind: z.enum(linkKinds),
  /** How many pieces of evidence it stands for. */
  weight: z.int(),
})
export type GraphLink = z.infer<typeof GraphLink>
export const GraphAnswer = z.object({ nodes: z.array(GraphNode), links: z.array(GraphLink) })
export type GraphAnswer = z.infer<typeof GraphAnswer>

const Named = z.object({ id: RecordId, name: z.string() })
/** Tags against sources or articles; those with most first. */
export const Matrix = z.object({
  tags: z.array(Named),
  others: z.array(Named),
  cells: z.array(z.object({ tag: idOf('tag'), other: RecordId, count: z.int() })),
  /** How many of each are not shown. */
  left: z.object({ tags: z.int(), others: z.int() }),
})
export type Matrix = z.infer<typeof Matrix>

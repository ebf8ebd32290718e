import * as z from 'zod'
import { Id, Instant, recordBase } from './base.ts'
import { groundRules } from './claim.ts'
import { Dismissal } from './dismissal.ts'
import { isShallow } from './shallow.ts'

export const sourceKinds = ['person', 'organisation', 'outlet', 'document', 'dataset', 'anonymous'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Admiralty scale for sources. F means "cannot be judged", not "worst". */
export const reliabilityGrades = ['A', 'B', 'C', 'D', 'E', 'F'] as const

export const Reliability = z.object({
  grade: z.enum(reliabilityGrades),
  reason: z.string(),
  history: z.array(z.object({ grade: z.enum(reliabilityGrades), reason: z.string(), at: Instant })),
})

export const Alias = z.object({
  name: z.string().min(1),
  /** The excerpt where this spelling stands. */
  annotation: Id.nullable(),
})

export const Source = z.object({
  ...recordBase,
  kind: z.enum(sourceKinds),
  name: z.string().trim().min(1),
  aliases: z.array(Alias),
  role: z.string(),
  affiliation: z.string(),
  /** For an anonymous source: how the text calls it, word for word. */
  descriptor: z.string(),
  /** For an anonymous source: how it is said to know, and why it is not named. */
  access: z.string(),
  anonymityReason: z.string(),
  /** How many people speak as this source, where the text says so. */
  people: z.int().min(1).nullable(),
  /** On which terms they spoke, and to whom. */
  groundRule: z.enum(groundRules),
  relayer: Id.nullable(),
  reliability: Reliability,
  derivedFrom: Id.nullable(),
  possiblySame: z.array(Id),
  mustNotMerge: z.array(Id),
  mergedInto: Id.nullable(),
  /** CSL-JSON for documents and data sets. */
  csl: z.record(z.string(), z.unknown()).refine(isShallow, 'is nested too deep').nullable(),
  confidential: z.boolean(),
  note: z.string(),
  tags: z.array(Id),
  dismissed: z.array(Dismissal),
})
export type Source = z.infer<typeof Source>

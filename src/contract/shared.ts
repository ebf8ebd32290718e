import * as z from 'zod'
import { problemCodes } from '../core/problem.ts'
import { Annotation } from '../core/records/annotation.ts'
import { Id } from '../core/records/base.ts'
import { recordSchemas, type RecordKind } from '../core/records/record.ts'

const kinds = Object.keys(recordSchemas) as [RecordKind, ...RecordKind[]]

/** What an expected failure carries besides its sentence. */
export const ProblemData = z.object({ code: z.enum(problemCodes), action: z.string().optional() })
export type ProblemData = z.infer<typeof ProblemData>

/** A failure inside a stream, which goes on. */
export const ProblemReport = ProblemData.extend({ message: z.string() })
export type ProblemReport = z.infer<typeof ProblemReport>

export const ById = z.object({ id: Id })

/** What undo and redo would do, by their labels. */
export const Steps = z.object({ undo: z.string().nullable(), redo: z.string().nullable() })
export type Steps = z.infer<typeof Steps>

export const ChangeEvent = z.discriminatedUnion('type', [
  /** The stream is open. */
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('changed'),
    label: z.string(),
    records: z.array(z.object({ kind: z.enum(kinds), id: Id })),
    steps: Steps,
    /** When nothing but highlights of one article changed: what they are now. */
    annotations: z.object({ article: Id, put: z.array(Annotation), removed: z.array(Id) }).optional(),
  }),
  /** Another notebook was opened, or this one was closed. */
  z.object({ type: z.literal('switched') }),
  /** Documents could not be written yet; nothing is lost. */
  z.object({ type: z.literal('unsaved'), problem: ProblemReport }),
])
export type ChangeEvent = z.infer<typeof ChangeEvent>

import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { exportFormats } from '../core/export/exported.ts'
import { Id } from '../core/records/base.ts'
import { ProblemReport } from './shared.ts'

export const ExportSelection = z.object({
  format: z.enum(exportFormats).default('markdown'),
  articles: z.array(Id).default([]),
  claims: z.array(Id).default([]),
})

export const ExportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('writing'), done: z.int(), total: z.int() }),
  z.object({
    type: z.literal('done'),
    written: z.int(),
    unchanged: z.int(),
    removed: z.int(),
    withheld: z.int(),
    /** Where it is: a folder, or the address of a zip file to download. */
    folder: z.string().nullable(),
    download: z.string().nullable(),
  }),
  z.object({ type: z.literal('failed'), problem: ProblemReport }),
])
export type ExportEvent = z.infer<typeof ExportEvent>

export const exports = {
  /** The names of the files and the content of one of them. */
  preview: oc
    .input(ExportSelection.extend({ path: z.string().optional() }))
    .output(z.object({ files: z.array(z.string()), path: z.string(), content: z.string() })),
  /** `folder` must have been chosen in a dialog (its grant) or be allowed to any path; without it a zip file is made. */
  run: oc.input(ExportSelection.extend({ folder: z.string().optional() })).output(eventIterator(ExportEvent)),
}

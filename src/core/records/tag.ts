import * as z from 'zod'
import { Id, recordBase } from './base.ts'

export const tagColours = ['gold', 'blue', 'green', 'red', 'violet', 'teal', 'orange', 'grey'] as const
export type TagColour = (typeof tagColours)[number]

export const Tag = z.object({
  ...recordBase,
  name: z.string().trim().min(1),
  parent: Id.nullable(),
  colour: z.enum(tagColours),
  definition: z.string(),
  /** A merged tag stays, and points at the tag that stands for it: records need not be rewritten. */
  mergedInto: Id.nullable(),
})
export type Tag = z.infer<typeof Tag>

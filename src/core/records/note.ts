import * as z from 'zod'
import { Id, recordBase } from './base.ts'

/** A free page of Markdown. */
export const Note = z.object({
  ...recordBase,
  title: z.string().min(1),
  body: z.string(),
  tags: z.array(Id),
})
export type Note = z.infer<typeof Note>

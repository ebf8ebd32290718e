import * as z from 'zod'
import { idOf, recordBase } from './base.ts'
import { defineKind } from './define-kind.ts'
import { tagsField } from './reference.ts'

/** A free page of Markdown. */
export const Note = z.object({
  ...recordBase('note'),
  title: z.string().min(1),
  body: z.string(),
  tags: z.array(idOf('tag')),
})
export type Note = z.infer<typeof Note>

export const noteKind = defineKind<Note>({
  schema: Note,
  title: ({ title }) => title,
  references: {
    tags: tagsField,
  },
  migrations: {},
})

import * as z from 'zod'
import { fresh, idOf, recordBase } from './base.ts'
import { defineKind } from './define-kind.ts'
import { mergedIntoField, one } from './reference.ts'

export const tagColours = ['gold', 'blue', 'green', 'red', 'violet', 'teal', 'orange', 'grey'] as const
export type TagColour = (typeof tagColours)[number]

export const Tag = z.object({
  ...recordBase('tag'),
  name: z.string().trim().min(1),
  parent: idOf('tag').nullable(),
  colour: z.enum(tagColours),
  definition: z.string(),
  /** A merged tag stays, and points at the tag that stands for it: records need not be rewritten. */
  mergedInto: idOf('tag').nullable(),
})
export type Tag = z.infer<typeof Tag>

export const tagKind = defineKind<Tag>({
  schema: Tag,
  title: ({ name }) => name,
  references: {
    parent: one(
      'tag',
      (tag) => tag.parent,
      (parent) => ({ parent }),
      { isOrder: true },
    ),
    mergedInto: mergedIntoField('tag'),
  },
  migrations: {},
})

export function makeTag(name: string, more: Partial<Tag> = {}): Tag {
  return {
    ...fresh(),
    name: name.trim(),
    parent: null,
    colour: 'grey',
    definition: '',
    mergedInto: null,
    ...more,
  }
}

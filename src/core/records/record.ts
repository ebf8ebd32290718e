import type * as z from 'zod'
import { Annotation } from './annotation.ts'
import { Article } from './article.ts'
import { Claim } from './claim.ts'
import { Note } from './note.ts'
import { Source } from './source.ts'
import { Tag } from './tag.ts'

/** Every kind of record, and the schema that it has on disk. */
export const recordSchemas = {
  article: Article,
  annotation: Annotation,
  claim: Claim,
  source: Source,
  tag: Tag,
  note: Note,
} as const

export type RecordKind = keyof typeof recordSchemas

export type RecordOf<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>
export type AnyRecord = RecordOf<RecordKind>

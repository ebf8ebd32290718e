import type { Id } from './base.ts'
import { annotationKind, type Annotation } from './annotation.ts'
import { articleKind, type Article } from './article.ts'
import { claimKind, type Claim } from './claim.ts'
import type { KindDefinition } from './define-kind.ts'
import type { RecordKind } from './kinds.ts'
import { noteKind, type Note } from './note.ts'
import { sourceKind, type Source } from './source.ts'
import { tagKind, type Tag } from './tag.ts'

export type { RecordKind } from './kinds.ts'

interface Records {
  article: Article
  annotation: Annotation
  claim: Claim
  source: Source
  tag: Tag
  note: Note
}

export type RecordOf<K extends RecordKind> = Records[K] & { id: Id<K> }
export type AnyRecord = RecordOf<RecordKind>

/** Every kind of record, and all that is known of it. */
export const kinds: { readonly [K in RecordKind]: KindDefinition<RecordOf<K>> } = {
  article: articleKind,
  annotation: annotationKind,
  claim: claimKind,
  source: sourceKind,
  tag: tagKind,
  note: noteKind,
}

/** The article that a highlight stands in; undefined for all else. */
export const articleOf = (record: AnyRecord): Id<'article'> | undefined =>
  'article' in record ? record.article : undefined

interface HeldAs<K extends RecordKind> {
  kind: K
  record: RecordOf<K>
}

/** A record with its kind: looking at the kind tells what the record is. */
export type Held<K extends RecordKind = RecordKind> = { [One in K]: HeldAs<One> }[K]

export const isHeldAs = <K extends RecordKind>(held: Held, kind: K): held is Held & HeldAs<K> =>
  held.kind === kind

export const makeHeld = <K extends RecordKind>(kind: K, record: RecordOf<K>): Held =>
  // What is true of each kind is not seen to be true of any one of them.
  ({ kind, record }) as HeldAs<RecordKind> as Held

/** What a record is called in lists of records of all kinds. */
export const titleOf = <K extends RecordKind>(kind: K, record: RecordOf<K>): string =>
  kinds[kind].title(record)

import * as z from 'zod'
import { Label } from '../changes/change.ts'
import { Annotation } from '../records/annotation.ts'
import { Article } from '../records/article.ts'
import { idOf, RecordId } from '../records/base.ts'
import { Claim, claimStatuses, Credibility, groundRules, hopModes, stances } from '../records/claim.ts'
import { recordKinds } from '../records/kinds.ts'
import { Reliability, Source } from '../records/source.ts'
import { Tag } from '../records/tag.ts'

/** What lists show of records: fields of theirs, and what is counted. Derived, never the only copy of anything. */
export const ArticleRow = Article.pick({
  id: true,
  title: true,
  published: true,
  language: true,
  direction: true,
  reading: true,
  tags: true,
  created: true,
}).extend({
  authors: z.string(),
  outlet: z.string(),
  characters: z.int(),
  highlights: z.int(),
  claims: z.int(),
})
export type ArticleRow = z.infer<typeof ArticleRow>

/** `version`, `start` and `end`: where it stands, or may stand (state `review`); for an orphan where it stood last. */
export const AnnotationRow = Annotation.pick({
  id: true,
  article: true,
  version: true,
  start: true,
  end: true,
  exact: true,
  style: true,
  state: true,
  note: true,
  tags: true,
}).extend({
  articleTitle: z.string(),
  /** In state `review`: how much of it is there, from 0 to 1. */
  score: z.number().nullable(),
  /** What stands there now; null for an orphan. */
  text: z.string().nullable(),
})
export type AnnotationRow = z.infer<typeof AnnotationRow>

export const ClaimRow = Claim.pick({
  id: true,
  statement: true,
  kind: true,
  status: true,
  event: true,
  utterance: true,
  publication: true,
  tags: true,
  created: true,
  modified: true,
}).extend({
  credibility: Credibility.shape.grade,
  supports: z.int(),
  disputes: z.int(),
  mentions: z.int(),
  articles: z.int(),
  /** How many independent origins support and dispute it. */
  origins: z.int(),
  originsAgainst: z.int(),
  /** The same if all who are not named, and may be one, are one. */
  leastOrigins: z.int(),
  leastOriginsAgainst: z.int(),
})
export type ClaimRow = z.infer<typeof ClaimRow>

/** The claims of one group; those of none have no id. */
export const ClaimGroupRow = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  count: z.int(),
})
export type ClaimGroupRow = z.infer<typeof ClaimGroupRow>

export const SourceRow = Source.pick({ id: true, kind: true, name: true, role: true }).extend({
  reliability: Reliability.shape.grade,
  aliases: z.array(z.string()),
  /** The title of the article that its name means it in, and no other one. */
  within: z.string().nullable(),
  /** Pieces of evidence that begin with it, and those that it only passes on. */
  asserts: z.int(),
  relays: z.int(),
  articles: z.int(),
  /** What it is still to be asked, or was and has not answered. */
  questions: z.array(z.string()),
})
export type SourceRow = z.infer<typeof SourceRow>

/** As much of a source as its name takes, and whether files may have it. */
export const SourceName = SourceRow.pick({ id: true, name: true, kind: true }).extend({
  /** Whether it is confidential, or a source that was merged into it. */
  confidential: z.boolean(),
  /** Sources that were merged into this one; records may still carry their ids. */
  absorbed: z.array(idOf('source')),
})
export type SourceName = z.infer<typeof SourceName>

export const TagRow = Tag.pick({
  id: true,
  name: true,
  parent: true,
  colour: true,
  definition: true,
  modified: true,
}).extend({
  /** Tags that were merged into this one; records may still carry their ids. */
  absorbed: z.array(idOf('tag')),
  /** How many carry it or a tag below it; articles count also with a highlight that does. */
  articles: z.int(),
  annotations: z.int(),
  claims: z.int(),
  sources: z.int(),
})
export type TagRow = z.infer<typeof TagRow>

export const SearchHit = z.object({
  kind: z.enum(['article', 'annotation', 'claim', 'source', 'note']),
  id: RecordId,
  /** The article to open, for an article or an annotation. */
  article: idOf('article').nullable(),
  title: z.string(),
  /** The passage around the match; matches stand between U+0002 and U+0003. */
  snippet: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** A piece of evidence as the page of a source shows it. */
export const SourceMention = z.object({
  /** The claim that it counts for, after merges. */
  claim: idOf('claim'),
  statement: z.string(),
  status: z.enum(claimStatuses),
  evidence: idOf('evidence'),
  stance: z.enum(stances),
  /** 0: asserts it; otherwise it passes it on. */
  position: z.int(),
  mode: z.enum(hopModes),
  groundRule: z.enum(groundRules),
  article: idOf('article').nullable(),
  articleTitle: z.string().nullable(),
  annotation: idOf('annotation').nullable(),
  quote: z.string().nullable(),
  /** Where it asserts it: how many origins without it say the same, and how many the contrary. */
  agree: z.int(),
  oppose: z.int(),
})
export type SourceMention = z.infer<typeof SourceMention>

/** Of how many of its claims others say the same, or the contrary, independently of a source. */
export const SourceRecord = z.object({
  id: idOf('source'),
  all: z.int(),
  agreed: z.int(),
  opposed: z.int(),
  alone: z.int(),
})
export type SourceRecord = z.infer<typeof SourceRecord>

/** A spelling of a name, and a place where it stands; null where none is known. */
export const Spelling = z.object({
  name: z.string(),
  place: z
    .object({
      article: idOf('article'),
      articleTitle: z.string(),
      annotation: idOf('annotation').nullable(),
      excerpt: z.string(),
    })
    .nullable(),
})
export type Spelling = z.infer<typeof Spelling>

export const HistoryRow = z.object({
  id: idOf('change'),
  at: z.string(),
  author: z.string(),
  label: Label,
  /** How many records it touched. */
  records: z.int(),
  /** Where it touched one only: which, and what of it is otherwise since. */
  record: RecordId.nullable(),
  fields: z.array(z.string()),
  /**
   * `undo`, `redo`: a step of these; `dropped`: was undone, and can no longer be redone; `kept`: can no longer be undone; `base`: what a
   * sample is made of.
   */
  state: z.enum(['done', 'undone', 'undo', 'redo', 'dropped', 'kept', 'base']),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** A deleted record. */
export const TrashRow = z.object({
  id: RecordId,
  kind: z.enum(recordKinds),
  title: z.string(),
  /** When and by whom it was deleted. */
  at: z.string(),
  author: z.string(),
  /** How many highlights went with it. */
  withIt: z.int(),
})
export type TrashRow = z.infer<typeof TrashRow>

/** How many records there are of each sort; what is not named there is 0. */
export const Facets = z.object({
  tags: z.array(
    TagRow.pick({ name: true, articles: true, annotations: true, claims: true, sources: true }).extend({
      id: z.string(),
    }),
  ),
  sources: z.array(
    SourceRow.pick({ name: true, kind: true, asserts: true, relays: true, articles: true }).extend({
      id: z.string(),
    }),
  ),
  statuses: z.record(z.string(), z.int()),
  kinds: z.record(z.string(), z.int()),
  reading: z.record(z.string(), z.int()),
})
export type Facets = z.infer<typeof Facets>

export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.int() })
export interface Page<T> {
  rows: T[]
  total: number
}

import * as z from 'zod'
import { anchorStates, highlightStyles } from '../records/annotation.ts'
import { directions, readingStates } from '../records/article.ts'
import { Id } from '../records/base.ts'
import { claimKinds, claimStatuses, groundRules, hopModes, stances } from '../records/claim.ts'
import { recordKinds } from '../records/kinds.ts'
import { reliabilityGrades, sourceKinds } from '../records/source.ts'
import { tagColours } from '../records/tag.ts'

/** What lists show of records: derived, never the only copy of anything. */
export const ArticleRow = z.object({
  id: Id,
  title: z.string(),
  authors: z.string(),
  outlet: z.string(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  direction: z.enum(directions),
  reading: z.enum(readingStates),
  characters: z.int(),
  highlights: z.int(),
  claims: z.int(),
  tags: z.array(Id),
  created: z.string(),
})
export type ArticleRow = z.infer<typeof ArticleRow>

export const AnnotationRow = z.object({
  id: Id,
  article: Id,
  articleTitle: z.string(),
  /** Where it stands, or may stand (state `review`); for an orphan where it stood last. */
  version: z.int(),
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  style: z.enum(highlightStyles),
  state: z.enum(anchorStates),
  /** In state `review`: how much of it is there, from 0 to 1. */
  score: z.number().nullable(),
  /** What stands there now; null for an orphan. */
  text: z.string().nullable(),
  note: z.string(),
  tags: z.array(Id),
})
export type AnnotationRow = z.infer<typeof AnnotationRow>

export const ClaimRow = z.object({
  id: Id,
  statement: z.string(),
  kind: z.enum(claimKinds),
  status: z.enum(claimStatuses),
  credibility: z.int(),
  event: z.string().nullable(),
  supports: z.int(),
  disputes: z.int(),
  mentions: z.int(),
  articles: z.int(),
  /** How many independent origins support and dispute it. */
  origins: z.int(),
  originsAgainst: z.int(),
  utterance: z.string().nullable(),
  publication: z.string().nullable(),
  tags: z.array(Id),
  created: z.string(),
  modified: z.string(),
})
export type ClaimRow = z.infer<typeof ClaimRow>

/** The claims of one group; those of none have no id. */
export const ClaimGroupRow = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  count: z.int(),
})
export type ClaimGroupRow = z.infer<typeof ClaimGroupRow>

export const SourceRow = z.object({
  id: Id,
  kind: z.enum(sourceKinds),
  name: z.string(),
  aliases: z.array(z.string()),
  role: z.string(),
  reliability: z.enum(reliabilityGrades),
  /** Pieces of evidence that begin with it, and those that it only passes on. */
  asserts: z.int(),
  relays: z.int(),
  articles: z.int(),
})
export type SourceRow = z.infer<typeof SourceRow>

/** As much of a source as its name takes, and whether files may have it. */
export const SourceName = SourceRow.pick({ id: true, name: true, kind: true }).extend({
  /** Whether it is confidential, or a source that was merged into it. */
  confidential: z.boolean(),
  /** Sources that were merged into this one; records may still carry their ids. */
  absorbed: z.array(Id),
})
export type SourceName = z.infer<typeof SourceName>

export const TagRow = z.object({
  id: Id,
  name: z.string(),
  parent: Id.nullable(),
  colour: z.enum(tagColours),
  definition: z.string(),
  /** Tags that were merged into this one; records may still carry their ids. */
  absorbed: z.array(Id),
  /** How many carry it or a tag below it; articles count also with a highlight that does. */
  articles: z.int(),
  annotations: z.int(),
  claims: z.int(),
  sources: z.int(),
})
export type TagRow = z.infer<typeof TagRow>

export const SearchHit = z.object({
  kind: z.enum(['article', 'annotation', 'claim', 'source', 'note']),
  id: Id,
  /** The article to open, for an article or an annotation. */
  article: Id.nullable(),
  title: z.string(),
  /** The passage around the match; matches stand between U+0002 and U+0003. */
  snippet: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** A piece of evidence as the page of a source shows it. */
export const SourceMention = z.object({
  /** The claim that it counts for, after merges. */
  claim: Id,
  statement: z.string(),
  status: z.enum(claimStatuses),
  evidence: Id,
  stance: z.enum(stances),
  /** 0: asserts it; otherwise it passes it on. */
  position: z.int(),
  mode: z.enum(hopModes),
  groundRule: z.enum(groundRules),
  article: Id.nullable(),
  articleTitle: z.string().nullable(),
  annotation: Id.nullable(),
  quote: z.string().nullable(),
  /** Where it asserts it: how many origins without it say the same, and how many the contrary. */
  agree: z.int(),
  oppose: z.int(),
})
export type SourceMention = z.infer<typeof SourceMention>

/** A spelling of a name, and a place where it stands; null where none is known. */
export const Spelling = z.object({
  name: z.string(),
  place: z
    .object({ article: Id, articleTitle: z.string(), annotation: Id.nullable(), excerpt: z.string() })
    .nullable(),
})
export type Spelling = z.infer<typeof Spelling>

export const HistoryRow = z.object({
  id: Id,
  at: z.string(),
  author: z.string(),
  label: z.string(),
  /** How many records it touched. */
  records: z.int(),
  /** `step`: an undo or redo; `dropped`: can no longer be redone or undone. */
  state: z.enum(['done', 'undone', 'step', 'dropped']),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** A deleted record. */
export const TrashRow = z.object({
  id: Id,
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

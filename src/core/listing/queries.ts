import * as z from 'zod'
import { anchorStates } from '../records/annotation.ts'
import { readingStates } from '../records/article.ts'
import { idOf, RecordId } from '../records/base.ts'
import { claimKinds, claimStatuses } from '../records/claim.ts'
import { sourceKinds } from '../records/source.ts'

const paging = {
  limit: z.int().min(1).max(100_000).default(500),
  offset: z.int().min(0).default(0),
  descending: z.boolean().default(false),
  /** Words that must occur in the text of the row. */
  text: z.string().default(''),
}

export const articleSorts = [
  'title',
  'outlet',
  'published',
  'created',
  'highlights',
  'claims',
  'language',
] as const
export const ArticleQuery = z.object({
  ...paging,
  sort: z.enum(articleSorts).default('created'),
  tag: idOf('tag').optional(),
  reading: z.enum(readingStates).optional(),
  outlet: z.string().optional(),
})
export type ArticleQuery = z.output<typeof ArticleQuery>

export const claimSorts = [
  ...([
    'modified',
    'created',
    'statement',
    'kind',
    'status',
    'credibility',
    'event',
    'supports',
    'disputes',
  ] as const),
  ...(['origins', 'originsAgainst'] as const),
] as const
export const claimGroups = ['status', 'kind', 'tag', 'source', 'article'] as const
export type ClaimGroup = (typeof claimGroups)[number]

export const ClaimQuery = z.object({
  ...paging,
  sort: z.enum(claimSorts).default('modified'),
  tag: idOf('tag').optional(),
  status: z.enum(claimStatuses).optional(),
  kind: z.enum(claimKinds).optional(),
  source: idOf('source').optional(),
  article: idOf('article').optional(),
  /** Grouped, a claim stands once in each of its groups. */
  group: z.enum(claimGroups).optional(),
})
export type ClaimQuery = z.output<typeof ClaimQuery>

/** `fit`: exactly that name first, then the names that begin so, then those used most. */
export const sourceSorts = ['fit', 'name', 'kind', 'reliability', 'asserts', 'articles'] as const
export const SourceQuery = z.object({
  ...paging,
  sort: z.enum(sourceSorts).default('name'),
  kind: z.enum(sourceKinds).optional(),
  tag: idOf('tag').optional(),
})
export type SourceQuery = z.output<typeof SourceQuery>

/** `place`: by article, and in it as they stand in the text. */
export const annotationSorts = ['place', 'created', 'style', 'state'] as const
export const AnnotationQuery = z.object({
  ...paging,
  sort: z.enum(annotationSorts).default('place'),
  state: z.enum(anchorStates).optional(),
  article: idOf('article').optional(),
  tag: idOf('tag').optional(),
})
export type AnnotationQuery = z.output<typeof AnnotationQuery>

export const HistoryQuery = z.object({
  record: RecordId.optional(),
  limit: z.int().min(1).max(1000).default(100),
  offset: z.int().min(0).default(0),
})
export type HistoryQuery = z.output<typeof HistoryQuery>

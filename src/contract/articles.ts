import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { ArticleQuery } from '../core/listing/queries.ts'
import { ArticleRow, ClaimRow, pageOf } from '../core/listing/rows.ts'
import { Annotation } from '../core/records/annotation.ts'
import { Article } from '../core/records/article.ts'
import { Id } from '../core/records/base.ts'
import { ById, ProblemReport } from './shared.ts'

export const OpenArticle = z.object({
  article: Article,
  outletName: z.string(),
  annotations: z.array(Annotation),
  claims: z.array(ClaimRow),
})
export type OpenArticle = z.infer<typeof OpenArticle>

export const ImportedArticle = z.object({
  id: Id,
  title: z.string(),
  authors: z.array(z.string()),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  characters: z.int(),
  warnings: z.array(z.string()),
  /** The same bytes were there already; nothing was added. */
  existing: z.boolean(),
})
export type ImportedArticle = z.infer<typeof ImportedArticle>

export const ImportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reading'), file: z.string(), done: z.int(), total: z.int() }),
  z.object({ type: z.literal('imported'), file: z.string(), article: ImportedArticle }),
  z.object({ type: z.literal('failed'), file: z.string(), problem: ProblemReport }),
  z.object({ type: z.literal('done'), imported: z.int(), existing: z.int(), failed: z.int() }),
])
export type ImportEvent = z.infer<typeof ImportEvent>

/** What may be changed of an article by hand; its text never. */
export const ArticleFields = Article.pick({
  title: true,
  authors: true,
  urls: true,
  published: true,
  language: true,
  direction: true,
  tags: true,
  reading: true,
  note: true,
})
  .extend({ outletName: z.string() })
  .partial()
export type ArticleFields = z.infer<typeof ArticleFields>

export const articles = {
  list: oc.input(ArticleQuery).output(pageOf(ArticleRow)),
  get: oc.input(ById).output(OpenArticle),
  /** A text of record as canonical HTML; it never changes. */
  text: oc.input(ById.extend({ version: z.int().min(1) })).output(z.object({ html: z.string() })),
  update: oc.input(ById.extend({ fields: ArticleFields })).output(Article),
  /** Its highlights go with it, and the evidence that rests on them. */
  remove: oc.input(ById).output(z.object({ claims: z.int() })),
  import: oc
    .input(z.object({ files: z.array(z.file()).min(1).max(10_000) }))
    .output(eventIterator(ImportEvent)),
  paste: oc
    .input(
      z.object({
        content: z.string().min(1),
        mediaType: z.enum(['text/plain', 'text/html', 'text/markdown']),
        title: z.string().trim().max(500).optional(),
        url: z.url({ protocol: /^https?$/ }).optional(),
      }),
    )
    .output(ImportedArticle),
}

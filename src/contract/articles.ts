import { Said } from '../core/words/say.ts'
import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { importOptions } from '../core/import/import-options.ts'
import { ArticleQuery } from '../core/listing/queries.ts'
import { ArticleRow, ClaimRow, pageOf } from '../core/listing/rows.ts'
import { encodings } from '../core/import/encodings.ts'
import { anchorStates, Annotation } from '../core/records/annotation.ts'
import { Article, ArticleVersion } from '../core/records/article.ts'
import { idOf } from '../core/records/base.ts'
import { byId, editing, InLanguages, ProblemReport } from './shared.ts'

export const OpenArticle = z.object({
  article: Article,
  outletName: z.string(),
  annotations: z.array(Annotation),
  claims: z.array(ClaimRow),
})
export type OpenArticle = z.infer<typeof OpenArticle>

export const ImportedArticle = z.object({
  id: idOf('article'),
  title: z.string(),
  authors: z.array(z.string()),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  characters: z.int(),
  warnings: z.array(Said),
  /** The same bytes, or the same text, were there already; nothing was added. */
  existing: z.boolean(),
  /** The number of its newest version. */
  version: z.int(),
  /** When a version was added: what became of the highlights. */
  carried: z.record(z.enum(anchorStates), z.int()).nullable(),
})
export type ImportedArticle = z.infer<typeof ImportedArticle>

const Span = z.object({ start: z.int(), end: z.int() })

/** Paragraphs that changed; offsets in UTF-16 code units of the older and the newer text. */
export const VersionChange = z.object({
  before: Span,
  after: Span,
  parts: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
  /** It stands elsewhere in the other version. */
  became: z.enum(['moved', 'taken-back']).nullable(),
  /** The highlights that it touches, and the claims that rest on them. */
  annotations: z.array(Annotation.pick({ id: true, exact: true, state: true })),
  claims: z.array(z.object({ id: idOf('claim'), statement: z.string() })),
})
export type VersionChange = z.infer<typeof VersionChange>

export const VersionComparison = z.object({
  title: z.string(),
  versions: z.array(ArticleVersion.pick({ n: true, importedAt: true })),
  changes: z.array(VersionChange),
})
export type VersionComparison = z.infer<typeof VersionComparison>

const OptionName = z.enum(importOptions.map(({ name }) => name))
/** Those that make another version of what was read. */
const otherVersions = importOptions.filter(({ makes }) => makes === 'version').map(({ name }) => name)

export const ImportEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reading'),
    file: z.string(),
    done: z.int(),
    total: z.int(),
    /** How far this file is, where that is known. */
    part: z.object({ done: z.int(), total: z.int() }).nullable(),
  }),
  z.object({
    type: z.literal('imported'),
    file: z.string(),
    article: ImportedArticle,
    /** In which other ways the file can be read, by name (`formats`). */
    options: z.array(OptionName),
  }),
  z.object({
    type: z.literal('failed'),
    file: z.string(),
    problem: ProblemReport,
    options: z.array(OptionName),
  }),
  z.object({ type: z.literal('done'), imported: z.int(), existing: z.int(), failed: z.int() }),
])
export type ImportEvent = z.infer<typeof ImportEvent>

/** What may be changed of an article by hand; its text never. */
export const ArticleFields = Article.pick({
  title: true,
  authors: true,
  urls: true,
  derivedFrom: true,
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

/** A format that articles come in. */
export const ImportFormat = z.object({
  format: z.string(),
  noun: InLanguages,
  extensions: z.array(z.string()),
  mediaTypes: z.array(z.string()),
  /** What pasted text may be said to be. */
  paste: InLanguages.nullable(),
  /** In which other ways its files can be read, and whether that makes a version of the article or articles beside it. */
  options: z.array(
    z.object({ name: OptionName, label: InLanguages, makes: z.enum(['version', 'articles']) }),
  ),
})
export type ImportFormat = z.infer<typeof ImportFormat>

export const articles = {
  /** What can be brought in. */
  formats: oc.output(z.array(ImportFormat)),
  list: oc.input(ArticleQuery).output(pageOf(ArticleRow)),
  get: oc.input(byId('article')).output(OpenArticle),
  /** A text of record as canonical HTML; it never changes. */
  text: oc
    .input(byId('article').extend({ version: z.union([z.int().min(1), z.literal('newest')]) }))
    .output(z.object({ html: z.string(), version: z.int() })),
  update: oc.input(editing('article', ArticleFields, Article.pick({ tags: true }))).output(Article),
  /** Its highlights go with it, and the evidence that rests on them. */
  remove: oc.input(byId('article')).output(z.object({ claims: z.int() })),
  /** Reads the original of the newest version by the rules of today; another text becomes a version. */
  readAgain: oc
    .input(
      byId('article').extend({
        /** Of a web page: all of it, or one of its parts. Of a document with tracked changes: as if they had been decided about. */
        take: z
          .union([z.enum(['whole', 'accepted', 'rejected', ...otherVersions]), z.int().min(0).max(1_000)])
          .optional(),
        /** Of a text: what it is written in, as somebody chose who can read it. */
        encoding: z.enum(encodings).optional(),
      }),
    )
    .output(ImportedArticle),
  /** Whether its words were recognised in pictures of pages, and may be corrected. */
  recognised: oc.input(byId('article')).output(z.boolean()),
  /** How the original would read in other encodings; none where there is no doubt. */
  encodings: oc
    .input(byId('article'))
    .output(z.array(z.object({ encoding: z.enum(encodings), sample: z.string() }))),
  /** Puts words in the place of those that were recognised wrongly; a version of the same original. Offsets are UTF-16 code units. */
  correct: oc
    .input(
      byId('article').extend({
        version: z.int().min(1),
        corrections: z
          .array(z.object({ start: z.int().min(0), end: z.int().min(0), words: z.string().max(10_000) }))
          .min(1)
          .max(10_000),
      }),
    )
    .output(ImportedArticle),
  /** The parts of the saved page that an article was read from; none for other files. */
  parts: oc
    .input(byId('article'))
    .output(z.array(z.object({ at: z.int(), beginning: z.string(), share: z.number() }))),
  /** The pages of a version that was read from a PDF, as they are called; in points. */
  pages: oc
    .input(byId('article').extend({ version: z.int().min(1) }))
    .output(
      z.array(
        z.object({ label: z.string(), width: z.number(), height: z.number(), start: z.int().nullable() }),
      ),
    ),
  /** One of them: what it looks like, and where the lines of the text stand on it, in tenths of a point. */
  page: oc
    .input(
      byId('article').extend({
        version: z.int().min(1),
        page: z.int().min(0),
        /** Pixels to a point. */
        scale: z.number().min(0.1).max(8),
      }),
    )
    .output(
      z.object({
        /** A picture as an address that holds it. */
        picture: z.string(),
        lines: z.array(
          z.object({ start: z.int(), end: z.int(), top: z.int(), bottom: z.int(), edges: z.array(z.int()) }),
        ),
      }),
    ),
  import: oc
    .input(
      z.object({
        /** Their bytes, or what the desktop shell knows them by: it reads them itself then. */
        files: z
          .array(z.union([z.file(), z.object({ chosen: z.string() })]))
          .min(1)
          .max(10_000),
        /** The files, oldest first, are versions of this article. */
        versionOf: idOf('article').optional(),
        /** Of files that ask for one; it is kept nowhere. */
        password: z.string().max(1_000).optional(),
        /** One of the other ways to read them. */
        take: OptionName.optional(),
      }),
    )
    .output(eventIterator(ImportEvent)),
  paste: oc
    .input(
      z.object({
        content: z.string().min(1),
        /** One of those that `formats` says can be pasted. */
        mediaType: z.string(),
        title: z.string().trim().max(500).optional(),
        url: z.url({ protocol: /^https?$/ }).optional(),
        versionOf: idOf('article').optional(),
      }),
    )
    .output(ImportedArticle),
  /** What became of a text from one version to another, and what of the notebook it touches. */
  compare: oc
    .input(byId('article').extend({ from: z.int().min(1), to: z.int().min(1) }))
    .output(VersionComparison),
}

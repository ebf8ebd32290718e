import * as z from 'zod'
import { idOf, Instant, recordBase } from './base.ts'
import { defineKind, inEach } from './define-kind.ts'
import { Dismissal } from './dismissal.ts'
import { Edtf } from './edtf.ts'
import { one, tagsField } from './reference.ts'

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One import of an article: the bytes as they came and the text of record made of them. Never changed. */
export const ArticleVersion = z.object({
  n: z.int().min(1),
  importedAt: Instant,
  original: z.object({
    sha256: Sha256,
    mediaType: z.string(),
    fileName: z.string(),
    bytes: z.int().min(0),
  }),
  /** The copy that was read, where an archive or a browser kept the page: its address, and the day it was made. */
  copy: z.object({ address: z.string().nullable(), made: Edtf.nullable() }).nullable(),
  /** `length` counts UTF-16 code units. */
  text: z.object({ sha256: Sha256, length: z.int().min(0), normaliser: z.int().min(1) }),
})
export type ArticleVersion = z.infer<typeof ArticleVersion>
/** The copy of a page that an archive or a browser made: where it is kept, and the day. */
export type PageCopy = NonNullable<ArticleVersion['copy']>

export const directions = ['ltr', 'rtl'] as const
export const readingStates = ['unread', 'reading', 'read'] as const

/** A statement that was found in the text, and that the user says is none: by its words, whatever finds it. */
export const RefusedStatement = z.object({
  /** What is said, and the words that say that it is. */
  exact: z.string(),
  cue: z.string(),
  at: Instant,
})
export type RefusedStatement = z.infer<typeof RefusedStatement>

export const Article = z.object({
  ...recordBase('article'),
  title: z.string().min(1),
  /** The line about the authors as the document has it. */
  byline: z.string(),
  authors: z.array(z.string()),
  /** A source of kind outlet. */
  outlet: idOf('source').nullable(),
  urls: z.array(z.string()),
  /** The article that this one repeats, as the user has confirmed. */
  derivedFrom: idOf('article').nullable(),
  published: Edtf.nullable(),
  retrieved: Instant.nullable(),
  /** BCP 47. */
  language: z.string().nullable(),
  direction: z.enum(directions),
  tags: z.array(idOf('tag')),
  reading: z.enum(readingStates),
  note: z.string(),
  /** For each field filled at import, what in the document said so (`og:title`, `file name`, …). */
  metadataFrom: z.record(z.string(), z.string()),
  /** What was set aside about it and its highlights. */
  dismissed: z.array(Dismissal),
  refused: z.array(RefusedStatement),
  versions: z.array(ArticleVersion).min(1),
})
export type Article = z.infer<typeof Article>

/** The version that is shown: the newest. */
export function currentVersion(article: Article): ArticleVersion {
  const version = article.versions.at(-1)
  if (version === undefined) throw new RangeError(`article ${article.id} has no version`)
  return version
}

/** The file ending that the original of a version is stored under. */
export function originalExtension({
  fileName,
  mediaType,
}: Pick<ArticleVersion['original'], 'fileName' | 'mediaType'>): string {
  const own = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase()
  return own ?? (mediaType === 'text/html' ? 'html' : mediaType === 'text/markdown' ? 'md' : 'txt')
}

export const articleKind = defineKind<Article>({
  schema: Article,
  title: ({ title }) => title,
  references: {
    tags: tagsField,
    outlet: one(
      'source',
      ({ outlet }) => outlet,
      (outlet) => ({ outlet }),
    ),
    derivedFrom: one(
      'article',
      (article) => article.derivedFrom,
      (derivedFrom) => ({ derivedFrom }),
      { isOrder: true },
    ),
  },
  migrations: {
    4: (value) => ({ ...value, derivedFrom: null }),
    5: (value) => ({ ...value, dismissed: [] }),
    8: (value) => ({ ...value, refused: [] }),
    10: (value) => ({ ...value, versions: inEach(value['versions'], () => ({ copy: null })) }),
  },
})

import type { Annotation } from '../records/annotation.ts'
import type { Article } from '../records/article.ts'
import type { Id } from '../records/base.ts'
import type { Claim } from '../records/claim.ts'
import type { Source } from '../records/source.ts'
import type { Tag } from '../records/tag.ts'

export const exportFormats = ['markdown'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A file as data; shells write it. `path` is relative, with `/`. */
export interface ExportedFile {
  path: string
  content: string
}

/** All that an exporter may read. */
export interface ExportInput {
  title: string
  articles: readonly Article[]
  /** By article, in any order. */
  annotations: ReadonlyMap<Id, readonly Annotation[]>
  claims: readonly Claim[]
  sources: readonly Source[]
  tags: readonly Tag[]
  /** Nothing chosen means everything. */
  chosen: { articles: readonly Id[]; claims: readonly Id[] }
}

/** What the user asks of an exporter. */
export interface ExportOptions {
  /** Whether notes go out as they were written, with HTML, images of the web and queries that other programs run. */
  liveNotes?: boolean | undefined
  /** Whether confidential names are taken out: a file is then not called by one either. */
  takesNamesOut?: boolean | undefined
}

export interface Exporter {
  format: ExportFormat
  name: string
  /** How many files there will be is known beforehand, for the progress. */
  write: (
    input: ExportInput,
    options?: ExportOptions,
  ) => { count: number; files: Iterable<ExportedFile>; withheld: number }
}

import type { Entry } from '../changes/change.ts'
import type { Corroboration } from '../corroboration/corroborate.ts'
import type { OpenWork } from '../open-work/open-work.ts'
import type { Annotation } from '../records/annotation.ts'
import type { Article } from '../records/article.ts'
import type { Id, RecordId } from '../records/base.ts'
import type { Claim } from '../records/claim.ts'
import type { Source } from '../records/source.ts'
import type { Tag } from '../records/tag.ts'
import type { Language, Words } from '../words/language.ts'

/** A file as data; shells write it. `path` is relative, with `/`. */
export interface ExportedFile {
  path: string
  content: string | Uint8Array
  /** The record that it is about: by that it is found again where somebody moved it. */
  about?: RecordId
  /** The records that it was made of: where one of them changes, it is made anew. Only of what is about a record. */
  uses?: readonly RecordId[]
  /** The words that stand in it, where its content is not text: they are searched for names, and shown before it is written. */
  words?: string
}

/** The words that stand in a file. */
export const wordsOf = ({ content, words }: ExportedFile): string =>
  typeof content === 'string' ? content : (words ?? '')

/** A wording of a claim, and when it became that. */
export interface Wording {
  statement: string
  at: string
}

/** A paragraph that a publisher changed: as it stood, and as it stands; '' where it was put in or taken out. */
export interface Revision {
  /** The number of the version that has it so. */
  version: number
  before: string
  after: string
  /** It stands elsewhere, or in a notice that takes it back. */
  became: 'moved' | 'taken-back' | null
}

/** A list as somebody sees it: its records in their order, and its columns after the first one. */
export interface ShownList {
  list: 'claims' | 'articles' | 'sources'
  ids: readonly RecordId[]
  columns: readonly string[]
}

/** How many independent origins there are, at least and at most. */
export interface OriginCount {
  least: number
  most: number
}

/** What the index of an export says of everything, without what is to be read for the files. */
export interface IndexContent {
  claims: readonly (Pick<Claim, 'id' | 'statement' | 'status' | 'tags'> & {
    supports: OriginCount
    disputes: OriginCount
  })[]
  articles: readonly Pick<Article, 'id' | 'title' | 'published'>[]
  sources: readonly Pick<Source, 'id' | 'name' | 'kind'>[]
}

/** An export that is written already, of which some files are to be made anew. */
export interface WrittenBefore {
  /** The records whose files are wanted. */
  only: ReadonlySet<RecordId>
  /** Where the files about all records are. */
  paths: ReadonlyMap<RecordId, string>
  /** Without it, what says what there is is not made. */
  index?: IndexContent
}

/** All that an exporter may read. */
export interface ExportInput {
  title: string
  articles: readonly Article[]
  /** By article, in any order. */
  annotations: ReadonlyMap<Id<'article'>, readonly Annotation[]>
  claims: readonly Claim[]
  sources: readonly Source[]
  tags: readonly Tag[]
  /** The independent origins of the claims that stand for themselves. */
  origins: ReadonlyMap<Id<'claim'>, Corroboration>
  /** What is left to be done, without what was set aside. */
  open: readonly OpenWork[]
  /** Stored texts of articles, of their newest versions: those that are asked for whole, and those of which several lines are quoted. */
  texts: ReadonlyMap<Id<'article'>, string>
  /** How claims were worded, the first wording first; of those that were worded otherwise, where it is asked for. */
  wordings: ReadonlyMap<Id<'claim'>, readonly Wording[]>
  /** What publishers changed from one version to the next. */
  revisions: ReadonlyMap<Id<'article'>, readonly Revision[]>
  /** The list that is to be written as it is shown. */
  shown?: ShownList | undefined
  /** Nothing chosen means everything. */
  chosen: { articles: readonly Id<'article'>[]; claims: readonly Id<'claim'>[] }
  /** Where only some files are to be made anew: what is known of the others. Everything above is then what these files need. */
  written?: WrittenBefore | undefined
}

/** Something that the user may ask of an exporter besides. */
export interface ExportOption {
  /** On the command line with `--` before it. */
  name: string
  label: Words
  hint: Words
}

/** A way to write a format, for the program that reads it. */
export interface ExportProfile {
  name: string
  label: Words
  hint: Words
}

/** A template of the user. */
export interface ExportTemplate {
  fileName: string
  text: string
}

/** What is asked of an exporter. */
export interface ExportRequest {
  /** For those that need one. */
  template?: ExportTemplate | undefined
  /** One of its profiles; the first one unless another is asked for. */
  profile?: string | undefined
  /** Where files of an earlier export are now, by what they are about: they keep their places. */
  places?: ReadonlyMap<RecordId, string> | undefined
  /** What it is written in, beside the words of the notebook. */
  language?: Language | undefined
  /** Where the user is, as IANA calls it; for days. */
  zone?: string | undefined
  /** The names of its options that are wanted. */
  options?: readonly string[] | undefined
  /** Whether confidential names are taken out: a file is then not called by one either. */
  takesNamesOut?: boolean | undefined
  /** Whether texts that name confidential sources go out as they are. */
  namesStay?: boolean | undefined
}

/** What an exporter makes. */
export interface Exported {
  /** How many files there will be, for the progress. */
  count: number
  /** Made one after another. */
  files: Iterable<ExportedFile>
  /** How many confidential sources have no page and no name. */
  withheld: number
  /** The records that were asked for and were not there, by those files that are made by now. */
  missing?: () => ReadonlySet<RecordId>
}

/** The format that is written unless another is asked for. */
export const usualFormat = 'markdown'

/** One format that a notebook goes out in: all that the program knows of it. */
export interface Exporter {
  format: string
  name: Words
  /** For whom it can be written: a name, and what it is called. Empty where there is one way only. */
  profiles: readonly ExportProfile[]
  options: readonly ExportOption[]
  /** Whether it makes nothing without a template. */
  needsTemplate?: true
  /** Whether a part of a notebook can be written from what is about it: it says itself what it is missing. */
  readsByNeed?: true
  /** Where files can be made anew one by one: each says what it was made of. */
  renewing?: {
    /** Whether it can be done for what is asked. */
    isPossible: (request: ExportRequest) => boolean
    /** Whether a change of a record is seen in its own file only. */
    isOwnAffair: (entry: Entry) => boolean
  }
  /** Whether each profile has files of its own; otherwise all write the same ones, each for its program. */
  splitsByProfile?: true
  /** Whether its files have fields of the notebook, which people change there and which are taken back. */
  takesBack?: true
  /** Whether it has rows and columns: a list can be written as it is shown. */
  isTable?: true
  write: (input: ExportInput, request?: ExportRequest) => Promise<Exported>
}

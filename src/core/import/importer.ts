import type { ImportOption, OptionName } from './import-options.ts'
import type { Said } from '../words/say.ts'
import type { Recogniser } from './ocr/recogniser.ts'
import type { PdfFile } from './pdf/pdf-file.ts'
import type { PageCopy } from '../records/article.ts'
import type { Words } from '../words/language.ts'

/** A comment or highlight that somebody made in the document, before it came here. */
export interface ImportedNote {
  author: string
  /** The day, as `2031-03-04`; '' where it is not known. */
  day: string
  comment: string
  /** `#rrggbb` */
  colour: string | null
}

/** What an importer makes of a file, before it becomes an article. */
export interface ImportedDocument {
  title: string
  byline: string
  authors: string[]
  outlet: string | null
  /** EDTF */
  published: string | null
  language: string | null
  direction: 'ltr' | 'rtl' | null
  urls: string[]
  tags: string[]
  /** The content, unsafe until it has gone through the text of record. */
  html: string
  /** Whether there are marks of ours in it (`marked-places.ts`): where pages begin, what notes are about. */
  hasMarks?: boolean
  baseUrl: string | undefined
  /** The copy that was read, where it is one. */
  copy?: PageCopy | null
  metadataFrom: Record<string, string>
  /** What was attached to another document: it is kept as a file of its own. `kind` is known once it was read. */
  attached?: { bytes: Uint8Array; fileName: string }
  kind?: { format: string; mediaType: string; extension: string }
  /** What is noted of it from the beginning. */
  note?: string
  /** Each is about what the elements with the ids `noteMark` and its place here, and `-2`, … hold. */
  notes?: ImportedNote[]
  warnings: Said[]
}

export interface ImportInput {
  bytes: Uint8Array
  fileName: string
  /** MIME type, where it is known. */
  mediaType?: string | undefined
  /** What the researcher says about it; goes before what the document says. */
  given?: { title?: string | undefined; url?: string | undefined; password?: string | undefined } | undefined
  /** What a text is written in, as somebody chose who can read it. */
  encoding?: string | undefined
  /**
   * Of a web page: all of it, or the part of this number (`partsOf`), instead of the article that is found. Of a document in which
   * changes were tracked: as if they had been accepted, or rejected, instead of marked. Of pictures of pages: the words that are
   * recognised in them. Of a book: each chapter as an article of its own.
   */
  take?: 'whole' | 'accepted' | 'rejected' | OptionName | number | undefined
}

/** One article or many; what takes long lets others have their turn. */
export type ImportedDocuments = Iterable<ImportedDocument> | AsyncIterable<ImportedDocument>

/** What importers need that is not theirs, and not to be had without the system: the thread that they run in has it. */
export interface Engines {
  /** Unpacks gzip. @throws Problem `too-large` beyond so many bytes, `bad-input` when it is damaged */
  gunzip: (bytes: Uint8Array, most: number) => Promise<Uint8Array>
  /** Opens a PDF. @throws Problem `password-needed` (also where it is wrong), `bad-input`, `too-large` */
  openPdf: (bytes: Uint8Array, password: string) => Promise<PdfFile>
  /** Starts what recognises the words of pictures. @throws Problem `unsupported` where it is not there */
  startRecogniser: () => Promise<Recogniser>
}

/** An import as it goes on. Whoever cancels it ends the thread that it runs in. */
export interface ImportTask {
  /** Tells how far it is; to be called often by an importer that takes long. */
  progress: (done: number, total: number) => void
  engines: Engines
  /** Reads what is packed into a file by whichever importer knows it. */
  readInner: (input: ImportInput) => ImportedDocuments
}

/** The beginning of a file. */
export interface FileHead {
  bytes: Uint8Array
  /** The same as windows-1252: every byte a character. */
  text: string
}

/** One format that articles come in: all that the program knows of it. */
export interface Importer {
  /** What articles remember of where they came from. */
  format: string
  /** What people call a file of it: “a web page”. */
  noun: Words
  /** The usual one first. */
  extensions: readonly string[]
  /** The one that is kept with an article first. */
  mediaTypes: readonly string[]
  /** What text that is pasted may be said to be; absent where nobody pastes it. */
  paste?: { label: Words }
  /** In which other ways its files may be read. */
  options?: readonly ImportOption[]
  /** Whether there may be more than one article in a file: so its bytes being known does not say that all of them are. */
  holdsMany?: true
  /** How sure it is that a file is its own, from 0 to 1; its extension alone says 0.6. */
  sniff: (head: FileHead) => number
  /** Yields one article, or many. @throws Problem when nothing can be made of the bytes */
  read: (input: ImportInput, task: ImportTask) => ImportedDocuments
}

/** The extension of a file name, in small letters, without the dot. */
export const extensionOf = (fileName: string): string | undefined =>
  // “Interview 2031.03” has none.
  /\.(?=[0-9]*[a-z])([a-z0-9]{1,12})$/i.exec(fileName)?.[1]?.toLowerCase()

/** A file name without its folder and extension, as a last resort for a title. */
export function titleFromFileName(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? ''
  return (
    base
      .replace(/\.[a-z0-9]{1,8}$/i, '')
      .replace(/[_\s]+/g, ' ')
      .trim() || 'Untitled'
  )
}

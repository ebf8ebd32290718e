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
  baseUrl: string | undefined
  metadataFrom: Record<string, string>
  warnings: string[]
}

export interface ImportInput {
  bytes: Uint8Array
  fileName: string
  /** MIME type, where it is known. */
  mediaType?: string | undefined
  /** What the researcher says about it; goes before what the document says. */
  given?: { title?: string | undefined; url?: string | undefined } | undefined
}

export interface Importer {
  format: string
  extensions: readonly string[]
  mediaType: string
  /** @throws Problem when nothing can be made of the bytes */
  read: (input: ImportInput) => ImportedDocument
}

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

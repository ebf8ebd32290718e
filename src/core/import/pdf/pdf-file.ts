/**
 * A page as the engine reads it. Boxes are in points, from the upper left corner of the page as it is shown (crop box and rotation are
 * applied already).
 */
export interface PdfPage {
  width: number
  height: number
  /** The characters in the order of the content stream; the engine has put spaces and `\r\n` between words and lines. */
  text: string
  /** Of each UTF-16 code unit of `text`: left, top, right, bottom. What the engine made up has no extent. */
  boxes: Float32Array
  /** Of each code unit: how far below the upper edge of the page the line is that its letter stands on. */
  baselines: Float32Array
  /** Of each code unit: the size of its font in points, as it stands on the page. */
  sizes: Float32Array
  /** Code units of words that were recognised in a picture, and may be others. */
  unsure?: ReadonlySet<number>
}

/** A highlight or comment that somebody made in the PDF. */
export interface PdfMark {
  /** The boxes that it covers (left, top, right, bottom), none for a comment beside the text. */
  boxes: [number, number, number, number][]
  /** `#rrggbb` */
  colour: string | null
  author: string
  comment: string
  /** As the PDF has it (`D:20160509…`). */
  date: string
}

/** An entry of the document’s own table of contents. */
export interface PdfHeading {
  title: string
  depth: number
  /** From 0; -1 where it leads nowhere. */
  page: number
}

/** A PDF that an engine has opened. Pages count from 0. */
export interface PdfFile {
  /** Of the engine, with its version. */
  engine: string
  pages: number
  /** What the document says of itself, by the names of its fields (`Title`, `Author`, `CreationDate`). It may lie. */
  metadata: Record<string, string>
  language: string | null
  outline: PdfHeading[]
  /** How a page is called in the document: `iii`, `12`; '' where it has no name. */
  labelOf: (page: number) => string
  page: (page: number) => PdfPage
  /** A page as it is printed. @param scale pixels to a point @returns a picture (PNG) */
  draw: (page: number, scale: number) => Uint8Array
  /** What somebody marked or noted on a page. */
  marks: (page: number) => PdfMark[]
  close: () => void
}

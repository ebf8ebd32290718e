import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import type { PdfFile, PdfHeading, PdfMark, PdfPage } from '../../core/import/pdf/pdf-file.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { charactersOf, floatsAt, placed, type Place } from './pdf-characters.ts'
import { pngOf } from './png.ts'

/** Kept with what it reads: another one might read the same page otherwise. */
const engine = 'PDFium 2.15.1'
/** More pages than any document has; and more characters on one of them. */
const most = {
  pages: 20_000,
  characters: 200_000,
  marks: 2_000,
  headings: 20_000,
  text: 100_000,
  side: 6_000,
}
/** `FPDF_GetLastError`: the password is missing or wrong. */
const passwordMissing = 4
/** `FPDF_ANNOT_*`: what is drawn over words. */
const overWords = new Set([9, 10, 11, 12])
const isNote = 1
/** `FPDF_ANNOT`, `FPDF_REVERSE_BYTE_ORDER` */
const [drawMarks, redFirst] = [0x01, 0x10]

let started: Promise<WrappedPdfiumModule> | undefined

/**
 * Opens a PDF with PDFium, Chromium’s own engine, in WebAssembly.
 * @throws Problem `password-needed`, `bad-input`, `too-large`
 */
export async function openPdf(bytes: Uint8Array, password: string): Promise<PdfFile> {
  started ??= start()
  return new Opened(await started, bytes, password)
}

async function start(): Promise<WrappedPdfiumModule> {
  // Built, it stands beside the thread; from source, in its package.
  const beside = join(import.meta.dirname, 'pdfium.wasm')
  const path = existsSync(beside)
    ? beside
    : createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  const file = readFileSync(path)
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength)
  const pdfium = await init({ wasmBinary })
  pdfium.PDFiumExt_Init()
  return pdfium
}

/** One open document; what it holds in the memory of the engine goes with `close`. */
class Opened implements PdfFile {
  readonly engine = engine
  readonly pages: number
  readonly #pdfium: WrappedPdfiumModule
  readonly #memory: number
  readonly #document: number
  /** Room for what a function answers through a pointer. */
  readonly #room: number

  constructor(pdfium: WrappedPdfiumModule, bytes: Uint8Array, password: string) {
    this.#pdfium = pdfium
    this.#memory = this.#allocate(bytes.length)
    this.#room = this.#allocate(64)
    pdfium.pdfium.HEAPU8.set(bytes, this.#memory)
    this.#document = pdfium.FPDF_LoadMemDocument(this.#memory, bytes.length, password)
    const isOpen = this.#document !== 0
    this.pages = isOpen ? pdfium.FPDF_GetPageCount(this.#document) : 0
    const trouble = this.#trouble(isOpen, password)
    if (trouble) {
      this.close()
      throw trouble
    }
  }

  #trouble(isOpen: boolean, password: string): Problem | undefined {
    if (this.pages > most.pages)
      return problem('too-large', 'moreThanAnyArticle', { most: String(most.pages), what: 'pages' })
    if (isOpen) return undefined
    return this.#pdfium.FPDF_GetLastError() === passwordMissing
      ? problem('password-needed', password === '' ? 'pdfLocked' : 'pdfPasswordWrong', {})
      : problem('bad-input', 'pdfDamaged', {})
  }

  get metadata(): Record<string, string> {
    const names = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'CreationDate', 'ModDate']
    return Object.fromEntries(
      names.map((name) => [
        name,
        this.#string((room, size) => this.#pdfium.FPDF_GetMetaText(this.#document, name, room, size)),
      ]),
    )
  }

  get language(): string | null {
    const said = this.#string((room, size) =>
      this.#pdfium.FPDFCatalog_GetLanguage(this.#document, room, size),
    )
    return said === '' ? null : said
  }

  get outline(): PdfHeading[] {
    const found: PdfHeading[] = []
    const seen = new Set<number>()
    const visit = (parent: number, depth: number): void => {
      let mark = this.#pdfium.FPDFBookmark_GetFirstChild(this.#document, parent)
      // A document may lead round in circles.
      for (; mark !== 0 && !seen.has(mark) && found.length < most.headings && depth < 20;) {
        seen.add(mark)
        const [at, target] = [mark, this.#pdfium.FPDFBookmark_GetDest(this.#document, mark)]
        const title = this.#string((room, size) => this.#pdfium.FPDFBookmark_GetTitle(at, room, size))
        const page = target === 0 ? -1 : this.#pdfium.FPDFDest_GetDestPageIndex(this.#document, target)
        found.push({ title, depth, page })
        visit(mark, depth + 1)
        mark = this.#pdfium.FPDFBookmark_GetNextSibling(this.#document, mark)
      }
    }
    visit(0, 1)
    return found
  }

  labelOf(page: number): string {
    return this.#string((room, size) =>
      this.#pdfium.FPDF_GetPageLabel(this.#document, page, room, size),
    ).trim()
  }

  page(at: number): PdfPage {
    return this.#withPage(at, (page, place) => {
      const shown = {
        width: this.#pdfium.FPDF_GetPageWidthF(page),
        height: this.#pdfium.FPDF_GetPageHeightF(page),
      }
      const text = this.#pdfium.FPDFText_LoadPage(page)
      try {
        const all = text === 0 ? 0 : this.#pdfium.FPDFText_CountChars(text)
        const count = Math.min(most.characters, Math.max(0, all))
        return { ...shown, ...charactersOf(this.#pdfium, text, count, place, this.#room) }
      } finally {
        if (text !== 0) this.#pdfium.FPDFText_ClosePage(text)
      }
    })
  }

  draw(at: number, scale: number): Uint8Array {
    return this.#withPage(at, (page) => {
      const size = (points: number): number => Math.max(1, Math.min(most.side, Math.round(points * scale)))
      const width = size(this.#pdfium.FPDF_GetPageWidthF(page))
      const height = size(this.#pdfium.FPDF_GetPageHeightF(page))
      const bitmap = this.#pdfium.FPDFBitmap_Create(width, height, 0)
      if (bitmap === 0) throw problem('too-large', 'pdfTooLarge', {})
      try {
        this.#pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xff_ff_ff_ff)
        this.#pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawMarks | redFirst)
        const start = this.#pdfium.FPDFBitmap_GetBuffer(bitmap)
        const row = this.#pdfium.FPDFBitmap_GetStride(bitmap)
        return pngOf(this.#pdfium.pdfium.HEAPU8.subarray(start, start + row * height), width, height, row)
      } finally {
        this.#pdfium.FPDFBitmap_Destroy(bitmap)
      }
    })
  }

  marks(page: number): PdfMark[] {
    return this.#withPage(page, (handle, place) => {
      const count = Math.min(most.marks, this.#pdfium.FPDFPage_GetAnnotCount(handle))
      return Array.from({ length: count }, (_, at) => this.#mark(handle, at, place) ?? []).flat()
    })
  }

  #mark(handle: number, at: number, place: Place): PdfMark | undefined {
    const annotation = this.#pdfium.FPDFPage_GetAnnot(handle, at)
    if (annotation === 0) return undefined
    try {
      const kind = this.#pdfium.FPDFAnnot_GetSubtype(annotation)
      if (kind !== isNote && !overWords.has(kind)) return undefined
      const value = (name: string): string =>
        this.#string((room, size) => this.#pdfium.FPDFAnnot_GetStringValue(annotation, name, room, size))
      return {
        boxes: kind === isNote ? [] : this.#boxesOf(annotation, place),
        colour: this.#colourOf(annotation),
        author: value('T').trim(),
        comment: value('Contents').trim(),
        date: value('M') || value('CreationDate'),
      }
    } finally {
      this.#pdfium.FPDFPage_CloseAnnot(annotation)
    }
  }

  #boxesOf(annotation: number, place: Place): PdfMark['boxes'] {
    const boxes: PdfMark['boxes'] = []
    const count = Math.min(1_000, this.#pdfium.FPDFAnnot_CountAttachmentPoints(annotation))
    for (let at = 0; at < count; at += 1) {
      if (!this.#pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, this.#room)) continue
      const points = Array.from(this.#pdfium.pdfium.HEAPF32.subarray(this.#room / 4, this.#room / 4 + 8))
      const [xs, ys] = [points.filter((_, n) => n % 2 === 0), points.filter((_, n) => n % 2 === 1)]
      boxes.push(placed([Math.min(...xs), Math.max(...ys), Math.max(...xs), Math.min(...ys)], place))
    }
    return boxes
  }

  #colourOf(annotation: number): string | null {
    const at = this.#room
    // Also where the mark is drawn by a picture of its own, unlike `FPDFAnnot_GetColor`.
    if (!this.#pdfium.EPDFAnnot_GetColor(annotation, 0, at, at + 4, at + 8)) return null
    const parts = this.#pdfium.pdfium.HEAPU32.subarray(this.#room / 4, this.#room / 4 + 3)
    return `#${Array.from(parts, (part) => (part & 255).toString(16).padStart(2, '0')).join('')}`
  }

  #withPage<T>(at: number, work: (page: number, place: Place) => T): T {
    const page = this.#pdfium.FPDF_LoadPage(this.#document, at)
    if (page === 0) throw problem('bad-input', 'pdfPageDamaged', { page: at + 1 })
    try {
      this.#pdfium.FPDF_GetPageBoundingBox(page, this.#room)
      const [left, top, right, bottom] = floatsAt(this.#pdfium, this.#room)
      return work(page, { left, top, right, bottom, turns: this.#pdfium.FPDFPage_GetRotation(page) & 3 })
    } finally {
      this.#pdfium.FPDF_ClosePage(page)
    }
  }

  /** A text that a function writes where it is told to, as UTF-16, and says how many bytes it needs. */
  #string(write: (room: number, size: number) => number): string {
    const size = Math.min(most.text, write(0, 0))
    if (size <= 2) return ''
    const room = this.#allocate(size)
    try {
      write(room, size)
      return this.#pdfium.pdfium.UTF16ToString(room)
    } finally {
      this.#pdfium.pdfium.wasmExports.free(room)
    }
  }

  #allocate(size: number): number {
    const at = this.#pdfium.pdfium.wasmExports.malloc(Math.max(1, size))
    if (at === 0) throw problem('too-large', 'pdfTooLarge', {})
    return at
  }

  close(): void {
    if (this.#document !== 0) this.#pdfium.FPDF_CloseDocument(this.#document)
    this.#pdfium.pdfium.wasmExports.free(this.#memory)
    this.#pdfium.pdfium.wasmExports.free(this.#room)
  }
}

import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { brokenWord } from '../../core/import/pdf/lines.ts'
import type { PdfPage } from '../../core/import/pdf/pdf-file.ts'
import { isTexFont, signOf } from './tex-fonts.ts'

/** The part of the page that is shown, in the PDF’s own space (its y goes up), and by how many quarters it is turned clockwise. */
export interface Place {
  left: number
  top: number
  right: number
  bottom: number
  turns: number
}

export type Box = [left: number, top: number, right: number, bottom: number]

/** A box of the PDF’s own space as it is shown: from the upper left corner. */
export function placed([left, top, right, bottom]: Box, page: Place): Box {
  if (page.turns === 1) return [bottom - page.bottom, left - page.left, top - page.bottom, right - page.left]
  if (page.turns === 2)
    return [page.right - right, bottom - page.bottom, page.right - left, top - page.bottom]
  if (page.turns === 3) return [page.top - top, page.right - right, page.top - bottom, page.right - left]
  return [left - page.left, page.top - top, right - page.left, page.top - bottom]
}

/** The functions that are asked for every character, as they are: the ones around them cost more than they do. */
interface Exports {
  FPDFText_GetUnicode: (text: number, at: number) => number
  FPDFText_GetFontSize: (text: number, at: number) => number
  FPDFText_GetLooseCharBox: (text: number, at: number, box: number) => number
  FPDFText_GetCharOrigin: (text: number, at: number, x: number, y: number) => number
}

const fontName = 60

/**
 * The characters of a page.
 * @param text the page as PDFium has opened it for its text
 * @param count how many are taken at most
 * @param room where functions may write, of 64 bytes
 */
export function charactersOf(
  pdfium: WrappedPdfiumModule,
  text: number,
  count: number,
  place: Place,
  room: number,
): Omit<PdfPage, 'width' | 'height'> {
  // The types of the package name two of the exports only; the others are there, as in every build of PDFium.
  const bare = pdfium.pdfium.wasmExports as unknown as Exports
  const [units, sizes, baselines, boxes]: [string[], number[], number[], number[]] = [[], [], [], []]
  let isWordStart = true
  let isTex = false
  for (let at = 0; at < count; at += 1) {
    const code = bare.FPDFText_GetUnicode(text, at)
    if (isWordStart && !isTex) isTex = isTexFont(fontOf(pdfium, text, at, room))
    isWordStart = code === 32 || code === 10
    const character = characterOf(pdfium, text, at, code, isTex, room)
    if (character === '') continue
    const size = bare.FPDFText_GetFontSize(text, at)
    const isDrawn = bare.FPDFText_GetLooseCharBox(text, at, room) !== 0
    const box = isDrawn ? placed(floatsAt(pdfium, room), place) : undefined
    bare.FPDFText_GetCharOrigin(text, at, room, room + 8)
    const numbers = pdfium.pdfium.HEAPF64
    const [x, y] = [numbers[room / 8] ?? 0, numbers[room / 8 + 1] ?? 0]
    const baseline = place.turns === 0 ? place.top - y : placed([x, y, x, y], place)[1]
    units.push(character)
    for (let unit = 0; unit < character.length; unit += 1) {
      boxes.push(box?.[0] ?? 0, box?.[1] ?? 0, box?.[2] ?? 0, box?.[3] ?? 0)
      sizes.push(size)
      baselines.push(baseline)
    }
  }
  return {
    text: units.join(''),
    boxes: Float32Array.from(boxes),
    baselines: Float32Array.from(baselines),
    sizes: Float32Array.from(sizes),
  }
}

/** Four numbers that a function has written. */
export function floatsAt(pdfium: WrappedPdfiumModule, room: number): Box {
  const heap = pdfium.pdfium.HEAPF32
  const at = room / 4
  return [heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0]
}

function characterOf(
  pdfium: WrappedPdfiumModule,
  text: number,
  at: number,
  code: number,
  isTex: boolean,
  room: number,
): string {
  // The engine has this sign for hyphens at the ends of lines, and it comes where a font does not say what a letter is.
  if (code === 2) return pdfium.FPDFText_IsHyphen(text, at) === 1 ? brokenWord : ''
  if (code <= 0 || code > 0x10_ff_ff) return ''
  const character = String.fromCodePoint(code)
  const isAsked = isTex && code < 0x80 && /[a-z0-9F-Z]/.test(character)
  return isAsked ? signOf(character, fontOf(pdfium, text, at, room)) : character
}

/** The name of the font of a character. */
function fontOf(pdfium: WrappedPdfiumModule, text: number, at: number, room: number): string {
  const size = pdfium.FPDFText_GetFontInfo(text, at, room, fontName, room + fontName)
  if (size <= 1 || size > fontName) return ''
  return String.fromCharCode(...pdfium.pdfium.HEAPU8.subarray(room, room + size - 1))
}

import { inReadingOrder } from './columns.ts'
import { linesOf, type Line } from './lines.ts'
import { isGarbled } from './has-words.ts'
import { notedOn } from './notes.ts'
import type { PdfFile, PdfMark } from './pdf-file.ts'
import { runningHeads } from './running-heads.ts'

/** The pages of a PDF as they are read. */
export interface ReadPages {
  /** All lines of each page. */
  all: Line[][]
  /** Those of the text, in the order in which they are read: without running heads and feet. */
  read: Line[][]
  /** `isGarbled`: its fonts do not say which letters their signs are; signs that are none are in no line any more. */
  pages: { width: number; height: number; label: string; isTurned: boolean; isGarbled: boolean }[]
  marks: PdfMark[]
}

/** Reads the lines of all pages. @param progress told after each page */
export function readPages(file: PdfFile, progress: (done: number, total: number) => void): ReadPages {
  const all: Line[][] = []
  const pages: ReadPages['pages'] = []
  const marks: PdfMark[] = []
  for (let at = 0; at < file.pages; at += 1) {
    const [page, here] = [file.page(at), file.marks(at)]
    const { lines, isTurned } = linesOf(page, notedOn(page, here, marks.length))
    all.push(lines)
    pages.push({
      width: page.width,
      height: page.height,
      label: file.labelOf(at),
      isTurned,
      isGarbled: isGarbled(page.text),
    })
    for (const mark of here) marks.push(mark)
    progress(at + 1, file.pages)
  }
  const heads = runningHeads(all.map((lines, at) => ({ lines, height: 0, label: '', ...pages[at] })))
  const read = all.map((lines) => inReadingOrder(lines.filter((line) => !heads.has(line))))
  return { all, read, pages, marks }
}

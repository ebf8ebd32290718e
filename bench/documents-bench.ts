import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { init } from '@embedpdf/pdfium'
import { engines } from '../src/backend/import/engines.ts'
import { offsetAt } from '../src/core/import/pdf/page-geometry.ts'
import { placeLines } from '../src/core/import/pdf/page-places.ts'
import { readPages } from '../src/core/import/pdf/read-pages.ts'
import { makePdf } from '../tests/support/make-pdf.ts'
import { readArticle } from '../tests/support/read-article.ts'
import { root } from '../tests/support/ascribe.ts'
import { commonWords, wordsOf } from './documents/words-in-order.ts'
import { compare, median, milliseconds, times } from './measure.ts'

const folder = join(root, '../shared/corpus/documents/pdf')
const goals: [file: string, gold: string, goal: number | null][] = [
  ['GeoTopo-komprimiert', 'GeoTopo-komprimiert.txt', 0.945],
  ['policy', 'policy.txt', 0.92],
  ['maint-guide', 'maint-guide.txt', 0.875],
  ['tracemonkey', 'tracemonkey.pdftotext.txt', 0.96],
  ['multicolumn', 'multicolumn.pdftotext.txt', null],
]
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, `${file}.pdf`)))

/** PDFs: the words in their order, where they stand on the pages, and what reading them costs beside the bare engine. */
export async function documentsBench(): Promise<string[]> {
  if (!existsSync(folder)) return [`skipped: the documents are not at ${folder}`]
  return [...(await words()), ...(await places()), ...(await speed()), ...(await manyPages())]
}

async function words(): Promise<string[]> {
  const lines: string[] = []
  for (const [file, gold, goal] of goals) {
    const { text } = await readArticle({ bytes: bytesOf(file), fileName: `${file}.pdf` })
    const wanted = wordsOf(readFileSync(join(folder, gold), 'utf8'))
    const score = (found: readonly string[]): string =>
      ((2 * commonWords(wanted, found)) / (wanted.length + found.length)).toFixed(3)
    const bare = wordsOf(await bareText(bytesOf(file)))
    const wish = goal === null ? '' : ` (goal: ${goal})`
    lines.push(
      `${file}: words in order, F1 ${score(wordsOf(text.text))}${wish}; the bare engine: ${score(bare)}`,
    )
  }
  return lines
}

/** The text of all pages, as the engine gives it. */
async function bareText(bytes: Uint8Array): Promise<string> {
  const file = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await init({
    wasmBinary: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength),
  })
  pdfium.PDFiumExt_Init()
  const memory = pdfium.pdfium.wasmExports.malloc(bytes.length)
  pdfium.pdfium.HEAPU8.set(bytes, memory)
  const document = pdfium.FPDF_LoadMemDocument(memory, bytes.length, '')
  let text = ''
  for (let at = 0; at < pdfium.FPDF_GetPageCount(document); at += 1) {
    const page = pdfium.FPDF_LoadPage(document, at)
    const words = pdfium.FPDFText_LoadPage(page)
    const count = pdfium.FPDFText_CountChars(words)
    const room = pdfium.pdfium.wasmExports.malloc((count + 1) * 2)
    pdfium.FPDFText_GetText(words, 0, count, room)
    text += pdfium.pdfium.UTF16ToString(room).replaceAll('\ufffe', '')
    pdfium.pdfium.wasmExports.free(room)
    pdfium.FPDFText_ClosePage(words)
    pdfium.FPDF_ClosePage(page)
  }
  return text
}

/** Of every line: whether the middle of its box on the page is found again as a place of that line in the text. */
async function places(): Promise<string[]> {
  let [all, placed, right] = [0, 0, 0]
  for (const [file] of goals) {
    const { text } = await readArticle({ bytes: bytesOf(file), fileName: `${file}.pdf` })
    const opened = await engines.openPdf(bytesOf(file), '')
    const pages = readPages(opened, () => undefined)
    all += pages.read.flat().length
    for (const { lines } of placeLines(pages, text.text)) {
      placed += lines.length
      for (const { start, end, edges, top, bottom } of lines) {
        const offset = offsetAt(lines, (Math.min(...edges) + Math.max(...edges)) / 2, (top + bottom) / 2)
        if (offset !== null && offset >= start && offset <= end) right += 1
      }
    }
    opened.close()
  }
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`
  return [
    `${percent(placed, all)} of ${all} lines stand at a place of the text; at ${percent(right, placed)} of their middles that line is under the pointer`,
  ]
}

async function speed(): Promise<string[]> {
  const bytes = bytesOf('GeoTopo-komprimiert')
  const ours = median(await times(3, () => readArticle({ bytes: bytes.slice(), fileName: 'a.pdf' })))
  const bare = median(await times(3, () => bareText(bytes.slice())))
  return [
    compare('117 pages, read to the text of record', ours, 'the bare engine, its start included', bare) +
      ' (goal: at most twice its time)',
  ]
}

/** Two thousand pages: what it takes to import them, and to draw the last one; and the memory of all this. */
async function manyPages(): Promise<string[]> {
  const bytes = makePdf(
    Array.from({ length: 2_000 }, (_, page) => ({
      words: Array.from({ length: 40 }, (_, line): [number, number, number, string] => [
        ...([40, 60 + line * 12, 9] as const),
        `Page ${page} has its line ${line}, and nobody would say who wrote it.`,
      ]),
    })),
  )
  const few = makePdf(Array.from({ length: 20 }, () => ({ words: [[40, 60, 9, 'A page.']] })))
  const before = process.memoryUsage().rss
  const taken = median(await times(1, () => readArticle({ bytes: bytes.slice(), fileName: 'a.pdf' })))
  const memory = (process.memoryUsage().rss - before) / 1024 / 1024
  const draw = async (file: Uint8Array, page: number): Promise<void> => {
    const opened = await engines.openPdf(file.slice(), '')
    opened.draw(page, 1.5)
    opened.close()
  }
  const [many, some] = [
    median(await times(5, () => draw(bytes, 1_990))),
    median(await times(5, () => draw(few, 10))),
  ]
  return [
    `2,000 pages (${(bytes.length / 1024 / 1024).toFixed(1)} MB): read in ${milliseconds(taken)}, ${memory.toFixed(0)} MB more memory (goal: under 300)`,
    `a page of 2,000 opened and drawn in ${milliseconds(many)}, one of 20 in ${milliseconds(some)} (goal: as quickly)`,
  ]
}

import { said, type Said } from '../../words/say.ts'
import { problem } from '../../problem.ts'
import { notesAround, pageStart } from '../marks.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { recognisedWords } from '../import-options.ts'
import { withRecognised } from '../ocr/recognised-file.ts'
import { titleFromFileName, type ImportedDocument, type Importer } from '../importer.ts'
import { toLanguageTag } from '../values.ts'
import { lettersOf } from '../outlet-names.ts'
import { blocksOf, piecesOf, wordJoiner, type Block, type JoinWords } from './blocks.ts'
import type { Line, Piece } from './lines.ts'
import { noteOf } from './notes.ts'
import type { PdfFile, PdfMark } from './pdf-file.ts'
import { readPages, type ReadPages } from './read-pages.ts'

/** A document with fewer letters to a page is pictures of pages; a page with fewer is a picture. */
const leastLetters = { ofPages: 3, onOne: 8 }

/** A PDF: its words in the order in which they are read, with marks where pages begin. */
export const pdf: Importer = {
  format: 'pdf',
  noun: { en: 'a PDF', de: 'ein PDF', ar: 'ملف PDF' },
  extensions: ['pdf'],
  mediaTypes: ['application/pdf'],
  options: [recognisedWords],
  // Some have a few bytes before their first line.
  // Some have other things before it; but so has what only speaks of one.
  sniff: ({ text }) =>
    /^[^\p{L}]{0,16}%PDF-/u.test(text) ? 0.95 : text.slice(0, 1_024).includes('%PDF-') ? 0.4 : 0,
  async *read({ bytes, fileName, given, take }, { engines, progress }) {
    const file = await engines.openPdf(bytes, given?.password ?? '')
    const recogniser = take === 'recognised' ? await engines.startRecogniser() : undefined
    try {
      if (!recogniser) yield documentOf(file, fileName, given?.title, progress)
      else {
        const whole = withRecognised(file, recogniser)
        const document = documentOf(whole, fileName, given?.title, progress)
        yield { ...document, warnings: [...recognisedIn(whole), ...document.warnings] }
      }
    } finally {
      recogniser?.close()
      file.close()
    }
  },
}

const recognisedIn = ({ recognised }: { recognised: number }): Said[] =>
  recognised === 0 ? [] : [said('warnings.recognised', { count: recognised })]

/** What a document with pages says. @throws Problem `pictures-only` where no page has words */
export function documentOf(
  file: PdfFile,
  fileName: string,
  givenTitle: string | undefined,
  progress: (done: number, total: number) => void,
): ImportedDocument {
  const { all, read, pages, marks } = readPages(file, progress)
  const warnings = [...whatIsMissing(all, pages, fileName), ...besideTheText(marks)]
  const labels = pages.map(({ label }) => label)
  const blocks = blocksOf(read, file.outline)
  const title = titleOf(file.metadata['Title'] ?? '', all[0] ?? [])
  const authors = authorsOf(file.metadata['Author'] ?? '', all)
  return {
    title: givenTitle ?? title?.value ?? titleFromFileName(fileName),
    byline: authors.join(', '),
    authors,
    outlet: null,
    published: null,
    language: file.language === null ? null : toLanguageTag(file.language),
    direction: null,
    urls: [],
    tags: [],
    html: toHtml(blocks, labels, wordJoiner(all)),
    hasMarks: true,
    baseUrl: undefined,
    metadataFrom: {
      title: givenTitle === undefined ? (title?.from ?? 'file name') : 'you',
      ...(authors.length > 0 ? { authors: 'PDF: Author' } : {}),
    },
    notes: marks.map(noteOf),
    warnings,
  }
}

/** Comments on a place of the page, and not on words of it, have nothing that they could be about. */
function besideTheText(marks: readonly PdfMark[]): Said[] {
  const count = marks.filter(({ boxes, comment }) => boxes.length === 0 && comment !== '').length
  return count === 0 ? [] : [said('warnings.commentsBeside', { count })]
}

/** @throws Problem `pictures-only` where no page has words */
function whatIsMissing(pages: readonly (readonly Line[])[], read: ReadPages['pages'], name: string): Said[] {
  const letters = pages.map((lines) => lines.reduce((sum, { text }) => sum + lettersOf(text).length, 0))
  const all = letters.reduce((sum, one) => sum + one, 0)
  if (all < Math.max(1, pages.length) * leastLetters.ofPages)
    throw problem('pictures-only', 'pdfWithoutWords', { name })
  const garbled = read.flatMap(({ isGarbled }, page) => (isGarbled ? [page + 1] : []))
  const empty = letters.flatMap((count, page) => (count < leastLetters.onOne ? [page + 1] : []))
  const told = (key: 'pagesWithoutWords' | 'pagesGarbled', found: readonly number[]): Said[] =>
    found.length === 0 ? [] : [said(`warnings.${key}`, { count: found.length, pages: listed(found) })]
  return [...told('pagesWithoutWords', empty), ...told('pagesGarbled', garbled)]
}

const listed = (pages: readonly number[]): string =>
  pages.slice(0, 12).join(', ') + (pages.length > 12 ? ', …' : '')

/** Titles that programs give, not people. */
const noTitle =
  /^(?:microsoft (?:word|powerpoint)|untitled|document ?\d*$|print|slide \d|layout \d)|\.(?:docx?|tex|dvi|indd|qxd|pdf|rtf|odt|pptx?)$/i

/** The title that the document states, if it is on its first page; else the largest words there. */
function titleOf(stated: string, first: readonly Line[]): { value: string; from: string } | undefined {
  const words = lettersOf(first.map(({ text }) => text).join(' '))
  const title = stated.trim()
  const isShown = lettersOf(title) !== '' && words.includes(lettersOf(title))
  if (isShown && !noTitle.test(title)) return { value: title, from: 'PDF: Title' }
  const largest = Math.max(
    0,
    ...first.filter(({ text }) => lettersOf(text).length > 2).map(({ size }) => size),
  )
  const lines = first.filter(({ size }) => size >= largest * 0.97)
  const shown = lines.map(({ text }) => text).join(' ')
  const isTitle = lines.length <= 4 && lettersOf(shown).length >= 6 && first.length > lines.length
  if (isTitle && shown.length <= 300) return { value: shown, from: 'first page' }
  return title !== '' && !noTitle.test(title) ? { value: title, from: 'PDF: Title' } : undefined
}

/** The authors that the document states, as far as its first pages name them. */
function authorsOf(stated: string, pages: readonly (readonly Line[])[]): string[] {
  const shown = lettersOf(
    pages
      .slice(0, 3)
      .flat()
      .map(({ text }) => text)
      .join(' '),
  )
  return stated
    .split(/;|,(?! ?(?:Jr|Sr|II|III)\b)|\band\b|&/)
    .map((name) => name.trim())
    .filter((name) => /\p{L}{2}/u.test(name) && shown.includes(lettersOf(name)))
}

function toHtml(blocks: readonly Block[], labels: readonly string[], joined: JoinWords): string {
  const marked = new Set<number>()
  const around = notesAround()
  return blocks
    .map((block) => {
      const tag = block.rank === 0 ? 'p' : `h${Math.min(6, block.rank + 1)}`
      const words = piecesOf(block, joined)
        .map(({ piece, page, isPageStart }) => {
          const text = around(setOff(piece), piece.notes)
          if (!isPageStart || marked.has(page)) return text
          marked.add(page)
          return pageStart(labels[page] || String(page + 1), text)
        })
        .join('')
      return `<${tag}>${words}</${tag}>`
    })
    .join('\n')
}

/** What may be another word is marked, as what is raised is raised. */
function setOff({ text, set, isUnsure }: Piece): string {
  const tag = isUnsure ? 'mark' : { line: '', raised: 'sup', lowered: 'sub' }[set]
  if (tag === '') return escapeHtml(text)
  const words = text.trim()
  const at = text.indexOf(words)
  return `${text.slice(0, at)}<${tag}>${escapeHtml(words)}</${tag}>${text.slice(at + words.length)}`
}

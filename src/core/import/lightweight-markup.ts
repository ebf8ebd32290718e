import { budget, within } from '../text/budget.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { measureText } from '../text/measure.ts'
import { toEdtfDate } from './dates.ts'
import { decode } from './decode.ts'
import { titleFromFileName, type ImportedDocument, type ImportInput } from './importer.ts'
import { namesIn } from './page-authors.ts'
import { paragraphsOf } from './paragraphs.ts'
import { toLanguageTag } from './values.ts'

/** What of a language for marked text is more than its words. */
export interface Markup {
  /** What the document says of itself, by its names in small letters; and the lines below. */
  headOf: (lines: readonly string[]) => { fields: Map<string, string>; rest: readonly string[] }
  /** How deep a heading is, from 1, and its words; undefined for any other line. */
  heading: (line: string) => { depth: number; words: string } | undefined
  /** Whether a line is for programs and writers only. */
  isRemark: (line: string) => boolean
  /** What begins a block whose lines stay as they are, and the line that ends it; undefined for any other line. */
  fence: (line: string, before: string) => string | undefined
}

/** A document in such a language as text with its headings: what else is marked stays as it is written, no word is lost. */
export function readMarkup(
  { bytes, fileName, given, encoding }: ImportInput,
  markup: Markup,
): ImportedDocument {
  const { text, warnings } = decode(bytes, undefined, encoding)
  const whole = text.replace(/\r\n?/g, '\n')
  measureText(whole)
  const { fields, rest } = markup.headOf(whole.split('\n'))
  const title = given?.title ?? fields.get('title')
  const byline = fields.get('author') ?? ''
  const names = namesIn(byline.replace(/<[^<>]{1,200}>/g, ''))
  const language = fields.get('language') ?? fields.get('lang')
  return {
    title: title ?? titleFromFileName(fileName),
    byline,
    authors: names.length > 0 || byline === '' ? names : [byline],
    outlet: null,
    published: toEdtfDate(fields.get('date') ?? ''),
    language: language === undefined ? null : toLanguageTag(language),
    direction: null,
    urls: given?.url === undefined ? [] : [given.url],
    tags: [],
    html: bodyOf(rest, markup),
    baseUrl: given?.url,
    metadataFrom: {
      title: given?.title !== undefined ? 'you' : title === undefined ? 'file name' : 'title line',
    },
    warnings,
  }
}

function bodyOf(lines: readonly string[], { heading, isRemark, fence }: Markup): string {
  const parts: string[] = []
  let open: string[] = []
  const close = (): void => {
    for (const paragraph of paragraphsOf(open.join('\n')))
      parts.push(`<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    open = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const end = fence(line, lines[at - 1] ?? '')
    const title = end === undefined ? heading(line) : undefined
    if (end !== undefined) {
      close()
      const block: string[] = []
      for (at += 1; at < lines.length && lines[at]?.trim().toLowerCase() !== end; at += 1)
        block.push(lines[at] ?? '')
      parts.push(`<pre>${escapeHtml(block.join('\n'))}</pre>`)
    } else if (title) {
      close()
      const level = Math.min(6, title.depth + 1)
      parts.push(`<h${level}>${escapeHtml(title.words)}</h${level}>`)
    } else if (!isRemark(line)) open.push(line)
  }
  close()
  within(parts.length, budget.elements, 'paragraphs')
  return parts.join('\n')
}

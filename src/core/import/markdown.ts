import { said, type Said } from '../words/say.ts'
import MarkdownIt from 'markdown-it'
import { parse as parseYaml } from 'yaml'
import { budget } from '../text/budget.ts'
import { toEdtfDate } from './dates.ts'
import { decode } from './decode.ts'
import { namesIn } from './page-authors.ts'
import { titleFromFileName, type ImportedNote, type Importer } from './importer.ts'
import { readObsidian, withoutObsidian, type ObsidianFound } from './obsidian-marks.ts'
import { isWebAddress, toLanguageTag } from './values.ts'
import { everywhere } from '../words/language.ts'

const renderer = new MarkdownIt({ html: true, linkify: false, typographer: false }).use(readObsidian)
const frontmatterBlock = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
/** Pandoc's title block: title, authors, date, each behind a percent sign. */
const titleBlock = /^%(.*)\n%(.*)\n(?:%(.*)\n)?/

/** Markdown with optional YAML frontmatter (title, author, date, url, outlet, lang, tags). */
export const markdown: Importer = {
  format: 'markdown',
  noun: everywhere('Markdown'),
  extensions: ['md', 'markdown', 'mdown'],
  mediaTypes: ['text/markdown'],
  paste: { label: everywhere('Markdown') },
  sniff: ({ text }) => (/^---[ \t]*\r?\n[a-z]\w*:/i.test(text) ? 0.5 : 0),
  *read({ bytes, fileName, given, encoding }) {
    const { text, warnings } = decode(bytes, undefined, encoding)
    const { front, rest } = readHead(text, warnings)
    const { heading, tokens, notes, embedded } = readBody(rest)
    if (embedded.length > 0) warnings.push(said('warnings.notesNotEmbedded', { names: embedded.join(', ') }))
    const from: Record<string, string> = {}
    const take = (field: string, ...keys: string[]): string | null => {
      for (const key of keys) {
        const [value] = strings(front?.[key])
        if (value !== undefined) {
          from[field] = `frontmatter: ${key}`
          return value
        }
      }
      return null
    }
    const frontTitle = take('title', 'title')
    if (frontTitle === null) from['title'] = heading === null ? 'file name' : 'first heading'
    if (given?.title !== undefined) from['title'] = 'you'
    const byline = take('authors', 'author', 'authors', 'byline') ?? ''
    const stated = take(
      'published',
      ...['published', 'date_published', 'datePublished', 'publish_date', 'pubdate', 'date', 'created'],
    )
    const published = stated === null ? null : toEdtfDate(stated)
    if (stated !== null && published === null) warnings.push(said('warnings.dateUnread', { date: stated }))
    const statedUrl = take('urls', 'url', 'source', 'canonical', 'original_link', 'link')
    const url = statedUrl !== null && isWebAddress(statedUrl) ? statedUrl : null
    if (url !== statedUrl) warnings.push(said('warnings.notAnAddress', { address: statedUrl ?? '' }))
    const language = take('language', 'lang', 'language')
    const headingIsTitle = heading !== null && (frontTitle === null || frontTitle === heading)
    yield {
      title: given?.title ?? frontTitle ?? heading ?? titleFromFileName(fileName),
      byline,
      authors: authorsOf(front?.['authors'] ?? front?.['author'] ?? front?.['byline']),
      outlet: take('outlet', 'outlet', 'publisher', 'publication', 'site'),
      published,
      language: language === null ? null : toLanguageTag(language),
      direction: take('direction', 'dir') === 'rtl' ? 'rtl' : null,
      urls: url === null ? [] : [url],
      tags: strings(front?.['tags']),
      html: renderer.renderer.render(headingIsTitle ? tokens.slice(3) : tokens, renderer.options, {}),
      baseUrl: url ?? undefined,
      metadataFrom: from,
      hasMarks: notes.length > 0,
      notes,
      warnings,
    }
  },
}

/** What stands above the text: frontmatter, or the title block of Pandoc. */
function readHead(text: string, warnings: Said[]): { front: Record<string, unknown> | null; rest: string } {
  const block = frontmatterBlock.exec(text)
  const front = block ? readFrontmatter(block[1] ?? '', warnings) : null
  if (block && front) return { front, rest: text.slice(block[0].length) }
  const stated = titleBlock.exec(text)
  if (!stated) return { front: null, rest: text }
  const [all, title = '', authors = '', date = ''] = stated
  return {
    front: { title: title.trim(), author: authors.split(';'), date: date.trim() },
    rest: text.slice(all.length),
  }
}

type Token = ReturnType<typeof renderer.parse>[number]

/** The text in tokens, and its title where it begins with one: `# Title`, or a line with `=` below it. */
function readBody(text: string): {
  heading: string | null
  tokens: Token[]
  notes: ImportedNote[]
  embedded: string[]
} {
  const env: { obsidian?: ObsidianFound } = {}
  const tokens = renderer.parse(asPlainMarkdown(text), env)
  const { marked = 0, embedded = [] } = env.obsidian ?? {}
  // HTML in a text may call itself a note of ours: there, what is marked is no highlight.
  const hasHtml = tokens.some(
    ({ type, children }) => type === 'html_block' || children?.some((one) => one.type === 'html_inline'),
  )
  const notes = Array.from({ length: hasHtml ? 0 : marked }, () => ({
    author: '',
    day: '',
    comment: '',
    colour: null,
  }))
  const [open, inline] = tokens
  const isHeading = open?.type === 'heading_open' && open.tag === 'h1'
  const words = (inline?.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
    .join('')
  const heading = isHeading && words.trim() !== '' ? words.trim() : null
  return { heading, tokens, notes, embedded }
}

/**
 * What is Markdown of other programs as words of the text: the text of a note is no address of a link (`[^1]: https://…` would
 * vanish), and the fences around Pandoc's parts are no words. Code stays as it is.
 */
function asPlainMarkdown(text: string): string {
  const all = text.split('\n')
  const lastRemark = all.findLastIndex(isRemarkEnd)
  const lines: string[] = []
  let fence = ''
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at] ?? ''
    const mark = fenceOf(line, fence)
    if (mark !== '') fence = fence === '' ? mark : ''
    if (mark !== '' || fence !== '') lines.push(line)
    else if (isRemarkEnd(line) && at < lastRemark) {
      at += 1
      while (!isRemarkEnd(all[at] ?? '')) at += 1
    } else lines.push(...asPlainLines(line))
  }
  return lines.join('\n')
}

/** Remarks of several lines stand between lines that are nothing else (Obsidian); one that has no end is text. */
const isRemarkEnd = (line: string): boolean => line.trim() === '%%'

function asPlainLines(line: string): string[] {
  // The class of a part is no word of it; what stands behind the class is.
  const part = /^:{3,}(.*)/.exec(line)
  if (part)
    return [
      (part[1] ?? '')
        .replace(/\{[^{}]{0,200}\}/g, '')
        .replace(/^ ?[\w-]+\s*$/, '')
        .trim(),
    ]
  return withoutObsidian(line.replace(/^([ >]{0,40}(?:[-*+] )?)(\[\^[^\]\n]{1,100}\]):/, '$1\\$2:'))
}

/** The mark of a line that begins a block of code, or ends the one that is open (CommonMark 0.31, 4.5); '' for any other line. */
function fenceOf(line: string, open: string): string {
  if (open === '') return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? ''
  const mark = /^ {0,3}(`{3,}|~{3,})[ \t]*\r?$/.exec(line)?.[1] ?? ''
  return mark.startsWith(open) ? mark : ''
}

/** Authors as people write them: one after another, in a list, with commas, as links to their pages. */
function authorsOf(value: unknown): string[] {
  return strings(value).flatMap((line) => {
    const plain = line
      .replaceAll('[[', '')
      .replaceAll(']]', '')
      .replace(/^[^|]*\|/, '')
    const found = namesIn(plain)
    return found.length > 0 ? found : [plain]
  })
}

/** The fields of the frontmatter; null when the block is none, but text between two rules. */
function readFrontmatter(yaml: string, warnings: Said[]): Record<string, unknown> | null {
  if (yaml.trim() === '') return {}
  if (yaml.length > budget.frontmatter) {
    warnings.push(said('warnings.frontmatterTooLong'))
    return {}
  }
  try {
    // Every value as it is written: `2031.10` is not a number, nor `no` a truth value.
    const value: unknown = parseYaml(yaml, { schema: 'failsafe' })
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null
  } catch {
    warnings.push(said('warnings.frontmatterBroken'))
    return {}
  }
}

/** The strings in a YAML value: one, a list, or things that have a name (Quarto, Hugo). */
function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strings(item))
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (value !== null && typeof value === 'object' && 'name' in value) return strings(value.name)
  return []
}

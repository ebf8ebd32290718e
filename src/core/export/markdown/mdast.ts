import type {
  Blockquote,
  Heading,
  Html,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast'
import { defaultHandlers, toMarkdown, type Handle } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import type { MarkdownProfile } from './profile.ts'
import { directionOfText } from '../../text/direction.ts'

export type Inline = string | PhrasingContent

const inline = (parts: readonly Inline[]): PhrasingContent[] =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part))

export const text = (value: string): Text => ({ type: 'text', value })
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] })
/** A link within the export or to the web; anything else stays plain text. */
export const link = (label: string, url: string): Link | Text =>
  /^(?:https?:|mailto:)/i.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url)
    ? { type: 'link', url, children: [text(label)] }
    : text(label)
export const heading = (depth: 1 | 2 | 3 | 4, ...parts: Inline[]): Heading => ({
  type: 'heading',
  depth,
  children: inline(parts),
})
export const paragraph = (...parts: Inline[]): Paragraph => ({ type: 'paragraph', children: inline(parts) })
/** A link as wikis have it; undefined where the words could be read otherwise. @param block the id of a block */
export function wikiLink(path: string, label: string, block?: string): Html | undefined {
  const words = label.replace(/\s+/g, ' ').trim()
  if (words === '' || /[[\]|#^<>`*_~$%\\=]|https?:/.test(words)) return undefined
  return { type: 'html', value: `[[${path}${block === undefined ? '' : `#^${block}`}|${words}]]` }
}

/** The id by which a block is linked to, in a line of its own behind it. */
export const blockId = (id: string): Html => ({ type: 'html', value: `^${id}` })

/** A quotation with a kind and a title, as Obsidian shows them; others show it as a quotation. */
export function callout(
  kind: string,
  title: readonly Inline[],
  content: readonly Blockquote['children'][number][],
): Blockquote {
  const head = paragraph({ type: 'html', value: `[!${kind}]` }, ' ', ...title)
  return { type: 'blockquote', children: [head, ...content] }
}

/** A table. Cells have one line. */
export function table(
  head: readonly (readonly Inline[])[],
  rows: readonly (readonly (readonly Inline[])[])[],
): Html {
  const line = (cells: readonly (readonly Inline[])[]): string =>
    `| ${cells.map((cell) => inLine(cell).replaceAll('|', '\\|')).join(' | ')} |`
  const lines = [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)]
  return { type: 'html', value: lines.join('\n') }
}

/** Words of a sentence as Markdown, in one line. */
const inLine = (parts: readonly Inline[]): string => asItIs(parts) ?? printedInLine(parts)

const printedInLine = (parts: readonly Inline[]): string =>
  written([paragraph(...parts)])
    .replace(/\s+/g, ' ')
    .trim()

/** What needs no printing, as most of long tables and lists: words in which nothing means anything, and what is Markdown already. */
function asItIs(parts: readonly Inline[]): string | undefined {
  let line = ''
  for (const part of parts) {
    const node = typeof part === 'string' ? text(part) : part
    const isLine = node.type === 'html' && !node.value.includes('\n')
    if (!isLine && !(node.type === 'text' && isPlainBehind(node, line))) return undefined
    line += node.value
  }
  return line.trim()
}

/** Whether words mean nothing behind others in a line; at its beginning, where they begin with a letter. */
const isPlainBehind = (node: Text, before: string): boolean =>
  isMeaningless(node) &&
  (before.trim() === ''
    ? beginsWords.test(node.value)
    : !(before.endsWith(']') && node.value.startsWith('(')))

/** A list of many items, each of one line. */
export const longList = (items: readonly (readonly Inline[])[]): Html => ({
  type: 'html',
  value: items.map((item) => `- ${inLine(item)}`).join('\n'),
})

/** Stands for what begins a template in notes that go out as they are; it is put back when all others were made harmless. */
const liveMark = '\ue000%'

/** The researcher's own Markdown, as it is; what is left open in it ends with it. */
export function raw(markdown: string): Html {
  const value = markdown.trim().replaceAll('<%', liveMark)
  const endings = [openFence(value), /<!--(?!.*-->)/s.test(value) ? '-->' : null]
  return { type: 'html', value: [value, ...endings.filter((ending) => ending !== null)].join('\n') }
}

/** The fence that closes a code block which the text leaves open (CommonMark 0.31, 4.5). */
function openFence(markdown: string): string | null {
  let fence: string | null = null
  for (const line of markdown.split('\n')) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)
    const [start = '', run = ''] = marker ?? []
    const rest = line.slice(start.length)
    if (fence === null) fence = marker ? run : null
    else if (marker && run.startsWith(fence) && rest.trim() === '') fence = null
  }
  return fence
}

/** A quotation; every line of the text of record is a paragraph of it. */
export function quote(value: string): Blockquote {
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  return { type: 'blockquote', children: lines.map((line) => paragraph(...isolated(line.trim()))) }
}

/** Words from right to left keep to themselves: the marks around them stay where they are (Unicode Standard Annex 9). */
function isolated(value: string): Inline[] {
  if (directionOfText(value) === 'ltr') return [value]
  return [{ type: 'html', value: '<bdi>' }, value, { type: 'html', value: '</bdi>' }]
}

export function list(items: readonly (readonly Inline[])[]): List {
  const children = items.map((item): ListItem => ({
    type: 'listItem',
    spread: false,
    children: [paragraph(...item)],
  }))
  return { type: 'list', ordered: false, spread: false, children }
}

/** Characters that mean something to GitHub or Obsidian though not to CommonMark. */
const alsoUnsafe = [
  { character: '$', inConstruct: 'phrasing' as const },
  { character: '~', inConstruct: 'phrasing' as const },
  { character: '=', after: '=', inConstruct: 'phrasing' as const },
  { character: '%', after: '%', inConstruct: 'phrasing' as const },
  { character: '#', after: '[A-Za-z\\u0080-\\uffff]', inConstruct: 'phrasing' as const },
  { character: '^', inConstruct: 'phrasing' as const },
]

/** Characters that may mean something to Markdown, wherever they stand. */
const meaningful = /[\\`*_[\]<>#+=~^$&|!@\t\r\n]|%%/
/** What begins a line and is nothing but words. */
const beginsWords = /^[\p{L}“‘„«"']/u

/**
 * Words as they are where nothing in them means anything to Markdown: most of what is written is such, and to look for every
 * construct in it takes most of the time of an export.
 */
const printText: Handle = (node: Text, parent, state, info) => {
  const { value } = node
  const isPlain =
    isMeaningless(node) &&
    (info.before !== '\n' || beginsWords.test(value)) &&
    (info.after !== '\n' || !value.endsWith(' ')) &&
    !(info.before === ']' && value.startsWith('('))
  return isPlain ? value : defaultHandlers.text(node, parent, state, info)
}

const isMeaningless = ({ value }: Text): boolean =>
  !meaningful.test(value) &&
  // The other half of `%%` may stand beside it.
  !value.startsWith('%') &&
  !value.endsWith('%')

/** Blocks as Markdown. */
export const written = (content: readonly RootContent[]): string => {
  const root: Root = { type: 'root', children: [...content] }
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    unsafe: alsoUnsafe,
    handlers: { text: printText },
  })
}

/** What stands at the top of a file, besides its words. */
export interface Top {
  properties: Record<string, unknown>
  profile: MarkdownProfile
  /** Whether the user wants notes as they are, with what other programs run in them. */
  isLive: boolean
}

/** A Markdown file with its properties in YAML, or with a remark that says what it is about; empty values are left out. */
export function printFile({ properties, profile, isLive }: Top, content: readonly RootContent[]): string {
  const body = written(content)
  const head = profile.hasProperties ? yamlOf(properties) : remarkOf(properties)
  // Templates are run wherever these signs stand in a file, escaped or not, in code and in properties.
  const safe = `${head.replaceAll('<%', '<\u200b%')}\n${body.replace(/\\?<%/g, '&lt;%')}`
  return safe.replaceAll(liveMark, isLive ? '<%' : '&lt;%')
}

function yamlOf(properties: Record<string, unknown>): string {
  const fields = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return `---\n${fields.map(([name, value]) => field(name, value)).join('')}---\n`
}

/** A property. Most are words that need no care; what YAML could take for something else is left to the library. */
function field(name: string, value: unknown): string {
  if (typeof value === 'number' || (typeof value === 'string' && plainWords.test(value)))
    return `${name}: ${value}\n`
  return stringify({ [name]: value }, { lineWidth: 0 })
}

/** Letters that begin with a capital, none of the words that YAML has a use for, and ids as we make them. */
const plainWords =
  /^(?:\p{Lu}\p{Ll}{2,}(?: \p{L}{2,}){1,40}|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})$/u

/** The file is found again by what it is about, wherever it was moved. */
const remarkOf = ({ type, id }: Record<string, unknown>): string =>
  typeof id === 'string' ? `<!-- ascribe ${String(type)} ${id} -->\n` : `<!-- ascribe ${String(type)} -->\n`

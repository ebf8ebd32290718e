import type {
  BlockContent,
  Blockquote,
  Heading,
  Html,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
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
export const heading = (depth: 1 | 2 | 3, ...parts: Inline[]): Heading => ({
  type: 'heading',
  depth,
  children: inline(parts),
})
export const paragraph = (...parts: Inline[]): Paragraph => ({ type: 'paragraph', children: inline(parts) })
/** The researcher's own Markdown, as it is; what is left open in it ends with it. */
export function raw(markdown: string): Html {
  const value = markdown.trim()
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
  const children = items.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(...item)] as BlockContent[],
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

/**
 * A Markdown file with YAML frontmatter; empty values are left out.
 * @param isLive whether the user wants notes as they are, with what other programs run in them
 */
export function printFile(
  frontmatter: Record<string, unknown>,
  content: readonly RootContent[],
  isLive = false,
): string {
  const root: Root = { type: 'root', children: [...content] }
  const body = toMarkdown(root, { bullet: '-', emphasis: '*', strong: '*', rule: '-', unsafe: alsoUnsafe })
  const fields = Object.entries(frontmatter).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  const yaml = stringify(Object.fromEntries(fields), { lineWidth: 0 })
  if (isLive) return `---\n${yaml}---\n\n${body}`
  // Templates are run wherever these signs stand in a file, escaped or not, in code and in properties.
  return `---\n${yaml.replaceAll('<%', '<\u200b%')}---\n\n${body.replace(/\\?<%/g, '&lt;%')}`
}

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

export type Inline = string | PhrasingContent

const inline = (parts: readonly Inline[]): PhrasingContent[] =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part))

export const text = (value: string): Text => ({ type: 'text', value })
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] })
export const link = (label: string, url: string): Link => ({ type: 'link', url, children: [text(label)] })
export const heading = (depth: 1 | 2 | 3, ...parts: Inline[]): Heading => ({
  type: 'heading',
  depth,
  children: inline(parts),
})
export const paragraph = (...parts: Inline[]): Paragraph => ({ type: 'paragraph', children: inline(parts) })
/** The researcher's own Markdown, as it is. */
export const raw = (markdown: string): Html => ({ type: 'html', value: markdown.trim() })

/** A quotation; every line of the text of record is a paragraph of it. */
export function quote(value: string): Blockquote {
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  return { type: 'blockquote', children: lines.map((line) => paragraph(line.trim())) }
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

/** A Markdown file with YAML frontmatter; empty values are left out. */
export function printFile(frontmatter: Record<string, unknown>, content: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...content] }
  const body = toMarkdown(root, { bullet: '-', emphasis: '*', strong: '*', rule: '-', unsafe: alsoUnsafe })
  const fields = Object.entries(frontmatter).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  const yaml = stringify(Object.fromEntries(fields), { lineWidth: 0 })
  return `---\n${yaml}---\n\n${body}`
}

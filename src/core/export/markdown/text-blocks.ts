import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { BlockContent, Heading, ListItem, PhrasingContent } from 'mdast'
import { blockElements } from '../../text/allow-list.ts'
import { readText } from '../../text/read-text.ts'
import { tagEnd } from '../../text/scan.ts'
import { textContent } from '../../text/text-content.ts'
import { isQuery } from './inert.ts'
import { link, paragraph, table, text } from './mdast.ts'
import { contentOf } from '../../text/content-of.ts'

/** A stretch of a text of record, in UTF-16 code units. */
export interface Stretch {
  start: number
  end: number
}

/** Puts something around a block of the text: what it was made of, and what stands there for it. */
type Around = (block: BlockContent, of: Stretch) => BlockContent[]

/**
 * A stored text of record, or a stretch of it, as blocks of Markdown: paragraphs, lists, tables, code and quotations keep their form,
 * and no word of it is lost.
 * @param html the canonical form, as `makeTextOfRecord` writes it
 */
export function textBlocks(
  html: string,
  stretch: Stretch = { start: 0, end: Infinity },
  around: Around = (block) => [block],
): BlockContent[] {
  const { part, offset } = stretch.start === 0 ? { part: html, offset: 0 } : blocksAround(html, stretch)
  const tree = fromHtml(part)
  const within = { start: stretch.start - offset, end: stretch.end - offset }
  return new TextBlocks(tree, within, around).of(tree)
}

/** Quotations and lists of people are no deeper. */
const deepest = 8
const empty = /^<(?:br|hr|img|meta|!)/

/**
 * The blocks of a stored text that a stretch lies in: a short passage of a long text is not worth reading all of it.
 * @returns their HTML, and where their words begin in the text, in UTF-16 code units
 */
function blocksAround(html: string, { start, end }: Stretch): { part: string; offset: number } {
  let [depth, length, from] = [0, 0, 0]
  /** Where the block that is open begins, and where the first one of the stretch does. */
  let block = { at: 0, offset: 0 }
  let first: typeof block | undefined
  let last = html.length
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', from)) {
    const close = tagEnd(html, at + 1)
    if (close === -1) break
    length += readText(html.slice(from, at)).length
    from = close
    if (html.startsWith('</', at)) {
      depth -= 1
      // Blocks stand in the article, which is all there is.
      if (depth === 1 && length > start) {
        first ??= block
        last = close
        if (length >= end) break
      }
    } else if (!empty.test(html.slice(at, at + 6))) {
      if (depth === 1) block = { at, offset: length }
      depth += 1
    }
  }
  return first ? { part: html.slice(first.at, last), offset: first.offset } : { part: html, offset: 0 }
}

/** How long the words in an element are, and whether there are blocks in it. */
interface Measured {
  length: number
  holdsBlocks: boolean
}

/** Goes through a text in its order, and makes something of what lies in the stretch. */
class TextBlocks {
  readonly #stretch: Stretch
  readonly #around: Around
  readonly #measured = new Map<Nodes, Measured>()
  /** How deep quotations and lists stand in one another; deeper ones are written flat: every line would repeat all of their marks. */
  #depth = 0
  /** Emphasis that is open: within itself it is none. */
  readonly #open = new Set<string>()
  /** How much of the text was gone through. */
  #at = 0

  constructor(tree: Nodes, stretch: Stretch, around: Around) {
    this.#stretch = stretch
    this.#around = around
    this.#measure(tree)
  }

  /** All of it once: what is nested deep is not gone through again and again. */
  #measure(node: Nodes): Measured {
    const measured = { length: node.type === 'text' ? node.value.length : 0, holdsBlocks: false }
    if ('children' in node)
      for (const child of contentOf(node)) {
        const { length, holdsBlocks } = this.#measure(child)
        measured.length += length
        measured.holdsBlocks ||= holdsBlocks
      }
    measured.holdsBlocks ||= node.type === 'element' && blockElements.has(node.tagName)
    this.#measured.set(node, measured)
    return measured
  }

  #holdsBlocks(node: Nodes): node is Element {
    return node.type === 'element' && this.#measured.get(node)?.holdsBlocks === true
  }

  /** The blocks in an element; what stands between them is paragraphs. */
  of(node: Nodes): BlockContent[] {
    if (!('children' in node)) return []
    const blocks: BlockContent[] = []
    let line: PhrasingContent[] = []
    let start = this.#at
    const close = (): void => {
      blocks.push(...this.#leaf(trimmed(line), start, (words) => paragraph(...words)))
      line = []
    }
    for (const child of contentOf(node)) {
      if (this.#holdsBlocks(child)) {
        close()
        blocks.push(...this.#block(child))
        start = this.#at
      } else line.push(...this.#inline(child))
    }
    close()
    return blocks
  }

  #block(element: Element): BlockContent[] {
    const { tagName } = element
    const start = this.#at
    const length = this.#measured.get(element)?.length ?? 0
    // What lies outside is gone past, and nothing is made of it.
    if (start + length <= this.#stretch.start || start >= this.#stretch.end) {
      this.#at += length
      return []
    }
    if (/^h[1-6]$/.test(tagName)) {
      // Below the headings of the file.
      const depth = Math.min(6, Number(tagName.slice(1)) + 2) as Heading['depth']
      return this.#leaf(this.#line(element), start, (children) => ({ type: 'heading', depth, children }))
    }
    if (tagName === 'pre') {
      const value = this.#words(textContent(element))
      return value.trim() === '' ? [] : this.#around({ type: 'code', value }, { start, end: this.#at })
    }
    if (tagName === 'table') return this.#table(element)
    if (tagName === 'hr') return [{ type: 'thematicBreak' }]
    const isNested = tagName === 'ul' || tagName === 'ol' || tagName === 'blockquote'
    if (!isNested || this.#depth >= deepest) return this.of(element)
    this.#depth += 1
    const blocks = tagName === 'blockquote' ? this.#quotation(element) : this.#list(element)
    this.#depth -= 1
    return blocks
  }

  #quotation(element: Element): BlockContent[] {
    const children = this.of(element)
    return children.length === 0 ? [] : [{ type: 'blockquote', children }]
  }

  #list(element: Element): BlockContent[] {
    const items = element.children.flatMap((child): ListItem[] => {
      const isItem = child.type === 'element' && child.tagName === 'li'
      const children = this.of(isItem ? child : { ...element, children: [child] })
      return children.length === 0 ? [] : [{ type: 'listItem', spread: false, children }]
    })
    if (items.length === 0) return []
    const first = Number(element.properties['start'] ?? 1)
    return [
      {
        type: 'list',
        ordered: element.tagName === 'ol',
        start: Number.isInteger(first) ? first : 1,
        spread: false,
        children: items,
      },
    ]
  }

  /** A table with a line for each row; what stands beside the rows is a paragraph above it. */
  #table(element: Element): BlockContent[] {
    const start = this.#at
    const rows: PhrasingContent[][][] = []
    const beside: BlockContent[] = []
    const visit = (node: Nodes): void => {
      if (node.type === 'element' && node.tagName === 'tr') {
        const cells = node.children.map((cell) => inOneLine(this.#line(cell)))
        rows.push(cells.filter((cell, at) => cell.length > 0 || node.children[at]?.type === 'element'))
      } else if (node.type === 'element' && /^(?:thead|tbody|tfoot|table)$/.test(node.tagName))
        node.children.forEach(visit)
      else {
        const words = this.#line(node)
        if (words.length > 0) beside.push(paragraph(...words))
      }
    }
    visit(element)
    const filled = rows.filter((row) => row.some((cell) => cell.length > 0))
    const columns = Math.max(0, ...filled.map((row) => row.length))
    const [first, ...body] = filled
    if (first === undefined) return beside
    // Cells beyond those of the head would not be shown; rows that have fewer are whole.
    const head = Array.from({ length: columns }, (_, at) => first[at] ?? [])
    return [...beside, ...this.#around(table(head, body), { start, end: this.#at })]
  }

  /** Everything in a node as one line. */
  #line(node: Nodes): PhrasingContent[] {
    return trimmed(this.#inline(node))
  }

  #inline(node: Nodes): PhrasingContent[] {
    if (node.type === 'text') {
      const words = this.#words(node.value).replace(/[ \t\r\n\f]+/g, ' ')
      return words === '' ? [] : [text(words)]
    }
    if (node.type !== 'element') return []
    const { tagName, properties } = node
    if (tagName === 'br') return this.#isWithin() ? [{ type: 'break' }] : []
    if (tagName === 'code' && node.children.every(({ type }) => type === 'text')) {
      const value = this.#words(textContent(node))
      // Some programs run code of a line; it is words here.
      return value.trim() === '' ? [] : [isQuery(value) ? text(value) : { type: 'inlineCode', value }]
    }
    const emphasis = { em: 'emphasis', i: 'emphasis', strong: 'strong', b: 'strong' } as const
    const kind = tagName in emphasis ? emphasis[tagName as keyof typeof emphasis] : undefined
    const isNew = kind !== undefined && !this.#open.has(kind)
    if (isNew) this.#open.add(kind)
    const parts = node.children.flatMap((child) => [
      ...this.#inline(child),
      // In one line, what were blocks stay apart.
      ...(this.#holdsBlocks(child) ? [text(' ')] : []),
    ])
    if (isNew) this.#open.delete(kind)
    const children = parts.every((part) => part.type === 'text' && part.value.trim() === '') ? [] : parts
    if (children.length === 0) return parts
    if (isNew) return aroundSpace(children, (inner) => ({ type: kind, children: inner }))
    const { href } = properties
    const address = tagName === 'a' && typeof href === 'string' ? link('', href) : undefined
    return address?.type === 'link' && /^https?:/i.test(address.url) ? [{ ...address, children }] : children
  }

  #leaf(
    words: PhrasingContent[],
    start: number,
    make: (words: PhrasingContent[]) => BlockContent,
  ): BlockContent[] {
    return words.length === 0 ? [] : this.#around(make(words), { start, end: this.#at })
  }

  /** What of some words lies within; they are gone through then. */
  #words(value: string): string {
    const from = this.#at
    this.#at += value.length
    const { start, end } = this.#stretch
    return value.slice(Math.max(0, start - from), Math.max(0, end - from))
  }

  #isWithin(): boolean {
    return this.#at > this.#stretch.start && this.#at < this.#stretch.end
  }
}

/** Marks of emphasis stand at words: the space at their ends is moved out. */
function aroundSpace(
  children: readonly PhrasingContent[],
  make: (inner: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const inner = trimmed(children)
  const [first, last] = [children[0], children.at(-1)]
  const before = first?.type === 'text' && /^\s/.test(first.value)
  const behind = last?.type === 'text' && /\s$/.test(last.value)
  return [...(before ? [text(' ')] : []), make(inner), ...(behind ? [text(' ')] : [])]
}

/** A cell has one line. */
const inOneLine = (parts: readonly PhrasingContent[]): PhrasingContent[] =>
  trimmed(parts.map((part) => (part.type === 'break' ? text(' ') : part)))

/** Texts that meet are one: signs that mean something only together are seen. */
function joined(parts: readonly PhrasingContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = []
  for (const part of parts) {
    const last = line.at(-1)
    if (part.type === 'text' && last?.type === 'text') line[line.length - 1] = text(last.value + part.value)
    else line.push(part)
  }
  return line
}

/** A line without white space at its ends and around its breaks, and without breaks at its ends. */
function trimmed(parts: readonly PhrasingContent[]): PhrasingContent[] {
  const line = joined(parts)
  const isBlank = (part: PhrasingContent | undefined): boolean =>
    part?.type === 'break' || (part?.type === 'text' && part.value.trim() === '')
  while (isBlank(line[0])) line.shift()
  while (isBlank(line.at(-1))) line.pop()
  const isEdge = (at: number): boolean => line[at] === undefined || line[at].type === 'break'
  return line.map((part, at) => {
    if (part.type !== 'text') return part
    const value = isEdge(at - 1) ? part.value.trimStart() : part.value
    return text(isEdge(at + 1) ? value.trimEnd() : value)
  })
}

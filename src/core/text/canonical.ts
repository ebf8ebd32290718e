import type { Element, ElementContent, Text } from 'hast'
import { blockElements } from './allow-list.ts'
import { withoutAtEnd } from './scan.ts'

/**
 * From a sanitised tree to the canonical one, whose text content is the text of record.
 *
 * The text has one newline between any two blocks, a tab between the cells of a row, a newline for every line
 * break, and single spaces otherwise (HTML white space collapses, no-break spaces stay as they are). Only forms
 * are produced that an HTML parser reads back unchanged: blocks never stand in paragraphs or inline elements,
 * lists hold only items, tables only rows and cells.
 */
type Node = ElementContent
const preservedData = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+$/
/** Where a word may be broken, says how a page is set; whoever quotes the word does not write it. */
const softHyphen = '\u00ad'
const htmlSpace = /[ \t\n\f\r]+/g

const text = (value: string): Text => ({ type: 'text', value })
const element = (tagName: string, children: Node[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})
const isElement = (node: Node): node is Element => node.type === 'element'
const isBlock = (node: Node): boolean => isElement(node) && blockElements.has(node.tagName)
/** What is known of each element: asked at every level, it would be found out again from there on down. */
const holders = new WeakMap<Node, boolean>()
function holdsBlock(node: Node): boolean {
  if (!isElement(node)) return false
  const known = holders.get(node)
  if (known !== undefined) return known
  const holds = isBlock(node) || node.children.some((child) => holdsBlock(child))
  holders.set(node, holds)
  return holds
}

/** The blocks that these nodes make, without the newlines between them. */
export function toBlocks(nodes: readonly Node[]): Element[] {
  const blocks: Element[] = []
  let line: Node[] = []
  const endLine = (): void => {
    const content = trimLine(toLine(line))
    if (content.length > 0) blocks.push(element('p', content))
    line = []
  }
  for (const node of nodes) {
    if (!holdsBlock(node)) {
      line.push(node)
      continue
    }
    endLine()
    if (isElement(node)) {
      for (const block of isBlock(node) ? toBlock(node) : toBlocks(node.children)) blocks.push(block)
    }
  }
  endLine()
  return blocks
}

/** Blocks with the newlines that part them in the text. */
export function joinBlocks(blocks: readonly Element[]): Node[] {
  return blocks.flatMap((block, index) => (index === 0 ? [block] : [text('\n'), block]))
}

function toBlock(node: Element): Element[] {
  const keep = keptOf(node)
  switch (node.tagName) {
    case 'hr':
      return [element('hr', [])]
    case 'pre':
      return preformatted(node)
    case 'ul':
    case 'ol':
      return list(node, keep)
    case 'dl':
      return definitionList(node)
    case 'table':
      return table(node)
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return lineBlock(node, keep)
    case 'blockquote':
    case 'figure':
      return container(node, node.tagName, keep)
    case 'figcaption':
      return container(node, 'figcaption', keep)
    default:
      return Object.keys(keep).length > 0 ? container(node, 'div', keep) : toBlocks(node.children)
  }
}

function container(node: Element, tagName: string, properties: Element['properties']): Element[] {
  const blocks = toBlocks(node.children)
  return blocks.length > 0 ? [element(tagName, joinBlocks(blocks), properties)] : []
}

/** A paragraph or heading; when it holds blocks against the rules, its content is taken out of it. */
function lineBlock(node: Element, properties: Element['properties']): Element[] {
  if (node.children.some((child) => holdsBlock(child))) return toBlocks(node.children)
  const content = trimLine(toLine(node.children))
  return content.length > 0 ? [element(node.tagName, content, properties)] : []
}

/** What an item or a cell holds: a single line without a paragraph around it, or blocks. */
function compact(nodes: readonly Node[]): Node[] {
  const blocks = toBlocks(nodes)
  const [only] = blocks
  if (only?.tagName === 'p' && blocks.length === 1 && Object.keys(only.properties).length === 0)
    return only.children
  return joinBlocks(blocks)
}

function list(node: Element, kept: Element['properties']): Element[] {
  const items: Element[] = []
  let loose: Node[] = []
  const push = (nodes: readonly Node[], properties: Element['properties']): void => {
    const content = compact(nodes)
    if (content.length > 0) items.push(element('li', content, properties))
  }
  const endLoose = (): void => {
    if (loose.length > 0) push(loose, {})
    loose = []
  }
  for (const child of node.children) {
    if (isElement(child) && child.tagName === 'li') {
      endLoose()
      push(child.children, keptOf(child))
    } else if (!isBlankText(child)) loose.push(child)
  }
  endLoose()
  if (items.length === 0) return []
  const { start, reversed } = node.properties
  const numbering =
    node.tagName === 'ol' ? { ...(start ? { start } : {}), ...(reversed ? { reversed } : {}) } : {}
  return [element(node.tagName, joinBlocks(items), { ...kept, ...numbering })]
}

function definitionList(node: Element): Element[] {
  const parts: Element[] = []
  const visit = (nodes: readonly Node[]): void => {
    for (const child of nodes) {
      if (isBlankText(child)) continue
      if (isElement(child) && child.tagName === 'div') visit(child.children)
      else {
        const tagName = isElement(child) && child.tagName === 'dt' ? 'dt' : 'dd'
        const inner =
          isElement(child) && (child.tagName === 'dt' || child.tagName === 'dd') ? child.children : [child]
        const content = compact(inner)
        if (content.length > 0) parts.push(element(tagName, content))
      }
    }
  }
  visit(node.children)
  return parts.length > 0 ? [element('dl', joinBlocks(parts))] : []
}

function table(node: Element): Element[] {
  const captions: Element[] = []
  const rows: Element[] = []
  const stray: Node[] = []
  const visit = (nodes: readonly Node[]): void => {
    for (const child of nodes) {
      if (!isElement(child)) {
        if (!isBlankText(child)) stray.push(child)
      } else if (child.tagName === 'caption') captions.push(...toBlocks(child.children))
      else if (child.tagName === 'tr') rows.push(...row(child))
      else if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) visit(child.children)
      else stray.push(child)
    }
  }
  visit(node.children)
  const before = [...toBlocks(stray), ...captions]
  if (rows.length === 0) return before
  return [...before, element('table', [element('tbody', joinBlocks(rows))])]
}

function row(node: Element): Element[] {
  const cells = node.children
    .filter(
      (child): child is Element => isElement(child) && (child.tagName === 'td' || child.tagName === 'th'),
    )
    .map((cell) => {
      const { colSpan, rowSpan, scope } = cell.properties
      const properties = {
        ...keptOf(cell),
        ...(colSpan ? { colSpan } : {}),
        ...(rowSpan ? { rowSpan } : {}),
        ...(scope ? { scope } : {}),
      }
      return element(cell.tagName, compact(cell.children), properties)
    })
  if (cells.every((cell) => cell.children.length === 0)) return []
  return [
    element(
      'tr',
      cells.flatMap((cell, index) => (index === 0 ? [cell] : [text('\t'), cell])),
    ),
  ]
}

/** Preformatted text keeps its white space; blank lines at its borders go, for a parser would drop the first. */
function preformatted(node: Element): Element[] {
  const lines = flatText(node).replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd()
  return lines.length > 0 ? [element('pre', [text(lines)])] : []
}

function flatText(node: Node): string {
  if (node.type === 'text') return node.value
  if (!isElement(node)) return ''
  if (node.tagName === 'br') return '\n'
  return node.children.map((child) => flatText(child)).join('')
}

/** Inline content: white space collapsed within and across elements, a newline after every `br`. */
function toLine(nodes: readonly Node[]): Node[] {
  let afterSpace = true
  const convert = (node: Node): Node[] => {
    if (node.type === 'text') {
      let value = node.value.replaceAll(softHyphen, '').replace(htmlSpace, ' ')
      if (afterSpace) value = value.replace(/^ /, '')
      if (value === '') return []
      afterSpace = value.endsWith(' ')
      return [text(value)]
    }
    if (!isElement(node)) return []
    if (node.tagName === 'br') {
      afterSpace = true
      return [element('br', []), text('\n')]
    }
    if (node.tagName === 'img') return image(node)
    const children = node.children.flatMap(convert)
    if (children.length === 0) return []
    const properties = inlineProperties(node)
    const plain = node.tagName === 'span' && Object.keys(properties).length === 0
    return plain ? children : [element(node.tagName, children, properties)]
  }
  return mergeText(nodes.flatMap(convert))
}

function image(node: Element): Node[] {
  const { src, alt } = node.properties
  if (typeof src !== 'string' || !preservedData.test(src)) return []
  return [element('img', [], { src, alt: typeof alt === 'string' ? alt : '' })]
}

function inlineProperties(node: Element): Element['properties'] {
  const { href, dateTime, title } = node.properties
  return {
    ...keptOf(node),
    ...(typeof href === 'string' ? { href } : {}),
    ...(typeof dateTime === 'string' ? { dateTime } : {}),
    ...(typeof title === 'string' ? { title } : {}),
  }
}

/** What an element keeps whatever it is: its direction, its language, and the name that a link in the text leads to. */
function keptOf(node: Element): Element['properties'] {
  const { dir, lang, id } = node.properties
  return {
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
    ...(dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? { dir } : {}),
    ...(typeof lang === 'string' && lang !== '' ? { lang } : {}),
  }
}

/** Takes white space and line breaks off both ends of a line; elements that are left empty go. */
function trimLine(nodes: Node[]): Node[] {
  return trimEnd(trimStart(nodes))
}

function trimStart(nodes: Node[]): Node[] {
  for (let at = 0; at < nodes.length; at += 1) {
    const first = trimmed(nodes[at], (value) => value.replace(/^[ \n]+/, ''), trimStart)
    if (first) return [first, ...nodes.slice(at + 1)]
  }
  return []
}

function trimEnd(nodes: Node[]): Node[] {
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const last = trimmed(nodes[at], (value) => withoutAtEnd(value, ' \n'), trimEnd)
    if (last) return [...nodes.slice(0, at), last]
  }
  return []
}

/** A node without the white space at one of its ends; undefined when nothing is left of it. */
function trimmed(
  node: Node | undefined,
  trimText: (value: string) => string,
  trimChildren: (nodes: Node[]) => Node[],
): Node | undefined {
  if (node?.type === 'text') {
    const value = trimText(node.value)
    return value === '' ? undefined : text(value)
  }
  if (!node || !isElement(node) || node.tagName === 'br') return undefined
  if (node.tagName === 'img') return node
  const children = trimChildren(node.children)
  return children.length === 0 ? undefined : { ...node, children }
}

function mergeText(nodes: Node[]): Node[] {
  const merged: Node[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else merged.push(node)
  }
  return merged
}

function isBlankText(node: Node): boolean {
  return node.type !== 'element' && (node.type !== 'text' || /^[ \t\n\f\r]*$/.test(node.value))
}

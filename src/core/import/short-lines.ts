import type { Element, Nodes, Root } from 'hast'
import { blockElements } from '../text/allow-list.ts'
import { lettersIn } from './outlet-names.ts'
import { oneLine } from './values.ts'

/** What is longer is no line that names who wrote, in UTF-16 code units. */
const longestLine = 100
const mostLines = 2_000

const ended = new Set([...blockElements, 'br', 'td', 'th', 'dt', 'dd', 'article', 'main', 'aside', 'header'])
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'select',
  'textarea',
  'nav',
  'head',
])

/** Whether a part of a page is not by who wrote the article: what readers say of it, what stands under every page. */
export const isByOthers = (tagName: string, names: string): boolean =>
  tagName === 'nav' || /\bcomments?\b|\bcomment-?list\b|\bsite-info\b|\bcolophon\b/i.test(names)

/**
 * The short lines of a page, in order: what stands between the borders of blocks and line breaks. A line that only says what
 * follows (“Author:”) is joined with it. Linear in the page.
 */
export function shortLines(tree: Root): string[] {
  const lines: string[] = []
  let line = ''
  let isLong = false
  const end = (): void => {
    const text = isLong ? '' : oneLine(line)
    line = isLong || !/:$/.test(text) ? '' : `${text} `
    isLong = false
    if (text !== '' && line === '') lines.push(text)
  }
  const visit = (node: Nodes): void => {
    if (lines.length >= mostLines) return
    if (node.type === 'text') {
      isLong ||= line.length + node.value.trim().length > longestLine
      if (!isLong) line += node.value
    }
    if (!('children' in node) || (node.type === 'element' && isUnread(node))) return
    const isBlock = node.type === 'element' && ended.has(node.tagName)
    if (isBlock) end()
    for (const child of node.children) visit(child)
    if (isBlock) end()
  }
  visit(tree)
  end()
  return lines
}

const isUnread = ({ tagName, properties }: Element): boolean =>
  unread.has(tagName) || isByOthers(tagName, [properties['id'], properties['className']].flat().join(' '))

/** What nobody reads as a text of the page. */
const ledElsewhere = new Set(['script', 'style', 'noscript', 'a', 'option', 'button', 'head'])

/** How many letters and digits there are to read in a page, those of links and buttons aside. */
export function lettersToRead(node: Nodes): number {
  if (node.type === 'text') return lettersIn(node.value)
  if (!('children' in node) || (node.type === 'element' && ledElsewhere.has(node.tagName))) return 0
  return node.children.reduce((sum, child) => sum + lettersToRead(child), 0)
}

import type { Element, ElementContent, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { textContent } from '../text/text-content.ts'
import { contentOf } from '../text/content-of.ts'

/** An article of this many characters is one, wherever a page keeps it. */
const articleLength = 500

/**
 * Brings out what a page keeps folded away and its readers see all the same: shadow roots that are declared, frames whose content is
 * in the page, parts that a script would have moved to their place, the article for those without scripts; who is quoted, in the
 * footer of a quotation. In the tree as the parser of the HTML standard made it.
 */
export function openPage(tree: Root): void {
  const all = lengthOf(tree)
  open(tree, all)
}

/** Takes out what is for machines only: programs that say nothing about the page, styles, remarks. */
export function withoutPrograms(node: Nodes): void {
  if (!('children' in node)) return
  const children = contentOf(node)
  node.children = children.filter((child) => child.type !== 'comment' && !isProgram(child))
  for (const child of node.children) withoutPrograms(child)
}

/** Formulas and what a page says of itself stand in scripts, too. */
function isProgram(node: Nodes): boolean {
  if (node.type !== 'element') return false
  const type = node.tagName === 'script' ? `${node.properties['type']}` : ''
  return node.tagName === 'style' || (node.tagName === 'script' && !/json|math|tex|asciimath/i.test(type))
}

function open(node: Nodes, all: number): void {
  if (!('children' in node)) return
  const children: ElementContent[] = []
  for (const child of contentOf(node)) {
    const opened = child.type === 'element' ? opening(child, node, all) : child
    open(opened, all)
    children.push(opened)
  }
  node.children = children
}

/** What stands for an element: itself, or what was folded away in it. */
function opening(element: Element, parent: Nodes, all: number): Element {
  const { tagName, properties } = element
  const isIn = (name: string): boolean => parent.type === 'element' && parent.tagName === name
  if (tagName === 'template' && (properties['shadowRootMode'] ?? properties['shadowrootmode']) !== undefined)
    return part(element.content?.children ?? element.children)
  if (tagName === 'iframe' && typeof properties['srcDoc'] === 'string')
    return part(fromHtml(properties['srcDoc'], { fragment: true }).children)
  if (tagName === 'noscript' && isIn('body') && isArticle(element, all)) return part(element.children)
  if (tagName === 'footer' && isIn('blockquote')) return { ...element, tagName: 'p' }
  const only = tagName === 'div' ? onlyPartOf(element) : undefined
  if (only && isOfText(only)) return only
  return isHidden(element) && isArticle(element, all) ? shown(element) : element
}

const part = (children: readonly Nodes[]): Element => ({
  type: 'element',
  tagName: 'div',
  properties: {},
  children: children.filter(
    (child): child is ElementContent => child.type !== 'root' && child.type !== 'doctype',
  ),
})

const isHidden = ({ properties }: Element): boolean =>
  properties['hidden'] !== undefined || properties['ariaHidden'] === 'true'
function shown(element: Element): Element {
  const kept = Object.entries(element.properties).filter(
    ([name]) => name !== 'hidden' && name !== 'ariaHidden',
  )
  return { ...element, properties: Object.fromEntries(kept) }
}

/** Whether most of what there is to read stands in an element. */
function isArticle(element: Element, all: number): boolean {
  const length = lengthOf(element)
  return length > articleLength && length > all / 2
}

/** The one element in an element without words of its own, links to edit it (as wikis have them) left out. */
function onlyPartOf({ children }: Element): Element | undefined {
  const parts = children.filter((child) =>
    child.type === 'element' ? !isEditLink(child) : child.type === 'text' && /\S/.test(child.value),
  )
  const [only] = parts
  return parts.length === 1 && only?.type === 'element' ? only : undefined
}
const isEditLink = ({ properties }: Element): boolean =>
  [properties['className'] ?? ''].flat().some((name) => /^(?:mw-)?editsection$/.test(name))

/**
 * Whether what stands alone in a box is part of the text: a heading, or a long paragraph. Readability takes such a box for something
 * beside the text, above all where all of it is a link.
 */
function isOfText(only: Element): boolean {
  if (/^h[2-6]$/.test(only.tagName)) return true
  if (only.tagName !== 'p') return false
  const words = textContent(only).trim()
  return words.length > 60 && /[.!?…”"]$/.test(words)
}

/** What is known of each element: asked at every level, it would be counted again from there on down. */
const lengths = new WeakMap<Nodes, number>()

/** How much there is to read, without what is for programs. */
function lengthOf(node: Nodes): number {
  if (node.type === 'text') return node.value.trim().length
  if (!('children' in node)) return 0
  const known = lengths.get(node)
  if (known !== undefined) return known
  const isForPrograms =
    node.type === 'element' && ['script', 'style', 'head', 'template'].includes(node.tagName)
  const length = isForPrograms ? 0 : node.children.reduce((sum, child) => sum + lengthOf(child), 0)
  lengths.set(node, length)
  return length
}

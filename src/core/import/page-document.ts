import type { Element, Nodes, Root } from 'hast'
import { find, html } from 'property-information'
import { parseHTML } from 'linkedom'

/** The little of the DOM that is asked of a parsed page; core knows no window. */
export interface PageElement {
  tagName: string
  getAttribute: (name: string) => string | null
  textContent: string | null
  innerHTML: string
  outerHTML: string
  parentElement: PageElement | null
  querySelector: (selector: string) => PageElement | null
  querySelectorAll: (selector: string) => Iterable<PageElement>
}
export interface PageDocument {
  querySelector: (selector: string) => PageElement | null
  querySelectorAll: (selector: string) => Iterable<PageElement>
}

/** What a document is made with. */
interface Building extends PageDocument {
  createElement: (name: string) => Building & { setAttribute: (name: string, value: string) => void }
  createTextNode: (text: string) => object
  appendChild: (node: object) => void
  removeChild: (node: object) => void
  documentElement: object
}

/** The document of a tree, as the parser of the HTML standard made that: it is not written and parsed once more. */
export function documentOf(tree: Root): PageDocument {
  const window: unknown = parseHTML('<!doctype html><html></html>')
  // What linkedom makes is a document.
  const { document } = window as { document: Building }
  document.removeChild(document.documentElement)
  for (const child of tree.children) if (child.type === 'element') append(document, document, child)
  return document
}

function append(document: Building, parent: Building, node: Nodes): void {
  if (node.type === 'text') parent.appendChild(document.createTextNode(node.value))
  if (node.type !== 'element') return
  const element = document.createElement(node.tagName)
  for (const [name, value] of attributesOf(node)) element.setAttribute(name, value)
  for (const child of node.content?.children ?? node.children) append(document, element, child)
  parent.appendChild(element)
}

/** What attributes are called and how they are written (hast has them as properties of the DOM). */
function* attributesOf({ properties }: Element): Generator<[string, string]> {
  for (const [property, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    const { attribute, commaSeparated } = find(html, property)
    const text =
      value === true ? '' : Array.isArray(value) ? value.join(commaSeparated ? ', ' : ' ') : String(value)
    yield [attribute, text]
  }
}

import { DOMParser } from 'linkedom'

/** The little that is asked of a parsed XML document. Names carry their prefixes as they are written: `w:p`. */
export interface XmlElement extends XmlNode {
  tagName: string
  getAttribute: (name: string) => string | null
  childNodes: ArrayLike<XmlNode>
}
interface XmlNode {
  nodeType: number
  textContent: string | null
}

const [elementNode, textNode, dataNode] = [1, 3, 4]

/**
 * Parses XML. What a document type declares is not looked at: entities of its own stay as they are written, so that none can unfold
 * to any length, or bring a file along.
 * @throws RangeError when elements are nested too deeply
 */
export function parseXml(text: string): XmlElement | null {
  const source = text.replace(/^\ufeff/, '')
  return new DOMParser().parseFromString(source, 'text/xml').documentElement
}

export const isXmlElement = (node: XmlNode): node is XmlElement => node.nodeType === elementNode

/** Elements and words, in order; comments and instructions are left out. */
export function contentOf(element: XmlElement): (XmlElement | string)[] {
  const content: (XmlElement | string)[] = []
  for (let at = 0; at < element.childNodes.length; at += 1) {
    const node = element.childNodes[at]
    if (node === undefined) continue
    if (isXmlElement(node)) content.push(node)
    else if (node.nodeType === textNode || node.nodeType === dataNode) content.push(node.textContent ?? '')
  }
  return content
}

export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  if (!element) return []
  return contentOf(element).filter(
    (node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.tagName === name),
  )
}

/** The first element that is reached by these names, one below the other. */
export function below(element: XmlElement | null | undefined, ...names: string[]): XmlElement | undefined {
  let found = element ?? undefined
  for (const name of names) found = childrenOf(found, name)[0]
  return found
}

/** All elements of a name, however deep. @param borders the names of elements that are not looked into */
export function* allBelow(
  element: XmlElement | null | undefined,
  name: string,
  borders: readonly string[] = [],
): Generator<XmlElement> {
  for (const child of childrenOf(element ?? undefined)) {
    if (child.tagName === name) yield child
    if (!borders.includes(child.tagName)) yield* allBelow(child, name, borders)
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The value of an attribute, with its references resolved; undefined where there is none. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.getAttribute(name)
  if (value === null || value === undefined) return undefined
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,6}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
    },
  )
}

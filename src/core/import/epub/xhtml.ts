import { escapeHtml } from '../../text/escape-html.ts'
import { pageStart } from '../marks.ts'
import { attribute, contentOf, type XmlElement } from '../xml.ts'

/** Elements that HTML writes without an end. */
const empty = new Set(['br', 'hr', 'img', 'wbr', 'col', 'area', 'source', 'track'])
const dropped = new Set([
  'script',
  'style',
  'head',
  'title',
  'link',
  'meta',
  'audio',
  'video',
  'iframe',
  'object',
  'nav',
])
const kept = ['colspan', 'rowspan', 'lang', 'dir', 'alt', 'start', 'datetime', 'role', 'class']

/** What a chapter refers to. */
export interface Chapter {
  /** What is put before its ids: names of chapters may be alike. */
  prefix: string
  /** The address within the book that a link of it leads to; undefined for one that leads nowhere. */
  link: (href: string) => string | undefined
  /** A picture as an address that holds it. */
  picture: (source: string) => string | undefined
}

/** XHTML of a chapter as HTML, with the marks of printed pages as ours (EPUB Structural Semantics: `pagebreak`). */
export function htmlOf(element: XmlElement, chapter: Chapter): string {
  return contentOf(element)
    .map((node) => (typeof node === 'string' ? escapeHtml(node) : elementOf(node, chapter)))
    .join('')
}

function elementOf(element: XmlElement, chapter: Chapter): string {
  const name = element.tagName.toLowerCase().replace(/^x?html:/, '')
  if (dropped.has(name)) return ''
  const kinds = `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''}`
  if (/\b(?:doc-)?pagebreak\b/.test(kinds)) return pageBreak(element)
  if (name === 'img')
    return pictureOf(attribute(element, 'src') ?? '', attribute(element, 'alt') ?? '', chapter)
  if (name === 'svg') return svgOf(element, chapter)
  const attributes = attributesOf(element, name, kinds, chapter)
  if (empty.has(name)) return `<${name}${attributes}>`
  return `<${name}${attributes}>${htmlOf(element, chapter)}</${name}>`
}

/** The name of the page that begins here; without it nobody could find the place in the printed book. */
function pageBreak(element: XmlElement): string {
  const label = (
    attribute(element, 'title') ??
    attribute(element, 'aria-label') ??
    element.textContent ??
    ''
  ).trim()
  const name = label.replace(/^page\s*/i, '').replace(/\.$/, '')
  // The mark is moved to the words behind it.
  return name === '' ? '' : pageStart(name, '\u200b')
}

function attributesOf(element: XmlElement, name: string, kinds: string, { prefix, link }: Chapter): string {
  const found: [string, string | undefined][] = kept.map((one) => [one, attribute(element, one)])
  const id = attribute(element, 'id') ?? attribute(element, 'xml:id')
  if (id !== undefined) found.push(['id', prefix + id])
  if (name === 'a') found.push(['href', link(attribute(element, 'href') ?? '')])
  if (/\bnoteref\b/.test(kinds)) found.push(['role', 'doc-noteref'])
  return found.map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeHtml(value)}"`)).join('')
}

function pictureOf(source: string, said: string, chapter: Chapter): string {
  const address = chapter.picture(source)
  return address === undefined ? '' : `<img src="${address}" alt="${escapeHtml(said)}">`
}

/** A cover is often a picture in a drawing. */
function svgOf(svg: XmlElement, chapter: Chapter): string {
  for (const node of contentOf(svg)) {
    if (typeof node === 'string') continue
    const source = attribute(node, 'xlink:href') ?? attribute(node, 'href')
    if (node.tagName.endsWith('image') && source !== undefined) return pictureOf(source, '', chapter)
  }
  return ''
}

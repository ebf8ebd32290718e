import { escapeHtml } from '../../text/escape-html.ts'
import type { ImportedNote } from '../importer.ts'
import { dayIn, linked, set, type Flow, type Tracked } from '../office/flow.ts'
import { allBelow, attribute, below, childrenOf, contentOf, type XmlElement } from '../xml.ts'
import type { TextStyle } from './text-styles.ts'

/** What the text of a document refers to. */
export interface OdtParts {
  flow: Flow
  style: (name: string | undefined) => TextStyle
  /** The changes that were tracked, by their ids; of deletions what was deleted. */
  changes: ReadonlyMap<string, { tracked: Tracked; deleted: XmlElement | undefined }>
  /** Whether a list of this style has numbers. */
  isNumbered: (list: string | undefined) => boolean
  picture: (path: string) => string | undefined
  /** The names of comments that end somewhere. */
  ends: ReadonlySet<string>
  /** The insertions that are open, by their ids. */
  insertions: Map<string, Tracked>
}

const transparent = new Set([
  'text:section',
  'text:index-body',
  'text:table-of-content',
  'text:index-title',
  'text:illustration-index',
  'text:bibliography',
  'text:alphabetical-index',
  'text:user-index',
  'text:object-index',
  'text:table-index',
  'text:numbered-paragraph',
  'draw:custom-shape',
  'draw:g',
])

/** The blocks of a part of a text (OpenDocument 1.3, part 3, 5) as HTML. */
export function blocksOf(container: XmlElement, parts: OdtParts): string {
  return childrenOf(container)
    .map((element) => blockOf(element, parts))
    .join('')
}

function blockOf(element: XmlElement, parts: OdtParts): string {
  switch (element.tagName) {
    case 'text:p':
    case 'text:h':
      return paragraph(element, parts)
    case 'text:list':
      return list(element, parts, attribute(element, 'text:style-name'))
    case 'table:table':
      return `<table>${rows(element, parts)}</table>`
    case 'draw:frame':
    case 'text:soft-page-break':
    case 'text:change':
    case 'text:change-start':
    case 'text:change-end':
      return inlineOf(element, parts)
    default:
      return transparent.has(element.tagName) ? blocksOf(element, parts) : ''
  }
}

function paragraph(element: XmlElement, parts: OdtParts): string {
  const style = parts.style(attribute(element, 'text:style-name'))
  if (style.breaksBefore) parts.flow.pageBreak()
  const points = pointsIn(element, parts)
  const line = lineOf(element, parts)
  for (const id of points) parts.flow.closeNote(id)
  if (line.trim() === '') return ''
  const level = Number(attribute(element, 'text:outline-level') ?? 1)
  const tag = style.isTitle
    ? 'h1'
    : element.tagName === 'text:h'
      ? `h${Math.min(6, Math.max(1, level) + 1)}`
      : 'p'
  const block = `<${tag}>${line}</${tag}>`
  return style.isQuotation ? `<blockquote>${block}</blockquote>` : block
}

function list(element: XmlElement, parts: OdtParts, style: string | undefined): string {
  const tag = parts.isNumbered(style) ? 'ol' : 'ul'
  const items = childrenOf(element).map((item) => {
    const html = childrenOf(item)
      .map((one) =>
        one.tagName === 'text:list'
          ? list(one, parts, attribute(one, 'text:style-name') ?? style)
          : blockOf(one, parts),
      )
      .join('')
    return item.tagName === 'text:list-header' ? html : `<li>${html}</li>`
  })
  return `<${tag}>${items.join('')}</${tag}>`
}

function rows(table: XmlElement, parts: OdtParts, isHead = false): string {
  return childrenOf(table)
    .map((element) => {
      if (element.tagName === 'table:table-header-rows') return rows(element, parts, true)
      if (element.tagName === 'table:table-rows' || element.tagName === 'table:table-row-group')
        return rows(element, parts, isHead)
      if (element.tagName !== 'table:table-row') return ''
      const cells = childrenOf(element, 'table:table-cell').map((cell) => {
        const wide = Number(attribute(cell, 'table:number-columns-spanned') ?? 1)
        const tag = isHead ? 'th' : 'td'
        return `<${tag}${wide > 1 && wide < 100 ? ` colspan="${wide}"` : ''}>${blocksOf(cell, parts)}</${tag}>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    .join('')
}

function lineOf(element: XmlElement, parts: OdtParts): string {
  return contentOf(element)
    .map((node) => (typeof node === 'string' ? words(node, parts) : inlineOf(node, parts)))
    .join('')
}

/** Words, within the insertions that are open around them. White space is one space, as in HTML. */
function words(text: string, { flow, insertions }: OdtParts): string {
  let html = flow.words(text.replace(/\s+/g, ' '))
  for (const tracked of insertions.values()) html = flow.changed(html, tracked)
  return html
}

function inlineOf(element: XmlElement, parts: OdtParts): string {
  const { flow } = parts
  const id = attribute(element, 'text:change-id') ?? ''
  // What was put in and is read as if it had not been.
  const isLeftOut = parts.insertions.size > 0 && flow.drops('ins')
  if (isLeftOut && (element.tagName === 'text:note' || element.tagName === 'draw:frame')) return ''
  switch (element.tagName) {
    case 'text:span': {
      const style = parts.style(attribute(element, 'text:style-name'))
      return style.isHidden ? '' : set(lineOf(element, parts), style)
    }
    case 'text:a':
      return linked(lineOf(element, parts), attribute(element, 'xlink:href'))
    case 'text:s':
      return words(' ', parts)
    case 'text:tab':
      return words(' ', parts)
    case 'text:line-break':
      return '<br>'
    case 'text:soft-page-break':
      flow.pageBreak()
      return ''
    case 'text:note': {
      const body = below(element, 'text:note-body') ?? element
      return flow.inline(flow.footnote(flow.apart(() => blocksOf(body, parts))))
    }
    case 'office:annotation':
      if (!isPoint(element, parts)) flow.openNote(attribute(element, 'office:name') ?? '', commentOf(element))
      return ''
    case 'office:annotation-end':
      flow.closeNote(attribute(element, 'office:name') ?? '')
      return ''
    case 'text:change':
      return deletedAt(id, parts)
    case 'text:change-start': {
      const change = parts.changes.get(id)
      if (change?.tracked.kind === 'ins') parts.insertions.set(id, change.tracked)
      return ''
    }
    case 'text:change-end':
      parts.insertions.delete(id)
      return ''
    case 'draw:frame':
      return frameOf(element, parts)
    default:
      return lineOf(element, parts)
  }
}

/**
 * A comment that ends nowhere is about the paragraph that it stands in, and not about one that a box or a note with that stands in.
 * @returns the names of those that are open now
 */
function pointsIn(element: XmlElement, parts: OdtParts): string[] {
  const points = [...allBelow(element, 'office:annotation', ['text:p', 'text:h'])].filter((one) =>
    isPoint(one, parts),
  )
  return points.map((one, at) => {
    const id = `point ${parts.flow.notes.length} ${at}`
    parts.flow.openNote(id, commentOf(one))
    return id
  })
}

function isPoint(annotation: XmlElement, { ends }: OdtParts): boolean {
  const name = attribute(annotation, 'office:name')
  return name === undefined || !ends.has(name)
}

/** What was deleted at a place: of several paragraphs the first ends there, and the last begins. */
function deletedAt(id: string, parts: OdtParts): string {
  const change = parts.changes.get(id)
  if (!change?.deleted || parts.flow.drops('del')) return ''
  // Also those of lists and tables that went.
  const lines = paragraphsIn(change.deleted).map((line) => lineOf(line, parts))
  return parts.flow.changed(lines.join('<br>'), change.tracked)
}

const paragraphsIn = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((one) =>
    one.tagName === 'text:p' || one.tagName === 'text:h'
      ? [one]
      : one.tagName === 'office:change-info'
        ? []
        : paragraphsIn(one),
  )

function commentOf(annotation: XmlElement): ImportedNote {
  const lines = childrenOf(annotation).filter(
    ({ tagName }) => tagName === 'text:p' || tagName === 'text:list',
  )
  return {
    author: below(annotation, 'dc:creator')?.textContent ?? '',
    day: dayIn(below(annotation, 'dc:date')?.textContent ?? ''),
    comment: lines.map((line) => (line.textContent ?? '').replace(/\s+/g, ' ').trim()).join('\n'),
    colour: null,
  }
}

function frameOf(frame: XmlElement, parts: OdtParts): string {
  const box = below(frame, 'draw:text-box')
  if (box) return blocksOf(box, parts)
  const source = parts.picture(attribute(below(frame, 'draw:image'), 'xlink:href') ?? '')
  const said = below(frame, 'svg:desc')?.textContent ?? below(frame, 'svg:title')?.textContent ?? ''
  return source === undefined ? '' : `<img src="${source}" alt="${escapeHtml(said)}">`
}

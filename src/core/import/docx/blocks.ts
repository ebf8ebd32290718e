import {
  listKinds,
  numberingOf,
  outlineOf,
  paragraphStyles,
  type ListKind,
  type ParagraphStyle,
} from './styles.ts'
import { lineOf, marksIn, trackedBy, type Parts } from './runs.ts'
import type { Tracked } from '../office/flow.ts'
import { allBelow, attribute, below, childrenOf, type XmlElement } from '../xml.ts'

export interface Sheets {
  style: (id: string | undefined) => ParagraphStyle
  list: (list: string, level: number) => ListKind | undefined
}

export const sheetsOf = (styles: XmlElement | undefined, numbering: XmlElement | undefined): Sheets => ({
  style: paragraphStyles(styles),
  list: listKinds(numbering),
})

const transparent = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:body',
  'mc:AlternateContent',
  'mc:Choice',
])
/** What may stand between blocks, and be about what follows. */
const between = new Set(['w:commentRangeStart', 'w:commentRangeEnd'])

/** The paragraphs, lists and tables of a part of a document as HTML (ISO/IEC 29500-1, 17.2 to 17.4). */
export function blocksOf(
  container: XmlElement,
  parts: Parts,
  sheets: Sheets,
  lists = new OpenLists(),
): string {
  const html = visit(container, parts, sheets, lists)
  return html + lists.close(0)
}

function visit(container: XmlElement, parts: Parts, sheets: Sheets, lists: OpenLists): string {
  return childrenOf(container)
    .map((element) => {
      if (element.tagName === 'w:p') return paragraph(element, parts, sheets, lists)
      if (element.tagName === 'w:tbl') return lists.close(0) + table(element, parts, sheets)
      if (/^w:(?:ins|moveTo|del|moveFrom)$/.test(element.tagName)) {
        const kind = /^w:(?:ins|moveTo)$/.test(element.tagName) ? 'ins' : 'del'
        return parts.flow.drops(kind) ? marksIn(element, parts) : visit(element, parts, sheets, lists)
      }
      if (between.has(element.tagName)) return lineOf([element], parts)
      return transparent.has(element.tagName) ? visit(element, parts, sheets, lists) : ''
    })
    .join('')
}

function paragraph(element: XmlElement, parts: Parts, sheets: Sheets, lists: OpenLists): string {
  const properties = below(element, 'w:pPr')
  const style = sheets.style(attribute(below(properties, 'w:pStyle'), 'w:val'))
  if (below(properties, 'w:pageBreakBefore')) parts.flow.pageBreak()
  const points = pointsIn(element, parts)
  const line = lineOf(childrenOf(element), parts) + markOf(below(properties, 'w:rPr'), parts)
  for (const id of points) parts.flow.closeNote(id)
  const heading = outlineOf(properties) ?? style.heading
  const numbering = numberingOf(properties) ?? style.numbering
  const kind =
    numbering && heading === 0 && !style.isTitle ? sheets.list(numbering.list, numbering.level) : undefined
  if (line.trim() === '') return ''
  if (kind && numbering) return lists.item(line, kind, numbering)
  // A paragraph that stands further in belongs to the item before it.
  const isWithin = lists.depth > 0 && Number(attribute(below(properties, 'w:ind'), 'w:left') ?? 0) > 0
  if (isWithin && heading === 0) return `<p>${line}</p>`
  const tag = style.isTitle ? 'h1' : heading > 0 ? `h${Math.min(6, heading + 1)}` : 'p'
  const block = `<${tag}>${line}</${tag}>`
  return lists.close(0) + (style.isQuotation ? `<blockquote>${block}</blockquote>` : block)
}

/**
 * Comments that have a place and no range are about the paragraph that they are in, and not about one that a box with that stands in.
 * @returns those that are open now
 */
function pointsIn(element: XmlElement, { flow, comment, isRange }: Parts): string[] {
  return [...allBelow(element, 'w:commentReference', ['w:p'])].flatMap((reference) => {
    const id = attribute(reference, 'w:id') ?? ''
    const note = isRange(id) ? undefined : comment(id)
    if (note) flow.openNote(id, note)
    return note ? [id] : []
  })
}

/** A paragraph whose end was inserted or deleted: only that it was is noted. */
function markOf(properties: XmlElement | undefined, { flow }: Parts): string {
  for (const kind of ['ins', 'del'] as const) {
    const change = below(properties, `w:${kind}`)
    if (change) flow.changed(' ', trackedBy(change, kind))
  }
  return ''
}

function table(element: XmlElement, parts: Parts, sheets: Sheets): string {
  const html = partsOf(element, 'w:tr').map((row) => {
    if (row.tagName !== 'w:tr') return lineOf([row], parts)
    const kind = changeOf(row)
    if (kind && parts.flow.drops(kind)) return marksIn(row, parts)
    const isHead = below(row, 'w:trPr', 'w:tblHeader') !== undefined
    const cells = partsOf(row, 'w:tc').map((one) =>
      one.tagName === 'w:tc'
        ? cellOf(one, isHead, parts, sheets, kind && trackedBy(changeIn(row, kind), kind))
        : lineOf([one], parts),
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>${html.join('')}</table>`
}

/** The rows of a table, or the cells of a row, and where comments begin and end between them. */
const partsOf = (element: XmlElement, name: string): XmlElement[] =>
  childrenOf(element).flatMap((one) =>
    one.tagName === 'w:sdt'
      ? childrenOf(below(one, 'w:sdtContent'), name)
      : one.tagName === name || between.has(one.tagName)
        ? [one]
        : [],
  )

/** Whether a row was inserted or deleted. */
const changeOf = (row: XmlElement): Tracked['kind'] | undefined =>
  (['ins', 'del'] as const).find((kind) => below(row, 'w:trPr', `w:${kind}`) !== undefined)
const changeIn = (row: XmlElement, kind: Tracked['kind']): XmlElement =>
  below(row, 'w:trPr', `w:${kind}`) ?? row

function cellOf(
  cell: XmlElement,
  isHead: boolean,
  parts: Parts,
  sheets: Sheets,
  tracked: Tracked | undefined,
): string {
  const properties = below(cell, 'w:tcPr')
  const merge = below(properties, 'w:vMerge')
  // It goes on with the cell above.
  if (merge && attribute(merge, 'w:val') !== 'restart') return '<td></td>'
  const wide = Number(attribute(below(properties, 'w:gridSpan'), 'w:val') ?? 1)
  const tag = isHead ? 'th' : 'td'
  const span = wide > 1 && wide < 100 ? ` colspan="${wide}"` : ''
  const html = blocksOf(cell, parts, sheets)
  return `<${tag}${span}>${tracked ? parts.flow.changed(html, tracked) : html}</${tag}>`
}

/** The lists that are open while a document is read: items come one after another, each with its level. */
class OpenLists {
  readonly #open: { list: string; tag: ListKind['tag'] }[] = []

  get depth(): number {
    return this.#open.length
  }

  /** How many items each level of each list has had: it goes on where a paragraph stood between. */
  readonly #counts = new Map<string, number>()

  item(line: string, { tag, start }: ListKind, { list, level }: { list: string; level: number }): string {
    const depth = Math.min(level, 8) + 1
    const number = (this.#counts.get(`${list} ${depth}`) ?? start - 1) + 1
    this.#counts.set(`${list} ${depth}`, number)
    for (let deeper = depth + 1; deeper <= 9; deeper += 1) this.#counts.delete(`${list} ${deeper}`)
    let html = ''
    const here = this.#open[depth - 1]
    if (this.#open.length >= depth && (here?.tag !== tag || (depth === 1 && here.list !== list)))
      html += this.close(depth - 1)
    else html += this.close(depth)
    if (this.#open.length === depth) html += '</li>'
    while (this.#open.length < depth) {
      html += tag === 'ol' ? `<ol${number > 1 ? ` start="${number}"` : ''}>` : '<ul>'
      this.#open.push({ list, tag })
      if (this.#open.length < depth) html += '<li>'
    }
    return `${html}<li><p>${line}</p>`
  }

  /** Ends the lists that are deeper. */
  close(depth: number): string {
    let html = ''
    while (this.#open.length > depth) html += `</li></${this.#open.pop()?.tag ?? 'ul'}>`
    return html
  }
}

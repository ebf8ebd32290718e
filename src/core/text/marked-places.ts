import { readText } from './read-text.ts'
import { tagEnd } from './scan.ts'

/** A stretch of a text of record, in UTF-16 code units, and the id of the element that holds it. */
export interface MarkedPlace {
  id: string
  start: number
  end: number
}

/** What the ids begin with that our importers put into a text; those that a document brings along begin otherwise. */
export const ownMark = 'ascribe-'
/** Of elements that stand where a page begins; behind it comes what the page is called. */
export const pageMark = `${ownMark}page-`
/** Of elements that hold what an imported note is about; behind it the number of the note. */
export const noteMark = `${ownMark}note-`

const opening = /^<([a-z][a-z0-9]*)(?=[\s>])/
const identified = /\sid="([^"]*)"/
const empty = new Set(['br', 'hr', 'img', 'meta'])

/**
 * The elements of a stored text of record whose ids begin so, in the order in which they begin.
 * @param html the canonical form, as `makeTextOfRecord` writes it
 */
export function markedPlaces(html: string, prefix: string): MarkedPlace[] {
  const found: MarkedPlace[] = []
  const open: (MarkedPlace | null)[] = []
  let length = 0
  let from = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', from)) {
    const end = tagEnd(html, at + 1)
    if (end === -1) break
    length += readText(html.slice(from, at)).length
    from = end
    const tag = html.slice(at, end)
    const name = opening.exec(tag)?.[1]
    if (tag.startsWith('</')) {
      const closed = open.pop()
      if (closed) closed.end = length
    } else if (name !== undefined && !empty.has(name)) {
      const id = readText(identified.exec(tag)?.[1] ?? '')
      const place = id.startsWith(prefix) ? { id, start: length, end: length } : null
      if (place) found.push(place)
      open.push(place)
    }
  }
  return found
}

/** What the page is called that a place of a stored text stands on; null where the document has no pages. */
export const pageAt = (html: string, start: number): string | null =>
  pageAmong(markedPlaces(html, pageMark), start)

/** The same, where the pages of the text were found already. */
export function pageAmong(pages: readonly MarkedPlace[], start: number): string | null {
  const page = pages.findLast((one) => one.start <= start)
  return page ? page.id.slice(pageMark.length) : null
}

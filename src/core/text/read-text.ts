import { tagEnd } from './scan.ts'

const reference = /&(?:#x([0-9a-f]+)|#([0-9]+)|(amp|lt|gt|quot|nbsp));/gi
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/**
 * The text of a stored text of record, in the same UTF-16 code units as the DOM's `textContent`.
 *
 * The canonical form is so plain that leaving out its tags and resolving its few character references gives what a parser
 * would, at a hundredth of the cost; `makeTextOfRecord` checks that before a text is kept.
 */
export function readText(html: string): string {
  return withoutTags(html).replace(reference, (_whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? ''
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}

/** A tag that does not end is text, and so is what follows: the canonical form has none. */
function withoutTags(html: string): string {
  const parts: string[] = []
  let from = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', from)) {
    const end = tagEnd(html, at + 1)
    if (end === -1) break
    parts.push(html.slice(from, at))
    from = end
  }
  parts.push(html.slice(from))
  return parts.join('')
}

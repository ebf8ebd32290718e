import { budget, within } from './budget.ts'

const [gt, slash, quote, apostrophe, bang, dash] = ['>', '/', '"', "'", '!', '-'].map((sign) =>
  sign.charCodeAt(0),
)
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
/** Elements whose content is no markup. */
const rawElements = ['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']

/**
 * Counts the elements and attributes of HTML in one pass, before any parser sees it: parsers compare each attribute with all
 * others of its element, and write each piece of text letter by letter. Counts about what a parser would.
 * @throws Problem `too-large` when there are more than the budget has
 */
export function measureHtml(html: string): void {
  let elements = 0
  let attributes = 0
  let textStart = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const next = html.charCodeAt(at + 1)
    if (next === bang && html.charCodeAt(at + 2) === dash && html.charCodeAt(at + 3) === dash) {
      elements += 1
      within(elements, budget.elements, 'elements and comments')
      const end = html.indexOf('-->', at + 2)
      if (end === -1) return
      at = end + 3
      continue
    }
    if (!isLetter(next) && next !== slash) {
      at += 1
      continue
    }
    measurePiece(html, textStart, at)
    const tag = readTag(html, at + 1)
    if (next !== slash) {
      elements += 1
      attributes += tag.attributes
      within(elements, budget.elements, 'elements')
      within(tag.attributes, budget.attributesOfOne, 'attributes at one element')
      within(attributes, budget.attributes, 'attributes')
    }
    at = rawElements.includes(tag.name) ? endOfRaw(html, tag) : tag.end
    textStart = at
  }
  measurePiece(html, textStart, html.length)
}

/** A piece of text between two tags. */
function measurePiece(html: string, start: number, end: number): void {
  if (end - start <= budget.line) return
  within(end - start, budget.piece, 'characters in one piece of text')
  measureLines(html, start, end)
}

interface Tag {
  name: string
  attributes: number
  /** Where it ends. */
  end: number
}

function readTag(html: string, start: number): Tag {
  let at = start
  while (at < html.length && !isSpace(html.charCodeAt(at)) && ![gt, slash].includes(html.charCodeAt(at)))
    at += 1
  const name = at - start > 10 ? '' : html.slice(start, at).toLowerCase()
  let attributes = 0
  let isInAttribute = false
  for (; at < html.length; at += 1) {
    const code = html.charCodeAt(at)
    if (code === gt) return { name, attributes, end: at + 1 }
    if ((code === quote || code === apostrophe) && html[at - 1] === '=') {
      const close = html.indexOf(html[at] ?? '', at + 1)
      if (close === -1) break
      at = close
      isInAttribute = false
    } else if (isSpace(code) || code === slash) isInAttribute = false
    else if (!isInAttribute) {
      isInAttribute = true
      attributes += 1
      // A million of them are not worth counting to the end.
      if (attributes > budget.attributesOfOne) break
    }
  }
  return { name, attributes, end: html.length }
}

/** Where the content of an element without markup ends: at its end tag, else nowhere before the end. */
function endOfRaw(html: string, { name, end }: Tag): number {
  for (let at = html.indexOf('</', end); at !== -1; at = html.indexOf('</', at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  return html.length
}

/** @throws Problem `too-large` when a text, or one line of it, is longer than the budget has */
export function measureText(text: string): void {
  within(text.length, budget.text, 'characters')
  measureLines(text, 0, text.length)
}

function measureLines(text: string, from: number, to: number): void {
  for (let start = from; start < to;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? to : Math.min(found, to)
    within(end - start, budget.line, 'characters in one line')
    start = end + 1
  }
}

import { tagEnd } from '../../../../core/text/scan.ts'
/** So many blocks are laid out, or left out of the layout, together. */
const blocksInSection = 48
/** A guess at how high a text is before it was laid out, in pixels for each unit of its HTML and each block. */
const heightOf = { unit: 0.38, block: 24 }

/**
 * The elements of a text of record, to be shown. Long articles are parted into sections that the browser lays out only when
 * they come near the screen (`content-visibility`); the text stays the same, character for character.
 * @param html canonical HTML, as `makeTextOfRecord` writes it
 */
export function buildArticle(html: string): HTMLElement {
  const template = document.createElement('template')
  const { parted, heights } = withSections(html.slice(Math.max(0, html.indexOf('<article'))))
  template.innerHTML = parted
  const article = template.content.querySelector('article')
  if (!article) return document.createElement('article')
  for (const [at, section] of sectionsOf(article).entries()) {
    const height = heights[at]
    if (height !== undefined) section.style.containIntrinsicBlockSize = `auto ${height}px`
  }
  return document.adoptNode(article)
}

const voids = ['br', 'hr', 'img'] as const

/** Puts sections around the blocks of an article, before it is parsed: to move nodes afterwards would take as long again. */
function withSections(html: string): { parted: string; heights: number[] } {
  const ends = blockEnds(html)
  const heights: number[] = []
  if (ends.length <= 2 * blocksInSection) return { parted: html, heights }
  const open = html.indexOf('>') + 1
  const parts = [html.slice(0, open)]
  let from = open
  for (let at = blocksInSection - 1; from < html.length; at += blocksInSection) {
    const isLast = at >= ends.length - 1
    const end = isLast ? (ends.at(-1) ?? from) : (ends[at] ?? from)
    heights.push(Math.ceil((end - from) * heightOf.unit + blocksInSection * heightOf.block))
    parts.push('<section>', html.slice(from, end), '</section>')
    from = end
    if (isLast) break
  }
  parts.push(html.slice(from))
  return { parted: parts.join(''), heights }
}

const [a, z, zero, nine] = [0x61, 0x7a, 0x30, 0x39] as const
const isOfName = (code: number): boolean => (code >= a && code <= z) || (code >= zero && code <= nine)

/** Whether the tag that begins with a name there has no end. Code by code: a long article has ten thousand tags. */
const isVoidAt = (html: string, start: number): boolean =>
  voids.some((name) => html.startsWith(name, start) && !isOfName(html.charCodeAt(start + name.length)))

/** Where the outermost blocks of an article end; canonical HTML closes what it opens. */
function blockEnds(html: string): number[] {
  const ends: number[] = []
  let depth = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const isEnd = html.charAt(at + 1) === '/'
    const start = at + (isEnd ? 2 : 1)
    const end = tagEnd(html, at + 1)
    if (end === -1) break
    at = end
    if (!isOfName(html.charCodeAt(start))) continue
    const isVoid = isVoidAt(html, start)
    if (isEnd) depth -= 1
    else if (!isVoid) depth += 1
    if (depth === 1 && (isEnd || isVoid)) ends.push(end)
  }
  return ends
}

/** The sections of an article; all of it, when it is not parted. */
export function sectionsOf(article: HTMLElement): HTMLElement[] {
  const sections = [...article.querySelectorAll<HTMLElement>('section')]
  return sections.length > 0 ? sections : [article]
}

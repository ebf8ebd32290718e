import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { parseHTML } from 'linkedom'
import { lettersToRead, shortLines } from './short-lines.ts'
import { openPage, withoutPrograms } from './open-page.ts'
import { checkDepth } from '../text/depth.ts'
import { writeFormulas } from '../text/formulas.ts'
import { writePhrasing } from '../text/phrasing.ts'

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

export interface ParsedPage {
  document: PageDocument
  /** What stands short between borders of blocks, in order: who wrote, perhaps. */
  lines: string[]
  /** How many letters there are to read, those that lead elsewhere aside. */
  letters: number
  /** How deep elements stand in each other, all added up. */
  depths: number
}

/**
 * Parses a whole HTML document; scripts in it do not run. linkedom alone loses what stands outside of `html` and
 * `body` or is not closed, so the page is first read and written by the parser of the HTML standard.
 * @throws RangeError if elements are nested too deeply
 */
export function parsePage(html: string): ParsedPage {
  const tree = fromHtml(html)
  checkDepth(tree)
  withoutPrograms(tree)
  openPage(tree)
  const depths = checkDepth(tree)
  const lines = shortLines(tree)
  const letters = lettersToRead(tree)
  // Before the article is found: what is found has no scripts and no controls any more.
  writeFormulas(tree)
  writePhrasing(tree)
  const window: unknown = parseHTML(toHtml(tree))
  return { document: (window as { document: PageDocument }).document, lines, letters, depths }
}

import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parse } from 'parse5'
import { documentOf, type PageDocument } from './page-document.ts'
import { lettersToRead, shortLines } from './short-lines.ts'
import { openPage, withoutPrograms } from './open-page.ts'
import { checkDepth } from '../text/depth.ts'
import { writeFormulas } from '../text/formulas.ts'
import { writePhrasing } from '../text/phrasing.ts'

export interface ParsedPage {
  document: PageDocument
  /** The same as it was, where the document has been taken apart. */
  again: () => PageDocument
  /** What stands short between borders of blocks, in order: who wrote, perhaps. */
  lines: string[]
  /** How many letters there are to read, those that lead elsewhere aside. */
  letters: number
  /** How deep elements stand in each other, all added up. */
  depths: number
}

/**
 * Parses a whole HTML document; scripts in it do not run. linkedom alone loses what stands outside of `html` and
 * `body` or is not closed, so the page is read by the parser of the HTML standard, and the document made of its tree.
 * @throws RangeError if elements are nested too deeply
 */
export function parsePage(html: string): ParsedPage {
  const tree = treeOf(html)
  checkDepth(tree)
  withoutPrograms(tree)
  openPage(tree)
  const depths = checkDepth(tree)
  const lines = shortLines(tree)
  const letters = lettersToRead(tree)
  // Before the article is found: what is found has no scripts and no controls any more.
  writeFormulas(tree)
  writePhrasing(tree)
  return { document: documentOf(tree), again: () => documentOf(tree), lines, letters, depths }
}

/** Without where each part stood: nobody asks for that, and it takes a third of the time. */
function treeOf(html: string): Root {
  const tree = fromParse5(parse(html, { scriptingEnabled: false }))
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}

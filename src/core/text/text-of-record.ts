import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { allowList } from './allow-list.ts'
import { joinBlocks, toBlocks } from './canonical.ts'
import { measureHtml, measureText } from './measure.ts'
import { checkDepth } from './depth.ts'
import { writeFormulas } from './formulas.ts'
import { normaliser } from './normaliser.ts'
import { resolveLinks } from './page-links.ts'
import { writePhrasing } from './phrasing.ts'
import { readText } from './read-text.ts'
import { textContent } from './text-content.ts'
import { withoutAround } from './scan.ts'
import { contentOf } from './content-of.ts'

/** The immutable text that annotations count in, as canonical HTML and as the string that it stands for. */
export interface TextOfRecord {
  /** What is stored: a small HTML document with one `article`, whose `textContent` is `text`. */
  html: string
  text: string
  normaliser: number
}

export interface TextContext {
  language?: string | null | undefined
  direction?: 'ltr' | 'rtl' | undefined
  /** Against which relative links are made whole; without it they lose their address. */
  baseUrl?: string | undefined
  /** Whether an importer of ours has marked places in it (`marked-places.ts`). */
  hasMarks?: boolean | undefined
}

const head = '<!doctype html><meta charset="utf-8">'

/**
 * Makes the text of record of a fragment of HTML.
 * @param source HTML as it came; anything unsafe in it is dropped here
 * @throws RangeError if elements are nested too deeply; Problem `too-large` when there is more of something than an article has
 */
export function makeTextOfRecord(source: string, context: TextContext = {}): TextOfRecord {
  measureHtml(source)
  const tree = fromHtml(source.toWellFormed().replaceAll('\0', ''), { fragment: true })
  checkDepth(tree)
  writeFormulas(tree)
  writePhrasing(tree)
  resolveLinks(tree, context.baseUrl, context.hasMarks)
  const clean = sanitize(tree, allowList)
  const blocks = toBlocks('children' in clean ? contentOf(clean) : [])
  const html = print(joinBlocks(blocks), context)
  const text = textContent(fromHtml(html))
  measureText(text)
  const isReadAlike = text === textContent(articleOf(blocks, context)) && text === readText(html)
  if (isReadAlike) return { html, text, normaliser }
  // The parser read our HTML otherwise than we wrote it; plain paragraphs cannot be misread.
  const plain = toPlainBlocks(blocks)
  const plainHtml = print(joinBlocks(plain), context)
  return { html: plainHtml, text: textContent(fromHtml(plainHtml)), normaliser }
}

function articleOf(blocks: readonly Element[], context: TextContext): Element {
  return articleElement(joinBlocks(blocks), context)
}

function articleElement(children: ElementContent[], context: TextContext): Element {
  const properties = {
    ...(context.language ? { lang: context.language } : {}),
    ...(context.direction === 'rtl' ? { dir: 'rtl' } : {}),
  }
  return { type: 'element', tagName: 'article', properties, children }
}

function print(children: ElementContent[], context: TextContext): string {
  return head + toHtml(articleElement(children, context), { closeSelfClosing: false })
}

function toPlainBlocks(blocks: readonly Element[]): Element[] {
  return blocks
    .flatMap((block) => textContent(block).split('\n'))
    .map((line) => withoutAround(line, ' \t'))
    .filter((line) => line !== '')
    .map((value) => ({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }))
}

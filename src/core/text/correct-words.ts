import type { Element, ElementContent, Root, Text } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { makeTextOfRecord, type TextContext, type TextOfRecord } from './text-of-record.ts'
import { contentOf } from './content-of.ts'

/** Words that are to stand in the place of others; offsets are UTF-16 code units of the text. */
export interface Correction {
  start: number
  end: number
  words: string
}

/**
 * A stored text with some words in the place of others, as somebody read them in the picture of a page. A word that was marked as
 * unsure is not, once it was corrected; all else stays as it is.
 * @param html the canonical form, as `makeTextOfRecord` writes it
 * @param corrections in the order of the text, none within another
 * @throws RangeError for corrections that lie outside of the text or in one another
 */
export function correctWords(
  html: string,
  corrections: readonly Correction[],
  context: Pick<TextContext, 'language' | 'direction'>,
): TextOfRecord {
  const tree = fromHtml(html)
  const texts = textsIn(tree)
  const corrected = new Map<Text, Correction[]>()
  for (const [node, correction] of places(texts, corrections)) {
    const there = corrected.get(node.node)
    if (there) there.push(correction)
    else corrected.set(node.node, [correction])
  }
  for (const { node, start } of texts) {
    const here = corrected.get(node)
    if (here) node.value = replaced(node.value, start, here)
  }
  const inner = articleContent(tree)
  for (const child of inner) if (child.type === 'element') settle(child, corrected)
  return makeTextOfRecord(toHtml({ type: 'root', children: inner }), { ...context, hasMarks: true })
}

/** A text of the tree, and where it stands. */
interface Placed {
  node: Text
  start: number
  end: number
}

function textsIn(tree: Root): Placed[] {
  const texts: Placed[] = []
  let length = 0
  const visit = (node: Root | ElementContent): void => {
    if (node.type === 'text') {
      texts.push({ node, start: length, end: length + node.value.length })
      length += node.value.length
    } else if ('children' in node) for (const child of contentOf(node)) visit(child)
  }
  visit(tree)
  return texts
}

/** Which texts each correction is about. What is put in where two meet goes to the end of the first; what only parts paragraphs takes none. */
function* places(
  texts: readonly Placed[],
  corrections: readonly Correction[],
): Generator<[Placed, Correction]> {
  const length = texts.at(-1)?.end ?? 0
  const filled = texts.filter(({ node }) => node.value.trim() !== '')
  let [before, at, fill] = [0, 0, 0]
  for (const correction of corrections) {
    const { start, end } = correction
    if (start < before || end < start || end > length) throw new RangeError('no such place in the text')
    before = end
    if (start === end) {
      while ((filled[fill + 1]?.start ?? Infinity) < start) fill += 1
      const first = filled[fill]
      const isIn = first !== undefined && first.start < start && start <= first.end
      const place =
        isIn || filled[fill + 1] === undefined || (first && start <= first.start) ? first : filled[fill + 1]
      if (place) yield [place, correction]
      continue
    }
    while ((texts[at]?.end ?? Infinity) <= start) at += 1
    for (let n = at; (texts[n]?.start ?? Infinity) < end; n += 1) {
      const text = texts[n]
      if (text && text.node.value !== '') yield [text, correction]
    }
  }
}

/** What the article of a stored text holds. */
function articleContent(tree: Root): ElementContent[] {
  const find = (node: Root | Element): Element | undefined => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'article') return child
      const found = find(child)
      if (found) return found
    }
    return undefined
  }
  return find(tree)?.children ?? []
}

/** The part of corrections that lies in a text: the words stand where they begin. */
function replaced(value: string, from: number, corrections: readonly Correction[]): string {
  let result = ''
  let at = 0
  for (const { start, end, words } of corrections) {
    const [first, last] = [Math.max(0, start - from), Math.min(value.length, end - from)]
    result += value.slice(at, first)
    if (start >= from || start === end) result += words.replace(/\s+/g, ' ')
    at = Math.max(first, last)
  }
  return result + value.slice(at)
}

/** Takes the mark of what is unsure from words that were corrected. */
function settle(element: Element, corrected: ReadonlyMap<Text, unknown>): void {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    settle(child, corrected)
    const isSettled =
      child.tagName === 'mark' && child.children.some((one) => one.type === 'text' && corrected.has(one))
    return isSettled ? child.children : [child]
  })
}

import type { Element, ElementContent, Nodes, Text } from 'hast'
import { marked, onOneLine } from './scripts.ts'
import { textContent } from './text-content.ts'
import { contentOf } from './content-of.ts'

/** Controls that pages put around words of a sentence: a term that can be looked up, an amount that can be changed. */
const controls = new Set(['button', 'label', 'output', 'data', 'meter', 'progress'])
/** How ruby readings and the brackets around them are written: they are said beside the words, and are none of them. */
const readings = new Set(['rt', 'rp', 'rtc'])

/** Quotation marks for `q`, which browsers draw; within each other the second pair. */
const marks: Record<string, [string, string][]> = {
  de: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  fr: [
    ['« ', ' »'],
    ['“', '”'],
  ],
}
const usual: [string, string][] = [
  ['“', '”'],
  ['‘', '’'],
]

interface Around {
  language: string
  quotes: number
  /** Whether it stands within a link. */
  isLinked: boolean
}

const text = (value: string): Text => ({ type: 'text', value })
const isElement = (node: Nodes | undefined): node is Element => node?.type === 'element'

/**
 * Writes into the words what a page says only by how it sets them, so that a line of text says the same: what is raised or lowered
 * (`10<sup>6</sup>` is no 106), references to notes (in brackets: they belong to no figure), quotations, and controls within a
 * sentence. Readings of ruby go; what was struck out stands apart from what came instead.
 */
export function writePhrasing(root: Nodes): void {
  visit(root, { language: '', quotes: 0, isLinked: false })
}

function visit(node: Nodes, around: Around): void {
  if (!('children' in node)) return
  const children: ElementContent[] = []
  // Asked once: there may be as many controls as there are words.
  const isSentence = hasWords(node)
  for (const child of contentOf(node)) {
    const last = children.at(-1)
    if (isElement(child) && isElement(last) && isChange(child) && isChange(last)) children.push(text(' '))
    for (const one of isElement(child) ? written(child, isSentence, around) : [child]) children.push(one)
  }
  node.children = children
}

const isChange = ({ tagName }: Element): boolean => tagName === 'del' || tagName === 'ins'

function written(element: Element, isSentence: boolean, around: Around): ElementContent[] {
  const { tagName, properties } = element
  if (readings.has(tagName)) return []
  const { lang } = properties
  const inside = {
    ...around,
    ...(typeof lang === 'string' ? { language: lang } : {}),
    isLinked: around.isLinked || (tagName === 'a' && isNoteLink(element) && isMark(textContent(element))),
  }
  if (tagName === 'q') {
    const pairs = marks[inside.language.split('-')[0] ?? ''] ?? usual
    const [open, close] = pairs[Math.min(around.quotes, 1)] ?? ['“', '”']
    visit(element, { ...inside, quotes: around.quotes + 1 })
    return [text(open), { ...element, tagName: 'span' }, text(close)]
  }
  if (tagName === 'sup' || tagName === 'sub') return setOnLine(element, tagName, inside)
  visit(element, inside)
  if (controls.has(tagName) && isSentence && textContent(element).trim() !== '')
    return [{ ...element, tagName: 'span' }]
  return [element]
}

function setOnLine(element: Element, how: 'sup' | 'sub', around: Around): ElementContent[] {
  const words = textContent(element)
  if (how === 'sup' && isMark(words) && (around.isLinked || isNote(element))) {
    visit(element, around)
    const isMarked = /^\s*[[(*†‡§¶]/.test(words)
    return isMarked ? [element] : [{ ...element, children: [text('['), ...element.children, text(']')] }]
  }
  // What holds more than a few signs (a paragraph, a link, a line break) is left as it is.
  if (!isPlain(element)) {
    visit(element, around)
    return [element]
  }
  const isNested = holdsScript(element)
  const line = isNested ? null : onOneLine(words, how)
  if (line !== null) return [text(line)]
  visit(element, around)
  // What was raised within what is raised is written now; where it was only letters, all stays as it is.
  const isTower = isNested && !holdsScript(element)
  return isTower ? [text(marked(textContent(element).trim(), how))] : [element]
}

const holdsScript = (element: Element): boolean =>
  element.children.some(
    (child) => isElement(child) && (child.tagName === 'sup' || child.tagName === 'sub' || holdsScript(child)),
  )
const simple = new Set(['b', 'i', 'em', 'strong', 'span', 'font', 'small', 'var', 'sup', 'sub'])

/** Whether an element holds words only, set in one way or another. */
const isPlain = (element: Element): boolean =>
  element.children.every((child) => !isElement(child) || (simple.has(child.tagName) && isPlain(child)))

/** Whether words are the mark of a note: `4`, `[4]`, `a`. */
const isMark = (words: string): boolean => /^\s*[[(]?[\p{L}\d*†‡§]{1,4}[\])]?\s*$/u.test(words)

/** Whether it refers to a note: by a link within the page, or by what the page says of it. */
function isNote(element: Element): boolean {
  const { role, dataFn, className } = element.properties
  const classes = [className ?? ''].flat().join(' ')
  const isCalledSo = /\b(?:foot|end)?-?note|\breference\b|\bfn\b|\bcite/i.test(classes)
  const isSaid = role === 'doc-noteref' || dataFn !== undefined || isCalledSo
  return isSaid || element.children.some((child) => isElement(child) && (isNoteLink(child) || isNote(child)))
}

const isNoteLink = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' &&
  typeof properties['href'] === 'string' &&
  (/^#./.test(properties['href']) || properties['role'] === 'doc-noteref')

/** Whether words stand directly in a part of the page: then what a control in it holds are words of that sentence. */
const hasWords = (part: Nodes): boolean =>
  'children' in part &&
  part.children.some((child) => child.type === 'text' && /[\p{L}\p{N}]/u.test(child.value))

import type { Element, ElementContent, Nodes, Text } from 'hast'
import { classesOf } from './classes-of.ts'
import { isMark, isMarkedApart, isNote, isNoteLink, isNoteOnLine } from './note-references.ts'
import { marked, onOneLine } from './scripts.ts'
import { isKeptApart } from './struck.ts'
import { textContent } from './text-content.ts'
import { contentOf } from './content-of.ts'

/** Controls that pages put around words of a sentence: a term that can be looked up, an amount that can be changed. */
const controls = new Set(['button', 'label', 'output', 'data', 'meter', 'progress'])
/** Elements within a line: what stands in them belongs to the sentence around them. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code dfn em font i ins kbd mark nobr s samp small span strong sub sup tt u var'.split(
    ' ',
  ),
)
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
  /** Whether words stand beside it. */
  isInSentence: boolean
}

const text = (value: string): Text => ({ type: 'text', value })
const isElement = (node: Nodes | undefined): node is Element => node?.type === 'element'

/**
 * Writes into the words what a page says only by how it sets them, so that a line of text says the same: what is raised or lowered
 * (`10<sup>6</sup>` is no 106), references to notes (in brackets: they belong to no figure), quotations, and controls within a
 * sentence. Readings of ruby go; what was struck out stands apart from what came instead.
 */
export function writePhrasing(root: Nodes): void {
  visit(root, { language: '', quotes: 0, isLinked: false, isInSentence: false })
}

function visit(node: Nodes, around: Around): void {
  if (!('children' in node)) return
  const children: ElementContent[] = []
  // Asked once: there may be as many controls as there are words.
  const isInSentence = hasWords(node) || (around.isInSentence && isElement(node) && inline.has(node.tagName))
  let [last, before]: (ElementContent | undefined)[] = []
  for (const child of contentOf(node)) {
    if (isKeptApart(last, child, before)) children.push(text(' '))
    before = last
    last = child
    const written = isElement(child) ? writtenOf(child, { ...around, isInSentence }) : [child]
    for (const one of written) children.push(one)
  }
  node.children = children
}

function writtenOf(element: Element, around: Around): ElementContent[] {
  const { tagName, properties } = element
  if (readings.has(tagName)) return []
  const { lang } = properties
  const inside = {
    ...around,
    ...(typeof lang === 'string' ? { language: lang } : {}),
    isLinked:
      around.isLinked || ((isNoteLink(element) || isPressed(element)) && isMark(textContent(element))),
  }
  if (tagName === 'q') {
    const pairs = marks[inside.language.split('-')[0] ?? ''] ?? usual
    const [open, close] = pairs[Math.min(around.quotes, 1)] ?? ['“', '”']
    visit(element, { ...inside, quotes: around.quotes + 1 })
    return [text(open), { ...element, tagName: 'span' }, text(close)]
  }
  const how = raisedOrLowered(element)
  if (how !== undefined) return setOnLine(element, how, inside)
  if (isNoteOnLine(element) && !around.isLinked) return [inBrackets(element)]
  if (isSideNote(element)) {
    visit(element, inside)
    return isBracketed(element) ? [element] : [text(' ['), element, text(']')]
  }
  visit(element, inside)
  if (!around.isInSentence) return [element]
  const words = wordsOfControl(element)
  return words === undefined ? [shown(element)] : words.trim() === '' ? [element] : [asWords(element, words)]
}

const isPressed = ({ tagName }: Element): boolean => tagName === 'button' || tagName === 'label'
/** A note that is set beside its line and stands in the middle of the sentence: what it says is none of that. */
const isSideNote = (element: Element): boolean =>
  element.tagName === 'span' && /\b(?:side|margin)-?note\b/i.test(classesOf(element))
const isBracketed = (element: Element): boolean => /^\s*\[/.test(textContent(element))

/** How an element is set beside the line. */
function raisedOrLowered({ tagName, properties }: Element): 'sup' | 'sub' | undefined {
  if (tagName === 'sup' || tagName === 'sub') return tagName
  const { style } = properties
  const aligned =
    typeof style === 'string' ? /vertical-align\s*:\s*(super|sub)\b/i.exec(style)?.[1] : undefined
  return aligned === undefined ? undefined : aligned.toLowerCase() === 'super' ? 'sup' : 'sub'
}

/** What is hidden from those who listen stands in the sentence all the same, for all who read it. */
function shown(element: Element): Element {
  const isHidden = element.properties['ariaHidden'] === 'true'
  const isDrawn = /katex|mathjax|mjx|icon|anchor|permalink|sr-only|hidden/i.test(classesOf(element))
  if (!isHidden || element.tagName !== 'span' || isDrawn || !/\p{L}{2}|\d/u.test(textContent(element)))
    return element
  return { ...element, properties: { ...element.properties, ariaHidden: undefined } }
}

/** The words in a control within a sentence; undefined for what is none. */
function wordsOfControl(element: Element): string | undefined {
  const { tagName, properties } = element
  if (controls.has(tagName)) return textContent(element)
  const { type = 'text', value = '' } = properties
  if (tagName === 'input') return type === 'text' || type === 'number' ? String(value) : undefined
  if (tagName !== 'select') return undefined
  const options = element.children.filter((child) => isElement(child) && child.tagName === 'option')
  const chosen =
    options.find((child) => isElement(child) && child.properties['selected'] === true) ?? options[0]
  return chosen === undefined ? '' : textContent(chosen)
}

const asWords = (element: Element, words: string): Element =>
  controls.has(element.tagName)
    ? { ...element, tagName: 'span' }
    : { type: 'element', tagName: 'span', properties: {}, children: [text(words)] }

const inBrackets = (element: Element): Element =>
  isMarkedApart(textContent(element))
    ? element
    : { ...element, children: [text('['), ...element.children, text(']')] }

function setOnLine(element: Element, how: 'sup' | 'sub', around: Around): ElementContent[] {
  const words = textContent(element)
  if (how === 'sup' && isMark(words) && (around.isLinked || isNote(element))) {
    const controlled = withoutControls(element)
    visit(controlled, { ...around, isLinked: true })
    return [inBrackets(controlled)]
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

/** The mark of a note that can be pressed is a mark. */
const withoutControls = (element: Element): Element => ({
  ...element,
  children: element.children.map((child) =>
    isElement(child)
      ? withoutControls(controls.has(child.tagName) ? { ...child, tagName: 'span' } : child)
      : child,
  ),
})

/** Whether words stand directly in a part of the page: then what a control in it holds are words of that sentence. */
const hasWords = (part: Nodes): boolean =>
  'children' in part &&
  part.children.some((child) => child.type === 'text' && /[\p{L}\p{N}]/u.test(child.value))

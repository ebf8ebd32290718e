import type { Element, Nodes } from 'hast'
import { classesOf } from './classes-of.ts'
import { textContent } from './text-content.ts'

const isElement = (node: Nodes | undefined): node is Element => node?.type === 'element'

/** Whether words are the mark of a note, or of several: `4`, `[4]`, `a`, `12,13`, `note 3`. */
export const isMark = (words: string): boolean =>
  /^\s*[[(]?(?:note\s|nb\s)?[\p{L}\d*†‡§¶]{1,4}(?:\s*[,;–-]\s*[\p{L}\d]{1,4}){0,5}[\])]?\s*$/u.test(words)

/** Whether marks have brackets, or are signs that no figure has. */
export const isMarkedApart = (words: string): boolean => /^\s*[[(*†‡§¶]/.test(words)

/** What the addresses of notes end with: `#fn2`, `#footnote-1`, `#cite_note-4`, `#_ftn1`, `#_edn3`. */
const ofNote = /#(?:cite[-_]?note|_?(?:foot|end)?note|_?ftn|_?edn|fn|en|ref)(?:ref)?[-_:.]?\w*[-_:.]?\d/i

const roleOf = ({ role, epubType, 'epub:type': type }: Element['properties']): string =>
  [role, epubType, type]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ')

/** Whether an element is said to be a reference to a note: by its role, its class, what Wikipedia's pages say. */
function isSaid({ properties }: Element): boolean {
  const isCalledSo =
    /\b(?:foot|end)?-?note|\breference\b|\bfn\b|\bcite|MsoFootnoteReference|MsoEndnoteReference/i
  return (
    /doc-noteref|\bnoteref\b/.test(roleOf(properties)) ||
    properties['dataFn'] !== undefined ||
    isCalledSo.test(classesOf({ properties }))
  )
}

const hrefOf = ({ tagName, properties }: Element): string | undefined =>
  tagName === 'a' && typeof properties['href'] === 'string' ? properties['href'] : undefined

/** Whether it is a link to a place within a page, as those to notes are. */
export const isNoteLink = (element: Element): boolean => {
  const href = hrefOf(element)
  return (
    href !== undefined &&
    (/^#./.test(href) || ofNote.test(href) || /noteref/.test(roleOf(element.properties)))
  )
}

/** Whether a link that stands on the line, as no figure's neighbour, is the mark of a note. */
export const isNoteOnLine = (element: Element): boolean => {
  if (element.tagName !== 'a' && element.tagName !== 'span') return false
  const href = hrefOf(element)
  const isMeant = (href !== undefined && ofNote.test(href)) || isSaid(element)
  return isMeant && /^\s*[[(]?\d{1,4}[\])]?\s*$/.test(textContent(element))
}

/** What is raised and leads somewhere, or can be pressed, is no power. */
const leading = new Set(['a', 'button', 'label'])

/** Whether what is raised refers to a note: by what the page says of it, or by something in it that leads there. */
export const isNote = (element: Element): boolean =>
  isSaid(element) ||
  element.children.some((child) => isElement(child) && (leading.has(child.tagName) || isNote(child)))

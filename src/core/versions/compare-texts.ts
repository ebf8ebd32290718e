import { align } from '../anchoring/align.ts'
import { oldWords, type Alignment } from '../anchoring/alignment.ts'
import { longestRising } from '../anchoring/longest-rising.ts'
import type { Span } from '../anchoring/span.ts'
import { standsInNotice } from '../anchoring/taken-back.ts'
import { wordsIn, wordsOf } from '../anchoring/words.ts'

/** Text that was taken out (`after` is empty), put in (`before` is empty) or replaced. */
export interface TextEdit {
  before: Span
  after: Span
}

export interface TextPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Paragraphs with edits in them. */
export interface TextChange {
  before: Span
  after: Span
  edits: TextEdit[]
  parts: TextPart[]
  /**
   * What became of words that were taken out, or where those come from that were put in: most of them stand elsewhere in the other
   * text (`moved`), or are quoted in a notice that takes them back (`taken-back`).
   */
  became: 'moved' | 'taken-back' | null
}

/**
 * What became of a text, word by word, in paragraphs. White space alone is no change.
 * @returns the changes in order, with offsets in UTF-16 code units of the old and the new text
 */
export function compareTexts(before: string, after: string): TextChange[] {
  if (before === after) return []
  const alignment = align(wordsOf(before), wordsOf(after))
  const edits = editsOf(alignment, readsAlike).map((edit) => fromLineStart(before, after, edit))
  const old = oldWords(alignment)
  return grouped(before, after, edits).map((group) => changeOf(alignment, old, group))
}

/**
 * A text and what became of it, word by word, as parts in order; white space counts.
 * Words that were moved are shown as removed and added.
 */
export function diffWords(before: string, after: string): TextPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const edits = editsOf(align(wordsOf(before), wordsOf(after)), (a, b) => a === b)
  const whole = { start: 0, end: after.length }
  return partsOf(before, after, { before: { start: 0, end: before.length }, after: whole, edits })
}

/** How much of a text stands in another, from 0 to 1, by words. */
export function shareKept(before: string, after: string): number {
  const { to, before: words } = align(wordsOf(before), wordsOf(after))
  let kept = 0
  for (const place of to) if (place !== -1) kept += 1
  return words.count === 0 ? 0 : kept / words.count
}

/** @param isSame whether what stands between two words counts as the same */
function editsOf({ before, after, to }: Alignment, isSame: (a: string, b: string) => boolean): TextEdit[] {
  const same: [number, number][] = []
  for (const [from, place] of to.entries()) {
    if (place === -1) continue
    const word = before.text.slice(before.starts[from], before.ends[from])
    if (word === after.text.slice(after.starts[place], after.ends[place])) same.push([from, place])
  }
  const edits: TextEdit[] = []
  let old = 0
  let now = 0
  const close = (oldEnd: number, nowEnd: number): void => {
    const [oldText, nowText] = [before.text.slice(old, oldEnd), after.text.slice(now, nowEnd)]
    if (isSame(oldText, nowText)) return
    edits.push(trimmed(oldText, nowText, old, now))
  }
  for (const [from, place] of longestRising(same)) {
    close(before.starts[from] ?? 0, after.starts[place] ?? 0)
    old = before.ends[from] ?? 0
    now = after.ends[place] ?? 0
  }
  close(before.text.length, after.text.length)
  return edits
}

/** Without the marks and spaces that both sides begin and end with. */
function trimmed(a: string, b: string, old: number, now: number): TextEdit {
  const shortest = Math.min(a.length, b.length)
  let start = 0
  while (start < shortest && a[start] === b[start] && !inWord.test(a.charAt(start))) start += 1
  let end = 0
  const isShared = (back: number): boolean => a.at(back) === b.at(back) && !inWord.test(a.at(back) ?? '')
  while (end < shortest - start && isShared(-1 - end)) end += 1
  return {
    before: { start: old + start, end: old + a.length - end },
    after: { start: now + start, end: now + b.length - end },
  }
}

/** A word is shown as changed as a whole. */
const inWord = /[\p{L}\p{N}\p{M}\p{Cs}]/u

interface Group extends TextEdit {
  edits: TextEdit[]
}

/** Edits that touch the same paragraph, with these paragraphs. */
function grouped(before: string, after: string, edits: readonly TextEdit[]): Group[] {
  const groups: Group[] = []
  for (const edit of edits) {
    const isWhole = isWholeLines(before, edit.before) && isWholeLines(after, edit.after)
    const reach = isWhole ? edit : { before: lines(before, edit.before), after: lines(after, edit.after) }
    const last = groups.at(-1)
    if (last && (reach.before.start < last.before.end || reach.after.start < last.after.end)) {
      last.before.end = Math.max(last.before.end, reach.before.end)
      last.after.end = Math.max(last.after.end, reach.after.end)
      last.edits.push(edit)
    } else groups.push({ before: { ...reach.before }, after: { ...reach.after }, edits: [edit] })
  }
  return groups
}

/** What was put at the end of a text, or taken off it, begins with its first line, not with the break before that. */
function fromLineStart(before: string, after: string, edit: TextEdit): TextEdit {
  const skip = (text: string, { start, end }: Span): Span => ({
    start: text[start] === '\n' && end === text.length ? start + 1 : start,
    end,
  })
  return { before: skip(before, edit.before), after: skip(after, edit.after) }
}

const isLineStart = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n'
const isWholeLines = (text: string, { start, end }: Span): boolean =>
  (isLineStart(text, start) || start === text.length) && (isLineStart(text, end) || end === text.length)

/** The whole lines that a span touches, without the end of the last. */
function lines(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const until = text.indexOf('\n', end)
  return { start: start === 0 ? 0 : from, end: until === -1 ? text.length : until }
}

/** White space alone is no change of a publisher's. */
const readsAlike = (a: string, b: string): boolean => a.replace(/\s+/g, ' ') === b.replace(/\s+/g, ' ')

function changeOf(alignment: Alignment, old: Int32Array, { before, after, edits }: Group): TextChange {
  const parts = partsOf(alignment.before.text, alignment.after.text, { before, after, edits })
  return { before, after, edits, parts, became: whatBecame(alignment, old, edits) }
}

function partsOf(old: string, now: string, { after, edits }: Group): TextPart[] {
  const parts: TextPart[] = []
  const add = (kind: TextPart['kind'], text: string): void => {
    if (text !== '') parts.push({ kind, text })
  }
  let at = after.start
  for (const edit of edits) {
    add('same', now.slice(at, edit.after.start))
    add('removed', old.slice(edit.before.start, edit.before.end))
    add('added', now.slice(edit.after.start, edit.after.end))
    at = edit.after.end
  }
  add('same', now.slice(at, after.end))
  return parts
}

/** So many words in a row that stand elsewhere were moved there. */
const movedWords = 8

function whatBecame(alignment: Alignment, old: Int32Array, edits: readonly TextEdit[]): TextChange['became'] {
  const fates = edits.map((edit) =>
    edit.before.start === edit.before.end
      ? whereFrom(alignment, old, edit.after)
      : edit.after.start === edit.after.end
        ? whereTo(alignment, edit.before)
        : null,
  )
  return fates.find((fate) => fate === 'taken-back') ?? fates.find((fate) => fate !== null) ?? null
}

function whereTo({ before, after, to }: Alignment, span: Span): TextChange['became'] {
  const { first, behind } = wordsIn(before, span.start, span.end)
  const places = [...to.subarray(first, behind)].filter((place) => place !== -1)
  if (places.length < movedWords || places.length * 2 <= behind - first) return null
  const start = after.starts[places[0] ?? 0] ?? 0
  return standsInNotice(before.text, span, after.text, { start, end: start + 1 }) ? 'taken-back' : 'moved'
}

function whereFrom({ before, after }: Alignment, old: Int32Array, span: Span): TextChange['became'] {
  const { first, behind } = wordsIn(after, span.start, span.end)
  const here = old.subarray(first, behind).filter((word) => word !== -1)
  if (here.length < movedWords) return null
  const from = before.starts[here.reduce((least, word) => Math.min(least, word))] ?? 0
  if (standsInNotice(before.text, { start: from, end: from + 1 }, after.text, span)) return 'taken-back'
  return here.length * 2 > behind - first ? 'moved' : null
}

/** Whether a change of a text touches a passage of the old text: words of it went, or something was put between them. */
export const touchesBefore = ({ edits }: TextChange, { start, end }: Span): boolean =>
  edits.some(({ before }) => before.start < end && before.end > start)

/** The same for a passage of the new text. */
export const touchesAfter = ({ edits }: TextChange, { start, end }: Span): boolean =>
  edits.some(({ after }) => after.start < end && after.end > start)

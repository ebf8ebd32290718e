import { foldLetters, otherForms, points, unseen } from '../text/fold-letters.ts'
import type { Span } from './span.ts'

const forms: readonly [RegExp, string][] = [
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d-\u301f]/g, '"'],
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
]
/** A character with its marks, as far as one is compared with another one. */
const character = /\P{M}\p{M}*|\p{M}+/gu
/** Straight quotation marks, hyphens and spaces for all forms of them; each character stays one UTF-16 code unit. */
export function foldMarks(text: string): string {
  return forms.reduce((folded, [form, plain]) => folded.replace(form, plain), text)
}

/**
 * What counts as the same. `typography`: as it is read, whatever the marks, spaces, ligatures and composed letters. `letters`: as
 * somebody types it from memory, without regard to case and accents and to hyphens at the ends of lines.
 */
export type Manner = 'typography' | 'letters'

/** A folded text; from where each of its UTF-16 code units came, and where that character ends. */
export interface Folded {
  text: string
  starts: number[]
  ends: number[]
}

/** A text as far as it counts; linear in its length. */
export function fold(text: string, manner: Manner = 'typography'): Folded {
  const straight = foldMarks(text)
  const folded: Folded = { text: '', starts: [], ends: [] }
  const pieces: string[] = []
  let inSpace = false
  for (const { index, 0: whole } of straight.matchAll(character)) {
    if (/^\s/.test(whole)) {
      if (!inSpace) add(' ', index, index + whole.length)
      inSpace = true
      continue
    }
    const plain = whole.charAt(0).replace(unseen, '') === '' ? '' : foldCharacter(whole, manner)
    if (plain !== '') inSpace = false
    add(plain, index, index + whole.length)
  }
  folded.text = pieces.join('')
  return manner === 'letters' ? withoutLineHyphens(folded) : folded

  function add(plain: string, start: number, end: number): void {
    pieces.push(plain)
    for (let unit = 0; unit < plain.length; unit += 1) {
      folded.starts.push(start)
      folded.ends.push(end)
    }
  }
}

function foldCharacter(whole: string, manner: Manner): string {
  const isPlain = whole.length === 1 && whole < '\u0080'
  if (isPlain) return manner === 'letters' ? whole.toLowerCase() : whole
  const formed = whole.replace(otherForms, (form) => form.normalize('NFKC')).replace('…', '...')
  const bare = formed.normalize('NFD').replace(points, '')
  return manner === 'letters' ? foldLetters(bare) : bare.normalize('NFC')
}

/** A hyphen at the end of a line, or before a space and a small letter, parts one word. */
const lineHyphen = /(?<=\p{L})- (?=\p{Ll})/gu

function withoutLineHyphens({ text, starts, ends }: Folded): Folded {
  const out: Folded = { text: '', starts: [], ends: [] }
  let at = 0
  const copy = (until: number): void => {
    out.text += text.slice(at, until)
    for (let unit = at; unit < until; unit += 1) {
      out.starts.push(starts[unit] ?? 0)
      out.ends.push(ends[unit] ?? 0)
    }
  }
  for (const { index } of text.matchAll(lineHyphen)) {
    copy(index)
    at = index + 2
  }
  copy(text.length)
  return out
}

/** Where a folded text stands in another one, as spans of that; what would cut a letter from its accent is no place. */
export function foldedPlaces(text: Folded, wanted: string): Span[] {
  const found: Span[] = []
  for (
    let at = text.text.indexOf(wanted);
    at !== -1 && wanted !== '';
    at = text.text.indexOf(wanted, at + 1)
  ) {
    const behind = at + wanted.length
    if (/^\p{M}/u.test(text.text.charAt(behind))) continue
    found.push({ start: text.starts[at] ?? 0, end: text.ends[behind - 1] ?? 0 })
  }
  return found
}

/** Whether two passages read the same: they differ, if at all, in typography only. */
export const readsTheSame = (a: string, b: string): boolean =>
  a === b || fold(a).text.trim() === fold(b).text.trim()

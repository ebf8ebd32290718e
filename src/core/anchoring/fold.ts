const forms: readonly [RegExp, string][] = [
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d-\u301f]/g, '"'],
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
]
const space = /[\s\u200b]/
/** Soft hyphens, joiners, marks of direction: what a reader does not see. */
const unseen = /[\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

/** Straight quotation marks and hyphens for all forms of them; each character stays one UTF-16 code unit. */
export function foldMarks(text: string): string {
  return forms.reduce((folded, [form, plain]) => folded.replace(form, plain), text)
}

/** A folded text, and from which UTF-16 code unit of the original each of its units came. */
export interface Folded {
  text: string
  offsets: number[]
}

/**
 * The text as typography does not matter: quotation marks and hyphens straight, runs of white space as one space, without
 * what cannot be seen.
 */
export function fold(text: string): Folded {
  const straight = foldMarks(text)
  const offsets: number[] = []
  let result = ''
  let inSpace = false
  for (let at = 0; at < straight.length; at += 1) {
    const unit = straight.charAt(at)
    if (unseen.test(unit)) continue
    const isSpace = space.test(unit)
    if (isSpace && inSpace) continue
    result += isSpace ? ' ' : unit
    offsets.push(at)
    inSpace = isSpace
  }
  return { text: result, offsets }
}

/** Whether two passages read the same: they differ, if at all, in typography only. */
export const readsTheSame = (a: string, b: string): boolean =>
  a === b || fold(a.normalize()).text.trim() === fold(b.normalize()).text.trim()

/**
 * TeX’s fonts of signs have codes of their own, which PDFs rarely explain: an engine takes the codes for letters, and ‖x‖ becomes kxk.
 * Tables: the encodings OMS (Computer Modern Symbols) and OMX (Computer Modern Extension) of the LaTeX font guide. Only what came
 * out as a small letter or a digit is changed; capitals of OMS are letters, in another hand.
 */
// prettier-ignore
const symbols: Record<string, string> = {
  0: '′', 1: '∞', 2: '∈', 3: '∋', 4: '△', 5: '▽', 6: '\u0338', 7: '↦', 8: '∀', 9: '∃',
  b: '⌊', c: '⌋', d: '⌈', e: '⌉', f: '{', g: '}', h: '⟨', i: '⟩', j: '|', k: '‖', l: '↕', m: '⇕',
  n: '\\', o: '≀', p: '√', q: '⨿', r: '∇', s: '∫', t: '⊔', u: '⊓', v: '⊑', w: '⊒', x: '§', y: '†',
  z: '‡', a: '⊣',
}
/** What is not here is a piece of a large bracket. */
// prettier-ignore
const large: Record<string, string> = {
  P: '∑', Q: '∏', R: '∫', S: '⋃', T: '⋂', U: '⨄', V: '⋀', W: '⋁',
  X: '∑', Y: '∏', Z: '∫', F: '⨆', G: '⨆', H: '∮', I: '∮', J: '⨀', K: '⨀', L: '⨁', M: '⨁', N: '⨂',
  O: '⨂',
}

/** The sign that a letter of such a font stands for; letters of other fonts are what they are. */
export function signOf(character: string, font: string): string {
  if (/CMSY|CMBSY/.test(font)) return symbols[character] ?? character
  return /CMEX/.test(font) && /[\p{L}\p{N}]/u.test(character) ? (large[character] ?? '') : character
}

/** Whether a document has fonts of TeX. */
export const isTexFont = (font: string): boolean =>
  /\+?CM(?:R|MI|SY|EX|BX|TI|TT|SS|CSC)|\+?SF(?:RM|BX)|\+?LM(?:Roman|Math)/.test(font)

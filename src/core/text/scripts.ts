/** Unicode's superscripts and subscripts (Superscripts and Subscripts, Latin-1 Supplement, Phonetic Extensions). */
// prettier-ignore
const raised: Record<string, string> = {
  0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹',
  '+': '⁺', '-': '⁻', '−': '⁻', '–': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', i: 'ⁱ', n: 'ⁿ',
  a: 'ᵃ', b: 'ᵇ', c: 'ᶜ', d: 'ᵈ', e: 'ᵉ', f: 'ᶠ', g: 'ᵍ', h: 'ʰ', j: 'ʲ', k: 'ᵏ', l: 'ˡ', m: 'ᵐ',
  o: 'ᵒ',
  p: 'ᵖ', r: 'ʳ', s: 'ˢ', t: 'ᵗ', u: 'ᵘ', v: 'ᵛ', w: 'ʷ', x: 'ˣ', y: 'ʸ', z: 'ᶻ',
}
// prettier-ignore
const lowered: Record<string, string> = {
  0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉',
  '+': '₊', '-': '₋', '−': '₋', '–': '₋', '=': '₌', '(': '₍', ')': '₎',
  a: 'ₐ', e: 'ₑ', h: 'ₕ', i: 'ᵢ', j: 'ⱼ', k: 'ₖ', l: 'ₗ', m: 'ₘ', n: 'ₙ', o: 'ₒ', p: 'ₚ', r: 'ᵣ',
  s: 'ₛ', t: 'ₜ', u: 'ᵤ', v: 'ᵥ', x: 'ₓ',
}

/** What is longer, in UTF-16 code units, is set small, and no exponent or index. */
const longest = 12
/** Digits, signs and single letters for quantities; words, ordinals (1st), abbreviations (Mme, Sᵗ) and cents say the same on a line. */
const isSign = /^(?:[nixyzkjq]|(?![.,]\d)(?=.*[\d+\-−–=])(?!.*\p{L}{2})[\p{L}\d⁰¹²³⁴-⁹½¼¾+\-−–=().,/⁄]+)$/u

/**
 * What stands raised or lowered, so that it says the same on one line: `10⁶`, `CO₂`; marked where Unicode has no such characters
 * (`10^(2,5)`). Null for what is read as it is.
 */
export function onOneLine(words: string, how: 'sup' | 'sub'): string | null {
  const characters = how === 'sup' ? raised : lowered
  const content = words.trim()
  if (!isSign.test(content) || (content.length > longest && !/^\d+$/.test(content))) return null
  const written = Array.from(content, (character) => characters[character])
  const before = words.slice(0, words.length - words.trimStart().length)
  const behind = words.slice(words.trimEnd().length)
  const line = written.includes(undefined) ? marked(content, how) : written.join('')
  return before + line + behind
}

/** Raised or lowered words, where no characters are. */
export const marked = (words: string, how: 'sup' | 'sub'): string =>
  how === 'sup' ? `^(${words})` : `_(${words})`

const lines = new Map(
  [...Object.entries(raised), ...Object.entries(lowered)].map(([plain, set]) => [set, plain]),
)

/** Superscripts and subscripts as the characters that stand on the line. */
export const lowerAndRaise = (text: string): string => text.replace(/./gu, (one) => lines.get(one) ?? one)

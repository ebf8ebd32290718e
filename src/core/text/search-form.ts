import { foldLetters, otherForms, unseen } from './fold-letters.ts'
import { lowerAndRaise, onOneLine } from './scripts.ts'

/** Signs of Hebrew abbreviations, which are often typed as quotation marks or not at all. */
const hebrewSigns = /(?<=\p{Script=Hebrew})["'”’״׳](?=\p{Script=Hebrew})/gu
/** Scripts without spaces: each of their characters is a word, and what is typed a row of these. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu
/** Thousands that are parted by commas, spaces or apostrophes are one number. */
const thousands = /(?<![\d.,])\d{1,3}(?:[,\u00a0\u202f'’]\d{3})+(?![\d])/gu
const isPlain = /^\p{ASCII}*$/u

/**
 * A text as it is searched: letters by `foldLetters`, without what is not seen, numbers without marks between thousands, and each
 * character of a script without spaces by itself. Powers stay what they are: 10⁶ is not 106.
 */
export function searchForm(text: string): string {
  const joined = text.replace(thousands, (number) => number.replace(/[^\d]/gu, ''))
  if (isPlain.test(joined)) return joined
  return foldLetters(
    joined
      .replace(unseen, '')
      .replace(hebrewSigns, '')
      .replace(otherForms, (form) => form.normalize('NFKC')),
  ).replace(unspaced, ' $& ')
}

/** How what was typed may be written: with the genitive, with two letters for one that has a sign, with what Arabic and Hebrew put before. */
export function searchForms(term: string): string[] {
  const set = (how: 'sup' | 'sub'): string =>
    term.replace(/(?<=\p{L})\d+/gu, (digits) => onOneLine(digits, how) ?? digits)
  const written = [term, set('sub'), set('sup'), lowerAndRaise(term)].map(searchForm)
  const [plain = ''] = written
  return [...new Set([...written, ...oneLetterForTwo(plain), ...genitive(plain), ...withPrefix(plain)])]
}

/** “Mueller” for “Müller”, “Oeresund” for “Øresund”, “Aas” for “Ås”. */
function oneLetterForTwo(word: string): string[] {
  const one = word.replace(/([aou])e/giu, '$1').replace(/aa/giu, 'a')
  return one === word ? [] : [one]
}

/** “Drivers” is typed for “driver’s”, which is two words in the index. */
const genitive = (word: string): string[] =>
  /^[a-z]{3,}s$/u.test(word.toLowerCase()) ? [`${word.slice(0, -1)} ${word.slice(-1)}`] : []

const arabic = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و', 'ب', 'ل', 'ف', 'ك']
const hebrew = ['ה', 'ב', 'ל', 'מ', 'ו', 'כ', 'ש', 'וה', 'שה', 'מה', 'בה', 'לה']
/** The article, “and”, “in”, “to”: they are written in one with their word. */
function withPrefix(word: string): string[] {
  const prefixes = /^\p{Script=Arabic}{2,}$/u.test(word)
    ? arabic
    : /^\p{Script=Hebrew}{2,}$/u.test(word)
      ? hebrew
      : []
  return prefixes.map((prefix) => prefix + word)
}

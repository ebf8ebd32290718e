/** A word of a text as it is searched for names; offsets in UTF-16 code units of the text as it stands. */
export interface SearchedWord {
  folded: string
  /** Whether it is written with a capital, or in a script without. */
  isCapital: boolean
  start: number
  end: number
}

/** Marks that may be left out or written otherwise; those of other scripts are parts of their letters. */
const marks =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1dc0-\u1dff\u20d0-\u20ff]+/g
/** Letters with strokes and such, which Unicode does not take apart. */
const plainLetters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
}

/** A word without regard to case, accents and forms of letters. */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(marks, '')
    .replace(/[øłđðæœßıþςىةکی]/g, (letter) => plainLetters[letter] ?? letter)

/** The words of a text, also of what is written for machines: `Jane%20Doe`, `Ren&eacute;e`, `Doe` with soft hyphens in it. */
export function searchedWords(text: string): SearchedWord[] {
  const { plain, at } = decoded(text)
  return [...plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    folded: foldWord(word),
    isCapital: !/^\p{Ll}/u.test(word),
    start: at(index),
    end: at(index + word.length),
  }))
}

const encoded =
  /(?:%[0-9a-f]{2})+|&#x[0-9a-f]{1,6};|&#[0-9]{1,7};|&[a-z](?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash);?|&(?:nbsp|amp|shy|szlig);?|\\u[0-9a-f]{4}|<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>:]{0,60})?\/?>|(?<=[\p{L}\p{M}])(?:[*~]{1,3}|-[ \t]{0,4}\n[ \t>]{0,8})(?=\p{L})|[\ufe00-\ufe0f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/giu

/** A text without its escapes, and where each of its code units stands in the text as it is. */
function decoded(text: string): { plain: string; at: (offset: number) => number } {
  const parts: string[] = []
  // Where the places shift: from this offset of the plain text on, the other one is so much further.
  const steps: { from: number; to: number }[] = [{ from: 0, to: 0 }]
  let last = 0
  let length = 0
  for (const { 0: code, index } of text.matchAll(encoded)) {
    const before = text.slice(last, index)
    const letter = meaningOf(code)
    parts.push(before, letter)
    length += before.length
    // Every unit of what was decoded stands for the beginning of its code; what follows, for what follows it.
    steps.push({ from: length, to: index })
    length += letter.length
    last = index + code.length
    steps.push({ from: length, to: last })
  }
  if (parts.length === 0) return { plain: text, at: (offset) => offset }
  parts.push(text.slice(last))
  return { plain: parts.join(''), at: (offset) => placeOf(steps, offset) }
}

function placeOf(steps: readonly { from: number; to: number }[], offset: number): number {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((steps[middle]?.from ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const { from, to } = steps[low] ?? { from: 0, to: 0 }
  // A step for decoded letters ends where the next one begins.
  return Math.min(to + offset - from, steps[low + 1]?.to ?? Infinity)
}

function meaningOf(code: string): string {
  if (code.startsWith('%')) return percentDecoded(code)
  if (code.startsWith('<')) return ' '
  if (code.startsWith('\\u')) return String.fromCharCode(Number.parseInt(code.slice(2), 16))
  if (!code.startsWith('&')) return ''
  const number = /^&#(?:x([0-9a-f]+)|([0-9]+));$/i.exec(code)
  if (number) {
    const point = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' '
  }
  if (/^&shy;?$/i.test(code)) return ''
  if (/^&szlig;?$/i.test(code)) return 'ss'
  return /^&(?:nbsp|amp);?$/i.test(code) ? ' ' : code.charAt(1)
}

function percentDecoded(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    // Not UTF-8: older sites write Latin letters in one byte.
    return code.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }
}

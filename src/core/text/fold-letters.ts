/** What a reader does not see (soft hyphens, joiners, spaces without width, marks of direction), and the stretched line of Arabic. */
export const unseen = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
/** Ligatures, letters of full width, the forms that Arabic letters take: another way to set the same. */
export const otherForms = /[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uffef]/gu
/** Vowels that Hebrew and Arabic seldom write, with the hamza and madda above and below letters. */
export const points = /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu

/** Letters with strokes and such, which Unicode does not take apart, and what Arabic and Hebrew write for one letter in two ways. */
// prettier-ignore
const otherLetters = new Map(
  Object.entries({
    ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', þ: 'th',
    ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه',
    ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ',
  }),
)
const others = new RegExp(`[${[...otherLetters.keys()].join('')}]`, 'gu')
const withMarks = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])(\p{M}+)/gu

/**
 * Letters without regard to case and accents. Marks are accents in the alphabets of Europe, and vowels that are seldom written in
 * Arabic and Hebrew; in all other scripts they are letters (राम is not रमा, か not が), as is the mark of й.
 */
export const foldLetters = (text: string): string =>
  isAscii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(withMarks, (_all, letter: string, marks: string) =>
          letter.toLowerCase() === 'и' && marks.startsWith('\u0306') ? `${letter}\u0306` : letter,
        )
        .replace(points, '')
        .replaceAll('\u0640', '')
        .normalize('NFC')
        .toLowerCase()
        .replace(others, (letter) => otherLetters.get(letter) ?? letter)
const isAscii = /^\p{ASCII}*$/u

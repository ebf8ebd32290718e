/** Letters with strokes and such, which Unicode does not take apart, and what Arabic and Hebrew write for one letter in two ways. */
const otherLetters = new Map(
  Object.entries({
    ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', þ: 'th' },
    ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' },
    ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' },
  }),
)
const others = new RegExp(`[${[...otherLetters.keys()].join('')}]`, 'gu')
const withMarks = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])(\p{M}+)/gu
/** Points, and the hamza and madda above and below letters; the stretched line. */
const seldomWritten = /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu

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
        .replace(seldomWritten, '')
        .normalize('NFC')
        .toLowerCase()
        .replace(others, (letter) => otherLetters.get(letter) ?? letter)
const isAscii = /^\p{ASCII}*$/u

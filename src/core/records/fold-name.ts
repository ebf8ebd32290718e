/**
 * Names compared without regard to case, accents and spacing. Marks are accents in the alphabets of Europe, and vowels that are
 * seldom written in Arabic and Hebrew; in all other scripts they are letters (राम is not रमा, か not が), as is the mark of й.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(
      /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])(\p{M}+)/gu,
      (_all, letter: string, marks: string) =>
        letter.toLowerCase() === 'и' && marks.startsWith('\u0306') ? `${letter}\u0306` : letter,
    )
    .replace(/[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}\.|\p{L}(?!\p{L})|\s|$)/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** The words of a text compared in the same way, without the signs around and between them. */
export const foldedWords = (text: string): string[] => foldName(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

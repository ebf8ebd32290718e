import { foldLetters } from '../text/fold-letters.ts'

/** Names compared without regard to case, accents and spacing; see `foldLetters`. */
export const foldName = (name: string): string =>
  foldLetters(name.normalize('NFKC'))
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}\.|\p{L}(?!\p{L})|\s|$)/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** The words of a text compared in the same way, without the signs around and between them. */
export const foldedWords = (text: string): string[] => foldName(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

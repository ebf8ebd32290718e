import type { Span } from '../anchoring/span.ts'

/** So many matches are shown and gone through; beyond that a search says nothing. */
export const mostMatches = 10_000

const quotes = '["“”„‟«»″]'
const apostrophes = "['‘’‚‛′ʼ]"
const hyphens = '[-‐‑‒–—―−]'

/**
 * Where words stand in a text: case does not matter, nor the form of quotation marks, hyphens and spaces; a match may go over
 * the borders of elements and lines. What was typed is taken literally.
 * @param most how many matches are looked for, from the beginning on
 */
export function findInText(text: string, words: string, most = mostMatches): Span[] {
  const wanted = words.trim()
  if (wanted === '') return []
  const pattern = Array.from(wanted.replace(/\s+/g, ' '), toPattern).join('\\u00ad?')
  const found: Span[] = []
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length === most) break
  }
  return found
}

function toPattern(character: string): string {
  if (character === ' ') return '\\s+'
  if (/["“”„‟«»″]/u.test(character)) return quotes
  if (/['‘’‚‛′ʼ]/u.test(character)) return apostrophes
  if (/[-‐‑‒–—―−]/u.test(character)) return hyphens
  return character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

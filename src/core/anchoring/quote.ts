import { fold, foldedPlaces } from './fold.ts'
import type { Span } from './span.ts'

/** Every place where `quote` stands in `text`, letter for letter; places may overlap. */
export function findExact(text: string, quote: string): Span[] {
  if (quote === '') return []
  const found: Span[] = []
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    found.push({ start: at, end: at + quote.length })
  }
  return found
}

/**
 * Every place where `quote` stands in `text`: letter for letter; else as it reads the same (curly or straight quotation marks, spaces,
 * ligatures, composed letters, what cannot be seen); else without regard to case, accents and hyphens at line ends.
 */
export function findQuote(text: string, quote: string): Span[] {
  const exact = findExact(text, quote).filter(({ end }) => !/^\p{M}/u.test(text.charAt(end)))
  if (exact.length > 0) return exact
  for (const manner of ['typography', 'letters'] as const) {
    const found = foldedPlaces(fold(text, manner), fold(quote.trim(), manner).text)
    if (found.length > 0) return found
  }
  return []
}

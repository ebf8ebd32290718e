import { fold } from './fold.ts'
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
 * Every place where `quote` stands in `text` when its typography may differ: curly or straight quotation marks, one space or
 * several, line break or no-break space, with or without soft hyphens.
 */
export function findQuote(text: string, quote: string): Span[] {
  const exact = findExact(text, quote)
  if (exact.length > 0) return exact
  const folded = fold(text)
  const wanted = fold(quote.trim())
  return findExact(folded.text, wanted.text).map(({ start, end }) => ({
    start: folded.offsets[start] ?? 0,
    end: (folded.offsets[end - 1] ?? 0) + 1,
  }))
}

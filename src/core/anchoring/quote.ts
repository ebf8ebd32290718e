/** A span of text in UTF-16 code units, end exclusive. */
export interface Span {
  start: number
  end: number
}

/** Every place where `quote` stands in `text`, letter for letter; places may overlap. */
export function findExact(text: string, quote: string): Span[] {
  if (quote === '') return []
  const found: Span[] = []
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    found.push({ start: at, end: at + quote.length })
  }
  return found
}

const doubles = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g
const singles = /[\u2018\u2019\u201a\u201b\u2032\u02bc]/g
const space = /[\s\u00a0\u202f\u2009]/

/**
 * Every place where `quote` stands in `text` when quotation marks and white space may differ in form: curly or
 * straight, one space or several, line break or no-break space.
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

/** The text with quotation marks straight and runs of white space as one space, and where each unit came from. */
function fold(text: string): { text: string; offsets: number[] } {
  const straight = text.replace(doubles, '"').replace(singles, "'")
  const offsets: number[] = []
  let result = ''
  let inSpace = false
  for (let at = 0; at < straight.length; at += 1) {
    const unit = straight.charAt(at)
    const isSpace = space.test(unit)
    if (isSpace && inSpace) continue
    result += isSpace ? ' ' : unit
    offsets.push(at)
    inSpace = isSpace
  }
  return { text: result, offsets }
}

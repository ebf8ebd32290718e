/**
 * What a person types, as an FTS5 query: words must all occur, the last one may be the beginning of a word, a
 * phrase in quotation marks occurs as it is. Nothing that is typed is FTS5 syntax.
 * @returns null when there is nothing to look for
 */
export function matchExpression(typed: string): string | null {
  const terms: string[] = []
  let endsInWord = false
  for (const [, phrase, word] of typed.matchAll(/["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+)/g)) {
    const term = (phrase ?? word ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(term)) continue
    terms.push(`"${term.replaceAll('"', '""')}"`)
    endsInWord = word !== undefined
  }
  if (terms.length === 0) return null
  return terms.join(' ') + (endsInWord && !/\s$/.test(typed) ? '*' : '')
}

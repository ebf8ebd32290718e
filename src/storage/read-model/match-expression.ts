import { mostWords, searchedFor } from './searched-for.ts'

/**
 * What a person types, as an FTS5 query: words must all occur, the last one may be the beginning of a word, a
 * phrase in quotation marks occurs as it is. Nothing that is typed is FTS5 syntax. Of very long text only the beginning counts.
 * @returns null when there is nothing to look for
 */
export function matchExpression(typed: string): string | null {
  const terms: string[] = []
  let isLastOpen = false
  const text = searchedFor(typed)
  for (const [, phrase, word] of text.matchAll(/["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+)/g)) {
    const term = (phrase ?? word ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(term)) continue
    const quoted = `"${term.replaceAll('"', '""')}"`
    // A word that is typed again says nothing, but would be looked for again.
    const isNew = terms.length < mostWords && !terms.includes(quoted)
    if (isNew) terms.push(quoted)
    isLastOpen = isNew && word !== undefined
  }
  if (terms.length === 0) return null
  return terms.join(' ') + (isLastOpen && !/\s$/.test(text) ? '*' : '')
}

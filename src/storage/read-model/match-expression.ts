import { searchForms } from '../../core/text/search-form.ts'
import { mostWords, searchedFor } from './searched-for.ts'

/** A quotation mark within a word of Hebrew is a sign of it. */
const phraseOrWord =
  /(?<!\p{Script=Hebrew})["“”„«»]([^"“”„«»]*)["“”„«»]?|((?:[^\s"“”„«»]|(?<=\p{Script=Hebrew})["”])+)/gu

/** The words and phrases that are looked for, in the order in which they were typed; and whether the last is still being typed. */
function readTyped(typed: string): { terms: string[]; isLastOpen: boolean } {
  const terms: string[] = []
  let isLastOpen = false
  const text = searchedFor(typed)
  for (const [, phrase, word] of text.matchAll(phraseOrWord)) {
    const term = (phrase ?? word ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(term)) continue
    // A word that is typed again says nothing, but would be looked for again.
    const isNew = terms.length < mostWords && !terms.includes(term)
    if (isNew) terms.push(term)
    isLastOpen = isNew && word !== undefined
  }
  return { terms, isLastOpen: isLastOpen && !/\s$/.test(text) }
}

/** The words and phrases that are looked for. */
export const termsOf = (typed: string): string[] => readTyped(typed).terms

/**
 * What a person types, as an FTS5 query: words must all occur, the last one may be the beginning of a word, a
 * phrase in quotation marks occurs as it is. Nothing that is typed is FTS5 syntax. Of very long text only the beginning counts.
 * @returns null when there is nothing to look for
 */
export function matchExpression(typed: string): string | null {
  const { terms, isLastOpen } = readTyped(typed)
  if (terms.length === 0) return null
  const last = terms.length - 1
  return terms
    .map((term, at) => {
      const forms = searchForms(term).map(
        (form) => `"${form.replaceAll('"', '""')}"${isLastOpen && at === last ? '*' : ''}`,
      )
      return forms.length === 1 ? forms.join('') : `(${forms.join(' OR ')})`
    })
    .join(' AND ')
}

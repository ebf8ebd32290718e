import { isJson } from '../records/define-kind.ts'
import { names, stated, texts, type Json, type PageStatements } from './page-statements.ts'

/** A page judges no more claims than these. */
const mostReviews = 50

/**
 * The verdicts of a fact-check, a line each: “what was said” — who said it: how it was judged (who judged). Of what a page declares
 * of itself (schema.org/ClaimReview); in its own words, whatever the language.
 */
export function verdictsOf({ reviews }: PageStatements): string[] {
  const lines = reviews.slice(0, mostReviews).flatMap((review) => {
    const [claim] = texts(review['claimReviewed']).flatMap((words) => stated(words, 'claimReviewed'))
    const verdict = ratingOf(review['reviewRating'])
    if (!claim || verdict === null) return []
    const [claimant] = partsOf(review['itemReviewed']).flatMap(({ author }) => names(author))
    const [reviewer] = names(review['author'])
    const by = reviewer === undefined ? '' : ` (${reviewer})`
    const line = `“${claim.value}”${claimant === undefined ? '' : ` — ${claimant}`}: ${verdict}${by}`
    return [asWords(line)]
  })
  return [...new Set(lines)]
}

/** As a note they are Markdown: words of a page mean nothing in it. */
const asWords = (line: string): string =>
  line.replace(/[\\`*_[\]~$|#!^=%]/g, (sign) => `\\${sign}`).replaceAll('<', '&lt;')

/** The words of a rating; its number where it has none. */
function ratingOf(value: unknown): string | null {
  for (const rating of partsOf(value)) {
    const [words] = [...texts(rating['alternateName']), ...texts(rating['name'])]
    const [said] = stated(words, 'reviewRating')
    if (said) return said.value
    const [number, best] = [numberOf(rating['ratingValue']), numberOf(rating['bestRating'])]
    if (number !== null) return best === null ? number : `${number}/${best}`
  }
  return null
}

const numberOf = (value: unknown): string | null => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return /^-?\d{1,4}(?:\.\d{1,4})?$/.test(text) ? text : null
}

const partsOf = (value: unknown): Json[] => (Array.isArray(value) ? value : [value]).filter(isJson)

import type { Qualifier } from './claim.ts'
import { entriesOf } from './entries-of.ts'

/** The words of English that say how exactly a figure is told, before it. */
const before: Readonly<Record<Exclude<Qualifier, 'exactly'>, string>> = {
  about:
    'about|around|roughly|approximately|approx\\.?|some|nearly|almost|close to|circa|ca?\\.|an estimated|estimated(?: at)?|more or less|~|≈|±',
  'at-least': 'at least|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of|minimum|≥|>=',
  'more-than': 'more than|over|above|in excess of|exceeding|upwards? of|well over|>',
  'up-to': 'up to|at most|no more than|not more than|a maximum of|maximum|as many as|as much as|≤|<=',
  'fewer-than': 'fewer than|less than|under|below|not quite|just under|<',
}
/** The same behind it. */
const behind: Partial<Record<Qualifier, string>> = {
  'at-least': 'or (?:more|above|over|higher)|(?:and|or) (?:up|upwards)|at least|\\+',
  'up-to': 'or (?:less|fewer|under|below)|at (?:the )?most|at maximum',
  about: 'or so|or thereabouts|more or less|approximately',
}

const anyWords = (words: Partial<Record<Qualifier, string>>): [Qualifier, RegExp][] =>
  entriesOf(words).map(([qualifier, form]) => [qualifier, new RegExp(`^(?:${form})$`, 'i')])
const formsBefore = anyWords(before)
const formsBehind = anyWords(behind)
const all = (words: Partial<Record<Qualifier, string>>): string => Object.values(words).join('|')

/** What may stand between such words and the figure: “more than the 40”, “about $5”. */
const signs = String.raw`(?:(?:a|an|the|its|their|another) )?(?:[A-Z]{0,3}[$€£¥₹₩₽₺₴₫₪₱฿]|(?:Rs|USD|EUR|GBP)\.? ?)?`
const endsBefore = new RegExp(String.raw`(?<![\p{L}\p{N}])(?<words>${all(before)})\s*${signs}$`, 'iu')
const beginsBehind = new RegExp(String.raw`^\s*(?<words>${all(behind)})(?![\p{L}\p{N}])`, 'iu')
const leading = new RegExp(String.raw`^\s*(?<words>${all(before)})\s*(?=\S)`, 'iu')
const trailing = new RegExp(String.raw`\s*(?<words>${all(behind)})\s*$`, 'iu')

export interface FoundQualifier {
  qualifier: Qualifier
  /** In UTF-16 code units of the text. */
  start: number
  end: number
}

const meant = (words: string, forms: readonly [Qualifier, RegExp][]): Qualifier =>
  forms.find(([, form]) => form.test(words))?.[0] ?? 'exactly'

/** As far as words beside a figure are looked at. */
const reach = 40

/** How exactly the figure at [start, end) of an English text is told, and which words say so; null where none do. */
export function qualifierAt(text: string, start: number, end: number): FoundQualifier | null {
  const from = Math.max(0, start - reach)
  const ahead = endsBefore.exec(text.slice(from, start))
  const words = ahead?.groups?.['words']
  if (ahead && words !== undefined) {
    const at = from + ahead.index
    return { qualifier: meant(words, formsBefore), start: at, end: at + words.length }
  }
  const after = beginsBehind.exec(text.slice(end, end + reach))
  const wordsBehind = after?.groups?.['words']
  if (!after || wordsBehind === undefined) return null
  const at = end + after[0].length - wordsBehind.length
  return { qualifier: meant(wordsBehind, formsBehind), start: at, end: at + wordsBehind.length }
}

/** A figure as it was typed without the words that qualify it, and what these say: `about 30`, `>30`, `30+`. */
export function withoutQualifier(typed: string): { qualifier: Qualifier; rest: string } {
  const ahead = leading.exec(typed)
  if (ahead)
    return {
      qualifier: meant(ahead.groups?.['words'] ?? '', formsBefore),
      rest: typed.slice(ahead[0].length),
    }
  const after = trailing.exec(typed)
  if (after)
    return { qualifier: meant(after.groups?.['words'] ?? '', formsBehind), rest: typed.slice(0, after.index) }
  return { qualifier: 'exactly', rest: typed }
}

/**
 * Whether what a text tells with one qualifier bears out the same value told with another: who says “exactly 100” has said “at least
 * 100”, who says “about 100” has not said “more than 100”.
 */
export const bears = (told: Qualifier, said: Qualifier): boolean => borne[told].includes(said)
const borne: Readonly<Record<Qualifier, readonly Qualifier[]>> = {
  exactly: ['exactly', 'about', 'at-least', 'up-to'],
  // A statement often leaves out “about”; that it says more than it knows, the excerpt beside it shows.
  about: ['about', 'exactly'],
  'at-least': ['at-least'],
  'more-than': ['more-than', 'at-least'],
  'up-to': ['up-to'],
  'fewer-than': ['fewer-than', 'up-to'],
}

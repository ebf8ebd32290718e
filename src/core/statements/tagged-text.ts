import type { Span } from '../anchoring/span.ts'
import { quotationsIn, sentencesIn } from '../attribution/quotations.ts'

/** The parts of speech of Universal Dependencies. */
export type Tag = string

export interface Token extends Span {
  /** In small letters, apostrophes straight. */
  word: string
  /** As it stands. */
  form: string
  tag: Tag
  /** Its base form, in small letters. */
  lemma: string
  /** The number of its quotation, −1 outside of all. */
  quote: number
  /** The number of its brackets, 0 outside of all. */
  bracket: number
  /** The number of its sentence. */
  sentence: number
}

/** A stretch of tokens, `to` exclusive. */
export interface Stretch {
  from: number
  to: number
}

export interface TaggedText {
  text: string
  tokens: readonly Token[]
  /** In tokens, in order, without gaps. A quotation of several sentences is one. */
  sentences: readonly Stretch[]
  /** In code units. */
  quotations: readonly Span[]
}

/** A word and its part of speech, with the white space before it; all of them together are the text. */
export interface TaggedWord {
  space: string
  form: string
  tag: Tag
  lemma: string
}

/** The parts of speech of a text of one language. */
export type Tagger = (text: string) => TaggedWord[]

/** The first token that ends behind an offset (in code units): the one there, or the next. */
export function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Where tokens stand, in code units. */
export function spanOf({ tokens }: Pick<TaggedText, 'tokens'>, { from, to }: Stretch): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}

/** Taggers hold all of what they read: they are given a stretch of this many code units at once. */
const atOnce = 20_000

/** A text cut at ends of paragraphs, or anywhere in one that is too long. */
function* stretchesOf(text: string): Generator<Span> {
  for (let start = 0; start < text.length;) {
    const least = start + atOnce
    const end = least >= text.length ? text.length : text.indexOf('\n', least) + 1 || text.length
    const stop = end - start > 2 * atOnce ? least : end
    yield { start, end: stop }
    start = stop
  }
}

export function tagText(text: string, tagger: Tagger): TaggedText {
  const quotations = quotationsIn(text)
  const spans = sentencesIn(text, quotations)
  const tokens: Token[] = []
  let sentence = 0
  let quote = 0
  let brackets = 0
  let bracket = 0
  for (const stretch of stretchesOf(text)) {
    let at = stretch.start
    for (const { space, form, tag, lemma } of tagger(text.slice(stretch.start, stretch.end))) {
      const start = at + space.length
      at = start + form.length
      if (space.includes('\n') || form.includes('\n')) bracket = 0
      if (form.trim() === '') continue
      while ((spans[sentence]?.end ?? Infinity) <= start) sentence += 1
      while ((quotations[quote]?.end ?? Infinity) <= start) quote += 1
      const isQuoted = (quotations[quote]?.start ?? Infinity) <= start
      if (form === '(' || form === '[') bracket = brackets += 1
      const word = form.toLowerCase().replaceAll('’', "'")
      tokens.push({ start, end: at, word, form, tag, lemma, quote: isQuoted ? quote : -1, bracket, sentence })
      // Brackets that are not closed end with their paragraph.
      if (form === ')' || form === ']') bracket = 0
    }
  }
  return { text, tokens, sentences: sentencesOf(tokens), quotations }
}

/** In tokens: what is longer is cut, so that work over a sentence is bounded. */
const longestSentence = 300

/** Numbers the sentences that have tokens. */
function sentencesOf(tokens: readonly Token[]): Stretch[] {
  const found: Stretch[] = []
  let last = -1
  let began = 0
  for (const [n, token] of tokens.entries()) {
    if (token.sentence !== last || n - began >= longestSentence) {
      found.push({ from: n, to: n })
      began = n
    }
    last = token.sentence
    token.sentence = found.length - 1
    const open = found.at(-1)
    if (open) open.to = n + 1
  }
  return found
}

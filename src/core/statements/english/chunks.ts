import { classesOf } from './reporting-words.ts'
import type { Stretch, TaggedText, Token } from '../tagged-text.ts'

/** A noun phrase without what hangs on it: those who may be a source. */
export interface Chunk extends Stretch {
  /** The token that the phrase is about. */
  head: number
}

const nominal = new Set(['NOUN', 'PROPN', 'PRON'])
const inner = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM'])
const determiners = new Set(
  'the a an this that these those some any all both many several most few each every another no'.split(' '),
)
const possessive = new Set('his her their its my our your'.split(' '))
/** Stands for a noun whatever its tag. */
const alone = new Set(
  'he she it they we i you who which that one some many others several most few all both none everyone somebody someone nobody those these'.split(
    ' ',
  ),
)

/** The noun phrases of some tokens, in order; possessives are cut off (`the president` · `’s spokesman`). */
export function chunksIn({ tokens }: TaggedText, { from, to }: Stretch): Chunk[] {
  const found: Chunk[] = []
  let start = -1
  const close = (end: number): void => {
    if (start !== -1) {
      const head = headOf(tokens, start, end)
      if (head !== -1) found.push({ from: start, to: end, head })
    }
    start = -1
  }
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]
    if (!token) break
    if (token.tag === 'PRON' || (alone.has(token.word) && !inner.has(tokens[at + 1]?.tag ?? ''))) {
      close(at)
      found.push({ from: at, to: at + 1, head: at })
    } else if (inner.has(token.tag) || (start !== -1 && goesOn(tokens, at))) {
      if (start !== -1 && isNew(tokens, at, start)) close(at)
      if (start === -1) start = at
    } else close(at)
  }
  close(to)
  return found
}

/** `El-Sayed`, `The Associated Press`: a hyphen between words, and a word with a capital before a name. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (!token || !before || !next) return false
  if (token.word === '-') return before.end === token.start && token.end === next.start
  if (token.tag !== 'VERB' || !/^\p{Lu}\p{Ll}/u.test(token.form)) return false
  return next.tag === 'PROPN' || (before.tag === 'PROPN' && classesOf(token.lemma).length === 0)
}

/** Whether a phrase begins within a row of nouns: at an article, and where the quotation changes. */
function isNew(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || !before) return true
  return (
    (determiners.has(token.word) && at > start && nominal.has(before.tag)) || token.quote !== before.quote
  )
}

function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) if (nominal.has(tokens[at]?.tag ?? '')) return at
  const last = tokens[to - 1]
  return last && (last.tag === 'NUM' || last.tag === 'ADJ' || alone.has(last.word)) ? to - 1 : -1
}

export const isPossessive = (word: string): boolean => possessive.has(word)

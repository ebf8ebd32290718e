import { mayBeCue } from '../../src/core/statements/english/cue-signs.ts'
import { tokenIndexAt, type TaggedText } from '../../src/core/statements/tagged-text.ts'
import type { Pair } from './corpus.ts'

const auxiliary =
  /^(?:is|are|was|were|be|been|being|has|have|had|having|do|does|did|will|would|can|could|may|might|must|shall|should|'s|'re|'ve|'d|'ll)$/

/** The tokens of some spans, in order. */
export function insideOf({ tokens }: TaggedText, spans: readonly Pair[]): number[] {
  const inside: number[] = []
  for (const [start, end] of spans) {
    for (
      let n = tokenIndexAt(tokens, start);
      n < tokens.length && (tokens[n]?.start ?? Infinity) < end;
      n += 1
    )
      inside.push(n)
  }
  return inside
}

/** The word of a marked cue that says what somebody does: its verb, else its noun, else what there is; −1 for none. */
export function cueHeadOf({ tokens }: TaggedText, inside: readonly number[]): number {
  const tagOf = (n: number): string => tokens[n]?.tag ?? ''
  const wordOf = (n: number): string => tokens[n]?.word ?? ''
  const may = (n: number): boolean => {
    const token = tokens[n]
    return token !== undefined && mayBeCue(token)
  }
  const orders: ((n: number) => boolean)[] = [
    (n) => tagOf(n) === 'VERB' && !auxiliary.test(wordOf(n)),
    (n) => tagOf(n) === 'NOUN',
    (n) => tagOf(n) === 'ADJ',
    (n) => wordOf(n) !== ':' && may(n) && !auxiliary.test(wordOf(n)),
    may,
  ]
  for (const is of orders) {
    const found = inside.find(is)
    if (found !== undefined) return found
  }
  return -1
}

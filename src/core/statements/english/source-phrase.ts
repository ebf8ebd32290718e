import type { Chunk } from './chunks.ts'
import type { Stretch, TaggedText } from '../tagged-text.ts'

const postposition = new Set('of for with from in at on about inside within near close to'.split(' '))
/** These tell when and how somebody spoke, not who they are. */
const occasion =
  /^(?:statement|interview|tweet|post|speech|email|letter|remarks?|briefing|conference|memo|report|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|day|morning|night|evening|afternoon|court|testimony|television|twitter|telegram|phone|condition)$/

/** How many tokens hang on a source at most. */
const reach = 14

/**
 * A source with what hangs on it (`two people` · `briefed on the talks`), as far as that is neither the cue nor what is said.
 */
export function sourceAround(tagged: TaggedText, chunk: Chunk, cue: Stretch, content: readonly Stretch[]): Stretch {
  const { tokens } = tagged
  const isTaken = (at: number): boolean =>
    (at >= cue.from && at < cue.to) || content.some(({ from, to }) => at >= from && at < to)
  const isBefore = chunk.from < cue.from
  let to = chunk.to
  for (let at = chunk.to; at < chunk.to + reach; at += 1) {
    const token = tokens[at]
    const sentence = tokens[chunk.from]?.sentence
    if (!token || token.sentence !== sentence || isTaken(at)) break
    if (token.tag === 'PUNCT' && token.word !== '-') break
    if (isBefore ? /^(?:SCONJ|AUX)$/.test(token.tag) : !isPart(tokens, at)) break
    if (['NOUN', 'PROPN', 'NUM'].includes(token.tag)) {
      if (occasion.test(token.word)) break
      to = at + 1
    }
  }
  // What stands between the source and a later cue counts only where it reaches the cue.
  if (isBefore && to > chunk.to && !isAllBetween(tagged, to, cue.from)) to = chunk.to
  return { from: chunk.from, to }
}

/** Whether nothing but adverbs stands between two places. */
const isAllBetween = ({ tokens }: TaggedText, from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ tag, word }) => tag === 'ADV' || word === 'who' || word === ',')

function isPart(tokens: TaggedText['tokens'], at: number): boolean {
  const { tag = '', word = '' } = tokens[at] ?? {}
  if (tag === 'ADP') return postposition.has(word) && !occasion.test(tokens[at + 1]?.word ?? '') && !occasion.test(tokens[at + 2]?.word ?? '')
  if (tag === 'VERB') return /(?:ed|en)$/.test(word) && tokens[at + 1]?.tag === 'ADP'
  return ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART'].includes(tag) && word !== 'to'
}

import { chunksIn, isPossessive, type Chunk } from './chunks.ts'
import { sayerOf } from './reporting-words.ts'
import type { Stretch, TaggedText } from '../tagged-text.ts'

const postposition = new Set('of for with from in at on about inside within near close to'.split(' '))
/** These tell when and how somebody spoke, not who they are. */
const occasion =
  /^(?:statement|interview|tweet|post|speech|email|letter|remarks?|briefing|conference|memo|report|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|day|morning|night|evening|afternoon|court|testimony|television|twitter|telegram|phone|condition)$/

/** How many tokens hang on a source at most. */
const reach = 14

/** “A pilot who works the route to Lorne said”: the pilot says it, wherever the words about him end. */
function aheadOfWho(tokens: TaggedText['tokens'], before: readonly Chunk[], chunk: Chunk): Chunk | undefined {
  for (let at = chunk.from - 1; at > 0 && chunk.from - at <= reach; at -= 1) {
    const { word = '', quote } = tokens[at] ?? {}
    if (/^(?:[,.;:]|and|but|that)$/.test(word) || quote !== tokens[chunk.from]?.quote) return undefined
    if (word !== 'who') continue
    const found = before.findLast(({ to }) => to <= at)
    return found?.to === at ? found : undefined
  }
  return undefined
}

/**
 * The phrase that a phrase hangs on, as far as that is who speaks: `researchers` of `researchers at the University`, the name before
 * its short form in brackets, the first of two that are joined at the beginning of a sentence.
 */
export function outermost(tagged: TaggedText, chunk: Chunk): { chunk: Chunk; from: number } {
  const { tokens, sentences } = tagged
  const sentence = sentences[tokens[chunk.from]?.sentence ?? 0]
  if (!sentence) return { chunk, from: chunk.from }
  const before = chunksIn(tagged, { from: sentence.from, to: chunk.from })
  const ahead = aheadOfWho(tokens, before, chunk)
  if (ahead) return { chunk: ahead, from: ahead.from }
  let found = chunk
  let from = chunk.from
  for (let n = before.length - 1; n >= 0; n -= 1) {
    const outer = before[n]
    const joint =
      outer &&
      tokens
        .slice(outer.to, from)
        .map(({ word }) => word)
        .join(' ')
    const head = outer && tokens[outer.head]
    // `his` of `his wife`
    if (outer && joint === '' && isPossessive(head?.word ?? '')) {
      from = outer.from
      continue
    }
    if (!outer || !head || joint === undefined || head.quote !== tokens[chunk.head]?.quote) break
    const isWho = sayerOf(head.lemma) !== ''
    const isName = head.tag === 'PROPN'
    const isJoined =
      (postposition.has(joint) && isWho && head.tag !== 'PRON') ||
      (/^(?:of|of the|for|for the|on|on the)$/.test(joint) && isName) ||
      // “Committee on Intelligence and Security”
      (joint === 'and' && isName && /^(?:of|for|on)$/.test(tokens[outer.from - 1]?.word ?? '')) ||
      (joint === '(' && isName) ||
      (joint === 'and' &&
        (tokens[outer.from - 1]?.word === 'both' || outer.from === sentence.from) &&
        (isWho || isName))
    if (!isJoined) break
    found = outer
    from = outer.from
  }
  return { chunk: found, from }
}

/**
 * A source with what hangs on it (`two people` · `briefed on the talks`), as far as that is neither the cue nor what is said.
 */
export function sourceAround(
  tagged: TaggedText,
  chunk: Chunk,
  cue: Stretch,
  content: readonly Stretch[],
): Stretch {
  const { tokens } = tagged
  const outer = outermost(tagged, chunk)
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
    // “the Red Cross”, where the last word looks like a verb
    const isName = token.tag === 'VERB' && /^\p{Lu}/u.test(token.form) && tokens[at - 1]?.tag === 'PROPN'
    if (isName || ['NOUN', 'PROPN', 'NUM'].includes(token.tag)) {
      if (occasion.test(token.word)) break
      to = at + 1
    }
  }
  // What stands between the source and a later cue counts only where it reaches the cue.
  if (isBefore && to > chunk.to && !isAllBetween(tagged, to, cue.from)) to = chunk.to
  const isOuter = outer.from < chunk.from && !isTaken(outer.from)
  const from = isOuter ? outer.from : chunk.from
  const some = someOf(tokens, from)
  return { from: isTaken(some) ? from : some, to }
}

/** Where “one of” begins before “the officials”, or where those begin. */
function someOf(tokens: TaggedText['tokens'], from: number): number {
  const isPart =
    /^(?:the|these|those|them|his|her|its|their)$/.test(tokens[from]?.word ?? '') &&
    tokens[from - 1]?.word === 'of' &&
    some.test(tokens[from - 2]?.word ?? '') &&
    tokens[from - 2]?.sentence === tokens[from]?.sentence
  return isPart ? from - 2 : from
}
const some = /^(?:one|two|three|four|five|several|some|many|most|another|both|all|none)$/

/** Whether nothing but adverbs stands between two places. */
const isAllBetween = ({ tokens }: TaggedText, from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ tag, word }) => tag === 'ADV' || /^(?:who|,|\)|\()$/.test(word)) ||
  tokens[from]?.word === ',' ||
  tokens[from]?.word === '('

function isPart(tokens: TaggedText['tokens'], at: number): boolean {
  const { tag = '', word = '' } = tokens[at] ?? {}
  if (tag === 'ADP')
    return (
      postposition.has(word) &&
      !occasion.test(tokens[at + 1]?.word ?? '') &&
      !occasion.test(tokens[at + 2]?.word ?? '')
    )
  if (tag === 'VERB') return /(?:ed|en)$/.test(word) && tokens[at + 1]?.tag === 'ADP'
  return ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART'].includes(tag) && word !== 'to'
}

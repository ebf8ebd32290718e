import { bestOf } from '../linear.ts'
import type { TaggedText } from '../tagged-text.ts'
import { chunksIn, type Chunk } from './chunks.ts'
import { mayBeCue, tellCue } from './cue-signs.ts'
import type { EnglishModel } from './model.ts'
import { sourceOf } from './source-signs.ts'
import type { Link } from './whole-signs.ts'

/** Below this a word is no cue, whatever stands around it. */
const leastCue = -3

/** The words of a text that may be cues, each with its likeliest source, in order. */
export function linksIn(tagged: TaggedText, model: Pick<EnglishModel, 'cue' | 'source'>): Link[] {
  const chunks = chunksOf(tagged)
  const found: Link[] = []
  for (const [cue, token] of tagged.tokens.entries()) {
    if (!mayBeCue(token)) continue
    const cueScore = model.cue.score((sign) => {
      tellCue(tagged, cue, sign)
    })
    if (cueScore < leastCue) continue
    const { options, tells } = sourceOf(tagged, cue, chunks[token.sentence] ?? [])
    const { at, share } = bestOf(model.source.scores(tells))
    found.push({ cue, cueScore, source: options[at] ?? null, share })
  }
  return found
}

/** The noun phrases of every sentence. */
export const chunksOf = (tagged: TaggedText): Chunk[][] =>
  tagged.sentences.map((sentence) => chunksIn(tagged, sentence))

import { Scorer, type Weights } from '../linear.ts'

/** What `npm run learn-statements` learns of articles in which attributions are marked. */
export interface EnglishWeights {
  /** Whether a word is a cue. */
  cue: Weights
  /** Which phrase is its source. */
  source: Weights
  /** Whether both together are an attribution. */
  whole: Weights
  /** Where what is said begins behind the cue, where it ends, and where it begins before it. */
  start: Weights
  end: Weights
  before: Weights
}

export type EnglishModel = Readonly<Record<keyof EnglishWeights, Scorer>>

export const modelOf = (weights: EnglishWeights): EnglishModel => ({
  cue: new Scorer(weights.cue),
  source: new Scorer(weights.source),
  whole: new Scorer(weights.whole),
  start: new Scorer(weights.start),
  end: new Scorer(weights.end),
  before: new Scorer(weights.before),
})

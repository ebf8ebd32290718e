import type { Span } from '../anchoring/span.ts'

/** What a reader of a language finds: words that say that somebody says something. */
export interface Reading {
  /** What is said, in pieces in the order of the text; none where only that they spoke is told. */
  content: Span[]
  cue: Span
  /** The word of the cue that counts, in its base form: `say`, `deny`, `according`. */
  verb: string
  /** Who says it, as the text names them here; null where nobody is named. */
  source: Span | null
  /** The noun of the source in it: “aides” of “two aides of the mayor”. */
  head: Span | null
  /** How likely it is one, 0 to 1. */
  confidence: number
  /** How the cue stands: with a negation, in a condition, as what is only expected, and so on. */
  manner: ReadonlySet<Manner>
}

export type Manner = 'not' | 'if' | 'question' | 'modal' | 'possible'

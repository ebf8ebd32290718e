import type { Span } from '../anchoring/span.ts'
import type { SuggestedHop } from '../attribution/chain-of.ts'
import type { Claim } from '../records/claim.ts'

/**
 * How strongly somebody puts it. `wants`: a wish, a plan, a demand; `judges`: praise or blame; `declines`: asked, and said nothing.
 */
export const strengths = [
  'says',
  'believes',
  'expects',
  'alleges',
  'hints',
  'denies',
  'retracts',
  'wants',
  'judges',
  'declines',
] as const
export type Strength = (typeof strengths)[number]

/** What is known of an article besides its text. */
export interface About {
  /** Who published it. */
  outlet: string | null
  /** EDTF. */
  published: string | null
}

/** Words of a text, where they stand. */
export interface Words extends Span {
  text: string
}

/** A date that a statement tells, as EDTF. */
export interface StatedDate extends Words {
  edtf: string
}

/** That somebody says something, as a text has it. All offsets are UTF-16 code units of the text of record. */
export interface Statement {
  /** What is said, in pieces in the order of the text. */
  content: Span[]
  /** The words of all pieces, as they stand. */
  exact: string
  cue: Words | null
  /** Who says it, as the text calls them there; null where nobody is named. */
  source: Words | null
  /** From the one who asserts it outwards; empty where nobody is named and no outlet is known. */
  chain: SuggestedHop[]
  /** Whether it is sure whom the words of the source mean (a pronoun may mean several). */
  isSourceSure: boolean
  /** What a claim of it would say, and of which kind it would be. */
  claim: string
  kind: Claim['kind']
  strength: Strength
  /** Whether it has been said at all: not “if the minister says”, “is expected to say”, “declined to say”. */
  isSaid: boolean
  /** Whether somebody says that it is not so, thinks that it is not so, or says nothing. */
  negated: boolean
  quantity: Claim['quantity']
  dates: StatedDate[]
  /** Whom an allegation is made against, as the text names them. */
  accused: string | null
  confidence: number
}

import * as z from 'zod'
import { SuggestedHop } from '../attribution/chain-of.ts'
import { Claim } from '../records/claim.ts'

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

const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })

/** Words of a text, where they stand. */
export const Words = Span.extend({ text: z.string() })
export type Words = z.infer<typeof Words>

/** A date that a statement tells, as EDTF. */
export const StatedDate = Words.extend({ edtf: z.string() })
export type StatedDate = z.infer<typeof StatedDate>

/** That somebody says something, as a text has it. All offsets are UTF-16 code units of the text of record. */
export const Statement = z.object({
  /** What is said, in pieces in the order of the text. */
  content: z.array(Span),
  /** The words of all pieces, as they stand. */
  exact: z.string(),
  cue: Words.nullable(),
  /** Who says it, as the text calls them there; null where nobody is named. */
  source: Words.nullable(),
  /** From the one who asserts it outwards; empty where nobody is named and no outlet is known. */
  chain: z.array(SuggestedHop),
  /** Whether it is sure whom the words of the source mean (a pronoun may mean several). */
  isSourceSure: z.boolean(),
  /** What a claim of it would say, and of which kind it would be. */
  claim: z.string(),
  kind: Claim.shape.kind,
  strength: z.enum(strengths),
  /** Whether it has been said at all: not “if the minister says”, “is expected to say”, “declined to say”. */
  isSaid: z.boolean(),
  /** Whether somebody says that it is not so, thinks that it is not so, or says nothing. */
  negated: z.boolean(),
  quantity: Claim.shape.quantity,
  dates: z.array(StatedDate),
  /** Whom an allegation is made against, as the text names them. */
  accused: z.string().nullable(),
  confidence: z.number(),
})
export type Statement = z.infer<typeof Statement>

import { overlap, sharedLength, type Span } from '../anchoring/span.ts'
import type { SuggestedHop } from '../attribution/chain-of.ts'
import { suggestChain } from '../attribution/suggest-chain.ts'
import type { Statement } from './statement.ts'

/** How much of a passage must be said in a statement. */
const leastCovered = 0.5

interface Fitting {
  one: Statement
  /** How much of both is the same, from 0 to 1. */
  likeness: number
}

/**
 * The statement that a passage is of: what is said in it covers most of the passage, the closest one where statements stand within
 * each other; undefined where none does.
 */
export function statementFor(statements: readonly Statement[], passage: Span): Fitting | undefined {
  const size = Math.max(1, passage.end - passage.start)
  const fitting = statements.flatMap((one): Fitting[] => {
    const shared = one.content.reduce((sum, piece) => sum + sharedLength(piece, passage), 0)
    const said = one.content.reduce((sum, { start, end }) => sum + end - start, 0)
    // The words that tell who says it are no part of what is said.
    const isOfCue = one.cue !== null && overlap(one.cue, passage)
    const isFitting = shared / size >= leastCovered || (isOfCue && shared > 0)
    return isFitting ? [{ one, likeness: (2 * shared) / (said + size) }] : []
  })
  return fitting.sort((a, b) => b.likeness - a.likeness + 0.15 * (b.one.confidence - a.one.confidence))[0]
}

/** Less likely ones say nothing of a passage. */
const leastLikely = 0.1
/** How sure a statement and its fit must be together: measured so that thirteen of fourteen chains are right. */
const leastSure = 0.5

/**
 * The chain of a passage: of the statement that it is of, else by the forms that tell of figures and headlines; null where it is not
 * known, or where what stands there has not been said.
 */
export function chainForPassage(
  statements: readonly Statement[],
  text: string,
  passage: Span,
  outlet: string | null,
): SuggestedHop[] | null {
  const found = statementFor(
    statements.filter(({ confidence }) => confidence >= leastLikely),
    passage,
  )
  if (!found || found.one.chain.length === 0) return suggestChain(text, passage, outlet)
  const { one, likeness } = found
  const isSure = one.isSaid && one.isSourceSure && one.confidence + likeness / 2 >= leastSure
  return isSure ? one.chain : null
}

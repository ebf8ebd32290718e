import { overlap, type Span } from '../anchoring/span.ts'
import type { Statement } from './statement.ts'

/** How much of a passage must be said in a statement. */
const leastCovered = 0.5

/**
 * The statement that a passage is of: what is said in it covers most of the passage, the closest one where statements stand within
 * each other; undefined where none does.
 */
export function statementFor(statements: readonly Statement[], passage: Span): Statement | undefined {
  const size = Math.max(1, passage.end - passage.start)
  const fitting = statements.flatMap((one) => {
    const shared = one.content.reduce((sum, piece) => sum + sharedBy(piece, passage), 0)
    const said = one.content.reduce((sum, { start, end }) => sum + end - start, 0)
    // The words that tell who says it are no part of what is said.
    const isOfCue = one.cue !== null && overlap(one.cue, passage)
    const covered = shared / size
    return covered >= leastCovered || (isOfCue && shared > 0)
      ? [{ one, likeness: (2 * shared) / (said + size) + 0.15 * one.confidence }]
      : []
  })
  return fitting.sort((a, b) => b.likeness - a.likeness)[0]?.one
}

const sharedBy = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

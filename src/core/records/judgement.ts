/** A judgement with its grounds and the judgements before it. */
interface Judgement<G> {
  grade: G
  reason: string
  history: { grade: G; reason: string; at: string }[]
}

/**
 * A judgement replaced by a new one; the old one moves to the history if it differs.
 * @param at when the new judgement is made
 */
export function judge<G>(old: Judgement<G>, grade: G, reason: string, at: string): Judgement<G> {
  if (old.grade === grade && old.reason === reason) return old
  return { grade, reason, history: [...old.history, { grade: old.grade, reason: old.reason, at }] }
}

/** A judgement with its grounds and the judgements before it. */
interface Judgement<G> {
  grade: G
  reason: string
  history: { grade: G; reason: string; at: string }[]
}
/** The same for whoever only reads it. */
export interface Judged<G> extends Pick<Judgement<G>, 'grade' | 'reason'> {
  history: readonly Judgement<G>['history'][number][]
}

/** That nobody has judged something is another thing than that it cannot be judged. @param none the grade that it has from the beginning */
export const isUnjudged = <G>({ grade, reason, history }: Judged<G>, none: G): boolean =>
  grade === none && reason === '' && history.length === 0

/**
 * A judgement replaced by a new one; the old one moves to the history if it differs.
 * @param at when the new judgement is made
 */
export function judge<G>(old: Judgement<G>, grade: G, reason: string, at: string): Judgement<G> {
  if (old.grade === grade && old.reason === reason) return old
  return { grade, reason, history: [...old.history, { grade: old.grade, reason: old.reason, at }] }
}

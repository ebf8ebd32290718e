import { milliseconds } from '../measure.ts'

/** A line of the table: what, ours, the peer's, the ratio, the goal, and whether it is met. */
export interface Row {
  what: string
  ours: string
  peer: string
  ratio: number
  /** The ratio that is not to be exceeded (or to be reached, with `atLeast`). */
  goal: number
  atLeast?: boolean
}

export const isMet = ({ ratio, goal, atLeast }: Row): boolean =>
  atLeast === true ? ratio >= goal : ratio <= goal

export const formatRow = (row: Row): string =>
  `${isMet(row) ? 'met    ' : 'NOT MET'}  ${row.what}: ${row.ours} against ${row.peer}; ${row.ratio.toFixed(2)} (goal: ${row.atLeast === true ? 'at least' : 'at most'} ${row.goal})`

export const timed = (what: string, ours: number, peer: string, theirs: number, goal: number): Row => ({
  what,
  ours: milliseconds(ours),
  peer: `${peer} ${milliseconds(theirs)}`,
  ratio: ours / theirs,
  goal,
})

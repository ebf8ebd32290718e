import type { Claim } from '../records/claim.ts'
import { quantityIn } from '../statements/what-follows.ts'

/**
 * The first figure that a claim tells, with how exactly it does: “more than 1,480 people had died” is more than 1,480 people. It is
 * offered to be corrected: what is counted is the next word alone, and what is written large behind a number is a name or a month.
 * @returns null where nothing is counted
 */
export const figureIn = (statement: string): Claim['quantity'] =>
  quantityIn(statement, (end) => /^\s+(\p{Ll}[\p{L}\p{M}’'-]+)/u.exec(statement.slice(end))?.[1] ?? '', null)

import type { Claim, Stance } from '../records/claim.ts'
import type { Statement } from './statement.ts'

/**
 * Whether the claim of a statement tells the whole of it, who says so included (“The office did not answer”, “Braun denied
 * involvement”), and not only what is said.
 */
const tellsWhole = ({ claim, cue }: Pick<Statement, 'claim' | 'cue'>): boolean =>
  cue !== null && claim.toLowerCase().includes(cue.text.toLowerCase())

/** What a statement says of its claim: whoever denies something disputes it. */
export const stanceOf = (statement: Pick<Statement, 'claim' | 'cue' | 'strength'>): Stance =>
  statement.strength === 'denies' && !tellsWhole(statement) ? 'disputes' : 'supports'

/** The kind of the claim that is made of a statement: what is denied is itself no denial. */
export const kindOfClaim = (
  statement: Pick<Statement, 'claim' | 'cue' | 'strength' | 'kind'>,
): Claim['kind'] =>
  statement.kind === 'denial' && stanceOf(statement) === 'disputes' ? 'allegation' : statement.kind

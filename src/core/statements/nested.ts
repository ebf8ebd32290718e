import type { Span } from '../anchoring/span.ts'
import type { SuggestedHop } from '../attribution/chain-of.ts'
import { foldName } from '../records/fold-name.ts'
import { extentOf, leastDoubtful } from './certain.ts'
import type { Statement } from './statement.ts'

/** A statement with all of its words. */
interface Placed extends Span {
  one: Statement
}

/** Longer chains are not told in one sentence. */
const longestChain = 5

/**
 * What is said within what somebody else says has been passed on by them: of “officials told the union that the regulator had said”
 * the regulator asserts it, and the officials pass it on. Statements come in the order of the text.
 */
export function withRelayers(statements: readonly Statement[]): Statement[] {
  const open: Placed[] = []
  const passedOn = new Map<Statement, readonly SuggestedHop[]>()
  const inOrder = statements
    .map((one): Placed => ({ one, ...extentOf(one) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  for (const placed of inOrder) {
    const { one, start } = placed
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= start) open.pop()
    const around = open.findLast((other) => isAround(other.one, placed))?.one
    const chain = around && throughThose(one.chain, passedOn.get(around) ?? around.chain)
    if (chain) passedOn.set(one, chain)
    if (one.isSaid && one.confidence >= leastDoubtful) open.push(placed)
  }
  return statements.map((one) => ({ ...one, chain: [...(passedOn.get(one) ?? one.chain)] }))
}

/** Whether the words of one, with those that say so, stand in one piece of what the other says. */
const isAround = ({ content }: Statement, { one, ...whole }: Placed): boolean =>
  one.cue !== null && content.some((piece) => isWithin(whole, piece))

const isWithin = (one: Span, { start, end }: Span): boolean =>
  start <= one.start && one.end <= end && one.end - one.start < end - start

/** A chain that went through another one; undefined where it says nothing more. */
function throughThose(
  [first, ...rest]: readonly SuggestedHop[],
  others: readonly SuggestedHop[],
): SuggestedHop[] | undefined {
  const isThere = (name: string): boolean => others.some((other) => foldName(other.name) === foldName(name))
  if (!first || others.length === 0 || isThere(first.name) || first.isOutlet) return undefined
  // Between them stands nobody but the outlet, or whom both were told by.
  if (rest.some(({ name, isOutlet }) => !isOutlet && !isThere(name))) return undefined
  if (1 + others.length > longestChain) return undefined
  return [
    first,
    ...others.map((hop): SuggestedHop => (hop.mode === 'says' ? { ...hop, mode: 'reports' } : hop)),
  ]
}

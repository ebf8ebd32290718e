import type { Span } from '../anchoring/span.ts'
import type { SuggestedHop } from '../attribution/chain-of.ts'
import { foldName } from '../records/fold-name.ts'
import { leastDoubtful } from './certain.ts'
import type { Statement } from './statement.ts'

/** Longer chains are not told in one sentence. */
const longestChain = 5

/**
 * What is said within what somebody else says has been passed on by them: of “officials told the union that the regulator had said”
 * the regulator asserts it, and the officials pass it on. Statements come in the order of the text.
 */
export function withRelayers(statements: readonly Statement[]): Statement[] {
  const open: Statement[] = []
  const passedOn = new Map<Statement, readonly SuggestedHop[]>()
  const inOrder = [...statements].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  for (const one of inOrder) {
    while (open.length > 0 && endOf(open.at(-1)) <= startOf(one)) open.pop()
    const around = open.findLast((other) => isAround(other, one))
    const chain = around && throughThose(one.chain, passedOn.get(around) ?? around.chain)
    if (chain) passedOn.set(one, chain)
    if (one.isSaid && one.confidence >= leastDoubtful) open.push(one)
  }
  return statements.map((one) => ({ ...one, chain: [...(passedOn.get(one) ?? one.chain)] }))
}

const startOf = ({ content, cue }: Statement): number =>
  Math.min(content[0]?.start ?? Infinity, cue?.start ?? Infinity)
const endOf = (one: Statement | undefined): number =>
  Math.max(one?.content.at(-1)?.end ?? 0, one?.cue?.end ?? 0)

/** Whether the words of one, with those that say so, stand in one piece of what the other says. */
function isAround({ content }: Statement, one: Statement): boolean {
  const whole = { start: startOf(one), end: endOf(one) }
  return one.cue !== null && content.some((piece) => isWithin(whole, piece))
}

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

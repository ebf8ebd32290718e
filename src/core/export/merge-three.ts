import { diff3Merge, diffIndices } from 'node-diff3'
import { isMergedHead, mergeProperties, splitProperties } from './merge-properties.ts'

/** Of longer files the lines are not compared: it takes time that grows with their square. */
const mostLines = 20_000

/**
 * A file that somebody edited and that is to be written anew: what only one of the two changed is taken from that one. What somebody
 * added beside lines that are renewed stays beside them.
 * @param base as it was written last
 * @param theirs as somebody left it
 * @param mine as it is to be now
 * @returns null where both changed the same lines
 */
export function mergeThree(base: string, theirs: string, mine: string): string | null {
  const hasReturns = theirs.includes('\r\n')
  const edited = hasReturns ? theirs.replaceAll('\r\n', '\n') : theirs
  const merged = mergeParts(base, edited, mine)
  return merged !== null && hasReturns ? merged.replaceAll('\n', '\r\n') : merged
}

/** Properties by their names, the rest by its lines. */
function mergeParts(base: string, theirs: string, mine: string): string | null {
  const [was, is, next] = [base, theirs, mine].map(splitProperties)
  if (!was || !is || !next) return mergeLines(base, theirs, mine)
  const head = mergeProperties(was.head, is.head, next.head) ?? mergeHeads(was.head, is.head, next.head)
  const rest = head === null ? null : mergeLines(was.rest, is.rest, next.rest)
  return head === null || rest === null ? null : head + rest
}

/** By their lines, where these say then what both say. */
function mergeHeads(base: string, theirs: string, mine: string): string | null {
  const merged = mergeLines(base, theirs, mine)
  return merged !== null && isMergedHead(merged, base, theirs, mine) ? merged : null
}

function mergeLines(base: string, theirs: string, mine: string): string | null {
  const [was, is, next] = [base, theirs, mine].map((text) => text.split('\n'))
  if (!was || !is || !next || Math.max(was.length, is.length, next.length) > mostLines) return null
  const merged: string[] = []
  for (const part of diff3Merge(is, was, next)) {
    const lines = part.ok ?? (part.conflict && bothOf(part.conflict))
    if (lines === undefined) return null
    merged.push(...lines)
  }
  return merged.join('\n')
}

/** Both changes, where one only added something before or after what was there; undefined where they are of the same lines. */
function bothOf({ a: theirs, o: was, b: mine }: Sides): string[] | undefined {
  return added(theirs, was, mine) ?? added(mine, was, theirs)
}

/** The lines of a file that somebody added to what was written, or changed there; undefined where it is too long to be compared. */
export function ownLinesIn(base: string, theirs: string): string[] | undefined {
  const [was, is] = [base, theirs.replaceAll('\r\n', '\n')].map((text) => text.split('\n'))
  if (!was || !is || Math.max(was.length, is.length) > mostLines) return undefined
  return diffIndices(was, is).flatMap(({ buffer2Content }) => buffer2Content)
}

interface Sides {
  a: string[]
  o: string[]
  b: string[]
}

/** What one side added before or after the lines, with the lines as the other side has them. */
function added(
  one: readonly string[],
  was: readonly string[],
  other: readonly string[],
): string[] | undefined {
  if (one.length < was.length) return undefined
  const isBehind = was.every((line, at) => line === one[at])
  if (isBehind) return [...other, ...one.slice(was.length)]
  const from = one.length - was.length
  return was.every((line, at) => line === one[from + at]) ? [...one.slice(0, from), ...other] : undefined
}

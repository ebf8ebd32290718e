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
  const merged = mergeWhatCan(base, theirs, mine)
  return merged === null || merged.isLeft ? null : merged.text
}

/** A file of which everything is merged that can be. */
export interface Merged {
  text: string
  /** Whether lines that both changed are left as somebody has them. */
  isLeft: boolean
  /** What it is to be compared with the next time: as it is to be, but where lines are left, as they had been written. */
  base: string
}

/**
 * The same, where lines that both changed are left as somebody has them, and the rest is renewed.
 * @returns null where the properties at the top cannot be brought together, or the file is too long to be compared
 */
export function mergeWhatCan(base: string, theirs: string, mine: string): Merged | null {
  const hasReturns = theirs.includes('\r\n')
  const edited = hasReturns ? theirs.replaceAll('\r\n', '\n') : theirs
  const merged = mergeParts(base, edited, mine)
  return merged !== null && hasReturns ? { ...merged, text: merged.text.replaceAll('\n', '\r\n') } : merged
}

/** Properties by their names, the rest by its lines. */
function mergeParts(base: string, theirs: string, mine: string): Merged | null {
  const [was, is, next] = [base, theirs, mine].map(splitProperties)
  if (!was || !is || !next) return mergeLines(base, theirs, mine)
  const head = mergeProperties(was.head, is.head, next.head) ?? mergeHeads(was.head, is.head, next.head)
  const rest = head === null ? null : mergeLines(was.rest, is.rest, next.rest)
  return head === null || rest === null
    ? null
    : { text: head + rest.text, isLeft: rest.isLeft, base: next.head + rest.base }
}

/** By their lines, where these say then what both say. */
function mergeHeads(base: string, theirs: string, mine: string): string | null {
  const merged = mergeLines(base, theirs, mine)
  const isSaid = merged !== null && !merged.isLeft && isMergedHead(merged.text, base, theirs, mine)
  return isSaid ? merged.text : null
}

function mergeLines(base: string, theirs: string, mine: string): Merged | null {
  const [was, is, next] = [base, theirs, mine].map((text) => text.split('\n'))
  if (!was || !is || !next || Math.max(was.length, is.length, next.length) > mostLines) return null
  const merged: string[] = []
  const compared = [...next]
  let isLeft = false
  /** By how many lines what it is compared with is longer than what is to be, so far. */
  let longer = 0
  for (const { ok, conflict } of diff3Merge(is, was, next)) {
    const lines = ok ?? (conflict && bothOf(conflict))
    merged.push(...(lines ?? conflict?.a ?? []))
    if (lines !== undefined || conflict === undefined) continue
    isLeft = true
    const { bIndex, b, o } = conflict
    compared.splice(bIndex + longer, b.length, ...o)
    longer += o.length - b.length
  }
  return { text: merged.join('\n'), isLeft, base: compared.join('\n') }
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

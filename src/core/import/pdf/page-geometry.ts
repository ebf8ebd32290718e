import type { PlacedLine } from './page-places.ts'

/** A rectangle on a page, in tenths of a point from its upper left corner. */
export interface PageBox {
  left: number
  top: number
  right: number
  bottom: number
}

/** What a passage covers on a page: one box for each of its lines. */
export function boxesOf(
  lines: readonly PlacedLine[],
  { start, end }: { start: number; end: number },
): PageBox[] {
  return lines.flatMap((line) => {
    const [from, to] = [Math.max(start, line.start), Math.min(end, line.end)]
    if (from >= to) return []
    const edges = line.edges.slice((from - line.start) * 2, (to - line.start) * 2)
    // From right to left the first letter is the one on the right.
    const box = { left: Math.min(...edges), top: line.top, right: Math.max(...edges), bottom: line.bottom }
    return box.right > box.left ? [box] : []
  })
}

/** The code unit of the text that is nearest to a point of a page; null on a page without words. */
export function offsetAt(lines: readonly PlacedLine[], x: number, y: number): number | null {
  let nearest: PlacedLine | undefined
  let least = Infinity
  for (const line of lines) {
    const [left, right] = [Math.min(...line.edges), Math.max(...line.edges)]
    const away = distance(y, line.top, line.bottom) * 3 + distance(x, left, right)
    if (away < least) [nearest, least] = [line, away]
  }
  return nearest ? offsetIn(nearest, x) : null
}

const distance = (at: number, from: number, to: number): number => Math.max(0, from - at, at - to)

function offsetIn({ start, edges }: PlacedLine, x: number): number {
  let best = { unit: 0, away: Infinity, isBehind: false }
  for (let at = 0; at < edges.length; at += 2) {
    const [left, right] = [edges[at] ?? 0, edges[at + 1] ?? 0]
    const away = distance(x, left, right)
    if (away < best.away) best = { unit: at / 2, away, isBehind: x > (left + right) / 2 }
  }
  return start + best.unit + (best.isBehind ? 1 : 0)
}

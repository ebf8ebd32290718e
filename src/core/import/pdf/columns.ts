import { splitAt, type Line } from './lines.ts'

/** Fewer lines side by side are no columns, but a table, a formula, or the parts of a form. */
const leastLines = 6
/** What has more lines is no page that people set in columns. */
const mostLines = 2_000
/** How much of the lines of a column begin at its edge, and how near to it in points. */
const aligned = { share: 0.5, within: 4 }
/** The letters of the longer lines of a column; what is shorter are names, figures, code with remarks beside it. */
const leastLength = 24
/** The share of the width of the text that a column has at least. */
const leastWidth = 0.18

/**
 * Lines in the order in which they are read. The content stream is that order on most pages; it is left only where columns
 * stand beside each other: there the lines above, each column from top to bottom, and the lines below follow one another.
 */
export function inReadingOrder(whole: readonly Line[]): Line[] {
  const lines = splitAtGutter(whole)
  const gutter = lines.length > mostLines ? undefined : gutterOf(lines)
  if (gutter === undefined) return [...lines]
  const ordered: Line[] = []
  for (const band of bandsOf(lines, gutter)) {
    const [left, right] = sides(band, gutter)
    if (left.length === 0 || right.length === 0) ordered.push(...band)
    else ordered.push(...inReadingOrder(left), ...inReadingOrder(right))
  }
  return ordered
}

/** Some programs write line after line across both columns: where many lines of prose have a gap at one place, they are taken apart. */
function splitAtGutter(lines: readonly Line[]): readonly Line[] {
  const gaps = lines.flatMap((line) => line.gaps.map((gap) => ({ line, gap })))
  if (gaps.length < leastLines) return lines
  for (const { gap: candidate } of gaps.slice(0, 20)) {
    const at = candidate.to - 1
    const apart = gaps.filter(({ gap }) => gap.from < at && gap.to >= at && gap.to - at < aligned.within * 2)
    if (apart.length < leastLines) continue
    const halves = new Map(apart.map(({ line, gap }) => [line, splitAt(line, gap)]))
    const isProse = (side: 0 | 1): boolean =>
      quantile(
        [...halves.values()].map((half) => half[side].text.length),
        0.5,
      ) >= leastLength
    if (isProse(0) && isProse(1)) return lines.flatMap((line) => halves.get(line) ?? [line])
  }
  return lines
}

interface Gutter {
  from: number
  to: number
}

const isAcross = (line: Line, { from, to }: Gutter): boolean => line.left < from && line.right > to

/** Where nothing stands between two columns; undefined on a page without. */
function gutterOf(lines: readonly Line[]): Gutter | undefined {
  if (lines.length < leastLines * 2) return undefined
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const width = right - left
  const narrow = lines.filter((line) => line.right - line.left < width * 0.62)
  if (narrow.length < leastLines * 2 || narrow.length < lines.length * 0.5) return undefined
  const starts = new Map<number, number>()
  for (const line of narrow) {
    const at = Math.round(line.left / 2) * 2
    starts.set(at, (starts.get(at) ?? 0) + 1)
  }
  const edges = [...starts]
    .filter(
      ([at, count]) => count >= leastLines / 2 && at > left + width * 0.15 && at < right - width * leastWidth,
    )
    .sort(([, one], [, other]) => other - one)
    .slice(0, 6)
  for (const [edge] of edges) {
    const gutter = gutterBefore(edge - 1, narrow, left, right)
    if (gutter) return gutter
  }
  return undefined
}

/** The gap to the left of an edge that many lines begin at, when what stands on both sides of it are columns. */
function gutterBefore(edge: number, lines: readonly Line[], left: number, right: number): Gutter | undefined {
  const before = lines.filter((line) => line.left < edge - 1 && line.right <= edge + 1)
  const behind = lines.filter((line) => line.left >= edge - 1)
  const across = lines.length - before.length - behind.length
  if (across > lines.length * 0.08 || before.length < leastLines || behind.length < leastLines)
    return undefined
  const width = right - left
  const isColumn = (side: readonly Line[]): boolean => {
    const edgeOfSide = commonest(side.map((line) => Math.round(line.left)))
    const atEdge = side.filter((line) => Math.abs(line.left - edgeOfSide) <= aligned.within).length
    const widest = quantile(
      side.map((line) => line.right - line.left),
      0.8,
    )
    const longest = quantile(
      side.map((line) => line.text.length),
      0.7,
    )
    return atEdge >= side.length * aligned.share && widest >= width * leastWidth && longest >= leastLength
  }
  if (!isColumn(before) || !isColumn(behind) || !standBeside(before, behind)) return undefined
  const from = quantile(
    before.map((line) => line.right),
    0.97,
  )
  return edge - from < 3 ? undefined : { from: Math.min(from, edge - 2), to: edge }
}

/** Whether several lines of each side stand at the height of lines of the other one. */
function standBeside(one: readonly Line[], other: readonly Line[]): boolean {
  const [oneTop, oneEnd] = extent(one)
  const [otherTop, otherEnd] = extent(other)
  const [top, end] = [Math.max(oneTop, otherTop), Math.min(oneEnd, otherEnd)]
  const within = (lines: readonly Line[]): number =>
    lines.filter((line) => line.bottom > top && line.top < end).length
  return end > top && within(one) >= leastLines && within(other) >= leastLines
}

const extent = (lines: readonly Line[]): [number, number] => [
  Math.min(...lines.map(({ top }) => top)),
  Math.max(...lines.map(({ bottom }) => bottom)),
]

/** The lines between any two that go across the gutter, and those by themselves, from top to bottom. */
function bandsOf(lines: readonly Line[], gutter: Gutter): Line[][] {
  const sorted = lines.toSorted((one, other) => one.top - other.top)
  const across = sorted.filter((line) => isAcross(line, gutter))
  const bands: Line[][] = []
  let rest = lines.filter((line) => !isAcross(line, gutter))
  for (const line of across) {
    const above = rest.filter((one) => one.top < line.top)
    if (above.length > 0) bands.push(above)
    rest = rest.filter((one) => one.top >= line.top)
    const last = bands.at(-1)
    const isNext = last?.every((one) => isAcross(one, gutter))
    if (last && isNext === true) last.push(line)
    else bands.push([line])
  }
  if (rest.length > 0) bands.push(rest)
  return bands
}

const sides = (band: readonly Line[], { from, to }: Gutter): [Line[], Line[]] => {
  const middle = (from + to) / 2
  const [left, right]: [Line[], Line[]] = [[], []]
  for (const line of band) (line.left >= middle ? right : left).push(line)
  return [left, right]
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0]
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

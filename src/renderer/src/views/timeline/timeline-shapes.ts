import { scaleUtc } from 'd3-scale'
import type { Colours } from '../../components/pictures/use-theme-colours.ts'
import type { Shape } from '../../components/pictures/shapes.ts'
import { laneHead, lineHeight, spanOf, type LaidLane, type Mark } from './timeline-layout.ts'

export interface View {
  /** Milliseconds since 1970 (UTC) at the left. */
  from: number
  msPerPixel: number
  width: number
  height: number
  /** How far down it is scrolled. */
  top: number
}
export interface DrawnMark {
  mark: Mark
  x: number
  y: number
  width: number
}

export const axisHeight = 30
const tickEvery = 110
const day = 86_400_000
const markHeight = 14
/** About what a letter takes; names are cut by it, not wrapped. */
const letterWidth = 5.9
/** What is left free between a name and the next mark. */
const gap = 10

/** The shapes of what is in view, and where its marks are, for the pointer. */
export function timelineShapes(
  lanes: readonly LaidLane[],
  view: View,
  colours: Colours,
  locale: string,
  chosen: string | null,
): { shapes: Shape[]; drawn: DrawnMark[] } {
  const shapes: Shape[] = gridLines(view, colours)
  const drawn: DrawnMark[] = []
  for (const lane of lanes) {
    const top = lane.top - view.top + axisHeight
    if (top > view.height || top + lane.height < axisHeight) continue
    const head = lane.name === '' ? 0 : laneHead
    const ends = lane.nameRoom === 0 ? [] : roomsIn(lane, view)
    for (const [index, mark] of lane.marks.entries()) {
      const line = lane.lines[index] ?? 0
      const y = top + head + line * lineHeight + 4
      if (y > view.height || y < axisHeight - lineHeight) continue
      const { x, width } = spanOf(mark, view)
      const isOut = x > view.width || x + width + lane.nameRoom < 0
      if (isOut) continue
      drawn.push({ mark, x, y, width })
      shapes.push(...markShapes(mark, { x, y, width }, colours, mark.row.id === chosen))
      if (lane.nameRoom === 0) continue
      const end = ends[index] ?? view.width
      shapes.push(label(mark, { x, y, width }, end, view, lane.crowds[line] === 1, colours))
    }
    if (head > 0) shapes.push(...laneName(lane.name, top, view, colours))
  }
  return { shapes: [...shapes, ...axis(view, colours, locale)], drawn }
}

/** Where the room for the name of each mark ends: at the next mark of its line, or at the edge of the view. */
function roomsIn(lane: LaidLane, view: View): number[] {
  const next = new Map<number, number>()
  const ends: number[] = []
  for (let index = lane.marks.length - 1; index >= 0; index -= 1) {
    const [mark, line] = [lane.marks[index], lane.lines[index] ?? 0]
    if (!mark) continue
    ends[index] = Math.min(view.width, next.get(line) ?? view.width)
    next.set(line, spanOf(mark, view).x - gap)
  }
  return ends
}

const laneName = (name: string, top: number, { width }: View, colours: Colours): Shape[] => [
  { kind: 'line', from: [0, top], to: [width, top], stroke: colours.line, width: 1 },
  { kind: 'words', x: 12, y: top + 15, text: name, fill: colours['ink-2'], size: 12, isBold: true },
]

function colourOf({ row }: Mark, colours: Colours): [strong: string, soft: string] {
  if (row.status === 'confirmed' || row.status === 'corroborated')
    return [colours.supports, colours['supports-soft']]
  if (row.status === 'disputed' || row.status === 'refuted')
    return [colours.disputes, colours['disputes-soft']]
  return [colours['cue-2'], colours.sunken]
}

/**
 * A mark is full where the time is known to the day, or was a stretch of time; hollow where it is only known to lie
 * within; faded at the ends where it is approximate, or where there is none; dashed where it is uncertain.
 */
function markShapes(
  mark: Mark,
  { x, y, width }: Omit<DrawnMark, 'mark'>,
  colours: Colours,
  isChosen: boolean,
): Shape[] {
  const [strong, soft] = colourOf(mark, colours)
  const { isInterval, isApproximate, isUncertain, from, to } = mark.shape
  const fades = isApproximate ? 'both' : from === -Infinity ? 'start' : to === Infinity ? 'end' : undefined
  const shape: Shape = {
    kind: 'box',
    x,
    y,
    width,
    height: markHeight,
    // A day is a point, a stretch of time a bar.
    radius: !isInterval && to - from <= day ? markHeight / 2 : 2,
    fill: isHollow(mark) ? soft : strong,
    ...(fades === undefined ? {} : { fades }),
    ...(fades !== undefined && !isUncertain ? {} : { stroke: strong }),
    isDashed: isUncertain,
  }
  const ring: Shape = {
    kind: 'box',
    x: x - 3,
    y: y - 3,
    width: width + 6,
    height: markHeight + 6,
    radius: 5,
    fill: 'transparent',
    stroke: colours.ink,
  }
  return isChosen ? [ring, shape] : [shape]
}

/** Whether a mark is hollow: words can be read in it. */
const isHollow = ({ shape: { isInterval, isUncertain, from, to } }: Mark): boolean =>
  isUncertain || (!isInterval && to - from > day)

/**
 * Beside its mark: after it, or, where there is not enough room, in it if it is hollow, or before it where nothing else stands in the
 * line.
 * @param end where the room after it ends, in pixels
 */
function label(
  mark: Mark,
  { x, y, width }: Omit<DrawnMark, 'mark'>,
  end: number,
  view: View,
  isAlone: boolean,
  colours: Colours,
): Shape {
  const { statement } = mark.row
  const after = Math.max(x + width, 0) + 5
  const wanted = statement.length * letterWidth + gap
  const isShort = after + wanted > end
  const from = Math.max(x, 0) + 6
  const isWithin = isShort && isHollow(mark) && Math.min(x + width, view.width) - from >= wanted
  const isBefore = !isWithin && isShort && isAlone && x - 5 > Math.max(end - after, wanted)
  const room = isWithin ? wanted : isBefore ? x - 5 : Math.max(end - after, 60)
  const letters = Math.floor((room - gap) / letterWidth)
  const text =
    statement.length > letters
      ? `${statement
          .slice(0, letters - 1)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`
      : statement
  const place = isBefore ? ({ x: x - 5, anchor: 'end' } as const) : { x: isWithin ? from : after }
  return { kind: 'words', ...place, y: y + 11, text, fill: colours.ink, size: 11.5 }
}

const ticksOf = ({ from, msPerPixel, width }: View): Date[] =>
  scaleUtc()
    .domain([from, from + msPerPixel * width])
    .ticks(Math.max(2, Math.floor(width / tickEvery)))

const gridLines = (view: View, colours: Colours): Shape[] =>
  ticksOf(view).map((tick) => {
    const x = (tick.getTime() - view.from) / view.msPerPixel
    return { kind: 'line', from: [x, axisHeight], to: [x, view.height], stroke: colours.line, width: 1 }
  })

function axis(view: View, colours: Colours, locale: string): Shape[] {
  const ticks = ticksOf(view)
  const [first, second] = ticks
  const step = first && second ? second.getTime() - first.getTime() : 365 * day
  const words = tickWords(step, locale)
  return [
    { kind: 'box', x: 0, y: 0, width: view.width, height: axisHeight, fill: colours.paper },
    ...ticks.map((tick): Shape => {
      const x = (tick.getTime() - view.from) / view.msPerPixel
      const text = words(tick)
      const half = (text.length * letterWidth) / 2
      // At the edges words stand beside their line, whole.
      const anchor = x < half ? 'start' : x > view.width - half ? 'end' : 'middle'
      const at = Math.min(view.width - 4, Math.max(4, x))
      return {
        kind: 'words',
        x: anchor === 'middle' ? x : at,
        y: 19,
        text,
        fill: colours['ink-2'],
        size: 11.5,
        anchor,
      }
    }),
    {
      kind: 'line',
      from: [0, axisHeight],
      to: [view.width, axisHeight],
      width: 1,
      stroke: colours.line,
    },
  ]
}

/** As much of a date as tells one tick from the next. */
function tickWords(step: number, locale: string): (tick: Date) => string {
  const format = (options: Intl.DateTimeFormatOptions): ((tick: Date) => string) => {
    const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (tick) => made.format(tick)
  }
  const year = format({ year: 'numeric' })
  const ancient = format({ year: 'numeric', era: 'short' })
  if (step >= 360 * day) return (tick) => (tick.getUTCFullYear() < 1 ? ancient(tick) : year(tick))
  if (step >= 27 * day) return format({ month: 'short', year: 'numeric' })
  const date = format({ month: 'short', day: 'numeric', year: 'numeric' })
  if (step >= day) return date
  const time = format(
    step < 60_000
      ? { hour: '2-digit', minute: '2-digit', second: '2-digit' }
      : { hour: '2-digit', minute: '2-digit' },
  )
  return (tick) => (tick.getTime() % day === 0 ? date(tick) : time(tick))
}

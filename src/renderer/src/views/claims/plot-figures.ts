import type { Markish } from '@observablehq/plot'
import type { FigureRow } from '../../../../contract/claim-findings.ts'
import { unitOf } from '../../../../core/claims/units.ts'
import { edtfSpan } from '../../../../core/records/edtf.ts'
import type { Language } from '../../../../core/words/language.ts'
import type { Colours } from '../../components/pictures/use-theme-colours.ts'
import { spread } from './spread.ts'

interface Options {
  /** The claim that is looked at. */
  own: string
  unit: string
  colours: Colours
  /** Whose figure it is; what is too long is shortened. */
  nameOf: (row: FigureRow) => string
  /** What it says. */
  valueOf: (row: FigureRow) => string
  number: (value: number) => string
  language: Language
  /** How much room there is, in pixels. */
  width: number
  /** What is told where the heights do not begin at nothing. */
  broken: string
}

interface Point {
  at: Date
  low: number
  high: number
  middle: number
  name: string
  isConflict: boolean
  isOwn: boolean
}

/** Its width is that of its place, in pixels; names and values stand at the right. */
const widest = 800
const narrowest = 420
const sizeIn = (width: number) => ({
  width: Math.min(widest, Math.max(narrowest, width)),
  height: 260,
  marginLeft: 64,
  marginRight: width < 600 ? 200 : 290,
  marginBottom: 34,
  marginTop: 24,
})
/** What a letter of a name takes, in pixels. */
const letterWidth = 6.6
/** What a line of words takes, in pixels. */
const lineHeight = 16
const gap = 14

/**
 * Figures of one quantity along time: a bar from the least to the most that is claimed, with whose figure it is.
 * Figures of no date stand at the left.
 */
export async function plotFigures(rows: readonly FigureRow[], options: Options): Promise<Element> {
  // Only pages with several figures need it.
  const Plot = await import('@observablehq/plot')
  const { colours, unit, number, broken } = options
  const size = sizeIn(options.width)
  const points = pointsOf(rows, options, Math.floor((size.marginRight - gap) / letterWidth))
  const hasDates = rows.some(({ quantity }) => quantity.asOf !== null)
  const isFromZero = startsAtZero(points)
  const stroke = ({ isConflict }: Point): string => (isConflict ? colours.disputes : colours['cue-2'])
  const marks = [
    Plot.ruleX(points, { x: 'at', y1: 'low', y2: 'high', stroke, strokeWidth: 5, strokeLinecap: 'round' }),
    Plot.dot(points, {
      x: 'at',
      y: 'middle',
      r: ({ isOwn }: Point) => (isOwn ? 7 : 5),
      fill: stroke,
      symbol: ({ isConflict }: Point) => (isConflict ? 'diamond' : 'circle'),
    }),
  ]
  const draw = (more: readonly Markish[]): ReturnType<typeof Plot.plot> =>
    Plot.plot({
      // Made apart from the page, whose policy forbids style sheets in the text; its own looks are given as attributes.
      document: document.implementation.createHTMLDocument(''),
      ...size,
      // Where no figure has a date, there is no time to be told.
      x: hasDates
        ? { type: 'utc', label: null, nice: true, ticks: 6, tickFormat: dayIn(points, options.language) }
        : { type: 'utc', label: null, axis: null },
      y: { label: unit, nice: true, grid: true, ticks: 5, tickFormat: number, zero: isFromZero },
      marks: [...marks, ...more],
    })
  const scale = draw([]).scale('y')
  const heights = points.map(({ middle }) => Number(scale?.apply(middle)))
  const places = spread(heights, lineHeight, { least: size.marginTop, most: size.height - size.marginBottom })
  const picture = draw(
    points.map((point, index) =>
      Plot.text([point], {
        x: 'at',
        y: 'middle',
        text: [point.name],
        dx: gap,
        textAnchor: 'start',
        dy: (places[index] ?? 0) - (heights[index] ?? 0),
        fill: colours.ink,
        fontWeight: point.isOwn ? 700 : 500,
      }),
    ),
  )
  if (!isFromZero) breakAxis(picture, size, colours, broken)
  return dressed(picture, colours)
}

/** @param nameLetters how many letters there is room for, the value counted */
function pointsOf(
  rows: readonly FigureRow[],
  { own, unit, nameOf, valueOf }: Options,
  nameLetters: number,
): Point[] {
  const dates = rows.map(({ quantity }) =>
    quantity.asOf === null ? Number.NaN : (edtfSpan(quantity.asOf)?.from ?? Number.NaN),
  )
  const known = dates.filter(Number.isFinite)
  const first = known.length === 0 ? 0 : Math.min(...known)
  return rows.map((row, index) => {
    // “5 million euros” and “5,000,000 euros” stand at the same height.
    const scale = unitOf(row.quantity.unit).scale / unitOf(unit).scale
    const [low, high] = [row.quantity.low * scale, row.quantity.high * scale]
    const date = dates[index] ?? Number.NaN
    return {
      at: new Date(Number.isFinite(date) ? date : first),
      low,
      high,
      middle: (low + high) / 2,
      name: label(nameOf(row), valueOf(row), nameLetters),
      isConflict: row.conflicts.length > 0,
      isOwn: row.claim === own,
    }
  })
}

/** Where figures differ by much, heights begin at nothing; else their differences would not be seen. */
function startsAtZero(points: readonly Point[]): boolean {
  const [least, most] = [
    Math.min(...points.map(({ low }) => low)),
    Math.max(...points.map(({ high }) => high)),
  ]
  return least <= 0 || (most - least) / most > 0.25
}

/** The mark that the heights are broken below, and words that say so. */
function breakAxis(
  picture: Element,
  { height, marginLeft, marginBottom }: ReturnType<typeof sizeIn>,
  colours: Colours,
  words: string,
): void {
  const [x, y] = [marginLeft, height - marginBottom + 4]
  const { ownerDocument: made } = picture
  const line = made.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', `M${x - 6},${y + 4}l4,-6l4,6l4,-6`)
  line.setAttribute('fill', 'none')
  line.setAttribute('stroke', colours['ink-2'])
  const text = made.createElementNS('http://www.w3.org/2000/svg', 'text')
  text.setAttribute('x', '2')
  text.setAttribute('y', String(height - 4))
  text.setAttribute('text-anchor', 'start')
  text.textContent = words
  picture.append(line, text)
}

/** In milliseconds. */
const aDay = 86_400_000

/** How a moment below the picture is told: as exactly as the stretch of time that is shown asks for. */
function dayIn(points: readonly Point[], language: Language): (at: Date) => string {
  const times = points.map(({ at }) => at.getTime())
  const days = (Math.max(...times) - Math.min(...times)) / aDay
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    ...(days > 1_500
      ? { year: 'numeric' }
      : days > 90
        ? { year: 'numeric', month: 'short' }
        : { day: 'numeric', month: 'short' }),
  })
  return (at) => format.format(at)
}

/** The name gives way to the value, which is what is compared. */
function label(name: string, value: string, nameLetters: number): string {
  const letters = Array.from(name)
  const room = Math.max(8, nameLetters - value.length)
  const short =
    letters.length <= room
      ? name
      : `${letters
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`
  return `${short} · ${value}`
}

function dressed(picture: Element & ElementCSSInlineStyle, colours: Colours): Element {
  for (const sheet of picture.querySelectorAll('style')) sheet.remove()
  // The picture has one name as a whole, and a table beside it.
  for (const part of picture.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
  picture.setAttribute('fill', colours['ink-2'])
  picture.setAttribute('font-family', 'Inter Variable, system-ui, sans-serif')
  picture.setAttribute('font-size', '12')
  // Time goes from left to right in every language; words go their own way within.
  picture.setAttribute('direction', 'ltr')
  picture.setAttribute('text-anchor', 'middle')
  picture.style.maxWidth = '100%'
  picture.style.height = 'auto'
  picture.style.overflow = 'visible'
  return document.adoptNode(picture)
}

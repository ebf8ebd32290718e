import type { Colours } from '../../components/pictures/use-theme-colours.ts'

/** A name is written in this way, in the picture and in a file. */
export const nameFont = "500 12px 'Inter Variable', system-ui, sans-serif"
export const nameSize = 12
const gap = 3
const lineHeight = 15

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** A node on the screen, in pixels; `size` is its radius. */
export interface Dot {
  x: number
  y: number
  size: number
}

/** A name that is to be placed: its lines, and the width of the widest one in pixels. */
export interface Words {
  lines: readonly string[]
  width: number
}

/** A name where it stands: the base line of its first line, and on which side of `x` its lines are. */
export interface PlacedName {
  x: number
  y: number
  align: 'start' | 'center' | 'end'
  lines: readonly string[]
}

type NameColours = Pick<Colours, 'ink' | 'ink-3' | 'paper' | 'surface'>

/** A name with a rim of the paper around it, so that links do not run through its letters. */
export function drawName(context: CanvasRenderingContext2D, place: PlacedName, colours: NameColours): void {
  context.font = nameFont
  context.textAlign = place.align
  context.lineWidth = 4
  context.lineJoin = 'round'
  context.strokeStyle = colours.paper
  context.fillStyle = colours.ink
  for (const draw of ['strokeText', 'fillText'] as const)
    for (const { text, x, y } of linesOf(place)) context[draw](text, x, y)
  context.textAlign = 'start'
}

/** A sign in the middle of a place. @param size of its letters, in pixels */
export function drawSign(
  context: CanvasRenderingContext2D,
  sign: string,
  { x, y }: { x: number; y: number },
  { size, fill }: { size: number; fill: string },
): void {
  context.font = `700 ${String(size)}px 'Inter Variable', system-ui, sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = fill
  context.fillText(sign, x, y)
  context.textAlign = 'start'
  context.textBaseline = 'alphabetic'
}

/** The lines of a name, and where each stands. */
export const linesOf = ({ lines, x, y }: PlacedName): { text: string; x: number; y: number }[] =>
  lines.map((text, at) => ({ text, x, y: y + at * lineHeight }))

/** The name of a node under the pointer, in a box over all others. */
export function drawHover(
  context: CanvasRenderingContext2D,
  data: Dot & { label?: string | null },
  colours: NameColours,
): void {
  const label = data.label ?? ''
  context.font = nameFont
  const width = context.measureText(label).width
  const x = data.x + data.size + gap
  context.fillStyle = colours.surface
  context.strokeStyle = colours['ink-3']
  context.beginPath()
  context.roundRect(x - 4, data.y - 11, width + 12, 22, 4)
  context.fill()
  context.stroke()
  context.beginPath()
  context.arc(data.x, data.y, data.size + 2, 0, 2 * Math.PI)
  context.stroke()
  context.fillStyle = colours.ink
  context.fillText(label, x + 2, data.y + 4)
}

/** About so many letters stand in a line of a name. */
const lettersInLine = 26
const mostLines = 3

/** A name in lines of about so many letters; what is longer than three of them is cut. */
export function inLines(name: string, letters = lettersInLine): string[] {
  const lines: string[] = []
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= mostLines) return lines
  const kept = lines.slice(0, mostLines)
  return [...kept.slice(0, -1), `${kept.at(-1) ?? ''}…`]
}

/**
 * Where the names of nodes stand: beside their node, on whatever side nothing else is. A name without room is left out; it is
 * shown when its node is pointed at.
 */
export class NamePlaces {
  #view: Box = { left: 0, top: 0, right: 0, bottom: 0 }
  #taken: Box[] = []
  #placed = new Map<string, PlacedName>()

  /** Begins with what no name may cover. @param view its size: no name stands outside of it */
  begin(view: { width: number; height: number }, dots: readonly Dot[]): void {
    this.#view = { left: 0, top: 0, right: view.width, bottom: view.height }
    this.#taken = dots.map(({ x, y, size }) => ({
      left: x - size,
      right: x + size,
      top: y - size,
      bottom: y + size,
    }))
    this.#placed = new Map()
  }

  /** @returns where a name stands; null when there is no room */
  place(id: string, dot: Dot, { lines, width }: Words): PlacedName | null {
    for (const { x, y, align } of sidesOf(dot, (lines.length - 1) * lineHeight)) {
      const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2
      const box = {
        left,
        right: left + width,
        top: y - lineHeight + 4,
        bottom: y + (lines.length - 1) * lineHeight + 4,
      }
      if (!isWithin(box, this.#view) || this.#taken.some((other) => overlap(box, other))) continue
      const place = { x, y, align, lines }
      this.#taken.push(box)
      this.#placed.set(id, place)
      return place
    }
    return null
  }

  /** The names that were placed, by the ids of their nodes. */
  get placed(): ReadonlyMap<string, PlacedName> {
    return this.#placed
  }
}

/** The places around a node, the best first. @param more height of the lines behind the first one */
function sidesOf({ x, y, size }: Dot, more: number): Omit<PlacedName, 'lines'>[] {
  const [right, left] = [x + size + gap, x - size - gap]
  const [beside, below, above] = [y + 4 - more / 2, y + size + lineHeight, y - size - gap - 2 - more]
  return [
    { x: right, y: beside, align: 'start' },
    { x: left, y: beside, align: 'end' },
    { x, y: below, align: 'center' },
    { x, y: above, align: 'center' },
    { x: right, y: below - 4, align: 'start' },
    { x: right, y: above + 4, align: 'start' },
    { x: left, y: below - 4, align: 'end' },
    { x: left, y: above + 4, align: 'end' },
  ]
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

const isWithin = (one: Box, other: Box): boolean =>
  one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom

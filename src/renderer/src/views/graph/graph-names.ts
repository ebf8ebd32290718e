import type { Colours } from '../../components/pictures/use-theme-colours.ts'

/** A name is written in this way, in the picture and in a file. */
const nameFont = "500 12px 'Inter Variable', system-ui, sans-serif"
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
interface Dot {
  x: number
  y: number
  size: number
}

/** What sigma says of a name that is to be drawn. */
interface Named extends Dot {
  label?: string | null
  key?: string
}
type NameColours = Pick<Colours, 'ink' | 'ink-3' | 'paper' | 'surface'>

/** A name with a rim of the paper around it, so that links do not run through its letters; nothing where it has no room. */
export function drawName(
  context: CanvasRenderingContext2D,
  data: Named,
  places: NamePlaces,
  colours: NameColours,
): void {
  if (!data.label) return
  context.font = nameFont
  const place = places.place(data.key ?? '', data, context.measureText(data.label).width)
  if (!place) return
  const { x, y } = place
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = colours.paper
  context.strokeText(data.label, x, y)
  context.fillStyle = colours.ink
  context.fillText(data.label, x, y)
}

/** The name of a node under the pointer, in a box over all others. */
export function drawHover(context: CanvasRenderingContext2D, data: Named, colours: NameColours): void {
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

/**
 * Where the names of nodes stand: beside their node, on whatever side nothing else is. A name without room is left out; it is
 * shown when its node is pointed at.
 */
export class NamePlaces {
  #view: Box = { left: 0, top: 0, right: 0, bottom: 0 }
  #taken: Box[] = []
  #placed = new Map<string, { x: number; y: number }>()

  /** Begins with what no name may cover. @param view its size; names that do not fit in it stand elsewhere if they can */
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

  /** The beginning of the base line of a name; null where there is no room. @param width of the name in pixels */
  place(id: string, { x, y, size }: Dot, width: number): { x: number; y: number } | null {
    const sides = [
      { x: x + size + gap, y: y + 4 },
      { x: x - size - gap - width, y: y + 4 },
      { x: x - width / 2, y: y + size + lineHeight },
      { x: x - width / 2, y: y - size - gap - 2 },
    ]
    const free = sides.flatMap((at) => {
      const box = {
        left: at.x,
        right: at.x + width,
        top: at.y - lineHeight + 4,
        bottom: at.y + 4,
      }
      return this.#taken.some((other) => overlap(box, other)) ? [] : [{ at, box }]
    })
    const best = free.find(({ box }) => isWithin(box, this.#view)) ?? free[0]
    if (!best) return null
    this.#taken.push(best.box)
    this.#placed.set(id, best.at)
    return best.at
  }

  /** The names that were placed, by the ids of their nodes. */
  get placed(): ReadonlyMap<string, { x: number; y: number }> {
    return this.#placed
  }
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

const isWithin = (one: Box, other: Box): boolean =>
  one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom

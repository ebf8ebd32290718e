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
interface Dot {
  x: number
  y: number
  size: number
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
      ...{ left: x - size, right: x + size },
      ...{ top: y - size, bottom: y + size },
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
        ...{ left: at.x, right: at.x + width },
        ...{ top: at.y - lineHeight + 4, bottom: at.y + 4 },
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

import type { PageBox } from '../../../../core/import/pdf/page-geometry.ts'

/** How often a page is turned by a quarter, clockwise. */
export type Turn = 0 | 1 | 2 | 3

export interface Size {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

const turns: readonly Turn[] = [0, 1, 2, 3]
const times = (quarters: number): Turn => turns[quarters % 4] ?? 0

export const turnedOnce = (turn: Turn): Turn => times(turn + 1)

/** How large a page is when it is turned. */
export const sizeTurned = ({ width, height }: Size, turn: Turn): Size =>
  turn % 2 === 0 ? { width, height } : { width: height, height: width }

/** Where a point of a page lies when it is turned, from the upper left corner of what is then seen. @param size of the page as it is */
export function turned({ x, y }: Point, { width, height }: Size, turn: Turn): Point {
  if (turn === 1) return { x: height - y, y: x }
  if (turn === 2) return { x: width - x, y: height - y }
  return turn === 3 ? { x: y, y: width - x } : { x, y }
}

/** The point of the page that lies there when it is turned. */
export const onPage = (point: Point, size: Size, turn: Turn): Point =>
  turned(point, sizeTurned(size, turn), times(4 - turn))

/** A box of a page when it is turned. */
export function boxTurned({ left, top, right, bottom }: PageBox, size: Size, turn: Turn): PageBox {
  const [one, other] = [turned({ x: left, y: top }, size, turn), turned({ x: right, y: bottom }, size, turn)]
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    right: Math.max(one.x, other.x),
    bottom: Math.max(one.y, other.y),
  }
}

/** The same for CSS, about the upper left corner. */
export function transformOf({ width, height }: Size, turn: Turn): string | undefined {
  if (turn === 0) return undefined
  const { x, y } = { 1: { x: height, y: 0 }, 2: { x: width, y: height }, 3: { x: 0, y: width } }[turn]
  return `translate(${x}px, ${y}px) rotate(${turn * 90}deg)`
}

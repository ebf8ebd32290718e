/** What a name takes beside its node, in pixels of a picture: two or three lines of some letters. */
const [nameWidth, nameHeight] = [160, 52]
/** So much of the picture is free for links. */
const loose = 1.5
/** Names are wider than high, and so is the window: the layout is drawn out as much. */
export const wide = 2
const rounds = 120
/** Beyond so many nodes names are not shown all at once. */
export const mostWithRoom = 200

/**
 * Moves nodes apart so that each has room for its name, and as little as that needs. Positions are x and y of one node after another;
 * what comes back is in pixels of a picture that is as large as they need, drawn together from side to side by `wide`.
 */
export function makeRoom(positions: Float32Array): Float32Array {
  const count = positions.length / 2
  if (count < 2) return positions
  const xs = Array.from({ length: count }, (_, at) => positions[2 * at] ?? 0)
  const ys = Array.from({ length: count }, (_, at) => positions[2 * at + 1] ?? 0)
  const area = count * nameWidth * nameHeight * loose
  const height = Math.sqrt(area / wide)
  const place = (values: readonly number[], length: number): number[] => {
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return values.map((value) => (most === least ? 0.5 : (value - least) / (most - least)) * length)
  }
  const [x, y] = [place(xs, height * wide), place(ys, height)]
  for (let round = 0; round < rounds; round += 1) {
    let isMoved = false
    for (let one = 0; one < count; one += 1)
      for (let other = one + 1; other < count; other += 1) isMoved = part(x, y, one, other) || isMoved
    if (!isMoved) break
  }
  return Float32Array.from({ length: 2 * count }, (_, at) =>
    at % 2 === 0 ? (x[at >> 1] ?? 0) / wide : (y[at >> 1] ?? 0),
  )
}

/** Moves two nodes whose names would lie over each other, along the shorter way. @returns whether they had to be moved */
function part(x: number[], y: number[], one: number, other: number): boolean {
  const [byX, byY] = [(x[other] ?? 0) - (x[one] ?? 0), (y[other] ?? 0) - (y[one] ?? 0)]
  const [tooNearX, tooNearY] = [nameWidth - Math.abs(byX), nameHeight - Math.abs(byY)]
  // A hair is no overlap: there would be no end to it.
  if (tooNearX <= 0.5 || tooNearY <= 0.5) return false
  const isAcross = tooNearX / nameWidth < tooNearY / nameHeight
  const [axis, by, near] = isAcross ? [x, byX, tooNearX] : [y, byY, tooNearY]
  const step = (Math.sign(by) || 1) * (near / 2)
  axis[one] = (axis[one] ?? 0) - step
  axis[other] = (axis[other] ?? 0) + step
  return true
}

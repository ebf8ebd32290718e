/** Sequences that differ in more than this are not compared: time and memory grow with the square of it. */
const mostDifferences = 1_500

/**
 * A longest common subsequence, as pairs of places in order; null when there is too much that differs. Time grows with the
 * lengths and with the square of the number of differences (Myers, An O(ND) Difference Algorithm, 1986).
 */
export function commonSequence(a: Int32Array, b: Int32Array): [number, number][] | null {
  const most = Math.min(a.length + b.length, mostDifferences)
  // How far each diagonal reaches, for every number of differences tried: what the way back is read from.
  const reached: Int32Array[] = []
  const reach = new Int32Array(2 * most + 3)
  for (let differences = 0; differences <= most; differences += 1) {
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = step(reach, most, diagonal, differences)
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      reach[most + 1 + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return wayBack(a, b, reached)
    }
    reached.push(reach.slice(most + 1 - differences, most + 2 + differences))
  }
  return null
}

/** Where a diagonal begins after one more difference: down or to the right, whichever reaches farther. */
function step(reach: Int32Array, most: number, diagonal: number, differences: number): number {
  const below = reach[most + diagonal] ?? 0
  const above = reach[most + 2 + diagonal] ?? 0
  if (differences === 0) return 0
  return diagonal === -differences || (diagonal !== differences && below < above) ? above : below + 1
}

function wayBack(a: Int32Array, b: Int32Array, reached: readonly Int32Array[]): [number, number][] {
  const pairs: [number, number][] = []
  let x = a.length
  let y = b.length
  for (let differences = reached.length; differences >= 0; differences -= 1) {
    const diagonal = x - y
    const last = reached[differences - 1]
    const at = (other: number): number => last?.[other + differences - 1] ?? -1
    const isDown =
      diagonal === -differences || (diagonal !== differences && at(diagonal - 1) < at(diagonal + 1))
    const fromX = differences === 0 ? 0 : isDown ? at(diagonal + 1) : at(diagonal - 1) + 1
    while (x > fromX && y > 0) pairs.push([--x, --y])
    if (differences > 0) {
      if (isDown) y -= 1
      else x -= 1
    }
  }
  return pairs.reverse()
}

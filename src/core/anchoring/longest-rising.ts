/** The longest sequence of pairs that rises in both places (Fredman 1975); the pairs rise in the first already. */
export function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const lastOf: number[] = []
  const previous = new Int32Array(pairs.length)
  for (const [index, [, place]] of pairs.entries()) {
    let low = 0
    let high = lastOf.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[lastOf[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (lastOf[low - 1] ?? -1) : -1
    lastOf[low] = index
  }
  const rising: [number, number][] = []
  for (let index = lastOf.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair) rising.push(pair)
  }
  return rising.reverse()
}

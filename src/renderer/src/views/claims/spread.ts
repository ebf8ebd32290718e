/**
 * Moves places on a line apart until none is closer to the next than `distance`, as little as that takes: places that touch
 * become a block around their middle (pool adjacent violators; Barlow and others, 1972).
 * @returns the new places, in the order of the old ones; within the limits as far as there is room
 */
export function spread(
  places: readonly number[],
  distance: number,
  { least, most }: { least: number; most: number },
): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const blocks: { middle: number; members: number[] }[] = []
  for (const index of order) {
    let block = { middle: places[index] ?? 0, members: [index] }
    for (let last = blocks.at(-1); last && overlap(last, block, distance); last = blocks.at(-1)) {
      blocks.pop()
      const members = [...last.members, ...block.members]
      const sum = last.middle * last.members.length + block.middle * block.members.length
      block = { middle: sum / members.length, members }
    }
    blocks.push(block)
  }
  const moved = [...places]
  for (const { middle, members } of blocks) {
    const half = ((members.length - 1) * distance) / 2
    const centre = Math.max(least + half, Math.min(most - half, middle))
    for (const [at, index] of members.entries()) moved[index] = centre - half + at * distance
  }
  return moved
}

const overlap = (
  one: { middle: number; members: readonly number[] },
  next: { middle: number; members: readonly number[] },
  distance: number,
): boolean => next.middle - one.middle < ((one.members.length + next.members.length) / 2) * distance

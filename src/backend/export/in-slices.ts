import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long others may have to wait, in milliseconds. */
const slice = 20

/** All of something that takes work to make, with turns for others in between. */
export async function inSlices<T>(items: Iterable<T>): Promise<T[]> {
  const all: T[] = []
  let until = performance.now() + slice
  for (const item of items) {
    all.push(item)
    if (performance.now() < until) continue
    await nextTurn()
    until = performance.now() + slice
  }
  return all
}

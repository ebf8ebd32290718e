import { setImmediate as nextTurn } from 'node:timers/promises'
import { stopIfCancelled } from './in-parallel.ts'

/** How long others may have to wait, in milliseconds. */
const slice = 20

/** One after another of what takes work to make, with turns for others in between. */
export async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  let until = performance.now() + slice
  for (const item of items) {
    yield item
    if (performance.now() < until) continue
    await nextTurn()
    until = performance.now() + slice
  }
}

/** All of them. */
export async function inTurnsAll<T>(items: Iterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of inTurns(items)) all.push(item)
  return all
}

/** Makes all of them, and keeps none. @returns how many there were @throws Problem `cancelled` */
export async function inTurnsThrough(
  items: Iterable<unknown>,
  signal: AbortSignal | undefined,
): Promise<number> {
  let count = 0
  for await (const item of inTurns(items)) {
    stopIfCancelled(signal)
    if (item !== undefined) count += 1
  }
  return count
}

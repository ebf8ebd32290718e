/**
 * What work costs in processor time, in milliseconds: time on the clock also counts what else the machine does.
 * Of the process, not of the thread, where the work is done in threads.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** The processor time of this thread that `work` takes, in milliseconds. */
function threadTime(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

/**
 * Work is tried so many times before it is said to take too long: what else the machine does only adds, to processor time
 * too (its caches are shared).
 */
const tries = 4

/** The processor time that `work` takes, in milliseconds: the least of several, or the first that is below `limit`. */
export function leastTime(work: () => unknown, limit = 0): number {
  let least = Infinity
  for (let tried = 0; tried < tries && least >= limit; tried++) least = Math.min(least, threadTime(work))
  return least
}

/** Work that takes less than this, in milliseconds, says nothing of how it grows. */
const worthComparing = 2

/**
 * How many times as long `work` takes with `large` as with `small`, or the first such figure that is below `limit`: work
 * that is linear takes `large / small` times as long, and some more for its memory; work that is quadratic the square of
 * that.
 */
export function growth<Size>(work: (size: Size) => unknown, small: Size, large: Size, limit: number): number {
  work(small)
  const few = Math.max(
    worthComparing,
    leastTime(() => work(small)),
  )
  return leastTime(() => work(large), limit * few) / few
}

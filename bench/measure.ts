export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** How long each of several runs took, in milliseconds. */
export async function times(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const before = performance.now()
    await work(run)
    taken.push(performance.now() - before)
  }
  return taken
}

export const milliseconds = (value: number): string =>
  `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`

/** A line of a report: what, ours, the peer's, and how many times one is the other. */
export function compare(what: string, ours: number, peer: string, theirs: number): string {
  const [ratio, word] = theirs >= ours ? [theirs / ours, 'faster'] : [ours / theirs, 'slower']
  return `${what}: ${milliseconds(ours)}; ${peer}: ${milliseconds(theirs)} (${ratio.toFixed(1)} times ${word})`
}

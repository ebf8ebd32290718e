/** A span of the text of record in UTF-16 code units, end exclusive. */
export interface Passage {
  start: number
  end: number
}

export interface Painted extends Passage {
  id: string
  style: string
}

/** The stretches that more than one passage covers, merged. */
export function overlaps(passages: readonly Passage[]): Passage[] {
  const borders = passages
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step)
  const found: Passage[] = []
  let depth = 0
  let since = 0
  for (const { at, step } of borders) {
    if (depth === 1 && step === 1) since = at
    if (depth === 2 && step === -1 && at > since) found.push({ start: since, end: at })
    depth += step
  }
  return found
}

/** The passages that cover an offset, the shortest first: the one that is hardest to reach otherwise. */
export const passagesAt = <T extends Passage>(passages: readonly T[], offset: number): T[] =>
  passages
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)

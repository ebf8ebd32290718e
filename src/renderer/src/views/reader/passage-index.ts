import type { Passage } from './passage.ts'

/**
 * Passages sorted by where they begin, to be asked for a stretch of the text in logarithmic time (plus what is found).
 */
export class PassageIndex<T extends Passage> {
  readonly all: readonly T[]
  /** The farthest end of all passages up to each one. */
  readonly #reach: Float64Array

  constructor(passages: readonly T[]) {
    this.all = isSorted(passages) ? passages : passages.toSorted(byPlace)
    this.#reach = new Float64Array(this.all.length)
    let reach = 0
    for (const [at, { end }] of this.all.entries()) {
      reach = Math.max(reach, end)
      this.#reach[at] = reach
    }
  }

  /** Those that have a place in common with [start, end), in order. */
  within(start: number, end: number): T[] {
    const found: T[] = []
    for (let at = this.#firstFrom(end) - 1; at >= 0 && (this.#reach[at] ?? 0) > start; at -= 1) {
      const passage = this.all[at]
      if (passage && passage.end > start) found.push(passage)
    }
    return found.reverse()
  }

  /** Those that cover an offset, the shortest first: the one that is hardest to reach otherwise. */
  at(offset: number): T[] {
    return this.within(offset, offset + 1).sort(
      (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start,
    )
  }

  /** The place of the first passage that begins at an offset or behind it. */
  #firstFrom(offset: number): number {
    let low = 0
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.all[middle]?.start ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

export const byPlace = (a: Passage, b: Passage): number => a.start - b.start || a.end - b.end

function isSorted(passages: readonly Passage[]): boolean {
  for (let at = 1; at < passages.length; at += 1) {
    const [before, passage] = [passages[at - 1], passages[at]]
    if (before && passage && byPlace(before, passage) > 0) return false
  }
  return true
}

/** A copy that was made at some time. */
export interface Copy {
  /** ISO 8601. */
  at: string
  /** Copies from before a migration are always kept. */
  isKept: boolean
}

const day = 86_400_000
/** The newest ones stay, then the newest of each day, week and month, each for so long. */
const newest = 8
const rules = [
  { length: day, for: 14 * day },
  { length: 7 * day, for: 60 * day },
  { length: 30 * day, for: 730 * day },
]

/** The copies that may go: those that no rule keeps. @param now milliseconds since 1970 */
export function toPrune<T extends Copy>(copies: readonly T[], now: number): T[] {
  const sorted = copies.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const kept = new Set(sorted.filter((copy, index) => copy.isKept || index < newest))
  for (const rule of rules) {
    const periods = new Set<number>()
    for (const copy of sorted) {
      const time = Date.parse(copy.at)
      const period = Math.floor(time / rule.length)
      if (now - time > rule.for || periods.has(period)) continue
      periods.add(period)
      kept.add(copy)
    }
  }
  return sorted.filter((copy) => !kept.has(copy))
}

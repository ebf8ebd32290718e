import type { TextWords } from './words.ts'

/** How a word of the old text was found in the new one. */
export const linked = {
  not: 0,
  /** In a row of words that stands once in both texts: certain wherever it went. */
  certain: 1,
  /** Between two words that are found, in their order. */
  between: 2,
  /** Next to a word that was found, while what comes after it is elsewhere. */
  beside: 3,
  /** Spelled differently, or left over between changes. */
  similar: 4,
} as const

/** Where each word of an old text stands in a new one. */
export interface Alignment {
  before: TextWords
  after: TextWords
  /** The place of each old word among the new words, -1 where it is gone. */
  to: Int32Array
  manners: Uint8Array
  /** 1 for each new word that an old one became. */
  taken: Uint8Array
}

/** Links an old word to a new one unless either is taken. */
export function link(alignment: Alignment, from: number, to: number, manner: number): void {
  if (alignment.to[from] !== -1 || alignment.taken[to] !== 0) return
  alignment.to[from] = to
  alignment.manners[from] = manner
  alignment.taken[to] = 1
}

/** Which old word each new word was; -1 for what is new. */
export function oldWords({ to, after }: Alignment): Int32Array {
  const old = new Int32Array(after.count).fill(-1)
  for (const [from, place] of to.entries()) if (place !== -1) old[place] = from
  return old
}

/** Old words [from, until) that are not found, and the new words that may be theirs. */
export interface Unaligned {
  from: number
  until: number
  /** New words that follow the found word before the gap, up to the next that is taken. */
  behind: readonly [number, number]
  /** New words that precede the found word after the gap. Equal to `behind` where order was kept. */
  ahead: readonly [number, number]
}

/** The stretches of old words that are not found yet. */
export function gapsIn({ before, after, to, taken }: Alignment): Unaligned[] {
  const gaps: Unaligned[] = []
  for (let from = 0; from < before.count; from += 1) {
    if (to[from] !== -1) continue
    let until = from
    while (until < before.count && to[until] === -1) until += 1
    const start = from === 0 ? 0 : (to[from - 1] ?? 0) + 1
    const end = until === before.count ? after.count : (to[until] ?? 0)
    let reach = start
    while (reach < after.count && taken[reach] === 0) reach += 1
    let reachBack = end
    while (reachBack > 0 && taken[reachBack - 1] === 0) reachBack -= 1
    gaps.push({ from, until, behind: [start, reach], ahead: [reachBack, end] })
    from = until
  }
  return gaps
}

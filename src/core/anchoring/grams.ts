import type { TextWords } from './words.ts'

const nowhere = -1
const severalTimes = -2

/** The hash of the `size` words from `at` on. */
export function gramAt(words: TextWords, at: number, size: number): number {
  let hash = size
  for (let index = at; index < at + size; index += 1) {
    hash = Math.imul(hash, 0x2c1b3c6d) ^ (words.ids[index] ?? 0)
    hash ^= hash >>> 15
  }
  return hash | 0
}

export function sameWordsAt(a: TextWords, atA: number, b: TextWords, atB: number, size: number): boolean {
  for (let step = 0; step < size; step += 1) if (a.ids[atA + step] !== b.ids[atB + step]) return false
  return true
}

/** The rows of `size` words that begin in [from, to) and stand there once: an open hash table from row to place. */
export class UniqueGrams {
  readonly #hashes: Int32Array
  readonly #places: Int32Array
  readonly #mask: number

  constructor(words: TextWords, from: number, to: number, size: number) {
    const last = Math.min(to, words.count) - size
    let capacity = 16
    while (capacity < 2 * (last - from + 2)) capacity *= 2
    this.#mask = capacity - 1
    this.#hashes = new Int32Array(capacity)
    this.#places = new Int32Array(capacity).fill(nowhere)
    for (let at = from; at <= last; at += 1) {
      const hash = gramAt(words, at, size)
      const slot = this.#slotOf(hash)
      if (this.#places[slot] === nowhere) {
        this.#hashes[slot] = hash
        this.#places[slot] = at
      } else this.#places[slot] = severalTimes
    }
  }

  /** Where the row with this hash stands; negative when nowhere or in several places. */
  placeOf(hash: number): number {
    return this.#places[this.#slotOf(hash)] ?? nowhere
  }

  #slotOf(hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) & this.#mask
    while (this.#places[slot] !== nowhere && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask
    return slot
  }
}

/**
 * The rows of `size` words that stand once in each of two stretches, as pairs of places in the order of the first.
 */
export function commonGrams(
  a: TextWords,
  [fromA, toA]: readonly [number, number],
  b: TextWords,
  [fromB, toB]: readonly [number, number],
  size: number,
): [number, number][] {
  const inA = new UniqueGrams(a, fromA, toA, size)
  const inB = new UniqueGrams(b, fromB, toB, size)
  const pairs: [number, number][] = []
  for (let at = fromA; at <= toA - size; at += 1) {
    const hash = gramAt(a, at, size)
    if (inA.placeOf(hash) !== at) continue
    const place = inB.placeOf(hash)
    if (place >= 0 && sameWordsAt(a, at, b, place, size)) pairs.push([at, place])
  }
  return pairs
}

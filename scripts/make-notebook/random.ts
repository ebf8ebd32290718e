/** There is none to pick. */
export class NothingToPick extends RangeError {}

/** Numbers that look random and are the same for the same seed (mulberry32, by Tommy Ettinger, public domain). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new NothingToPick('nothing to pick from')
    return item
  }

  /** A number from 0 to below `limit` that is small most of the time, as in Zipf’s law with exponent 1. */
  zipf(limit: number): number {
    return Math.min(limit - 1, Math.floor(Math.exp(this.next() * Math.log(limit + 1))) - 1)
  }

  /** A UUIDv7 for a moment, in milliseconds since 1970. */
  id(time: number): string {
    const hex = (bits: number): string =>
      Math.floor(this.next() * 2 ** bits)
        .toString(16)
        .padStart(bits / 4, '0')
    const stamp = time.toString(16).padStart(12, '0')
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(12)}-8${hex(12)}-${hex(24)}${hex(24)}`
  }
}

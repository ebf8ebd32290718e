import type { Tell, Weights } from '../../src/core/statements/linear.ts'

/** Numbers for signs, in the order in which they are first told. */
export class SignTable {
  readonly #ids = new Map<string, number>()
  readonly #names: [kind: string, value: string][] = []
  readonly #counts: number[] = []

  get size(): number {
    return this.#names.length
  }

  /** The numbers of all signs that are told. */
  collect(tell: Tell): Int32Array {
    const found: number[] = []
    tell((kind, value) => {
      const key = `${kind}\u0000${value}`
      let id = this.#ids.get(key)
      if (id === undefined) {
        id = this.#names.length
        this.#ids.set(key, id)
        this.#names.push([kind, String(value)])
      }
      this.#counts[id] = (this.#counts[id] ?? 0) + 1
      found.push(id)
    })
    return Int32Array.from(found)
  }

  /** The same for each of several. */
  collectAll(tells: readonly Tell[]): Int32Array[] {
    return tells.map((tell) => this.collect(tell))
  }

  /** Those told so many times at least. */
  often(signs: Int32Array, least: number): Int32Array {
    return signs.filter((id) => (this.#counts[id] ?? 0) >= least)
  }

  /** Weights as they are kept: in hundredths, without those of nothing. */
  weights(values: Float32Array): Weights {
    const found: Record<string, Record<string, number>> = {}
    const names = this.#names.map(([kind, value], id) => ({
      kind,
      value,
      weight: Math.round(valueAt(values, id) * 100),
    }))
    for (const { kind, value, weight } of names.filter((one) => one.weight !== 0))
      (found[kind] ??= {})[value] = weight
    return found
  }
}

const valueAt = (values: Float32Array, n: number): number => values[n] ?? 0

/** The same order each time. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const all = [...items]
  let state = seed
  for (let n = all.length - 1; n > 0; n -= 1) {
    state = (state * 1664525 + 1013904223) >>> 0
    const other = Math.floor((state / 2 ** 32) * (n + 1))
    const one = all[n]
    const two = all[other]
    if (one === undefined || two === undefined) continue
    all[n] = two
    all[other] = one
  }
  return all
}

export interface Options {
  rounds: number
  /** How many weights are left: by L1, in sums of gradients. */
  l1: number
}

/**
 * FTRL-Proximal (McMahan and others, 2013): logistic regression that leaves most weights at nothing.
 */
class Ftrl {
  readonly weights: Float32Array
  readonly #sums: Float32Array
  readonly #squares: Float32Array
  readonly #l1: number

  constructor(size: number, l1: number) {
    this.weights = new Float32Array(size)
    this.#sums = new Float32Array(size)
    this.#squares = new Float32Array(size)
    this.#l1 = l1
  }

  sum(signs: Int32Array): number {
    let sum = 0
    for (const id of signs) sum += valueAt(this.weights, id)
    return sum
  }

  /** Takes a step against an error. */
  step(signs: Int32Array, error: number): void {
    for (const id of signs) {
      const square = valueAt(this.#squares, id)
      const before = Math.sqrt(square)
      const after = Math.sqrt(square + error * error)
      const sum = valueAt(this.#sums, id) + error - ((after - before) / rate) * valueAt(this.weights, id)
      this.#squares[id] = square + error * error
      this.#sums[id] = sum
      this.weights[id] =
        Math.abs(sum) <= this.#l1 ? 0 : -(sum - Math.sign(sum) * this.#l1) / ((1 + after) / rate + l2)
    }
  }
}
const rate = 0.1
const l2 = 1
/** An error below this teaches nothing. */
const leastError = 1e-3

export interface Case {
  signs: Int32Array
  is: boolean
}

/** Weights of signs for yes or no. */
export function learnYesNo(cases: readonly Case[], size: number, { rounds, l1 }: Options): Float32Array {
  const learner = new Ftrl(size, l1)
  for (let round = 1; round <= rounds; round += 1)
    for (const { signs, is } of shuffled(cases, round)) {
      const error = 1 / (1 + Math.exp(-learner.sum(signs))) - (is ? 1 : 0)
      if (Math.abs(error) >= leastError) learner.step(signs, error)
    }
  return learner.weights
}

export interface Choice {
  signs: Int32Array[]
  /** The ones that are right. */
  right: readonly number[]
}

/** Weights of signs for the best of several; of several right ones the likeliest counts. */
export function learnChoice(choices: readonly Choice[], size: number, { rounds, l1 }: Options): Float32Array {
  const learner = new Ftrl(size, l1)
  for (let round = 1; round <= rounds; round += 1)
    for (const { signs, right } of shuffled(choices, round)) {
      const shares = softmax(signs.map((ids) => learner.sum(ids)))
      const total = right.reduce((sum, n) => sum + (shares[n] ?? 0), 0) || 1e-9
      for (const [n, ids] of signs.entries()) {
        const share = shares[n] ?? 0
        const error = share - (right.includes(n) ? share / total : 0)
        if (Math.abs(error) >= leastError) learner.step(ids, error)
      }
    }
  return learner.weights
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const total = powers.reduce((sum, one) => sum + one, 0)
  return powers.map((one) => one / total)
}

/** Says one sign of a case: the kind of sign, and which one it is. */
export type Sign = (kind: string, value: string | number) => void

/** Says all signs of a case. */
export type Tell = (sign: Sign) => void

/** What is chosen by signs: the options with what is told of each; where none of them may be right, that is told last. */
export interface Question<T> {
  options: readonly T[]
  tells: readonly Tell[]
}

/** Weights by kind of sign and value, in hundredths. */
export type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The sum of the weights of all signs that are told. */
export class Scorer {
  readonly #kinds: ReadonlyMap<string, ReadonlyMap<string, number>>
  #sum = 0
  readonly #sign: Sign = (kind, value) => {
    const weight = this.#kinds.get(kind)?.get(typeof value === 'string' ? value : String(value))
    if (weight !== undefined) this.#sum += weight
  }

  constructor(weights: Weights) {
    this.#kinds = new Map(
      Object.entries(weights).map(([kind, values]) => [kind, new Map(Object.entries(values))]),
    )
  }

  score(tell: Tell): number {
    this.#sum = 0
    tell(this.#sign)
    return this.#sum / 100
  }

  scores(tells: readonly Tell[]): number[] {
    return tells.map((tell) => this.score(tell))
  }
}

/** How likely a sum of weights makes it, 0 to 1. */
export const likely = (score: number): number => 1 / (1 + Math.exp(-score))

/** The highest of some scores and its share of them all (softmax); of none, −1 and 0. */
export function bestOf(scores: readonly number[]): { at: number; share: number } {
  if (scores.length === 0) return { at: -1, share: 0 }
  const top = Math.max(...scores)
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
  return { at: scores.indexOf(top), share: 1 / total }
}

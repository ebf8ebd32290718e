import type { Random } from './random.ts'

const syllables =
  'ka lo mi ter na so ve ri du pa len or is tam be cu fi gra hol jun qua rest shi thu wa yel zon'.split(' ')
const size = 20_000

/** Words of no language, used as often as in one: a few all the time, most hardly ever (Zipf’s law). */
export class Vocabulary {
  readonly #random: Random
  readonly #words: string[]

  constructor(random: Random) {
    this.#random = random
    this.#words = Array.from({ length: size }, (_, n) => {
      const count = n < 40 ? 1 : n < 2_000 ? 2 : 3
      return Array.from({ length: count }, () => random.pick(syllables)).join('')
    })
  }

  word(): string {
    return this.#words[this.#random.zipf(size)] ?? 'the'
  }

  name(): string {
    const word = this.#words[40 + this.#random.below(2_000)] ?? 'Name'
    return word.charAt(0).toUpperCase() + word.slice(1)
  }

  sentence(length: number): string {
    const words = Array.from({ length }, () => this.word()).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }

  /** About so many words in sentences. */
  paragraph(length: number): string {
    return Array.from({ length: Math.ceil(length / 11) }, () => this.sentence(11)).join(' ')
  }
}

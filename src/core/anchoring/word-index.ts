import { gramAt, sameWordsAt } from './grams.ts'
import type { TextWords } from './words.ts'

const none = -1
const rowLength = 3
/** A row that stands in more places than this says nothing about where a passage is. */
const mostPlaces = 300
/** Places with at least this share of the rows of the likeliest one are likely, and a few in any case. */
const likelyShare = 0.7
const alwaysCompared = 4

/** Where each row of three words stands in a text: chains of places by the hash of the row. Made once for a text. */
export class WordIndex {
  readonly words: TextWords
  readonly #heads: Int32Array
  readonly #next: Int32Array

  constructor(words: TextWords) {
    this.words = words
    let capacity = 16
    while (capacity < words.count) capacity *= 2
    this.#heads = new Int32Array(capacity).fill(none)
    this.#next = new Int32Array(words.count).fill(none)
    for (let at = words.count - rowLength; at >= 0; at -= 1) {
      const slot = this.#slotOf(gramAt(words, at, rowLength))
      this.#next[at] = this.#heads[slot] ?? none
      this.#heads[slot] = at
    }
  }

  #slotOf(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) & (this.#heads.length - 1)
  }

  /** The places of the row that begins at `at` in other words, in order; empty when there are very many. */
  placesOf(words: TextWords, at: number): number[] {
    const places: number[] = []
    for (
      let place = this.#heads[this.#slotOf(gramAt(words, at, rowLength))] ?? none;
      place !== none;
      place = this.#next[place] ?? none
    ) {
      if (!sameWordsAt(words, at, this.words, place, rowLength)) continue
      if (places.length === mostPlaces) return []
      places.push(place)
    }
    return places
  }

  /**
   * Where words could stand in this text when some of them may be changed: first words of stretches, the likeliest first.
   * @param most how many
   */
  likelyPlaces(words: TextWords, most: number): number[] {
    const votes = new Map<number, number>()
    for (let at = 0; at <= words.count - rowLength; at += 1) {
      for (const place of this.placesOf(words, at)) votes.set(place - at, (votes.get(place - at) ?? 0) + 1)
    }
    const near = (place: number): number =>
      [-2, -1, 0, 1, 2].reduce((sum, step) => sum + (votes.get(place + step) ?? 0), 0)
    const ranked = [...votes.keys()]
      .map((place) => ({ place, votes: near(place), own: votes.get(place) ?? 0 }))
      .sort((a, b) => b.votes - a.votes || b.own - a.own || a.place - b.place)
    const chosen: number[] = []
    const fewest = (ranked[0]?.votes ?? 0) * likelyShare
    for (const { place, votes } of ranked) {
      if (chosen.length === most || (chosen.length >= alwaysCompared && votes < fewest)) break
      if (chosen.every((other) => Math.abs(other - place) > 2)) chosen.push(place)
    }
    return chosen
  }

  /** How often words stand in this text, counting at most two. */
  count(words: TextWords): number {
    if (words.count < rowLength) return 2
    const places = this.placesOf(words, 0)
    return places.filter((place) => sameWordsAt(words, 0, this.words, place, words.count)).length
  }
}

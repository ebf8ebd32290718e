import { bands } from './min-hash.ts'

/** What stands in more articles than this is not looked at: they would all be compared with each other. */
const mostArticles = 200
/** So many passages of one article are compared of those that are nearly the same. */
const mostOfOne = 4

/** A passage as it is searched for. */
export interface KeyedPassage {
  /** The number of its article; passages are in the order of those. */
  article: number
  /** One key for each band. */
  keys: Uint32Array
}

/** The pairs of passages of two articles that agree in a band, by their numbers, each pair once, the first in front. */
export function* candidates(passages: readonly KeyedPassage[]): Generator<[number, number]> {
  // Which passages were left out in which band; a pair that was seen is told by its keys, which takes no memory.
  const left = new Uint8Array(passages.length * bands)
  for (let band = 0; band < bands; band += 1) {
    for (const bucket of buckets(passages, band)) {
      const kept = comparable(passages, bucket)
      const isKept = new Set(kept)
      for (const number of bucket) if (!isKept.has(number)) left[number * bands + band] = 1
      for (const [at, first] of kept.entries())
        for (const second of kept.slice(at + 1))
          if (isNewPair(passages, left, band, first, second)) yield [first, second]
    }
  }
}

/** The passages that agree in a band, ascending. */
function* buckets(passages: readonly KeyedPassage[], band: number): Generator<number[]> {
  const bits = Math.ceil(Math.log2(passages.length + 1))
  const scale = 2 ** bits
  // Key and number as one number of at most 53 bits: sorting them is much less work than a table of lists.
  const keyMask = 2 ** Math.min(32, 53 - bits)
  const sorted = Float64Array.from(
    passages,
    ({ keys }, number) => ((keys[band] ?? 0) % keyMask) * scale + number,
  ).sort()
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const key = Math.floor((sorted[from] ?? 0) / scale)
    for (to = from + 1; to < sorted.length && Math.floor((sorted[to] ?? 0) / scale) === key;) to += 1
    if (to - from > 1) yield Array.from(sorted.subarray(from, to), (value) => value % scale)
  }
}

/** A few passages of each article, none when there are too many articles. */
function comparable(passages: readonly KeyedPassage[], bucket: readonly number[]): number[] {
  let article = -1
  let articles = 0
  let ofOne = 0
  const kept = bucket.filter((number) => {
    const own = passages[number]?.article ?? -1
    if (own !== article) {
      article = own
      articles += 1
      ofOne = 0
    }
    ofOne += 1
    return ofOne <= mostOfOne
  })
  return articles > 1 && articles <= mostArticles ? kept : []
}

function isNewPair(
  passages: readonly KeyedPassage[],
  left: Uint8Array,
  band: number,
  first: number,
  second: number,
): boolean {
  const [one, other] = [passages[first], passages[second]]
  if (!one || !other || one.article === other.article || one.keys[band] !== other.keys[band]) return false
  for (let earlier = 0; earlier < band; earlier += 1) {
    const isAgreed = one.keys[earlier] === other.keys[earlier]
    if (isAgreed && left[first * bands + earlier] === 0 && left[second * bands + earlier] === 0) return false
  }
  return true
}

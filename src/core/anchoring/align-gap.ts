import { commonSequence } from './common-sequence.ts'
import { linked, link, type Alignment, type Unaligned } from './alignment.ts'
import { commonGrams } from './grams.ts'
import { longestRising } from './longest-rising.ts'
import { similarity } from './similarity.ts'

/** Old words [a, b) and new words [c, d). */
interface Block {
  a: number
  b: number
  c: number
  d: number
}

/** Changed words are compared letter by letter in stretches of at most so many. */
const fewWords = 12
/** A changed word is taken for the same one misspelt when it is at least so similar. */
const similarEnough = 0.5

/** Finds the words of a gap as far as they can be found in order. */
export function alignGap(alignment: Alignment, { from, until, behind, ahead }: Unaligned): void {
  if (behind[0] === ahead[0] && behind[1] === ahead[1]) {
    inOrder(alignment, { a: from, b: until, c: behind[0], d: behind[1] }, linked.between)
    return
  }
  inOrder(alignment, { a: from, b: until, c: behind[0], d: behind[1] }, linked.beside)
  let first = until
  while (first > from && alignment.to[first - 1] === -1) first -= 1
  inOrder(alignment, { a: first, b: until, c: ahead[0], d: ahead[1] }, linked.beside)
}

function inOrder(alignment: Alignment, block: Block, manner: number): void {
  const rest = trim(alignment, block, manner)
  if (rest.a === rest.b || rest.c === rest.d) return
  const { before, after } = alignment
  const shared = commonSequence(before.ids.subarray(rest.a, rest.b), after.ids.subarray(rest.c, rest.d))
  if (!shared) {
    for (const part of parts(alignment, rest, manner)) inOrder(alignment, part, manner)
    return
  }
  const common = withoutStrays(
    shared.map(([from, to]) => [rest.a + from, rest.c + to]),
    rest,
  )
  for (const [from, to] of common) link(alignment, from, to, manner)
  for (const gap of between(common, rest)) pairSimilar(alignment, gap)
}

/** Links what a block begins and ends with on both sides; the rest. */
function trim(alignment: Alignment, block: Block, manner: number): Block {
  const { before, after } = alignment
  let { a, b, c, d } = block
  while (a < b && c < d && before.ids[a] === after.ids[c]) link(alignment, a++, c++, manner)
  while (a < b && c < d && before.ids[b - 1] === after.ids[d - 1]) link(alignment, --b, --d, manner)
  return { a, b, c, d }
}

/** Parts a block at rows of words that stand once on either side and keep their order (patience diff, Bram Cohen). */
function parts(alignment: Alignment, { a, b, c, d }: Block, manner: number): Block[] {
  const { before, after } = alignment
  for (const size of [4, 2, 1]) {
    const pairs = longestRising(commonGrams(before, [a, b], after, [c, d], size))
    if (pairs.length === 0) continue
    const words: [number, number][] = []
    for (const [from, to] of pairs) {
      for (let step = 0; step < size; step += 1) {
        const [lastFrom, lastTo] = words.at(-1) ?? [-1, -1]
        if (from + step > lastFrom && to + step > lastTo) words.push([from + step, to + step])
      }
    }
    for (const [from, to] of words) link(alignment, from, to, manner)
    return between(words, { a, b, c, d })
  }
  return []
}

/** What is left between pairs of words: the stretches that changed. */
function between(pairs: readonly [number, number][], { a, b, c, d }: Block): Block[] {
  const blocks: Block[] = []
  let from = a
  let to = c
  for (const [nextFrom, nextTo] of [...pairs, [b, d] as const]) {
    if (nextFrom > from && nextTo > to) blocks.push({ a: from, b: nextFrom, c: to, d: nextTo })
    from = nextFrom + 1
    to = nextTo + 1
  }
  return blocks
}

/**
 * Takes out common words that only happen to stand in both: rows that are no longer than what changed on either side of them
 * (after the clean-up of Neil Fraser's diff-match-patch).
 */
function withoutStrays(pairs: [number, number][], { a, b, c, d }: Block): [number, number][] {
  const rows: { pairs: [number, number][]; from: number; to: number }[] = []
  for (const pair of pairs) {
    const row = rows.at(-1)
    if (row && row.from + row.pairs.length === pair[0] && row.to + row.pairs.length === pair[1])
      row.pairs.push(pair)
    else rows.push({ pairs: [pair], from: pair[0], to: pair[1] })
  }
  const kept: typeof rows = []
  for (const [index, row] of rows.entries()) {
    const last = kept.at(-1)
    const next = rows[index + 1]
    const changedBefore = last
      ? Math.max(row.from - last.from - last.pairs.length, row.to - last.to - last.pairs.length)
      : Math.max(row.from - a, row.to - c)
    const rowEnd = row.from + row.pairs.length
    const rowEndTo = row.to + row.pairs.length
    const changedAfter = Math.max((next?.from ?? b) - rowEnd, (next?.to ?? d) - rowEndTo)
    if (row.pairs.length > Math.min(changedBefore, changedAfter, strayLimit)) kept.push(row)
  }
  return kept.flatMap((row) => row.pairs)
}

/** A row of more words than this is never taken for chance. */
const strayLimit = 4

/** Pairs changed words by their letters, in order; of a long stretch those at its ends. */
function pairSimilar(alignment: Alignment, { a, b, c, d }: Block): void {
  if (b - a <= fewWords && d - c <= fewWords) pairByLetters(alignment, { a, b, c, d })
  else {
    const reach = fewWords / 3
    pairByLetters(alignment, { a, b: Math.min(b, a + reach), c, d: Math.min(d, c + reach) })
    pairByLetters(alignment, { a: Math.max(a, b - reach), b, c: Math.max(c, d - reach), d })
  }
}

/** Of a word that is no word (a checksum, an image as letters) the ends are enough to compare. */
const ends = (word: string): string => (word.length <= 64 ? word : word.slice(0, 32) + word.slice(-32))

/** The pairing with the greatest similarity in sum. */
function pairByLetters(alignment: Alignment, { a, b, c, d }: Block): void {
  const { before, after } = alignment
  const wordBefore = (at: number): string => ends(before.text.slice(before.starts[at], before.ends[at]))
  const wordAfter = (at: number): string => ends(after.text.slice(after.starts[at], after.ends[at]))
  const width = d - c + 1
  const best = new Float64Array((b - a + 1) * width)
  const likeness = new Float64Array((b - a) * width)
  for (let i = b - a - 1; i >= 0; i -= 1) {
    for (let j = d - c - 1; j >= 0; j -= 1) {
      const like = similarity(wordBefore(a + i).toLowerCase(), wordAfter(c + j).toLowerCase())
      likeness[i * width + j] = like >= similarEnough ? like : 0
      const both = (best[(i + 1) * width + j + 1] ?? 0) + (likeness[i * width + j] ?? 0)
      best[i * width + j] = Math.max(both, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
    }
  }
  for (let i = 0, j = 0; i < b - a && j < d - c;) {
    const here = best[i * width + j] ?? 0
    if (here === 0) return
    if (here === (best[(i + 1) * width + j] ?? 0)) i += 1
    else if (here === (best[i * width + j + 1] ?? 0)) j += 1
    else link(alignment, a + i++, c + j++, linked.similar)
  }
}

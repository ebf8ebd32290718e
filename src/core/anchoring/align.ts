import { alignGap } from './align-gap.ts'
import { gapsIn, linked, link, type Alignment } from './alignment.ts'
import { commonGrams } from './grams.ts'
import { slideToLines } from './slide.ts'
import type { TextWords } from './words.ts'

/** So many words in a row that stand once in both texts are the same words wherever they went. */
const certainRow = 8

/**
 * Aligns two versions of a text, paragraphs that were moved included. Rows of eight words that stand once in each text are
 * certain (compare MUMmer's maximal unique matches, Delcher et al. 1999); between them, changes are aligned in order. Time
 * is linear in the texts but for the square of single changed stretches, which is bounded.
 */
export function align(before: TextWords, after: TextWords): Alignment {
  const alignment: Alignment = {
    before,
    after,
    to: new Int32Array(before.count).fill(-1),
    manners: new Uint8Array(before.count),
    taken: new Uint8Array(after.count),
  }
  const rows = commonGrams(before, [0, before.count], after, [0, after.count], certainRow)
  for (const [from, to] of rows) {
    for (let step = 0; step < certainRow; step += 1) link(alignment, from + step, to + step, linked.certain)
  }
  for (const gap of gapsIn(alignment)) alignGap(alignment, gap)
  slideToLines(alignment)
  return alignment
}

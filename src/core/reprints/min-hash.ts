/**
 * MinHash with bands (Broder, 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3): passages are
 * candidates when all rows of one band agree. With 36 bands of 3 rows a pair that is half alike is found in 99.2 % of
 * cases, one that is 0.7 alike always but once in some millions.
 */
export const bands = 36
const rows = 3

const [factors, offsets] = coefficients(bands * rows)
const least = new Uint32Array(bands * rows)

/** Numbers that look random and are the same each time (a linear congruential generator; Numerical Recipes). */
function coefficients(count: number): [Int32Array, Int32Array] {
  let state = 20_260_101
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0)
  return [Int32Array.from({ length: count }, () => next() | 1), Int32Array.from({ length: count }, next)]
}

/** One key for each band; those of passages that have much in common agree in at least one of them. */
export function bandKeys(shingles: Uint32Array): Uint32Array {
  least.fill(0xffffffff)
  // Plain loops: this is done a hundred times for every word of the notebook.
  for (let at = 0; at < shingles.length; at += 1) {
    const shingle = shingles[at] ?? 0
    for (let row = 0; row < bands * rows; row += 1) {
      const hash = Math.imul(shingle ^ (offsets[row] ?? 0), factors[row] ?? 1)
      const mixed = (hash ^ (hash >>> 16)) >>> 0
      if (mixed < (least[row] ?? 0)) least[row] = mixed
    }
  }
  return least.reduce((keys, smallest, row) => {
    const band = Math.floor(row / rows)
    const key = Math.imul((keys[band] ?? 0) ^ smallest, 0x85ebca6b)
    keys[band] = key ^ (key >>> 13)
    return keys
  }, new Uint32Array(bands).fill(0x9e3779b1))
}

/** Letters and figures, small and without their forms: `10⁶` is `106` in every text alike. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * How many words two texts have in common in the same order: the length of the longest common subsequence.
 *
 * Bits of the one text for each word of the other (H. Hyyrö, “Bit-parallel LCS-length computation revisited”, 2004).
 */
export function commonWords(one: readonly string[], other: readonly string[]): number {
  const size = Math.ceil(one.length / 32)
  const places = new Map<string, Map<number, number>>()
  for (const [at, word] of one.entries()) {
    const bits = places.get(word) ?? new Map<number, number>()
    places.set(word, bits.set(at >> 5, (bits.get(at >> 5) ?? 0) | (1 << (at & 31))))
  }
  const row = new Uint32Array(size).fill(0xff_ff_ff_ff)
  for (const word of other) {
    const bits = places.get(word)
    if (!bits) continue
    let carry = 0
    for (let at = Math.min(...bits.keys()); at < size; at += 1) {
      const value = row[at] ?? 0
      const matches = (value & (bits.get(at) ?? 0)) >>> 0
      const sum = value + matches + carry
      carry = sum > 0xff_ff_ff_ff ? 1 : 0
      row[at] = (sum >>> 0) | (value & ~matches)
    }
  }
  let common = 0
  for (let at = 0; at < one.length; at += 1) if ((((row[at >> 5] ?? 0) >>> (at & 31)) & 1) === 0) common += 1
  return common
}

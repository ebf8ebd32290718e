/** How much two sets of words have in common, from 0 to 1: those in both among all (Jaccard, 1901). */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = sharedWords(one, other)
  const all = one.size + other.size - shared
  return all === 0 ? 1 : shared / all
}

/** How many words are in both. */
export function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const word of few) if (many.has(word)) shared += 1
  return shared
}

/** Letters that one sound is written with in different languages and transliterations, and what stands for all of them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ph|pf/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/tch|tsch|tsh|dzh|dsch|cz|ch(?=[iey])/g, 'c'],
  [/sch|sh|sz|zh/g, 's'],
  [/kh|gh|ck|ch|q|x|g|c(?=[aourlnt]|$)|^h/g, 'k'],
  [/c|z/g, 's'],
  [/v|^w|w(?=[aeiouy])/g, 'f'],
  [/dj|j(?=[aou])/g, 'j'],
  [/j(?![aou])|y/g, 'i'],
  [/ee|ie/g, 'i'],
  [/ou|oo|ue|w/g, 'u'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
]

const withoutDoubles = (word: string): string => word.replace(/(.)\1+/g, '$1')

/** A word as it is spoken, roughly, whatever the spelling; of one in plain small letters. */
export function spokenForm(word: string): string {
  let spoken = withoutDoubles(word.replace(/[^a-z]/g, ''))
  for (const [letters, sound] of spellings) spoken = spoken.replace(letters, sound)
  return withoutDoubles(spoken)
}

/**
 * What of a spoken form stays the same in nearly all transliterations: its consonants, soft and hard ones alike, and whether
 * it begins with a vowel.
 */
export function soundKey(spoken: string): string {
  const consonants = withoutDoubles(spoken.replace(/[tj]/g, 'd').replace(/b/g, 'p')).replace(/h/g, '')
  // Only now, so that the m of “Mohammed” that stand apart stay two.
  return (/^[aeiou]/.test(consonants) ? 'a' : '') + consonants.replace(/[aeiou]/g, '')
}

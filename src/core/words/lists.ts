import { said, type Said } from './say.ts'

/** How many of a list are named. */
const named = 3

/** The first of some names, and how many more there are. */
export function firstOf(names: readonly string[]): string | Said {
  const some = names.slice(0, named).join(', ')
  return names.length > named ? said('lists.more', { some, count: names.length - named }) : some
}

/** Sentences one after another. Halves are put together, so that many are not nested deeper than a sentence may be. */
export function inARow(sentences: readonly Said[]): string | Said {
  const [one, another] = sentences
  if (one === undefined) return ''
  if (another === undefined) return one
  const half = Math.ceil(sentences.length / 2)
  return said('lists.and', { one: inARow(sentences.slice(0, half)), rest: inARow(sentences.slice(half)) })
}

import { said, type Said } from './say.ts'

/** How many of a list are named. */
const named = 3

/** The first of some names, and how many more there are. */
export function firstOf(names: readonly string[]): string | Said {
  const some = names.slice(0, named).join(', ')
  return names.length > named ? said('lists.more', { some, count: names.length - named }) : some
}

/** Sentences one after another. */
export const inARow = ([one, ...more]: readonly Said[]): string | Said =>
  one === undefined ? '' : more.length === 0 ? one : said('lists.and', { one, rest: inARow(more) })

import { areSeveral } from '../attribution/who-words.ts'
import { foldedWords } from '../records/fold-name.ts'

/** What people who are not named are called, by what that leaves open: everybody is a “source”, a minister is an “official”. */
const anybody = new Set(
  'source person people figure insider individual man woman one somebody someone member'.split(' '),
)
const inOffice = new Set(
  'official minister aide adviser advisor diplomat envoy spokesman spokeswoman spokesperson lawmaker legislator senator staffer representative secretary negotiator bureaucrat officeholder authority'.split(
    ' ',
  ),
)
/** Who was there, and saw it. */
const present = new Set(
  'witness eyewitness survivor bystander onlooker resident passenger villager neighbour neighbor victim'.split(
    ' ',
  ),
)
const plural: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  people: 'people',
  authorities: 'authority',
}
/** Whoever is called so is another one than the one before. */
const another = /(?<![\p{L}])(?:another|second|third|fourth|other|different|separate)(?![\p{L}])/iu
/** What stands behind what they are: “officials with knowledge of the talks”. */
const behind =
  / (?:with|who|familiar|close|from|in|at|of|on|near|involved|briefed|working|for|inside|aware|present|speaking|that|not|to)(?![\p{L}]).*$/iu

/** Some of those that a text has told of. */
const isMember = /^(?:one|two|three|four|five|some|several|many|most|both|all) of (?!an? )/i

/** What somebody who is not named is: the last word of what they are called, before what they know; or one for all who hold an office. */
export function standing(descriptor: string): string {
  const last = foldedWords(descriptor.replace(behind, '')).at(-1) ?? ''
  const one = plural[last] ?? (/[^s]s$/.test(last) ? last.slice(0, -1) : last)
  return anybody.has(one)
    ? 'anybody'
    : inOffice.has(one)
      ? 'official'
      : present.has(one.replace(/sse$/, 'ss'))
        ? 'witness'
        : one
}

/** Whether those who are called by two descriptions may be the same; one is never several. */
export function mayBeOne(one: string, other: string): boolean {
  if (another.test(one) || another.test(other)) return false
  // “One of the officials” is one of those who are told of as several.
  if (areSeveral(one) !== areSeveral(other) && !isMember.test(one) && !isMember.test(other)) return false
  if (areOfTwoPlaces(one, other)) return false
  const [a, b] = [standing(one), standing(other)]
  return a === b || a === 'anybody' || b === 'anybody'
}

/** “A US official” is no “Israeli official”. */
function areOfTwoPlaces(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((descriptor) =>
    [
      ...descriptor
        .replace(behind, '')
        .replace(/^\p{Lu}\p{Ll}+ (?=\p{Ll})/u, '')
        .matchAll(/\p{Lu}[\p{L}.]+/gu),
    ].map(([word]) => word.replaceAll('.', '')),
  )
  if (!mine?.length || !theirs?.length) return false
  return !mine.some((word) => theirs.includes(word))
}

/** Whether a description says that it is another one. */
export const isAnother = (descriptor: string): boolean => another.test(descriptor)

import { acronymLikeness, acronymOf, firstLetters, haveAcronyms } from '../names/acronym.ts'
import { nameLikeness } from '../names/name-likeness.ts'
import { nameWords } from '../names/name-words.ts'
import type { Id } from '../records/base.ts'
import { foldedWords } from '../records/fold-name.ts'
import type { JoinReason } from './join-reason.ts'
import type { Known, OriginPiece, OriginSource } from './known.ts'

/** More people of one family name say nothing of each other. */
const mostAlike = 20

/**
 * People who assert one thing by the same name in other words of it: “Karel Dvořák”, “Mr Dvorak”. A family name alone is of the only one
 * who has it here. @param pieces those of one stance
 */
export function alikeReasons(pieces: readonly OriginPiece[], known: Known): JoinReason[] {
  const people = new Map<Id<'source'>, OriginSource>()
  const bodies = new Map<Id<'source'>, OriginSource>()
  for (const { chain } of pieces) {
    const source = chain[0] === undefined ? undefined : known.source(chain[0])
    if (source?.kind === 'person') people.set(source.id, source)
    else if (source && haveAcronyms(source.kind)) bodies.set(source.id, source)
  }
  const groups = [
    ...Map.groupBy(people.values(), ({ name }) => familyName(name)).values(),
    // By the letters that all of them are called by, or have in front.
    ...Map.groupBy(bodies.values(), ({ name }) => lettersOf(name) ?? '').values(),
  ]
  return groups.flatMap((some) =>
    some.length > 1 && some.length <= mostAlike ? reasonsAmong(some.toSorted(byId), pieces) : [],
  )
}

/** What a family name has in common however it is spelled: how it sounds. */
function familyName(name: string): string {
  const last = nameWords(name).at(-1)
  return last === undefined ? '' : last.key || last.plain
}
function lettersOf(name: string): string | null {
  const words = nameWords(name)
  return acronymOf(words) ?? firstLetters(words)
}

const byId = (one: OriginSource, other: OriginSource): number => (one.id < other.id ? -1 : 1)

function reasonsAmong(people: readonly OriginSource[], pieces: readonly OriginPiece[]): JoinReason[] {
  return people.flatMap((one, at) =>
    people.slice(at + 1).flatMap((other): JoinReason[] => {
      if (
        one.isNot(other.id) ||
        !isOneName(one, other) ||
        isOfSeveral(one, people) ||
        isOfSeveral(other, people)
      )
        return []
      const evidence = pieces.flatMap(({ id, chain }) =>
        chain[0] === one.id || chain[0] === other.id ? [id] : [],
      )
      return [{ kind: 'alike-names', subject: one.id, other: other.id, words: '', evidence }]
    }),
  )
}

/** So much of the letters is the same where a whole name is only spelled in another way: “Zelensky”, “Zelenskyy”. */
const leastAlike = 0.93

/** The same words without titles, or only some of them, or another spelling of all of them: initials may be of somebody else. */
function isOneName(one: OriginSource, other: OriginSource): boolean {
  if (haveAcronyms(one.kind)) return isAcronym(one.name, other.name)
  if (areTwo(one, other)) return false
  const likeness = nameLikeness(one.name, other.name)
  if (likeness === null) return false
  const { reasons, score } = likeness
  if (reasons.every((reason) => reason === 'same-words' || reason === 'part')) return true
  const isWhole = nameWords(one.name).length > 1 && nameWords(other.name).length > 1
  return (
    isWhole &&
    score >= leastAlike &&
    reasons.every((reason) => reason === 'same-words' || reason === 'spelling')
  )
}

function isAcronym(one: string, other: string): boolean {
  const [mine, theirs] = [nameWords(one), nameWords(other)]
  const letters = acronymOf(mine) ?? acronymOf(theirs)
  return letters !== null && letters.length > 2 && acronymLikeness(mine, theirs) !== null
}

/** What somebody is called before the name, by what that says. */
const he = /^(?:Mr|Herr|Monsieur|M|Señor|Sr|Sir|Lord)\.? /
const she = /^(?:Mrs|Ms|Miss|Frau|Madame|Mme|Señora|Sra|Dame|Lady)\.? /
const common = new Set([
  'the',
  'of',
  'for',
  'a',
  'an',
  'and',
  'in',
  'at',
  'deputy',
  'senior',
  'chief',
  'former',
  'acting',
])

/**
 * Whether something says that they are two: one is called by a name that means them in their article only
 * (they may be one: `least.ts`), or both by what men and women are called, or what they are has nothing in common.
 */
function areTwo(one: OriginSource, other: OriginSource): boolean {
  if (one.isOfArticle || other.isOfArticle) return true
  if ((he.test(one.name) && she.test(other.name)) || (she.test(one.name) && he.test(other.name))) return true
  const [mine, theirs] = [one.role, other.role].map((role) =>
    foldedWords(role).filter((word) => !common.has(word)),
  )
  if (!mine?.length || !theirs?.length) return false
  return !mine.some((word) => theirs.includes(word))
}

/** Whether a name is part of the names of two who are not one. */
function isOfSeveral(one: OriginSource, people: readonly OriginSource[]): boolean {
  const fitting = people.filter((other) => other !== one && isOneName(one, other))
  return fitting.some((a) => fitting.some((b) => a !== b && !isOneName(a, b)))
}

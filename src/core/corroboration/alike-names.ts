import { nameLikeness } from '../names/name-likeness.ts'
import { nameWords } from '../names/name-words.ts'
import type { Id } from '../records/base.ts'
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
  for (const { chain } of pieces) {
    const source = chain[0] === undefined ? undefined : known.source(chain[0])
    if (source?.kind === 'person') people.set(source.id, source)
  }
  const groups = Map.groupBy(people.values(), ({ name }) => nameWords(name).at(-1)?.plain ?? '')
  return [...groups.values()].flatMap((some) =>
    some.length > 1 && some.length <= mostAlike ? reasonsAmong(some.toSorted(byId), pieces) : [],
  )
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

/** The same words without titles, or only some of them: initials and other spellings may be of somebody else. */
function isOneName(one: OriginSource, other: OriginSource): boolean {
  const likeness = nameLikeness(one.name, other.name)
  return likeness !== null && likeness.reasons.every((reason) => reason === 'same-words' || reason === 'part')
}

/** Whether a name is part of the names of two who are not one. */
function isOfSeveral(one: OriginSource, people: readonly OriginSource[]): boolean {
  const fitting = people.filter((other) => other !== one && isOneName(one, other))
  return fitting.some((a) => fitting.some((b) => a !== b && !isOneName(a, b)))
}

import { isSameValue } from '../text/same-value.ts'
import { Problem, wrong } from '../problem.ts'
import { inARow } from '../words/lists.ts'
import { said, type Said } from '../words/say.ts'
import { fieldsOf } from './fields.ts'

/** One thing that two edits want otherwise: what is there now, and what the later edit would have put in its place. */
export interface MeanwhileConflict {
  /** The field, or the part of it: `evidence.note`. */
  field: string
  mine: unknown
  theirs: unknown
}

/** An edit was made from a state that is not there any more, and would undo what was done since. */
export class ChangedMeanwhile extends Problem {
  readonly conflicts: readonly MeanwhileConflict[]
  /** The `modified` of the record as it is now, for an edit that is to be made all the same. */
  readonly modified: string

  constructor(title: string, conflicts: readonly MeanwhileConflict[], modified: string) {
    super(
      'changed-meanwhile',
      conflicts.length === 0
        ? wrong('changedMeanwhile', { title })
        : wrong('changedMeanwhileTo', { title, what: inARow(conflicts.map(inWords)) }),
    )
    this.conflicts = conflicts
    this.modified = modified
  }
}

const inWords = ({ field, mine, theirs }: MeanwhileConflict): Said =>
  said('meanwhile.field', { field, theirs: shown(theirs), mine: shown(mine) })
const shown = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value))

/**
 * What an edit would undo: fields that are otherwise now than in the state that it was made from, and than it wants them.
 * @param base the state that the edit was made from; null where that is not known any more
 */
export function conflictsIn<T extends object>(
  base: T | null,
  now: T,
  wanted: { readonly [K in keyof T]?: T[K] | undefined },
): MeanwhileConflict[] {
  const [before, there] = [new Map(fieldsOf(base ?? {})), new Map(fieldsOf(now))]
  return fieldsOf(wanted).flatMap(([field, mine]) => {
    const theirs = there.get(field)
    if (mine === undefined || isSameValue(theirs, mine)) return []
    if (base !== null && isSameValue(before.get(field), theirs)) return []
    return [{ field, mine, theirs }]
  })
}

/** An element of a list is known by its name, or by what it asks. */
export type Listed = string | { name: string } | { question: string }

function keyOf(element: Listed): string {
  if (typeof element === 'string') return element
  return 'name' in element ? element.name : element.question
}

/**
 * A list after an edit that gives it whole: what the edit did to its elements is done to those that are there now.
 * @param base the list that the edit was made from
 * @param isMine whether the edit counts where both changed the same element
 * @returns the list, and the elements that were changed otherwise since
 */
export function mergedList<E extends Listed>(
  base: readonly E[],
  now: readonly E[],
  wanted: readonly E[],
  isMine: boolean,
): { list: E[]; conflicts: { mine: E | null; theirs: E | null }[] } {
  const byKey = (list: readonly E[]): Map<string, E> => new Map(list.map((one) => [keyOf(one), one]))
  const [before, there, after] = [byKey(base), byKey(now), byKey(wanted)] as const
  const conflicts: { mine: E | null; theirs: E | null }[] = []
  const list = new Map(there)
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is, mine] = [before.get(key), there.get(key), after.get(key)]
    if (isSameValue(was, mine) || isSameValue(is, mine)) continue
    if (!isSameValue(was, is) && !isMine) conflicts.push({ mine: mine ?? null, theirs: is ?? null })
    else if (mine === undefined) list.delete(key)
    else list.set(key, mine)
  }
  // In the order that the edit has them in; what came meanwhile comes behind.
  const order = [...after.keys(), ...list.keys()]
  return { list: [...new Set(order)].flatMap((key) => list.get(key) ?? []), conflicts }
}

/** Whether a value is a list of which the elements are known one by one. */
export const isListed = (value: unknown): value is Listed[] =>
  Array.isArray(value) &&
  value.every(
    (one: unknown) =>
      typeof one === 'string' ||
      (typeof one === 'object' && one !== null && ('name' in one || 'question' in one)),
  )

/** A list with some elements more; those that are there stay as they are. */
export function withElements<E extends Listed>(list: readonly E[], added: readonly E[]): E[] {
  const there = new Set(list.map(keyOf))
  return [...list, ...added.filter((element) => !there.has(keyOf(element)) && there.add(keyOf(element)))]
}

/** A list without some elements; those that are not there are none too many. */
export function withoutElements<E extends Listed>(list: readonly E[], removed: readonly E[]): E[] {
  const gone = new Set(removed.map(keyOf))
  return list.filter((element) => !gone.has(keyOf(element)))
}

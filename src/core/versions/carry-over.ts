import { describe } from '../anchoring/describe.ts'
import { locateAll, type Located } from '../anchoring/locate.ts'
import type { Annotation } from '../records/annotation.ts'

/** The text of a version of an article. */
export interface VersionText {
  n: number
  text: string
}

/** How many highlights became what. */
export type CarriedCounts = Record<Annotation['state'], number>

/** What carrying a highlight over changes of it. */
export type CarriedFields = Pick<Annotation, 'version' | 'state' | 'earlier' | 'proposal'> &
  Pick<Annotation, 'start' | 'end' | 'exact' | 'prefix' | 'suffix'>

/**
 * Carries the highlights of an article over to a new version. What is found without doubt stands in the new text from now on,
 * its old place is kept; the others keep the place where they are known to be, and wait for the user.
 * @param textOf the text of an earlier version
 * @returns what changes, in the order given
 */
export function carryOver(
  annotations: readonly Annotation[],
  next: VersionText,
  textOf: (version: number) => string,
): CarriedFields[] {
  const carried = new Map<Annotation, CarriedFields>()
  for (const [version, group] of Map.groupBy(annotations, (annotation) => annotation.version)) {
    const located = locateAll(next.text, group, textOf(version))
    for (const [at, annotation] of group.entries())
      carried.set(annotation, fieldsOf(annotation, located[at] ?? { state: 'orphan' }, next))
  }
  return annotations.flatMap((annotation) => carried.get(annotation) ?? [])
}

function fieldsOf(annotation: Annotation, located: Located, { n, text }: VersionText): CarriedFields {
  const { version, start, end, exact, prefix, suffix, earlier } = annotation
  const place = { version, start, end, exact, prefix, suffix }
  switch (located.state) {
    case 'exact':
    case 'moved':
      return placedAt(annotation, { n, text }, located.start, located.end, located.state)
    case 'review': {
      const there = text.slice(located.start, located.end)
      const proposal = {
        version: n,
        start: located.start,
        end: located.end,
        score: located.score,
        text: there,
        isTakenBack: located.isTakenBack === true,
      }
      return { ...place, earlier, state: 'review', proposal }
    }
    case 'orphan':
      return { ...place, earlier, state: 'orphan', proposal: null }
  }
}

/**
 * The highlight at a place of a version; the place that it had in another version is kept.
 * @param start in UTF-16 code units of the version's text, as is `end`
 */
export function placedAt(
  { version, start: oldStart, end: oldEnd, exact, prefix, suffix, earlier }: Annotation,
  { n, text }: VersionText,
  start: number,
  end: number,
  state: 'exact' | 'moved',
): CarriedFields {
  const old = { version, start: oldStart, end: oldEnd, exact, prefix, suffix }
  return {
    version: n,
    ...describe(text, start, end),
    earlier: version === n ? earlier : [...earlier, old],
    state,
    proposal: null,
  }
}

export function countStates(carried: readonly Pick<Annotation, 'state'>[]): CarriedCounts {
  const counts: CarriedCounts = { exact: 0, moved: 0, review: 0, orphan: 0 }
  for (const { state } of carried) counts[state] += 1
  return counts
}

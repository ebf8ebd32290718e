import type { Id } from '../../records/base.ts'
import type { exported } from '../../words/exported.ts'
import type { Said } from '../../words/say.ts'
import type { Catalogue } from './catalogue.ts'
import { strong, type Inline } from './mdast.ts'
import { isUnjudged, type Judged } from '../../records/judgement.ts'

export type Label = keyof typeof exported.labels
/** What is known of a record: a label, and what it is; without a value it is left out. */
export type Fact = [label: Label | Said, value: string | null]

/** Facts as the items of a list. */
export function factItems(catalogue: Catalogue, facts: readonly Fact[]): Inline[][] {
  return facts.flatMap(([label, value]) => {
    if (value === null || value === '') return []
    const words =
      typeof label === 'string' ? catalogue.say(`exported.labels.${label}`) : catalogue.speak(label)
    return [[strong(words), `: ${value}`]]
  })
}

/** The names of the tags of a record, with commas. */
export const tagsIn = (catalogue: Catalogue, { tags }: { tags: readonly Id<'tag'>[] }): string =>
  catalogue.tagNames(tags).join(', ')

/** The tags of a record, as one of its facts. */
export const tagFact = (catalogue: Catalogue, record: { tags: readonly Id<'tag'>[] }): Fact => [
  'tags',
  tagsIn(catalogue, record),
]

/** A judgement in words, with its reason. @param words what the grade means */
export const graded = (catalogue: Catalogue, words: Said, reason: string): string =>
  reason === '' ? catalogue.speak(words) : catalogue.say('exported.graded.because', { words, reason })

/** What a record was judged to be. @param none the grade that it has from the beginning */
export const gradeOf = <G>(
  catalogue: Catalogue,
  judged: Judged<G>,
  none: G,
  wordsOf: (grade: G) => Said,
): string =>
  isUnjudged(judged, none)
    ? catalogue.say('exported.notJudged')
    : graded(catalogue, wordsOf(judged.grade), judged.reason)

/** Judgements within this time of one another are one, the last of them; milliseconds. */
const oneJudgement = 60_000

/** The earlier judgements, newest first. @param none the grade that says nothing without a reason */
export const earlierGrades = <G>({ history }: Judged<G>, none: G): Judged<G>['history'][number][] =>
  history
    .filter(({ grade, reason }) => grade !== none || reason !== '')
    .filter(({ at }, place, all) => {
      const next = all[place + 1]
      return next === undefined || Date.parse(next.at) - Date.parse(at) > oneJudgement
    })
    .toReversed()

/** The id of the block of a highlight: letters, digits and dashes (Obsidian). */
export const blockOf = (id: Id<'annotation'>): string => `h-${id.slice(-12)}`
/** The same where it stands in the whole text. */
export const textBlockOf = (id: Id<'annotation'>): string => `t-${id.slice(-12)}`

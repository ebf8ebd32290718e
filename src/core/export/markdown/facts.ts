import type { Id } from '../../records/base.ts'
import type { exported } from '../../words/exported.ts'
import type { Said } from '../../words/say.ts'
import type { Catalogue } from './catalogue.ts'
import { strong, type Inline } from './mdast.ts'

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

/** A judgement with its reason. @param words what the grade means */
export const graded = (catalogue: Catalogue, grade: number | string, words: Said, reason: string): string =>
  reason === ''
    ? catalogue.say('exported.graded.plain', { grade, words })
    : catalogue.say('exported.graded.because', { grade, words, reason })

import type { Id } from '../records/base.ts'
import type { Source } from '../records/source.ts'
import { currentRecord } from '../records/merged.ts'
import { mayBePerson, type ConfidentialSource } from './confidential-names.ts'

/**
 * The sources that are never to be named in what goes out: those that are marked so, and those that were merged with one that
 * is, whichever stands for them.
 */
export function confidentialSources(sources: readonly Source[]): ConfidentialSource[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const standing = (source: Source): Id<'source'> =>
    (currentRecord<Source>(source.id, (id) => byId.get(id)) ?? source).id
  const families = Map.groupBy(sources, standing)
  return [...families].flatMap(([id, family]) =>
    family.some(({ confidential }) => confidential)
      ? [
          {
            id,
            spellings: family.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]),
            isPerson: family.some(mayBePerson),
          },
        ]
      : [],
  )
}

/** Tells whether an id is that of one of them, or was merged with one. @param known what `confidentialSources` has */
export function confidentialTest(
  sources: readonly Source[],
  known: readonly ConfidentialSource[],
): (id: Id<'source'>) => boolean {
  const confidential = new Set(known.map(({ id }) => id))
  const byId = new Map(sources.map((source) => [source.id, source]))
  return (id) => confidential.has(currentRecord<Source>(id, (one) => byId.get(one))?.id ?? id)
}

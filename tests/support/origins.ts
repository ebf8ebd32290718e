import { corroborate, type Corroboration } from '../../src/core/corroboration/corroborate.ts'
import type { ExportInput } from '../../src/core/export/exporter.ts'
import type { Id } from '../../src/core/records/base.ts'
import { currentRecord } from '../../src/core/records/merged.ts'

type Records = Pick<ExportInput, 'articles' | 'annotations' | 'claims' | 'sources'>

/** The origins of claims by the records alone, without what is known of kin: enough for files that show them. */
export function originsOfRecords({
  articles,
  annotations,
  claims,
  sources,
}: Records): Map<Id<'claim'>, Corroboration> {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const standing = (id: Id<'source'>): Id<'source'> =>
    currentRecord<ExportInput['sources'][number]>(id, (one) => byId.get(one))?.id ?? id
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]))
  const places = new Map([...annotations.values()].flat().map(({ id, article }) => [id, article]))
  const known = {
    source: (id: Id<'source'>) => {
      const source = byId.get(standing(id))
      return source
        ? {
            id: source.id,
            kind: source.kind,
            name: source.name,
            relayer: source.relayer,
            descriptor: source.descriptor === '' ? source.name : source.descriptor,
            possiblySame: [],
            derivedFrom: [],
            bodies: [],
            isOfArticle: false,
            role: '',
            isNot: () => false,
          }
        : undefined
    },
    article: (id: Id<'article'>) => articles.find((one) => one.id === id),
  }
  const families = Map.groupBy(
    claims,
    ({ id }) => currentRecord<ExportInput['claims'][number]>(id, (one) => claimsById.get(one))?.id ?? id,
  )
  return new Map(
    [...families].map(([id, family]) => {
      const pieces = family
        .toSorted((a, b) => Number(a.id !== id) - Number(b.id !== id) || (a.id < b.id ? -1 : 1))
        .flatMap(({ evidence }) => evidence)
        .map(({ id: piece, stance, article, annotation, chain, withdrawn }) => ({
          id: piece,
          stance,
          isWithdrawn: withdrawn !== null,
          article: article ?? (annotation === null ? null : (places.get(annotation) ?? null)),
          chain: chain.map(({ source }) => standing(source)),
        }))
      return [
        id,
        corroborate(
          pieces,
          family.flatMap(({ rulings }) => rulings),
          known,
        ),
      ]
    }),
  )
}

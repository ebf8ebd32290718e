import type { ExportInput } from '../export/exporter.ts'
import type { Id } from '../records/base.ts'
import { currentRecord } from '../records/merged.ts'
import type { Source } from '../records/source.ts'
import { confidentialSources } from './confidential-sources.ts'

/** On these terms nobody is to be named, by the usage of the trade. */
const guarded: ReadonlySet<string> = new Set(['off-record', 'deep-background'])

/**
 * The names of those who spoke off the record or on deep background and would go out by their names all the same, because nobody has
 * marked them confidential; in the order of the names.
 */
export function namedOffTheRecord({ claims, annotations, sources, chosen }: ExportInput): string[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const confidential = new Set(confidentialSources(sources).map(({ id }) => id))
  const isPart = chosen.articles.length + chosen.claims.length > 0
  const articles = new Set(chosen.articles)
  const inArticle = new Set(
    [...annotations].flatMap(([article, list]) => (articles.has(article) ? list.map(({ id }) => id) : [])),
  )
  const isTold = ({ id, evidence }: ExportInput['claims'][number]): boolean =>
    !isPart ||
    chosen.claims.includes(id) ||
    evidence.some(
      ({ annotation, article }) =>
        (annotation !== null && inArticle.has(annotation)) || (article !== null && articles.has(article)),
    )
  const standing = (id: Id<'source'>): Source | undefined =>
    currentRecord<Source>(id, (one) => byId.get(one)) ?? byId.get(id)
  const names = claims
    .filter(isTold)
    .flatMap(({ evidence }) => evidence.flatMap(({ chain }) => chain))
    .filter(({ groundRule }) => guarded.has(groundRule))
    .flatMap(({ source }) => standing(source) ?? [])
    .filter(({ id, kind }) => kind !== 'anonymous' && !confidential.has(id))
    .map(({ name }) => name)
  return [...new Set(names)].sort()
}

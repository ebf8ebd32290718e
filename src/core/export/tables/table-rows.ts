import { chainText } from '../../attribution/chain-sentence.ts'
import type { Annotation } from '../../records/annotation.ts'
import type { Article } from '../../records/article.ts'
import { stances } from '../../records/claim.ts'
import type { exported } from '../../words/exported.ts'
import { Catalogue } from '../markdown/catalogue.ts'
import { byOrigin, countOf } from '../markdown/verdict.ts'
import type { ExportInput, ExportRequest } from '../exporter.ts'
import type { Cell, ExportedTable } from './exported-table.ts'
import { shownTable } from './shown-table.ts'

/** The claims, the highlights, the sources and the articles, in the order of their ids; or one list as it is shown. */
export function tablesOf(
  input: ExportInput,
  request: ExportRequest,
): { tables: ExportedTable[]; withheld: number } {
  const catalogue = new Catalogue(input, { ...request, profile: 'plain' })
  const { withheld } = catalogue
  if (input.shown) return { tables: [shownTable(catalogue, input.shown)], withheld }
  const tables = [claimsOf, evidenceOf, highlightsOf, sourcesOf, articlesOf].map((table) => table(catalogue))
  return { tables, withheld }
}

const columns = (catalogue: Catalogue, ...names: (keyof typeof exported.columns)[]): string[] =>
  names.map((name) => catalogue.say(`exported.columns.${name}`))

function claimsOf(catalogue: Catalogue): ExportedTable {
  return {
    name: 'claims',
    columns: columns(
      catalogue,
      ...(['statement', 'kind', 'status', 'credibility', 'originsFor', 'originsForLeast'] as const),
      ...(['originsAgainst', 'originsAgainstLeast', 'event', 'said', 'published'] as const),
      ...(['low', 'high', 'qualifier', 'unit', 'scope', 'asOf', 'tags', 'id'] as const),
    ),
    rows: catalogue.claims.map((claim) => {
      const origins = catalogue.originsOf(claim.id)
      const [supports, disputes] = [countOf(origins?.supports), countOf(origins?.disputes)]
      const { quantity } = claim
      return [
        ...[claim.statement, claim.kind, claim.status, claim.credibility.grade],
        ...[supports.most, supports.least, disputes.most, disputes.least],
        ...[claim.event, claim.utterance, claim.publication],
        ...[quantity?.low ?? null, quantity?.high ?? null, quantity?.qualifier ?? null],
        ...[quantity?.unit ?? null, quantity?.scope ?? null, quantity?.asOf ?? null],
        ...[catalogue.tagNames(claim.tags).join('; '), claim.id],
      ]
    }),
  }
}

function evidenceOf(catalogue: Catalogue): ExportedTable {
  return {
    name: 'evidence',
    columns: columns(
      catalogue,
      ...(['statement', 'origin', 'stance', 'quote', 'chain', 'words'] as const),
      ...(['article', 'page', 'note', 'withdrawn', 'id'] as const),
    ),
    rows: catalogue.claims.flatMap((claim) => {
      const evidence = catalogue.evidenceOf(claim)
      return stances.flatMap((stance) =>
        byOrigin(catalogue, claim, stance, evidence).flatMap(({ name, pieces }, at) =>
          pieces.map((piece): Cell[] => {
            const page = catalogue.highlightOf(piece)?.page ?? null
            return [
              // Those of one number are one origin; what counts for none has none.
              ...[claim.statement, name === null ? null : at + 1, stance, catalogue.quoteOf(piece) ?? null],
              chainText(piece.chain, (id) => catalogue.source(id), catalogue.language),
              piece.chain.flatMap(({ words }) => (words === '' ? [] : [words])).join('; '),
              ...[catalogue.articleOf(piece)?.title ?? null, page, piece.note],
              ...[piece.withdrawn?.as ?? null, piece.id],
            ]
          }),
        ),
      )
    }),
  }
}

function highlightsOf(catalogue: Catalogue): ExportedTable {
  return {
    name: 'highlights',
    columns: columns(catalogue, 'quote', 'note', 'article', 'page', 'claims', 'tags', 'id'),
    rows: catalogue.articles.flatMap((article) =>
      highlightsIn(catalogue, article).map((one) => [
        ...[one.exact, one.note, article.title, one.page],
        catalogue
          .claimsOfHighlight(one.id)
          .map(
            ({ claim, stance, withdrawn }) =>
              `${catalogue.say(`terms.stances.${stance}`)}: ${claim.statement}${catalogue.withdrawnAs(withdrawn)}`,
          )
          .join('; '),
        ...[catalogue.tagNames(one.tags).join('; '), one.id],
      ]),
    ),
  }
}

/** Of chosen claims only those that they rest on: what else somebody marked there is none of theirs. */
function highlightsIn(catalogue: Catalogue, article: Article): Annotation[] {
  const { articles, claims } = catalogue.input.chosen
  const all = catalogue.highlightsOf(article)
  return claims.length === 0 || articles.length > 0
    ? all
    : all.filter(({ id }) => catalogue.claimsOfHighlight(id).length > 0)
}

function sourcesOf(catalogue: Catalogue): ExportedTable {
  return {
    name: 'sources',
    columns: columns(
      catalogue,
      'name',
      'kind',
      'role',
      'affiliation',
      'aliases',
      'reliability',
      'reason',
      'tags',
      'id',
    ),
    rows: catalogue.sources.map((source) => [
      ...[source.name, source.kind, source.role, source.affiliation],
      source.aliases.map(({ name }) => name).join('; '),
      ...[source.reliability.grade, source.reliability.reason],
      ...[catalogue.tagNames(source.tags).join('; '), source.id],
    ]),
  }
}

function articlesOf(catalogue: Catalogue): ExportedTable {
  return {
    name: 'articles',
    columns: columns(
      catalogue,
      'title',
      'authors',
      'outlet',
      'published',
      'address',
      'language',
      'reading',
      'tags',
      'id',
    ),
    rows: catalogue.articles.map((article) => [
      article.title,
      catalogue.authorsOf(article).join('; '),
      catalogue.outletOf(article),
      ...[article.published, article.urls[0] ?? null, article.language, article.reading],
      ...[catalogue.tagNames(article.tags).join('; '), article.id],
    ]),
  }
}

import { stances, type Claim } from '../../records/claim.ts'
import type { Article } from '../../records/article.ts'
import type { Source } from '../../records/source.ts'
import { openInquiries } from '../../records/source.ts'
import type { RecordId } from '../../records/base.ts'
import type { exported } from '../../words/exported.ts'
import type { ShownList } from '../exporter.ts'
import type { Catalogue } from '../markdown/catalogue.ts'
import { trackRecordOf } from '../markdown/source-file.ts'
import { countOf } from '../markdown/verdict.ts'
import type { Cell, ExportedTable } from './exported-table.ts'

type Column<R> = [name: keyof typeof exported.columns, cell: (record: R, catalogue: Catalogue) => Cell]

/** What a list shows first, and what it may show besides, by the names that its columns have there. */
interface List<R> {
  first: Column<R>
  columns: Record<string, Column<R>>
}

const claims: List<Claim> = {
  first: ['statement', ({ statement }) => statement],
  columns: {
    kind: ['kind', ({ kind }, catalogue) => catalogue.say(`terms.claimKinds.${kind}`)],
    status: ['status', ({ status }, catalogue) => catalogue.say(`terms.claimStatuses.${status}`)],
    credibility: [
      'credibility',
      ({ credibility }, catalogue) => catalogue.say(`terms.credibilities.${credibility.grade}`),
    ],
    origins: ['originsFor', ({ id }, catalogue) => rangeOf(catalogue, id, 'supports')],
    originsAgainst: ['originsAgainst', ({ id }, catalogue) => rangeOf(catalogue, id, 'disputes')],
    evidence: [
      'evidence',
      (claim, catalogue) => {
        const pieces = catalogue.evidenceOf(claim)
        return stances
          .map((stance) => [stance, pieces.filter((one) => one.stance === stance).length] as const)
          .flatMap(([stance, count]) =>
            count === 0 ? [] : `${catalogue.say(`terms.stances.${stance}`)}: ${count}`,
          )
          .join('; ')
      },
    ],
    articles: [
      'articles',
      (claim, catalogue) =>
        new Set(catalogue.evidenceOf(claim).flatMap((one) => catalogue.articleOf(one)?.id ?? [])).size,
    ],
    tags: ['tags', ({ tags }, catalogue) => catalogue.tagNames(tags).join('; ')],
    event: ['event', ({ event }) => event],
    utterance: ['said', ({ utterance }) => utterance],
    publication: ['published', ({ publication }) => publication],
    modified: ['modified', ({ modified }) => modified.slice(0, 10)],
  },
}

const articles: List<Article> = {
  first: ['title', ({ title }) => title],
  columns: {
    outlet: ['outlet', (article, catalogue) => catalogue.outletOf(article)],
    published: ['published', ({ published }) => published],
    language: ['language', ({ language }) => language],
    highlights: ['highlights', (article, catalogue) => catalogue.highlightsOf(article).length],
    claims: ['claims', ({ id }, catalogue) => catalogue.claimsOfArticle(id).length],
    reading: ['reading', ({ reading }) => reading],
  },
}

const sources: List<Source> = {
  first: ['name', ({ name }) => name],
  columns: {
    kind: ['kind', ({ kind }, catalogue) => catalogue.say(`terms.sourceKinds.${kind}`)],
    reliability: [
      'reliability',
      ({ reliability }, catalogue) => catalogue.say(`terms.reliabilities.${reliability.grade}`),
    ],
    asserts: [
      'asserts',
      ({ id }, catalogue) =>
        catalogue
          .claimsOfSource(id)
          .flatMap((claim) => catalogue.evidenceOf(claim))
          .filter(({ chain: [asserter] }) => asserter && catalogue.source(asserter.source)?.id === id).length,
    ],
    backed: ['backed', (source, catalogue) => trackRecordOf(catalogue, source).agreed],
    opposed: ['opposed', (source, catalogue) => trackRecordOf(catalogue, source).opposed],
    articles: ['articles', ({ id }, catalogue) => catalogue.articlesIn(id).length],
    questions: ['questions', (source) => openInquiries(source).length],
  },
}

/** How many independent origins, as a range where it is one. */
function rangeOf(catalogue: Catalogue, id: Claim['id'], side: 'supports' | 'disputes'): Cell {
  const { least, most } = countOf(catalogue.originsOf(id)?.[side])
  return least === most ? most : catalogue.say('exported.range', { least, most })
}

/** A list in its order and with its columns; what is withheld is not in it. */
export function shownTable(catalogue: Catalogue, shown: ShownList): ExportedTable {
  if (shown.list === 'claims') return tableOf(catalogue, shown, claims, catalogue.claims)
  if (shown.list === 'articles') return tableOf(catalogue, shown, articles, catalogue.articles)
  return tableOf(catalogue, shown, sources, catalogue.sources)
}

function tableOf<R extends { id: RecordId }>(
  catalogue: Catalogue,
  { list, ids, columns }: ShownList,
  { first, columns: known }: List<R>,
  records: readonly R[],
): ExportedTable {
  const byId = new Map<RecordId, R>(records.map((record) => [record.id, record]))
  const wanted = [first, ...columns.flatMap((name) => (Object.hasOwn(known, name) ? [known[name]] : []))]
  const all = wanted.filter((column) => column !== undefined)
  return {
    name: `${list}-shown`,
    columns: [...all.map(([name]) => name), 'id' as const].map((name) =>
      catalogue.say(`exported.columns.${name}`),
    ),
    rows: ids.flatMap((id) => {
      const record = byId.get(id)
      return record ? [[...all.map(([, cell]) => cell(record, catalogue)), record.id]] : []
    }),
  }
}

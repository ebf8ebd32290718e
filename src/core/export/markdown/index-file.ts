import type { RootContent } from 'mdast'
import { openWorkKinds } from '../../records/dismissal.ts'
import { said } from '../../words/say.ts'
import { tagsIn } from './facts.ts'
import { heading, longList, paragraph, printFile, table, type Inline } from './mdast.ts'
import type { Page } from './page.ts'
import type { Catalogue } from './catalogue.ts'
import type { RecordId } from '../../records/base.ts'
import type { Claim } from '../../records/claim.ts'
import type { IndexContent, OriginCount } from '../exporter.ts'
import { countOf } from './verdict.ts'

/** The way in: the claims with how many say so independently, what is left to be done, and everything else that was exported. */
export function indexFile(page: Page): string {
  const { catalogue } = page
  const { input, hasTagPages } = catalogue
  const index = input.written?.index ?? indexOf(catalogue)
  const content = [
    heading(1, input.title),
    ...countBlocks(catalogue, index),
    ...headed(catalogue, 'claims', index.claims.length === 0 ? [] : [claimTable(page, index.claims)]),
    ...openBlocks(page, index),
    ...headed(catalogue, 'articles', articleBlocks(page, index)),
    ...headed(catalogue, 'sources', sourceBlocks(page, index)),
    ...(hasTagPages ? tagBlocks(page) : []),
  ]
  const properties = { type: 'notebook', title: input.title }
  return printFile({ properties, profile: catalogue.profile, isLive: catalogue.hasLiveNotes }, content)
}

/** The same from the records. */
const indexOf = (catalogue: Catalogue): IndexContent => ({
  claims: catalogue.claims.map((claim) => ({ ...claim, ...sidesOf(catalogue, claim) })),
  articles: catalogue.articles,
  sources: catalogue.sources,
})

const sidesOf = (
  catalogue: Catalogue,
  { id }: Pick<Claim, 'id'>,
): Pick<IndexContent['claims'][number], 'supports' | 'disputes'> => {
  const origins = catalogue.originsOf(id)
  return { supports: countOf(origins?.supports), disputes: countOf(origins?.disputes) }
}

const headed = (
  catalogue: Catalogue,
  name: 'claims' | 'articles' | 'sources',
  blocks: RootContent[],
): RootContent[] =>
  blocks.length === 0 ? [] : [heading(2, catalogue.say(`exported.headings.${name}`)), ...blocks]

function countBlocks(catalogue: Catalogue, { articles, claims, sources }: IndexContent): RootContent[] {
  const { withheld, namesStay } = catalogue
  return [
    paragraph(
      catalogue.say('exported.counts.all', {
        articles: said('exported.counts.articles', { count: articles.length }),
        claims: said('exported.counts.claims', { count: claims.length }),
        sources: said('exported.counts.sources', { count: sources.length }),
      }),
    ),
    ...(withheld === 0
      ? []
      : [
          paragraph(
            catalogue.say(namesStay ? 'exported.counts.pageless' : 'exported.counts.withheld', {
              count: withheld,
            }),
          ),
        ]),
  ]
}

function articleBlocks(page: Page, { articles }: IndexContent): RootContent[] {
  if (articles.length === 0) return []
  const dated = articles.toSorted(
    (a, b) => compare(a.published ?? '', b.published ?? '') || compare(a.id, b.id),
  )
  const items = dated.map((article): Inline[] => [
    page.link(article.title, article.id),
    article.published === null ? '' : ` (${page.catalogue.date(article.published)})`,
  ])
  return [longList(items)]
}

function sourceBlocks(page: Page, { sources }: IndexContent): RootContent[] {
  if (sources.length === 0) return []
  const named = sources.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
  const items = named.map((source): Inline[] => [
    page.link(source.name, source.id),
    ` (${page.catalogue.say(`terms.sourceKinds.${source.kind}`)})`,
  ])
  return [longList(items)]
}

function tagBlocks(page: Page): RootContent[] {
  const { catalogue } = page
  if (catalogue.tags.length === 0) return []
  const named = catalogue.tags.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
  return [
    heading(2, catalogue.say('exported.claimTable.tags')),
    longList(named.map(({ name, id }) => [page.link(name, id)])),
  ]
}

/** The claims with how many say so and how many say otherwise. */
export const claimTableOf = (page: Page, claims: readonly Claim[]): RootContent =>
  claimTable(
    page,
    claims.map((claim) => ({ ...claim, ...sidesOf(page.catalogue, claim) })),
  )

function claimTable(page: Page, claims: IndexContent['claims']): RootContent {
  const { catalogue } = page
  const count = ({ least, most }: OriginCount): string =>
    least === most ? `${most}` : catalogue.say('exported.range', { least, most })
  const head = (['claim', 'for', 'against', 'status', 'tags'] as const).map((name) => [
    catalogue.say(`exported.claimTable.${name}`),
  ])
  const rows = claims.map((claim): Inline[][] => [
    [page.link(claim.statement, claim.id)],
    [count(claim.supports)],
    [count(claim.disputes)],
    [catalogue.say(`terms.claimStatuses.${claim.status}`)],
    [tagsIn(catalogue, claim)],
  ])
  return table(head, rows)
}

const tells: ReadonlySet<string> = new Set(['did-not-answer', 'to-ask'])

/** What is left to be done at what is exported. */
function openBlocks(page: Page, index: IndexContent): RootContent[] {
  const { catalogue } = page
  const titles = new Map<RecordId, string>([
    ...index.claims.map(({ id, statement }) => [id, statement] as const),
    ...index.articles.map(({ id, title }) => [id, title] as const),
    ...index.sources.map(({ id, name }) => [id, name] as const),
  ])
  const there = Map.groupBy(
    catalogue.input.open.filter(({ id }) => catalogue.pathOf(id) !== undefined),
    ({ what }) => what,
  )
  const kinds = openWorkKinds.flatMap((kind): RootContent[] => {
    const byRecord = Map.groupBy(there.get(kind) ?? [], ({ id }) => id)
    if (byRecord.size === 0) return []
    const items = [...byRecord].map(([id, told]): Inline[] => {
      // What was not answered, and what is to be asked, is told by its words.
      const words = tells.has(kind) ? told.flatMap((one) => one.words).join('; ') : ''
      return [page.link(titles.get(id) ?? catalogue.titleOf(id), id), words === '' ? '' : `: ${words}`]
    })
    return [heading(3, catalogue.say(`terms.openWork.${kind}`)), longList(items)]
  })
  return kinds.length === 0 ? [] : [heading(2, catalogue.say('exported.headings.open')), ...kinds]
}

/** By code units, so that the order is the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

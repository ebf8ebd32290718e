import type { RootContent } from 'mdast'
import { openWorkKinds } from '../../records/dismissal.ts'
import { said } from '../../words/say.ts'
import { tagsIn } from './facts.ts'
import { heading, list, paragraph, printFile, table, type Inline } from './mdast.ts'
import type { Page } from './page.ts'
import { countOf } from './verdict.ts'

/** The way in: the claims with how many say so independently, what is left to be done, and everything else that was exported. */
export function indexFile(page: Page): string {
  const { catalogue } = page
  const { articles, claims, sources, withheld, input } = catalogue
  const content: RootContent[] = [
    heading(1, input.title),
    paragraph(
      catalogue.say('exported.counts.all', {
        articles: said('exported.counts.articles', { count: articles.length }),
        claims: said('exported.counts.claims', { count: claims.length }),
        sources: said('exported.counts.sources', { count: sources.length }),
      }),
    ),
  ]
  if (withheld > 0)
    content.push(
      paragraph(
        catalogue.say(catalogue.namesStay ? 'exported.counts.pageless' : 'exported.counts.withheld', {
          count: withheld,
        }),
      ),
    )
  if (claims.length > 0) content.push(heading(2, catalogue.say('exported.headings.claims')), claimTable(page))
  content.push(...openBlocks(page))
  if (articles.length > 0) {
    const dated = articles.toSorted(
      (a, b) => compare(a.published ?? '', b.published ?? '') || compare(a.id, b.id),
    )
    const items = dated.map((article): Inline[] => [
      page.link(article.title, article.id),
      article.published === null ? '' : ` (${catalogue.date(article.published)})`,
    ])
    content.push(heading(2, catalogue.say('exported.headings.articles')), list(items))
  }
  if (sources.length > 0) {
    const named = sources.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    content.push(
      heading(2, catalogue.say('exported.headings.sources')),
      list(
        named.map((source) => [
          page.link(source.name, source.id),
          ` (${catalogue.say(`terms.sourceKinds.${source.kind}`)})`,
        ]),
      ),
    )
  }
  if (catalogue.hasTagPages && catalogue.tags.length > 0) {
    const named = catalogue.tags.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    content.push(
      heading(2, catalogue.say('exported.claimTable.tags')),
      list(named.map(({ name, id }) => [page.link(name, id)])),
    )
  }
  const properties = { type: 'notebook', title: input.title }
  return printFile({ properties, profile: catalogue.profile, isLive: catalogue.hasLiveNotes }, content)
}

/** The claims with how many say so and how many say otherwise. */
export function claimTable(page: Page): RootContent {
  const { catalogue } = page
  const count = (side: Parameters<typeof countOf>[0]): string => {
    const { least, most } = countOf(side)
    return least === most ? `${most}` : catalogue.say('exported.range', { least, most })
  }
  const head = (['claim', 'for', 'against', 'status', 'tags'] as const).map((name) => [
    catalogue.say(`exported.claimTable.${name}`),
  ])
  const rows = catalogue.claims.map((claim): Inline[][] => {
    const origins = catalogue.originsOf(claim.id)
    return [
      [page.link(claim.statement, claim.id)],
      [count(origins?.supports)],
      [count(origins?.disputes)],
      [catalogue.say(`terms.claimStatuses.${claim.status}`)],
      [tagsIn(catalogue, claim)],
    ]
  })
  return table(head, rows)
}

const tells: ReadonlySet<string> = new Set(['did-not-answer', 'to-ask'])

/** What is left to be done at what is exported. */
function openBlocks(page: Page): RootContent[] {
  const { catalogue } = page
  const there = catalogue.input.open.filter(({ id }) => catalogue.pathOf(id) !== undefined)
  const kinds = openWorkKinds.flatMap((kind): RootContent[] => {
    const ids = [...new Set(there.filter(({ what }) => what === kind).map(({ id }) => id))]
    if (ids.length === 0) return []
    return [
      heading(3, catalogue.say(`terms.openWork.${kind}`)),
      list(
        ids.map((id) => {
          // What was not answered, and what is to be asked, is told by its words.
          const told = there.filter((one) => one.id === id && one.what === kind && tells.has(kind))
          const words = told.flatMap((one) => one.words).join('; ')
          return [page.link(catalogue.titleOf(id), id), words === '' ? '' : `: ${words}`]
        }),
      ),
    ]
  })
  return kinds.length === 0 ? [] : [heading(2, catalogue.say('exported.headings.open')), ...kinds]
}

/** By code units, so that the order is the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

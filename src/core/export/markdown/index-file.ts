import type { RootContent } from 'mdast'
import { claimStatuses } from '../../records/claim.ts'
import { said } from '../../words/say.ts'
import type { Catalogue } from './catalogue.ts'
import { heading, list, paragraph, printFile, type Inline } from './mdast.ts'

/** The way in: everything that was exported. */
export function indexFile(catalogue: Catalogue): string {
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
  if (withheld > 0) content.push(paragraph(catalogue.say('exported.counts.withheld', { count: withheld })))
  if (claims.length > 0) {
    content.push(heading(2, catalogue.say('exported.headings.claims')))
    for (const status of claimStatuses) {
      const those = claims.filter((claim) => claim.status === status)
      if (those.length === 0) continue
      content.push(
        heading(3, catalogue.say(`exported.headings.statuses.${status}`)),
        list(those.map((claim) => [catalogue.linkTo(claim.statement, claim.id, '')])),
      )
    }
  }
  if (articles.length > 0) {
    const dated = articles.toSorted(
      (a, b) => compare(a.published ?? '', b.published ?? '') || compare(a.id, b.id),
    )
    const items = dated.map((article): Inline[] => [
      catalogue.linkTo(article.title, article.id, ''),
      article.published === null ? '' : ` (${article.published})`,
    ])
    content.push(heading(2, catalogue.say('exported.headings.articles')), list(items))
  }
  if (sources.length > 0) {
    const named = sources.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    content.push(
      heading(2, catalogue.say('exported.headings.sources')),
      list(
        named.map((source) => [
          catalogue.linkTo(source.name, source.id, ''),
          ` (${catalogue.say(`terms.sourceKinds.${source.kind}`)})`,
        ]),
      ),
    )
  }
  return printFile({ type: 'notebook', title: input.title }, content)
}

/** By code units, so that the order is the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

import type { RootContent } from 'mdast'
import { claimStatuses } from '../../records/claim.ts'
import type { Catalogue } from './catalogue.ts'
import { heading, list, paragraph, printFile, type Inline } from './mdast.ts'

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** The way in: everything that was exported. */
export function indexFile(catalogue: Catalogue): string {
  const { articles, claims, sources, withheld, input } = catalogue
  const content: RootContent[] = [
    heading(1, input.title),
    paragraph(
      `${count(articles.length, 'article', 'articles')}, ${count(claims.length, 'claim', 'claims')}, ${count(sources.length, 'source', 'sources')}.`,
    ),
  ]
  if (withheld > 0) {
    content.push(
      paragraph(
        `${count(withheld, 'confidential source is', 'confidential sources are')} withheld: no name, no page.`,
      ),
    )
  }
  if (claims.length > 0) {
    content.push(heading(2, 'Claims'))
    for (const status of claimStatuses) {
      const those = claims.filter((claim) => claim.status === status)
      if (those.length === 0) continue
      content.push(
        heading(3, status.charAt(0).toUpperCase() + status.slice(1)),
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
    content.push(heading(2, 'Articles'), list(items))
  }
  if (sources.length > 0) {
    const named = sources.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    content.push(
      heading(2, 'Sources'),
      list(named.map((source) => [catalogue.linkTo(source.name, source.id, ''), ` (${source.kind})`])),
    )
  }
  return printFile({ type: 'notebook', title: input.title }, content)
}

/** By code units, so that the order is the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

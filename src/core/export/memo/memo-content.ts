import type { RootContent } from 'mdast'
import type { Article } from '../../records/article.ts'
import { said } from '../../words/say.ts'
import type { Catalogue } from '../markdown/catalogue.ts'
import { claimBlocks } from '../markdown/claim-file.ts'
import { reference } from '../markdown/article-file.ts'
import { gradeOf } from '../markdown/facts.ts'
import { claimTableOf, compare } from '../markdown/index-file.ts'
import { heading, list, paragraph, strong, text, type Inline } from '../markdown/mdast.ts'
import { Page } from '../markdown/page.ts'

/** One document that has everything in it: nothing is linked to but the web. */
class MemoPage extends Page {
  override link(label: string): Inline {
    return text(label)
  }
}

/** A memo on claims: a table of them, each with its verdict and its evidence, then the sources with their grades, and the articles. */
export function memoContent(catalogue: Catalogue): RootContent[] {
  const page = new MemoPage(catalogue, 'memo.md')
  const { claims, withheld } = catalogue
  const articles = claims.flatMap((claim) =>
    catalogue.evidenceOf(claim).flatMap((piece) => catalogue.articleOf(piece) ?? []),
  )
  return [
    heading(1, catalogue.say('exported.memo.title', { title: catalogue.input.title })),
    paragraph(catalogue.say('exported.counts.claims', { count: claims.length })),
    ...(withheld > 0 && !catalogue.namesStay
      ? [paragraph(catalogue.say('exported.counts.unnamed', { count: withheld }))]
      : []),
    ...(claims.length > 0 ? [claimTableOf(page, claims)] : []),
    ...claims.flatMap((claim) => [heading(2, claim.statement), ...claimBlocks(page, claim, 3)]),
    ...sourceBlocks(catalogue),
    ...articleBlocks(page, [...new Set(articles)]),
  ]
}

/** The sources that the claims rest on, with how far they can be relied on. */
function sourceBlocks(catalogue: Catalogue): RootContent[] {
  const ids = catalogue.claims.flatMap((claim) =>
    catalogue.evidenceOf(claim).flatMap(({ chain }) => chain.map(({ source }) => source)),
  )
  const sources = [...new Set(ids.flatMap((id) => catalogue.sourceRecord(id) ?? []))].toSorted(
    (a, b) => compare(a.name, b.name) || compare(a.id, b.id),
  )
  if (sources.length === 0) return []
  const items = sources.map(({ name, kind, role, affiliation, reliability }): Inline[] => {
    const who = [catalogue.say(`terms.sourceKinds.${kind}`), role, affiliation]
    const grade = gradeOf(catalogue, reliability, 'F', (one) => said(`terms.reliabilities.${one}`))
    const words = who.filter((part) => part !== '').join(', ')
    return [strong(name), ` (${words}): ${grade}`]
  })
  return [heading(2, catalogue.say('exported.headings.sources')), list(items)]
}

function articleBlocks(page: Page, articles: readonly Article[]): RootContent[] {
  if (articles.length === 0) return []
  const items = articles
    .toSorted((a, b) => compare(a.id, b.id))
    .map((article): Inline[] => [strong(article.title), '. ', ...reference(page, article)])
  return [heading(2, page.catalogue.say('exported.headings.articles')), list(items)]
}

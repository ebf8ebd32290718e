import type { RootContent } from 'mdast'
import type { Annotation } from '../../records/annotation.ts'
import type { Article } from '../../records/article.ts'
import type { Catalogue } from './catalogue.ts'
import { tagsIn } from './facts.ts'
import { heading, link, list, paragraph, printFile, quote, type Inline } from './mdast.ts'

/** One article: what it is, its highlights in text order, and the claims that were made from it. */
export function articleFile(catalogue: Catalogue, article: Article): string {
  const annotations = (catalogue.input.annotations.get(article.id) ?? []).toSorted(
    (a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1),
  )
  const placed = annotations.filter((annotation) => annotation.state !== 'orphan')
  const orphans = annotations.filter((annotation) => annotation.state === 'orphan')
  const claims = catalogue.claimsOfArticle(article.id)
  const content: RootContent[] = [heading(1, article.title), paragraph(...reference(catalogue, article))]
  if (article.note.trim() !== '') content.push(catalogue.note(article.note))
  if (placed.length > 0)
    content.push(
      heading(2, catalogue.say('exported.headings.highlights')),
      ...placed.flatMap((item) => highlight(catalogue, item)),
    )
  if (orphans.length > 0) {
    content.push(
      heading(2, catalogue.say('exported.headings.orphans')),
      paragraph(catalogue.say('exported.orphans')),
      ...orphans.flatMap((item) => highlight(catalogue, item)),
    )
  }
  if (claims.length > 0) {
    const items = claims.map((claim) => [
      catalogue.linkTo(claim.statement, claim.id, 'articles'),
      ` (${catalogue.say(`terms.claimStatuses.${claim.status}`)})`,
    ])
    content.push(heading(2, catalogue.say('exported.headings.claims')), list(items))
  }
  return printFile(frontmatter(catalogue, article), content, catalogue.hasLiveNotes)
}

function frontmatter(catalogue: Catalogue, article: Article): Record<string, unknown> {
  return {
    type: 'article',
    id: article.id,
    title: article.title,
    authors: catalogue.authorsOf(article),
    outlet: outletName(catalogue, article),
    published: article.published,
    retrieved: article.retrieved?.slice(0, 10) ?? null,
    language: article.language,
    url: article.urls[0] ?? null,
    reading: article.reading,
    tags: catalogue.tagNames(article.tags).map(obsidianTag),
  }
}

/** Obsidian's tags have no spaces. */
export const obsidianTag = (name: string): string => name.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')

function outletName(catalogue: Catalogue, article: Article): string | null {
  return article.outlet === null ? null : (catalogue.source(article.outlet)?.name ?? null)
}

function reference(catalogue: Catalogue, article: Article): Inline[] {
  const parts: Inline[][] = []
  const named = catalogue.authorsOf(article)
  const authors = named.length > 0 ? named.join(', ') : catalogue.bylineOf(article)
  if (authors !== '') parts.push([authors])
  const outlet = outletName(catalogue, article)
  if (outlet !== null) parts.push([catalogue.linkTo(outlet, article.outlet, 'articles')])
  if (article.published !== null) parts.push([article.published])
  const [url] = article.urls
  if (url !== undefined) parts.push([link(url, url)])
  if (article.retrieved !== null)
    parts.push([catalogue.say('exported.imported', { date: article.retrieved.slice(0, 10) })])
  return parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part]))
}

/** Where a highlight stands; where it is not in the newest version, where it stood. */
function placeOf(catalogue: Catalogue, { page, state, start, end, version }: Annotation): string {
  if (state === 'orphan') return catalogue.say('exported.places.notFound', { start, end, version })
  if (state === 'review') return catalogue.say('exported.places.review', { start, end, version })
  if (page !== null) return catalogue.say('exported.places.page', { page })
  return catalogue.say('exported.places.characters', { start, end })
}

function highlight(catalogue: Catalogue, annotation: Annotation): RootContent[] {
  const place = placeOf(catalogue, annotation)
  const tags = tagsIn(catalogue, annotation)
  const line = tags === '' ? place : `${place} · ${catalogue.say('exported.tagged', { tags })}`
  const note = annotation.note.trim()
  return [quote(annotation.exact), paragraph(line), ...(note === '' ? [] : [catalogue.note(note)])]
}

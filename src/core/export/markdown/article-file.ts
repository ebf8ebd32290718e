import type { RootContent } from 'mdast'
import type { Annotation } from '../../records/annotation.ts'
import type { Article } from '../../records/article.ts'
import type { Catalogue } from './catalogue.ts'
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
    content.push(heading(2, 'Highlights'), ...placed.flatMap((item) => highlight(catalogue, item)))
  if (orphans.length > 0) {
    content.push(
      heading(2, 'Highlights without a place'),
      paragraph('These passages no longer stand in the text.'),
      ...orphans.flatMap((item) => highlight(catalogue, item)),
    )
  }
  if (claims.length > 0) {
    const items = claims.map((claim) => [
      catalogue.linkTo(claim.statement, claim.id, 'articles'),
      ` (${claim.status})`,
    ])
    content.push(heading(2, 'Claims'), list(items))
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
  if (article.retrieved !== null) parts.push([`imported ${article.retrieved.slice(0, 10)}`])
  return parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part]))
}

/** Where a highlight stands; where it is not in the newest version, where it stood. */
function placeOf({ page, state, start, end, version }: Annotation): string {
  const characters = `characters ${start}–${end}`
  if (state === 'orphan') return `Not found in the newest version; ${characters} of version ${version}`
  if (state === 'review') return `To be reviewed in the newest version; ${characters} of version ${version}`
  return page === null ? `Characters ${start}–${end}` : `Page ${page}`
}

function highlight(catalogue: Catalogue, annotation: Annotation): RootContent[] {
  const place = placeOf(annotation)
  const tags = catalogue.tagNames(annotation.tags)
  const line = tags.length > 0 ? `${place} · tags: ${tags.join(', ')}` : place
  const note = annotation.note.trim()
  return [quote(annotation.exact), paragraph(line), ...(note === '' ? [] : [catalogue.note(note)])]
}

import type { RootContent } from 'mdast'
import type { Annotation } from '../../records/annotation.ts'
import { currentVersion, type Article } from '../../records/article.ts'
import type { Catalogue } from './catalogue.ts'
import type { Id } from '../../records/base.ts'
import { blockOf, tagsIn, textBlockOf } from './facts.ts'
import { blockId, heading, link, list, paragraph, printFile, quote, type Inline } from './mdast.ts'
import { textBlocks } from './text-blocks.ts'
import type { Page } from './page.ts'
import { verdictOf } from './verdict.ts'

/** One article: what it is, its versions, its highlights in text order with the claims they speak for, and what is claimed from it. */
export function articleFile(page: Page, article: Article): string {
  const { catalogue } = page
  const annotations = catalogue.highlightsOf(article)
  const placed = annotations.filter((annotation) => annotation.state !== 'orphan')
  const orphans = annotations.filter((annotation) => annotation.state === 'orphan')
  const claims = catalogue.claimsOfArticle(article.id)
  const whole = wholeText(catalogue, article)
  const content: RootContent[] = [heading(1, article.title), paragraph(...reference(page, article))]
  if (article.note.trim() !== '') content.push(catalogue.note(article.note))
  if (placed.length > 0)
    content.push(
      heading(2, catalogue.say('exported.headings.highlights')),
      ...placed.flatMap((item) => highlight(page, item, whole)),
    )
  if (orphans.length > 0) {
    content.push(
      heading(2, catalogue.say('exported.headings.orphans')),
      paragraph(catalogue.say('exported.orphans')),
      ...orphans.flatMap((item) => highlight(page, item, whole)),
    )
  }
  if (claims.length > 0) {
    const items = claims.map((claim): Inline[] => [
      page.link(claim.statement, claim.id),
      ` (${catalogue.say(`terms.claimStatuses.${claim.status}`)}). ${verdictOf(catalogue, claim)}`,
    ])
    content.push(heading(2, catalogue.say('exported.headings.claims')), list(items))
  }
  if (article.versions.length > 1) {
    const versions = article.versions.map(({ n, importedAt }): Inline[] => [
      catalogue.say('exported.versions', { n, date: catalogue.day(importedAt) }),
    ])
    content.push(
      heading(2, catalogue.say('exported.headings.versions')),
      list(versions),
      ...revisionBlocks(catalogue, article),
    )
  }
  content.push(...whole.blocks)
  const properties = propertiesOf(catalogue, article)
  return printFile({ properties, profile: catalogue.profile, isLive: catalogue.hasLiveNotes }, content)
}

/** What the publisher changed, version by version. */
function revisionBlocks(catalogue: Catalogue, { id }: Article): RootContent[] {
  const revisions = catalogue.input.revisions.get(id) ?? []
  return [...Map.groupBy(revisions, ({ version }) => version)].flatMap(([n, changes]) => [
    heading(3, catalogue.say('exported.headings.revisions', { n })),
    ...changes.flatMap(({ before, after, became }): RootContent[] => {
      const what = became ?? (before === '' ? 'added' : after === '' ? 'removed' : 'changed')
      return [
        paragraph(catalogue.say(`exported.revisions.${what}`)),
        ...(before === '' ? [] : [quote(before)]),
        ...(before === '' || after === '' ? [] : [paragraph(catalogue.say('exported.revisions.became'))]),
        ...(after === '' ? [] : [quote(after)]),
      ]
    }),
  ])
}

/** The whole text, and where in it each highlight is linked to. */
interface WholeText {
  blocks: RootContent[]
  targets: ReadonlyMap<Id<'annotation'>, string>
}

function wholeText(catalogue: Catalogue, article: Article): WholeText {
  const html = catalogue.hasWholeTexts ? catalogue.textOf(article.id) : ''
  const targets = new Map<Id<'annotation'>, string>()
  if (html === '') return { blocks: [], targets }
  const { isObsidian } = catalogue.profile
  let left = catalogue.highlightsOf(article).filter((one) => catalogue.standsNow(one))
  const blocks = textBlocks(html, undefined, (block, { end }) => {
    // Blocks come in the order of the text, and so do highlights.
    const next = left.findIndex(({ start }) => start >= end)
    const here = next === -1 ? left : left.slice(0, next)
    left = next === -1 ? [] : left.slice(next)
    const [first] = here
    if (!first) return [block]
    // Obsidian has one id for a block, behind it.
    for (const { id } of here) targets.set(id, textBlockOf(isObsidian ? first.id : id))
    if (isObsidian) return [block, blockId(textBlockOf(first.id))]
    const anchors = here.map(({ id }) => `<a id="${textBlockOf(id)}"></a>`).join('')
    return [{ type: 'html', value: anchors }, block]
  })
  return { blocks: [heading(2, catalogue.say('exported.headings.text')), ...blocks], targets }
}

function propertiesOf(catalogue: Catalogue, article: Article): Record<string, unknown> {
  return {
    type: 'article',
    id: article.id,
    title: article.title,
    aliases: [article.title],
    authors: catalogue.authorsOf(article),
    outlet: catalogue.outletOf(article),
    published: article.published,
    retrieved: article.retrieved?.slice(0, 10) ?? null,
    language: article.language,
    url: article.urls[0] ?? null,
    reading: article.reading,
    tags: catalogue.tagPaths(article.tags),
    ...(catalogue.profile.hasCitations ? { citekey: catalogue.citeKey(article) } : {}),
  }
}

/** Who wrote an article, where, when, and where it is. */
export function reference(page: Page, article: Article): Inline[] {
  const { catalogue } = page
  const parts: Inline[][] = []
  const named = catalogue.authorsOf(article)
  const authors = named.length > 0 ? named.join(', ') : catalogue.bylineOf(article)
  if (authors !== '') parts.push([authors])
  const outlet = catalogue.outletOf(article)
  if (outlet !== null) parts.push([page.link(outlet, article.outlet)])
  if (article.published !== null) parts.push([catalogue.date(article.published)])
  const [url] = article.urls
  if (url !== undefined) parts.push([link(url, url)])
  const { copy } = currentVersion(article)
  if (copy) {
    const made = copy.made === null ? 'exported.copyKept' : 'exported.copyMade'
    const words = catalogue.say(made, { date: catalogue.date(copy.made) })
    parts.push([copy.address === null ? words : link(words, copy.address)])
  }
  if (article.retrieved !== null)
    parts.push([catalogue.say('exported.imported', { date: catalogue.day(article.retrieved) })])
  return parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part]))
}

/** What is to be said of where a highlight stands, besides its words. */
function placeOf(catalogue: Catalogue, { page, state, version }: Annotation): string {
  if (state === 'orphan') return catalogue.say('exported.places.notFound', { version })
  if (state === 'review') return catalogue.say('exported.places.review', { version })
  return page === null ? '' : catalogue.say('exported.places.page', { page })
}

/** A link to where a highlight stands in the whole text of its file. */
function inText({ catalogue }: Page, target: string): Inline {
  const label = catalogue.say('exported.inText')
  return catalogue.profile.isObsidian
    ? { type: 'html', value: `[[#^${target}|${label}]]` }
    : link(label, `#${target}`)
}

function highlight(page: Page, annotation: Annotation, { targets }: WholeText): RootContent[] {
  const { catalogue } = page
  const tags = tagsIn(catalogue, annotation)
  const parts: Inline[][] = []
  const place = placeOf(catalogue, annotation)
  if (place !== '') parts.push([place])
  const target = targets.get(annotation.id)
  if (target !== undefined) parts.push([inText(page, target)])
  if (tags !== '') parts.push([catalogue.say('exported.tagged', { tags })])
  for (const { claim, stance, withdrawn } of catalogue.claimsOfHighlight(annotation.id))
    parts.push([
      `${catalogue.say(`exported.evidence.stances.${stance}`)}: `,
      page.link(claim.statement, claim.id),
      catalogue.withdrawnAs(withdrawn),
    ])
  const note = annotation.note.trim()
  return [
    catalogue.quoted(annotation),
    ...(catalogue.profile.isObsidian ? [blockId(blockOf(annotation.id))] : []),
    ...(parts.length === 0
      ? []
      : [paragraph(...parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part])))]),
    ...(note === '' ? [] : [catalogue.note(note)]),
  ]
}

import type { RootContent } from 'mdast'
import type { Id } from '../../records/base.ts'
import type { Tag } from '../../records/tag.ts'
import { heading, list, paragraph, printFile, type Inline } from './mdast.ts'
import type { Page } from './page.ts'
import { verdictOf } from './verdict.ts'

/** Words as a quotation; those that are one already stay as they are. */
function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return /^[“„«‘"]/.test(line) ? line : `“${line}”`
}

/** One tag: what it means, what is above and below it, and what carries it. */
export function tagFile(page: Page, tag: Tag): string {
  const { catalogue } = page
  const family = catalogue.tagFamily(tag)
  const whole = catalogue.tagAndBelow(tag)
  const carries = ({ tags }: { tags: readonly Id<'tag'>[] }): boolean => tags.some((id) => whole.has(id))
  const below = catalogue.tags.filter(({ parent }) => parent !== null && family.has(parent))
  const above = tag.parent === null ? undefined : catalogue.tag(tag.parent)
  const linked = (label: string, id: Parameters<Page['link']>[1]): Inline[] => [page.link(label, id)]
  const parts: [name: 'claims' | 'articles' | 'highlights' | 'sources', items: Inline[][]][] = [
    [
      'claims',
      catalogue.claims
        .filter(carries)
        .map((claim) => [page.link(claim.statement, claim.id), `. ${verdictOf(catalogue, claim)}`]),
    ],
    ['articles', catalogue.articles.filter(carries).map(({ title, id }) => linked(title, id))],
    [
      'highlights',
      catalogue.articles.flatMap((article) =>
        catalogue
          .highlightsOf(article)
          .filter(carries)
          .map((one): Inline[] => [`${quoted(one.exact)} `, page.link(article.title, article.id)]),
      ),
    ],
    ['sources', catalogue.sources.filter(carries).map(({ name, id }) => linked(name, id))],
  ]
  const content: RootContent[] = [
    heading(1, tag.name),
    ...(tag.definition.trim() === '' ? [] : [catalogue.note(tag.definition)]),
    ...(above
      ? [paragraph(`${catalogue.say('exported.tagPage.above')} `, page.link(above.name, above.id))]
      : []),
    ...(below.length === 0
      ? []
      : [
          heading(2, catalogue.say('exported.tagPage.below')),
          list(below.map(({ name, id }) => linked(name, id))),
        ]),
    ...parts.flatMap(([name, items]) =>
      items.length === 0 ? [] : [heading(2, catalogue.say(`exported.headings.${name}`)), list(items)],
    ),
  ]
  const isEmpty = below.length === 0 && parts.every(([, items]) => items.length === 0)
  if (isEmpty) content.push(paragraph(catalogue.say('exported.tagPage.nothing')))
  const properties = {
    type: 'tag',
    id: tag.id,
    title: tag.name,
    aliases: [tag.name],
    tags: catalogue.tagPaths([tag.id]),
  }
  return printFile({ properties, profile: catalogue.profile, isLive: catalogue.hasLiveNotes }, content)
}

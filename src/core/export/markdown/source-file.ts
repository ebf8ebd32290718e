import type { RootContent } from 'mdast'
import type { Stance } from '../../records/claim.ts'
import type { Source } from '../../records/source.ts'
import { obsidianTag } from './article-file.ts'
import type { Catalogue } from './catalogue.ts'
import { heading, list, paragraph, printFile, raw, strong, type Inline } from './mdast.ts'

export const reliabilityWords: Record<Source['reliability']['grade'], string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
}
const headings: Record<Stance, string> = {
  supports: 'Asserts or supports',
  disputes: 'Disputes',
  mentions: 'Mentions',
}

/** One source: who it is, how far it can be relied on, what it asserts and disputes, and what it passes on. */
export function sourceFile(catalogue: Catalogue, source: Source): string {
  const content: RootContent[] = [heading(1, source.name), list(identity(source))]
  if (source.note.trim() !== '') content.push(raw(source.note))
  for (const stance of ['supports', 'disputes', 'mentions'] as const) {
    const items = claimsOf(catalogue, source, (position, own) => position === 0 && own === stance)
    if (items.length > 0) content.push(heading(2, headings[stance]), list(items))
  }
  const relayed = claimsOf(catalogue, source, (position) => position > 0)
  if (relayed.length > 0) content.push(heading(2, 'Passes on'), list(relayed))
  const published = catalogue.articles.filter(
    (article) => article.outlet !== null && catalogue.source(article.outlet)?.id === source.id,
  )
  if (published.length > 0) {
    content.push(
      heading(2, 'Articles'),
      list(published.map((article) => [catalogue.linkTo(article.title, article.id, 'sources')])),
    )
  }
  if (content.length === 2 && relayed.length === 0)
    content.push(paragraph('Nothing in this notebook goes back to this source yet.'))
  return printFile(
    {
      type: 'source',
      id: source.id,
      kind: source.kind,
      reliability: source.reliability.grade,
      aliases: source.aliases.map((alias) => alias.name),
      tags: catalogue.tagNames(source.tags).map(obsidianTag),
    },
    content,
  )
}

function identity(source: Source): Inline[][] {
  const { grade, reason } = source.reliability
  const rows: [string, string][] = [
    ['Kind', source.kind === 'anonymous' ? 'anonymous, not named' : source.kind],
    ['Called', source.descriptor],
    ['Role', source.role],
    ['Affiliation', source.affiliation],
    ['Also written', source.aliases.map((alias) => alias.name).join(', ')],
    ['Reliability', `${grade}, ${reliabilityWords[grade]}${reason === '' ? '' : `: ${reason}`}`],
  ]
  return rows.flatMap(([label, value]) => (value === '' ? [] : [[strong(label), `: ${value}`]]))
}

function claimsOf(
  catalogue: Catalogue,
  source: Source,
  wanted: (position: number, stance: Stance) => boolean,
): Inline[][] {
  return catalogue.claimsOfSource(source.id).flatMap((claim) => {
    const pieces = claim.evidence.filter((evidence) =>
      evidence.chain.some(
        (hop, position) =>
          catalogue.source(hop.source)?.id === source.id && wanted(position, evidence.stance),
      ),
    )
    if (pieces.length === 0) return []
    const articles = [...new Set(pieces.flatMap((piece) => catalogue.articleOf(piece) ?? []))]
    const where = articles.flatMap((article, index): Inline[] => [
      index === 0 ? ', in ' : ', ',
      catalogue.linkTo(article.title, article.id, 'sources'),
    ])
    return [[catalogue.linkTo(claim.statement, claim.id, 'sources'), ...where]]
  })
}

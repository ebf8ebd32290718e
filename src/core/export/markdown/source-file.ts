import type { RootContent } from 'mdast'
import type { Stance } from '../../records/claim.ts'
import type { Source } from '../../records/source.ts'
import { obsidianTag } from './article-file.ts'
import type { Catalogue } from './catalogue.ts'
import { heading, list, paragraph, printFile, strong, type Inline } from './mdast.ts'

type Grade = Source['reliability']['grade']
export const reliabilityWords: Record<Grade, string> = {
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
  if (source.note.trim() !== '') content.push(catalogue.note(source.note))
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
  const merged = catalogue.sourcesMergedInto(source.id)
  for (const one of merged) content.push(...mergedBlocks(catalogue, one))
  const spellings = [source, ...merged].flatMap((one) => [one.name, ...one.aliases.map(({ name }) => name)])
  return printFile(
    {
      type: 'source',
      id: source.id,
      kind: source.kind,
      reliability: source.reliability.grade,
      aliases: [...new Set(spellings)].filter((name) => name !== source.name),
      tags: catalogue.tagNames(source.tags).map(obsidianTag),
      merged: merged.map((one) => one.id),
    },
    content,
    catalogue.hasLiveNotes,
  )
}

/** What was noted of a source before it was merged. */
function mergedBlocks(catalogue: Catalogue, source: Source): RootContent[] {
  const tags = catalogue.tagNames(source.tags).join(', ')
  const facts: Inline[][] = tags === '' ? [] : [[strong('Tags'), `: ${tags}`]]
  return [
    heading(2, `Merged: ${source.name}`),
    list([...identity(source), ...facts]),
    ...(source.note.trim() === '' ? [] : [catalogue.note(source.note)]),
  ]
}

const graded = (grade: Grade, reason: string): string =>
  `${grade}, ${reliabilityWords[grade]}${reason === '' ? '' : `: ${reason}`}`

function identity(source: Source): Inline[][] {
  const { grade, reason, history } = source.reliability
  const rows: [string, string][] = [
    ['Kind', source.kind === 'anonymous' ? 'anonymous, not named' : source.kind],
    ['Called', source.descriptor],
    ['Role', source.role],
    ['Affiliation', source.affiliation],
    ['Also written', source.aliases.map((alias) => alias.name).join(', ')],
    ['Reliability', graded(grade, reason)],
    ...history
      .filter((earlier) => earlier.grade !== 'F' || earlier.reason !== '')
      .map((earlier): [string, string] => [
        `Reliability until ${earlier.at.slice(0, 10)}`,
        graded(earlier.grade, earlier.reason),
      ])
      .toReversed(),
  ]
  return rows.flatMap(([label, value]) => (value === '' ? [] : [[strong(label), `: ${value}`]]))
}

function claimsOf(
  catalogue: Catalogue,
  source: Source,
  wanted: (position: number, stance: Stance) => boolean,
): Inline[][] {
  return catalogue.claimsOfSource(source.id).flatMap((claim) => {
    const pieces = catalogue
      .evidenceOf(claim)
      .filter((evidence) =>
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

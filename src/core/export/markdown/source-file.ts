import type { RootContent } from 'mdast'
import { stances, type Stance } from '../../records/claim.ts'
import type { Source } from '../../records/source.ts'
import { said } from '../../words/say.ts'
import { obsidianTag } from './article-file.ts'
import type { Catalogue } from './catalogue.ts'
import { factItems, graded, tagFact, type Fact } from './facts.ts'
import { heading, list, paragraph, printFile, type Inline } from './mdast.ts'

/** One source: who it is, how far it can be relied on, what it asserts and disputes, and what it passes on. */
export function sourceFile(catalogue: Catalogue, source: Source): string {
  const content: RootContent[] = [
    heading(1, source.name),
    list(factItems(catalogue, identity(source, catalogue))),
  ]
  if (source.note.trim() !== '') content.push(catalogue.note(source.note))
  for (const stance of stances) {
    const items = claimsOf(catalogue, source, (position, own) => position === 0 && own === stance)
    if (items.length > 0)
      content.push(heading(2, catalogue.say(`exported.headings.claimsOfSource.${stance}`)), list(items))
  }
  const relayed = claimsOf(catalogue, source, (position) => position > 0)
  if (relayed.length > 0) content.push(heading(2, catalogue.say('exported.headings.passesOn')), list(relayed))
  const published = catalogue.articles.filter(
    (article) => article.outlet !== null && catalogue.source(article.outlet)?.id === source.id,
  )
  if (published.length > 0) {
    content.push(
      heading(2, catalogue.say('exported.headings.articles')),
      list(published.map((article) => [catalogue.linkTo(article.title, article.id, 'sources')])),
    )
  }
  if (content.length === 2 && relayed.length === 0)
    content.push(paragraph(catalogue.say('exported.nothingOfSource')))
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
const mergedBlocks = (catalogue: Catalogue, source: Source): RootContent[] => [
  heading(2, catalogue.say('exported.headings.merged', { title: source.name })),
  list(factItems(catalogue, [...identity(source, catalogue), tagFact(catalogue, source)])),
  ...(source.note.trim() === '' ? [] : [catalogue.note(source.note)]),
]

function identity(
  { kind, descriptor, role, affiliation, aliases, reliability }: Source,
  catalogue: Catalogue,
): Fact[] {
  const judged = ({ grade, reason }: Pick<Source['reliability'], 'grade' | 'reason'>): string =>
    graded(catalogue, grade, said(`terms.reliabilities.${grade}`), reason)
  const earlier = reliability.history
    // What cannot be judged, without a reason, is no judgement.
    .filter(({ grade, reason }) => grade !== 'F' || reason !== '')
    .map((one): Fact => [said('exported.until.reliability', { date: one.at.slice(0, 10) }), judged(one)])
    .toReversed()
  return [
    ['kind', catalogue.say(kind === 'anonymous' ? 'exported.notNamed' : `terms.sourceKinds.${kind}`)],
    ['called', descriptor],
    ['role', role],
    ['affiliation', affiliation],
    ['alsoWritten', aliases.map(({ name }) => name).join(', ')],
    ['reliability', judged(reliability)],
    ...earlier,
  ]
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
      index === 0 ? catalogue.say('exported.in') : ', ',
      catalogue.linkTo(article.title, article.id, 'sources'),
    ])
    return [[catalogue.linkTo(claim.statement, claim.id, 'sources'), ...where]]
  })
}

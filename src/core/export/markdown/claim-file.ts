import type { RootContent } from 'mdast'
import { stances, type Claim } from '../../records/claim.ts'
import { said } from '../../words/say.ts'
import type { Catalogue } from './catalogue.ts'
import { evidenceBlocks } from './evidence-blocks.ts'
import { earlierGrades, factItems, graded, gradeOf, tagFact, type Fact } from './facts.ts'
import { heading, list, paragraph, printFile, strong, type Inline } from './mdast.ts'
import type { Page } from './page.ts'
import { byOrigin, countOf, verdictOf, whyOf, type OriginGroup } from './verdict.ts'

/**
 * One claim: the verdict first, then the evidence by its origins, what is still open, and the claims that it is related to; what was
 * noted of the claims that were merged into it comes last.
 */
export function claimFile(page: Page, claim: Claim): string {
  const merged = page.catalogue.claimsMergedInto(claim.id)
  const content = [heading(1, claim.statement), ...claimBlocks(page, claim, 2)]
  return printFile(topOf(page.catalogue, claim, merged), content)
}

/** All that is to be said of a claim below its statement. @param depth of its headings */
export function claimBlocks(page: Page, claim: Claim, depth: 2 | 3): RootContent[] {
  const { catalogue } = page
  const evidence = catalogue.evidenceOf(claim)
  return [
    paragraph(strong(verdictOf(catalogue, claim))),
    ...whyOf(catalogue, claim).map((sentence) => paragraph(sentence)),
    list(factItems(catalogue, facts(page, claim))),
    ...(claim.note.trim() === '' ? [] : [catalogue.note(claim.note)]),
    ...stances.flatMap((stance) => {
      const groups = byOrigin(catalogue, claim, stance, evidence)
      if (groups.length === 0) return []
      return [
        heading(depth, catalogue.say(`exported.headings.evidence.${stance}`)),
        ...groups.flatMap((group, at) =>
          originBlocks(page, group, groups.length === 1 ? null : at + 1, depth === 2 ? 3 : 4),
        ),
      ]
    }),
    ...openBlocks(page, claim, depth),
    ...relatedBlocks(page, claim, depth),
    ...wordingBlocks(page, claim, depth),
    ...catalogue
      .claimsMergedInto(claim.id)
      .flatMap((one) => [
        heading(depth, catalogue.say('exported.headings.merged', { title: one.statement })),
        list(factItems(catalogue, [...facts(page, one), tagFact(catalogue, one)])),
        ...(one.note.trim() === '' ? [] : [catalogue.note(one.note)]),
        ...relatedBlocks(page, one, depth === 2 ? 3 : 4),
      ]),
  ]
}

function topOf(
  catalogue: Catalogue,
  claim: Claim,
  merged: readonly Claim[],
): Parameters<typeof printFile>[0] {
  const origins = catalogue.originsOf(claim.id)
  const [supports, disputes] = [countOf(origins?.supports), countOf(origins?.disputes)]
  return {
    profile: catalogue.profile,
    isLive: catalogue.hasLiveNotes,
    properties: {
      type: 'claim',
      id: claim.id,
      title: claim.statement,
      aliases: [claim.statement, ...merged.map(({ statement }) => statement)],
      kind: claim.kind,
      status: claim.status,
      origins_for: supports.most,
      ...(supports.least < supports.most ? { origins_for_at_least: supports.least } : {}),
      origins_against: disputes.most,
      ...(disputes.least < disputes.most ? { origins_against_at_least: disputes.least } : {}),
      credibility: claim.credibility.grade,
      event: claim.event,
      said: claim.utterance,
      published: claim.publication,
      tags: catalogue.tagPaths(claim.tags),
      merged: merged.map((one) => one.id),
    },
  }
}

/** One origin with its evidence. @param n its number; null where it is the only one */
function originBlocks(page: Page, group: OriginGroup, n: number | null, depth: 3 | 4): RootContent[] {
  const { catalogue } = page
  const title =
    group.name === null
      ? catalogue.say('exported.origin.uncounted')
      : n === null
        ? null
        : catalogue.say('exported.origin.heading', { n, name: group.name })
  return [
    ...(title === null ? [] : [heading(depth, title)]),
    ...group.pieces.flatMap((piece) => evidenceBlocks(page, piece)),
  ]
}

/** How a claim was worded before. */
function wordingBlocks({ catalogue }: Page, { id }: Claim, depth: 2 | 3): RootContent[] {
  const earlier = (catalogue.input.wordings.get(id) ?? []).slice(0, -1)
  if (earlier.length === 0) return []
  const items = earlier.map(({ statement, at }) => [
    catalogue.say('exported.worded', { date: catalogue.day(at), statement }),
  ])
  return [heading(depth, catalogue.say('exported.headings.wordings')), list(items)]
}

/** What is still open of a claim, in sentences. */
export function openSentences(catalogue: Catalogue, claim: Claim): string[] {
  const sentences = catalogue.openAt(claim.id).flatMap(({ what, about, words }): string[] => {
    const name = about === null ? '' : catalogue.titleOf(about)
    if (what === 'did-not-answer' || what === 'to-ask') return []
    if (what !== 'unfaithful') return [catalogue.say(`exported.open.${what}`, { name })]
    // What stands there no more was a name that is confidential.
    return words
      .filter((word) => claim.statement.includes(word))
      .map((word) => catalogue.say('exported.open.unfaithful', { words: word }))
  })
  return [...new Set(sentences)]
}

function openBlocks({ catalogue }: Page, claim: Claim, depth: 2 | 3): RootContent[] {
  const sentences = openSentences(catalogue, claim)
  if (sentences.length === 0) return []
  return [
    heading(depth, catalogue.say('exported.headings.open')),
    list(sentences.map((sentence) => [sentence])),
  ]
}

function relatedBlocks(page: Page, claim: Claim, depth: 2 | 3 | 4): RootContent[] {
  const { catalogue } = page
  const relations = claim.relations.flatMap((relation): Inline[][] => {
    const other = catalogue.claim(relation.claim)
    if (!other) return []
    const words = catalogue.say(`exported.relations.${relation.kind}`)
    const status = catalogue.say(`terms.claimStatuses.${other.status}`)
    const verdict = verdictOf(catalogue, other)
    return [[`${words}: `, page.link(other.statement, other.id), ` (${status}). ${verdict}`]]
  })
  const own = new Set(claim.relations.map((relation) => `${relation.kind} ${relation.claim}`))
  // What another claim says of this one stands here, too; what both say of each other once.
  const pointing = catalogue.relationsTo(claim.id).flatMap(({ claim: other, kind }): Inline[][] => {
    if (own.has(`${kind} ${other.id}`)) return []
    const words = catalogue.say(`exported.relatedTo.${kind}`)
    const status = catalogue.say(`terms.claimStatuses.${other.status}`)
    return [
      [`${words}: `, page.link(other.statement, other.id), ` (${status}). ${verdictOf(catalogue, other)}`],
    ]
  })
  const all = [...relations, ...pointing]
  return all.length === 0 ? [] : [heading(depth, catalogue.say('exported.headings.related')), list(all)]
}

function facts({ catalogue }: Page, { kind, status, credibility, ...claim }: Claim): Fact[] {
  const judged = ({ grade, reason }: Pick<Claim['credibility'], 'grade' | 'reason'>): string =>
    graded(catalogue, said(`terms.credibilities.${grade}`), reason)
  return [
    ['kind', catalogue.say(`terms.claimKinds.${kind}`)],
    ['status', catalogue.say(`terms.claimStatuses.${status}`)],
    ['credibility', gradeOf(catalogue, credibility, 6, (grade) => said(`terms.credibilities.${grade}`))],
    ...earlierGrades(credibility, 6).map((one): Fact => [
      said('exported.until.credibility', { date: catalogue.day(one.at) }),
      judged(one),
    ]),
    ['event', catalogue.date(claim.event)],
    ['utterance', catalogue.date(claim.utterance)],
    ['publication', catalogue.date(claim.publication)],
    ['figure', figureOf(catalogue, claim.quantity)],
    ['accused', [...new Set(claim.accused.map((id) => catalogue.nameOf(id)))].join(', ')],
  ]
}

/** A figure in words, with its unit, among what, when, and whose it is. */
export function figureOf(catalogue: Catalogue, quantity: Claim['quantity']): string | null {
  if (quantity === null) return null
  const { low, high, qualifier, unit, scope, asOf, claimant } = quantity
  const figure = low === high ? catalogue.figure(low) : `${catalogue.figure(low)}–${catalogue.figure(high)}`
  return [
    `${catalogue.say(`terms.qualified.${qualifier}`, { figure })} ${unit}`.trim(),
    scope,
    asOf === null ? '' : catalogue.say('exported.asOf', { date: catalogue.date(asOf) }),
    claimant === null ? '' : catalogue.say('exported.figureOf', { name: catalogue.nameOf(claimant) }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

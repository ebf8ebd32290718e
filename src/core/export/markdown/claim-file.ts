import type { RootContent } from 'mdast'
import { chainSentence } from '../../attribution/chain-sentence.ts'
import { stances, type Claim, type Evidence } from '../../records/claim.ts'
import { said } from '../../words/say.ts'
import { obsidianTag } from './article-file.ts'
import type { Catalogue } from './catalogue.ts'
import { placeIn, type Annotation } from '../../records/annotation.ts'
import { factItems, graded, tagFact, type Fact } from './facts.ts'
import { heading, list, paragraph, printFile, quote, strong, type Inline } from './mdast.ts'

/**
 * One claim: what is said, how far it can be trusted, and every piece of evidence with its chain in words; then the same of the
 * claims that were merged into it.
 */
export function claimFile(catalogue: Catalogue, claim: Claim): string {
  const merged = catalogue.claimsMergedInto(claim.id)
  const content: RootContent[] = [
    heading(1, claim.statement),
    list(factItems(catalogue, facts(catalogue, claim))),
    ...bodyOf(catalogue, claim, 2),
    ...merged.flatMap((one) => [
      heading(2, catalogue.say('exported.headings.merged', { title: one.statement })),
      list(factItems(catalogue, [...facts(catalogue, one), tagFact(catalogue, one)])),
      ...bodyOf(catalogue, one, 3),
    ]),
  ]
  return printFile(
    {
      type: 'claim',
      id: claim.id,
      kind: claim.kind,
      status: claim.status,
      credibility: claim.credibility.grade,
      event: claim.event,
      said: claim.utterance,
      published: claim.publication,
      tags: catalogue.tagNames(claim.tags).map(obsidianTag),
      merged: merged.map((one) => one.id),
    },
    content,
    catalogue.hasLiveNotes,
  )
}

/** The note, the evidence by stance, and the related claims. @param depth of the headings */
function bodyOf(catalogue: Catalogue, claim: Claim, depth: 2 | 3): RootContent[] {
  const content: RootContent[] = claim.note.trim() === '' ? [] : [catalogue.note(claim.note)]
  for (const stance of stances) {
    const evidence = claim.evidence.filter((piece) => piece.stance === stance)
    if (evidence.length === 0) continue
    content.push(
      heading(depth, catalogue.say(`exported.headings.evidence.${stance}`)),
      ...evidence.flatMap((piece) => evidenceBlocks(catalogue, piece)),
    )
  }
  const relations = claim.relations.flatMap((relation): Inline[][] => {
    const other = catalogue.claim(relation.claim)
    if (!other) return []
    const words = catalogue.say(`exported.relations.${relation.kind}`)
    const status = catalogue.say(`terms.claimStatuses.${other.status}`)
    return [[`${words}: `, catalogue.linkTo(other.statement, other.id, 'claims'), ` (${status})`]]
  })
  if (relations.length > 0)
    content.push(heading(depth, catalogue.say('exported.headings.related')), list(relations))
  return content
}

function facts(catalogue: Catalogue, { kind, status, credibility, ...claim }: Claim): Fact[] {
  const judged = ({ grade, reason }: Pick<Claim['credibility'], 'grade' | 'reason'>): string =>
    graded(catalogue, grade, said(`terms.credibilities.${grade}`), reason)
  const earlier = credibility.history
    // What cannot be judged, without a reason, is no judgement.
    .filter(({ grade, reason }) => grade !== 6 || reason !== '')
    .map((one): Fact => [said('exported.until.credibility', { date: one.at.slice(0, 10) }), judged(one)])
    .toReversed()
  return [
    ['kind', catalogue.say(`terms.claimKinds.${kind}`)],
    ['status', catalogue.say(`terms.claimStatuses.${status}`)],
    ['credibility', judged(credibility)],
    ...earlier,
    ['event', claim.event],
    ['utterance', claim.utterance],
    ['publication', claim.publication],
    ['figure', figureOf(catalogue, claim.quantity)],
  ]
}

function figureOf(catalogue: Catalogue, quantity: Claim['quantity']): string | null {
  if (quantity === null) return null
  const { low, high, qualifier, unit, scope, asOf } = quantity
  return [
    catalogue.say(`terms.qualified.${qualifier}`, { figure: low === high ? `${low}` : `${low}–${high}` }),
    unit,
    scope,
    asOf === null ? '' : catalogue.say('exported.asOf', { date: asOf }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Where the article has newer versions: which one is quoted, and what became of the words. */
function sinceThen(
  catalogue: Catalogue,
  annotation: Annotation,
  { version }: Evidence,
  newest: number,
): string[] {
  if (version === null || version >= newest) return []
  const now = annotation.state === 'orphan' ? null : (annotation.proposal?.text ?? annotation.exact)
  const values = { version, newest }
  if (now === null) return [' ', catalogue.say('exported.evidence.newestWithout', values)]
  const then = placeIn(annotation, version)?.exact
  const what =
    now === then
      ? catalogue.say('exported.evidence.newestSame', values)
      : catalogue.say('exported.evidence.newestReads', { ...values, text: now })
  return [' ', what]
}

function withdrawnWords(catalogue: Catalogue, { withdrawn }: Evidence): string[] {
  if (withdrawn === null) return []
  const as = catalogue.say(`terms.withdrawals.${withdrawn.as}`)
  const values = { as: as.charAt(0).toUpperCase() + as.slice(1), date: withdrawn.at.slice(0, 10) }
  return [
    ' ',
    withdrawn.reason === ''
      ? catalogue.say('exported.evidence.withdrawnOnly', values)
      : catalogue.say('exported.evidence.withdrawn', { ...values, reason: withdrawn.reason }),
  ]
}

function evidenceBlocks(catalogue: Catalogue, evidence: Evidence): RootContent[] {
  const annotation = evidence.annotation === null ? undefined : catalogue.annotations.get(evidence.annotation)
  const article = catalogue.articleOf(evidence)
  const asserter = evidence.chain[0]
  const chain = chainSentence(evidence.chain, (id) => catalogue.source(id), catalogue.language).map(
    ({ text, source }) => (source === undefined ? text : catalogue.linkTo(text, source, 'claims')),
  )
  const who: Inline[] = chain.length > 0 ? [...chain, '.'] : [catalogue.say('exported.evidence.noChain')]
  const where: Inline[] = article
    ? [
        ` ${catalogue.say('exported.evidence.in')} `,
        catalogue.linkTo(article.title, article.id, 'claims'),
        '.',
      ]
    : []
  const terms =
    asserter === undefined || asserter.groundRule === 'unknown'
      ? []
      : [
          ' ',
          catalogue.say('exported.evidence.groundRule', {
            rule: said(`terms.groundRules.${asserter.groundRule}`),
          }),
        ]
  const note = evidence.note.trim()
  const quoted = annotation && placeIn(annotation, evidence.version ?? annotation.version)
  return [
    ...(annotation ? [quote(quoted?.exact ?? annotation.exact)] : []),
    paragraph(
      strong(`${catalogue.say(`exported.evidence.stances.${evidence.stance}`)}.`),
      ' ',
      ...who,
      ...where,
      ...terms,
      ...withdrawnWords(catalogue, evidence),
      ...(annotation && article ? sinceThen(catalogue, annotation, evidence, article.versions.length) : []),
    ),
    ...(note === '' ? [] : [catalogue.note(note)]),
  ]
}

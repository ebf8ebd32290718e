import type { RootContent } from 'mdast'
import { chainSentence, englishChainWords } from '../../attribution/chain-sentence.ts'
import { relationKinds, stances, type Claim, type Evidence, type Stance } from '../../records/claim.ts'
import { obsidianTag } from './article-file.ts'
import type { Catalogue } from './catalogue.ts'
import { placeIn, type Annotation } from '../../records/annotation.ts'
import { heading, list, paragraph, printFile, quote, strong, type Inline } from './mdast.ts'

const stanceTitles: Record<Stance, string> = {
  supports: 'Supported by',
  disputes: 'Disputed by',
  mentions: 'Mentioned by',
}
const stanceWords: Record<Stance, string> = {
  supports: 'Supports',
  disputes: 'Disputes',
  mentions: 'Mentions',
}
export const credibilityWords: Record<number, string> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
}
const relationWords: Record<(typeof relationKinds)[number], string> = {
  contradicts: 'Contradicts',
  'same-as': 'Same as',
  refines: 'Refines',
  'depends-on': 'Depends on',
}

/**
 * One claim: what is said, how far it can be trusted, and every piece of evidence with its chain in words; then the same of the
 * claims that were merged into it.
 */
export function claimFile(catalogue: Catalogue, claim: Claim): string {
  const merged = catalogue.claimsMergedInto(claim.id)
  const content: RootContent[] = [
    heading(1, claim.statement),
    list(facts(claim)),
    ...bodyOf(catalogue, claim, 2),
    ...merged.flatMap((one) => [
      heading(2, `Merged: ${one.statement}`),
      list([...facts(one), ...tagged(catalogue, one)]),
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
      heading(depth, stanceTitles[stance]),
      ...evidence.flatMap((piece) => evidenceBlocks(catalogue, piece)),
    )
  }
  const relations = claim.relations.flatMap((relation): Inline[][] => {
    const other = catalogue.claim(relation.claim)
    if (!other) return []
    const words = relationWords[relation.kind]
    return [[`${words}: `, catalogue.linkTo(other.statement, other.id, 'claims'), ` (${other.status})`]]
  })
  if (relations.length > 0) content.push(heading(depth, 'Related claims'), list(relations))
  return content
}

function tagged(catalogue: Catalogue, claim: Claim): Inline[][] {
  const names = catalogue.tagNames(claim.tags)
  return names.length === 0 ? [] : [[strong('Tags'), `: ${names.join(', ')}`]]
}

const graded = (grade: number, reason: string): string =>
  `${grade}, ${credibilityWords[grade] ?? ''}${reason === '' ? '' : `: ${reason}`}`

function facts(claim: Claim): Inline[][] {
  const { grade, reason, history } = claim.credibility
  const quantity = claim.quantity
  const figure =
    quantity === null
      ? ''
      : quantity.low === quantity.high
        ? `${quantity.low}`
        : `${quantity.low}–${quantity.high}`
  const rows: [label: string, value: string | null][] = [
    ['Kind', claim.kind],
    ['Status', claim.status],
    ['Credibility', graded(grade, reason)],
    // What cannot be judged, without a reason, is no judgement.
    ...history
      .filter((earlier) => earlier.grade !== 6 || earlier.reason !== '')
      .map((earlier): [string, string] => [
        `Credibility until ${earlier.at.slice(0, 10)}`,
        graded(earlier.grade, earlier.reason),
      ])
      .toReversed(),
    ['Happened', claim.event],
    ['Said', claim.utterance],
    ['Published', claim.publication],
    [
      'Figure',
      quantity === null
        ? null
        : [figure, quantity.unit, quantity.scope, quantity.asOf === null ? '' : `as of ${quantity.asOf}`]
            .filter((part) => part !== '')
            .join(' · '),
    ],
  ]
  return rows.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [[strong(label), `: ${value}`]],
  )
}

/** Where the article has newer versions: which one is quoted, and what became of the words. */
function sinceThen(annotation: Annotation, { version }: Evidence, newest: number): string {
  if (version === null || version >= newest) return ''
  const quoted = ` Quoted from version ${version} of ${newest}`
  const now = annotation.state === 'orphan' ? null : (annotation.proposal?.text ?? annotation.exact)
  if (now === null) return `${quoted}; the newest no longer has these words.`
  const then = placeIn(annotation, version)?.exact
  return now === then ? `${quoted}; the newest still says so.` : `${quoted}; the newest reads: “${now}”.`
}

function evidenceBlocks(catalogue: Catalogue, evidence: Evidence): RootContent[] {
  const annotation = evidence.annotation === null ? undefined : catalogue.annotations.get(evidence.annotation)
  const article = catalogue.articleOf(evidence)
  const asserter = evidence.chain[0]
  const rule = asserter === undefined ? '' : englishChainWords.groundRules[asserter.groundRule]
  const chain = chainSentence(evidence.chain, (id) => catalogue.source(id)).map(({ text, source }) =>
    source === undefined ? text : catalogue.linkTo(text, source, 'claims'),
  )
  const said: Inline[] = chain.length > 0 ? [...chain, '.'] : ['No attribution yet.']
  const where: Inline[] = article ? [' In: ', catalogue.linkTo(article.title, article.id, 'claims'), '.'] : []
  const terms = rule === '' ? [] : [` Ground rule: ${rule}.`]
  const note = evidence.note.trim()
  const quoted = annotation && placeIn(annotation, evidence.version ?? annotation.version)
  return [
    ...(annotation ? [quote(quoted?.exact ?? annotation.exact)] : []),
    paragraph(
      strong(`${stanceWords[evidence.stance]}.`),
      ' ',
      ...said,
      ...where,
      ...terms,
      ...(annotation && article ? [sinceThen(annotation, evidence, article.versions.length)] : []),
    ),
    ...(note === '' ? [] : [catalogue.note(note)]),
  ]
}

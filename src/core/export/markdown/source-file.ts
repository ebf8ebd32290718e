import type { RootContent } from 'mdast'
import { othersOn, type OthersOn } from '../../corroboration/others-on.ts'
import { trackRecord, type TrackRecord } from '../../corroboration/track-record.ts'
import { stances, type Claim, type Evidence, type Stance } from '../../records/claim.ts'
import type { Source } from '../../records/source.ts'
import { said } from '../../words/say.ts'
import type { Catalogue } from './catalogue.ts'
import { earlierGrades, factItems, graded, gradeOf, tagFact, type Fact } from './facts.ts'
import { heading, list, paragraph, printFile, type Inline } from './mdast.ts'
import type { Page } from './page.ts'

/** One source: who it is, how far it can be relied on, what it asserts and disputes and what others say of that, what it passes on. */
export function sourceFile(page: Page, source: Source): string {
  const { catalogue } = page
  const spoken = spokenBy(catalogue, source)
  const own = stances.map((stance) => ({
    stance,
    items: claimItems(page, source, spoken, (place, of) => place === 0 && of === stance),
  }))
  const relayed = claimItems(page, source, spoken, (place) => place > 0)
  const published = catalogue.articlesIn(source.id)
  const merged = catalogue.sourcesMergedInto(source.id)
  const isEmpty = own.every(({ items }) => items.length === 0) && relayed.length + published.length === 0
  const content: RootContent[] = [
    heading(1, source.name),
    list(factItems(catalogue, identity(source, catalogue))),
    ...(source.note.trim() === '' ? [] : [catalogue.note(source.note)]),
    ...inquiryBlocks(catalogue, source),
    ...own.flatMap(({ stance, items }) =>
      items.length === 0
        ? []
        : [heading(2, catalogue.say(`exported.headings.claimsOfSource.${stance}`)), list(items)],
    ),
    ...(relayed.length === 0 ? [] : [heading(2, catalogue.say('exported.headings.passesOn')), list(relayed)]),
    ...(published.length === 0
      ? []
      : [
          heading(2, catalogue.say('exported.headings.articles')),
          list(published.map((article) => [page.link(article.title, article.id)])),
        ]),
    ...(isEmpty && source.note.trim() === '' ? [paragraph(catalogue.say('exported.nothingOfSource'))] : []),
    ...merged.flatMap((one) => mergedBlocks(catalogue, one)),
  ]
  const spellings = [source, ...merged].flatMap((one) => [one.name, ...one.aliases.map(({ name }) => name)])
  const properties = {
    type: 'source',
    id: source.id,
    title: source.name,
    aliases: [...new Set(spellings)],
    kind: source.kind,
    reliability: source.reliability.grade,
    tags: catalogue.tagPaths(source.tags),
    merged: merged.map((one) => one.id),
  }
  return printFile({ properties, profile: catalogue.profile, isLive: catalogue.hasLiveNotes }, content)
}

/** What was noted of a source before it was merged. */
const mergedBlocks = (catalogue: Catalogue, source: Source): RootContent[] => [
  heading(2, catalogue.say('exported.headings.merged', { title: source.name })),
  list(factItems(catalogue, [...identity(source, catalogue), tagFact(catalogue, source)])),
  ...(source.note.trim() === '' ? [] : [catalogue.note(source.note)]),
  ...inquiryBlocks(catalogue, source),
]

/** What it is to be asked, what it was, and what it answered. */
function inquiryBlocks(catalogue: Catalogue, { inquiries }: Source): RootContent[] {
  if (inquiries.length === 0) return []
  const blocks: RootContent[] = []
  let items: Inline[][] = []
  for (const { question, asked, answered, answer: said } of inquiries) {
    const [on, back] = [catalogue.date(asked), catalogue.date(answered)]
    const line =
      answered === null
        ? asked === null
          ? catalogue.say('exported.inquiries.toAsk', { question })
          : catalogue.say('exported.inquiries.asked', { question, date: on })
        : asked === null
          ? catalogue.say('exported.inquiries.answeredUnasked', { question, date: back })
          : catalogue.say('exported.inquiries.answered', { question, asked: on, date: back })
    const answer = said.trim()
    const isLong = answer.includes('\n')
    items.push([answer === '' || isLong ? line : `${line} — ${answer}`])
    if (!isLong) continue
    // An answer of several lines keeps its form, behind the list that ends with its question.
    blocks.push(list(items), catalogue.note(answer))
    items = []
  }
  if (items.length > 0) blocks.push(list(items))
  return [heading(2, catalogue.say('exported.headings.inquiries')), ...blocks]
}

function identity(source: Source, catalogue: Catalogue): Fact[] {
  const { kind, reliability, relayer, people, groundRule } = source
  const judged = ({ grade, reason }: Pick<Source['reliability'], 'grade' | 'reason'>): string =>
    graded(catalogue, said(`terms.reliabilities.${grade}`), reason)
  return [
    ['kind', catalogue.say(kind === 'anonymous' ? 'exported.notNamed' : `terms.sourceKinds.${kind}`)],
    ['called', source.descriptor],
    ['role', source.role],
    ['affiliation', source.affiliation],
    ['access', source.access],
    ['notNamedBecause', source.anonymityReason],
    ['people', people === null ? null : catalogue.figure(people)],
    ['spokeTo', relayer === null ? null : catalogue.nameOf(relayer)],
    ['terms', groundRule === 'unknown' ? null : catalogue.say(`terms.groundRules.${groundRule}`)],
    ['alsoWritten', source.aliases.map(({ name }) => name).join(', ')],
    ['reliability', gradeOf(catalogue, reliability, 'F', (grade) => said(`terms.reliabilities.${grade}`))],
    ...earlierGrades(reliability, 'F').map((one): Fact => [
      said('exported.until.reliability', { date: catalogue.day(one.at) }),
      judged(one),
    ]),
  ]
}

/** What a source says of a claim, or passes on: the pieces of evidence, with its place in each chain. */
interface Spoken {
  claim: Claim
  pieces: { piece: Evidence; places: readonly number[] }[]
}

/** Of how many of its claims others say the same, or the contrary. */
export const trackRecordOf = (catalogue: Catalogue, source: Source): TrackRecord =>
  trackRecord(
    spokenBy(catalogue, source).flatMap(({ claim, pieces: all }) => {
      const pieces = all.filter(({ places }) => places.includes(0)).map(({ piece }) => piece)
      const others = othersOf(catalogue, claim, pieces)
      return others ? [{ claim: claim.id, ...others }] : []
    }),
  )

/** All that a source says or passes on, by claims. */
const spokenBy = (catalogue: Catalogue, { id }: Source): Spoken[] =>
  catalogue.claimsOfSource(id).map((claim) => ({
    claim,
    pieces: catalogue.evidenceOf(claim).flatMap((piece) => {
      const places = piece.chain.flatMap((hop, place) =>
        catalogue.source(hop.source)?.id === id ? place : [],
      )
      return places.length === 0 ? [] : { piece, places }
    }),
  }))

function claimItems(
  page: Page,
  source: Source,
  spoken: readonly Spoken[],
  wanted: (place: number, stance: Stance) => boolean,
): Inline[][] {
  const { catalogue } = page
  return spoken.flatMap(({ claim, pieces: all }) => {
    const pieces = all.flatMap(({ piece, places }) =>
      places.some((place) => wanted(place, piece.stance)) ? piece : [],
    )
    const [first] = pieces
    if (!first) return []
    const articles = [...new Set(pieces.flatMap((piece) => catalogue.articleOf(piece) ?? []))]
    const where = articles.flatMap((article, index): Inline[] => [
      index === 0 ? catalogue.say('exported.in') : ', ',
      page.link(article.title, article.id),
    ])
    const isOwn = catalogue.source(first.chain[0]?.source ?? source.id)?.id === source.id
    return [
      [
        page.link(claim.statement, claim.id),
        withdrawnAs(catalogue, pieces),
        ...where,
        ...(isOwn ? [...modeOf(catalogue, pieces), othersSay(catalogue, claim, pieces)] : []),
      ],
    ]
  })
}

/** That all of it was taken back. */
const withdrawnAs = (catalogue: Catalogue, pieces: readonly Evidence[]): string =>
  pieces.every(({ withdrawn }) => withdrawn !== null)
    ? catalogue.withdrawnAs(pieces[0]?.withdrawn ?? null)
    : ''

/**
 * That it denies what a claim says is said; that it says it, goes without saying. Where a denial bears a claim out (“nobody met”), the
 * claim says what is denied itself.
 */
const modeOf = (catalogue: Catalogue, pieces: readonly Evidence[]): string[] =>
  pieces.some(({ stance, chain: [asserter] }) => stance === 'disputes' && asserter?.mode === 'denies')
    ? [`, ${catalogue.say('exported.denies')}`]
    : []

function othersOf(
  catalogue: Catalogue,
  claim: Claim,
  pieces: readonly Evidence[],
): (OthersOn & { stance: Stance }) | undefined {
  const origins = catalogue.originsOf(claim.id)
  const stance = pieces.at(-1)?.stance
  if (!origins || stance === undefined || stance === 'mentions') return undefined
  return { stance, ...othersOn(origins, stance, new Set(pieces.map(({ id }) => id))) }
}

/** How many others say the same of a claim, and how many the contrary, independently. */
function othersSay(catalogue: Catalogue, claim: Claim, pieces: readonly Evidence[]): string {
  const others = othersOf(catalogue, claim, pieces)
  if (!others) return ''
  const { agree, oppose } = others
  return catalogue.say('exported.others.line', {
    agree: said('exported.others.agree', { count: agree }),
    oppose: said('exported.others.oppose', { count: oppose }),
  })
}

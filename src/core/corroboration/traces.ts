import type { Id, RecordId } from '../records/base.ts'
import { foldedWords } from '../records/fold-name.ts'
import type { SourceKind } from '../records/source.ts'
import type { Known, OriginArticle, OriginPiece } from './known.ts'
import { isNoOrigin } from './no-origin.ts'
import { isAnother, standing } from './unnamed-people.ts'
import { ancestorsOf, perhapsOne } from './kinship.ts'
import type { JoinReason } from './join-reason.ts'

/** What pieces that leave the same trace have in common. */
export type Trace = Omit<JoinReason, 'evidence'> & {
  key: string
  /** Whether this piece is the report itself: two reports of one outlet do not make one origin, what passes one on does. */
  isOwnReport?: boolean
  /** Of sources that are possibly the same: which of them this piece has. */
  member?: Id<'source'>
  /** Whether the piece is of somebody who speaks for the body, not of the body itself. */
  isSpeaker?: boolean
}

const reporting: readonly SourceKind[] = ['outlet', 'document', 'dataset']

/** Whether a piece says where it comes from at all; what does not, and what “media reports” say, is no origin. */
export function isTold({ article, chain: [asserter] }: OriginPiece, known: Known): boolean {
  if (asserter === undefined) return article !== null
  const source = known.source(asserter)
  return source === undefined || !isNoOrigin(source.kind === 'anonymous' ? source.descriptor : source.name)
}

/** Everything by which a piece of evidence may have its origin in common with another; of constant length for a chain. */
export function tracesOf(piece: OriginPiece, known: Known): Trace[] {
  const article = piece.article === null ? undefined : known.article(piece.article)
  const own = ownOutlet(piece, article, known)
  // Where nobody is named, the outlet says so itself.
  const asserter = piece.chain[0] ?? own
  const traces: Trace[] = []
  if (asserter !== null) traces.push(trace('same-asserter', asserter, `asserter ${asserter}`))
  else if (piece.article !== null)
    traces.push(trace('same-article', piece.article, `article ${piece.article}`))
  for (const source of new Set(piece.chain)) if (source !== own) traces.push(...tracesThrough(source, known))
  if (own !== null) traces.push(...tracesOfOwn(own, asserter === own, known))
  if (piece.article !== null) {
    const work = firstOf(piece.article, known)
    traces.push({
      ...trace('derived-article', work, `work ${work}`),
      isOwnReport: work === piece.article,
    })
  }
  if (asserter !== null) {
    traces.push(...tracesOfUnnamed(asserter, piece, own, known))
    traces.push(...tracesOfBodies(asserter, known))
  }
  return traces
}

const trace = (kind: Trace['kind'], subject: RecordId, key: string): Trace => ({
  kind,
  subject,
  key,
  other: null,
  words: '',
})

/** Whoever passes something on is where it comes from as far as anybody can tell; and so is what that was made from. */
function tracesThrough(source: Id<'source'>, known: Known): Trace[] {
  return ancestorsOf(source, known).flatMap((from) => {
    const kind = from === source ? 'same-report' : 'derived-source'
    return [trace(kind, from, `report ${from}`), ...perhaps(from, source, known)]
  })
}

function tracesOfOwn(own: Id<'source'>, isAsserter: boolean, known: Known): Trace[] {
  const isOwnReport = !isAsserter
  return [
    { ...trace('same-report', own, `report ${own}`), isOwnReport: true },
    ...perhaps(own, own, known).map((one) => ({ ...one, isOwnReport })),
  ]
}

function perhaps(id: Id<'source'>, member: Id<'source'>, known: Known): Trace[] {
  const one = perhapsOne(id, known)
  return one === null ? [] : [{ ...trace('possibly-same', id, `perhaps ${one}`), member }]
}

/**
 * Undisclosed people are one group when one relayer calls them by the same words, or one article by words of one meaning, unless it
 * says that they are others.
 */
function tracesOfUnnamed(
  asserter: Id<'source'>,
  { article, chain: [, ...relayers] }: OriginPiece,
  own: Id<'source'> | null,
  known: Known,
): Trace[] {
  const source = known.source(asserter)
  const words = foldedWords(source?.descriptor ?? '').join(' ')
  if (source?.kind !== 'anonymous' || words === '') return []
  const all = new Set([...relayers, own, source.relayer].filter((id) => id !== null))
  const passedOn = [...all].map((relayer) => ({
    ...trace('same-undisclosed', asserter, `undisclosed ${relayer} ${words}`),
    other: relayer,
    words: source.descriptor,
  }))
  if (article === null || isAnother(source.descriptor)) return passedOn
  const group = trace('same-group', article, `group ${article} ${standing(source.descriptor)}`)
  return [...passedOn, { ...group, words: source.descriptor }]
}

/** Whoever speaks for a body says what it says. */
function tracesOfBodies(asserter: Id<'source'>, known: Known): Trace[] {
  const source = known.source(asserter)
  if (source === undefined) return []
  const own = isBody.has(source.kind) ? [trace('speaks-for', asserter, `body ${asserter}`)] : []
  const spokenFor = isBody.has(source.kind) ? [] : source.bodies
  return [
    ...own,
    ...spokenFor.map((body) => ({ ...trace('speaks-for', body, `body ${body}`), isSpeaker: true })),
  ]
}
const isBody: ReadonlySet<SourceKind> = new Set(['organisation', 'outlet'])

/** Whose report it stands in: the outlet of its article, else the last of its chain who can report. */
function ownOutlet(
  { chain }: OriginPiece,
  article: OriginArticle | undefined,
  known: Known,
): Id<'source'> | null {
  if (article?.outlet) return article.outlet
  const last = chain.at(-1)
  if (last === undefined || chain.length < 2) return null
  const kind = known.source(last)?.kind
  return kind !== undefined && reporting.includes(kind) ? last : null
}

/** The article that others repeat, also through others; all of a circle are known by the same one of it. */
function firstOf(article: Id<'article'>, known: Known): Id<'article'> {
  const path = [article]
  for (let up = known.article(article)?.derivedFrom ?? null; up !== null;) {
    const at = path.indexOf(up)
    if (at >= 0) return path.slice(at).sort()[0] ?? article
    path.push(up)
    up = known.article(up)?.derivedFrom ?? null
  }
  return path.at(-1) ?? article
}

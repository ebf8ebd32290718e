import type { Id } from '../records/base.ts'
import type { Stance } from '../records/claim.ts'
import { foldName } from '../records/fold-name.ts'
import type { SourceKind } from '../records/source.ts'
import type { JoinReason } from './join-reason.ts'

/** As much of a piece of evidence as says where it comes from. */
export interface OriginPiece {
  id: Id
  stance: Stance
  /** The article that it stands in; null for a source that no article reports. */
  article: Id | null
  /** The sources of its attribution chain, asserter first, after merges. */
  chain: readonly Id[]
}

export interface OriginSource {
  /** The source that stands for it after merges. */
  id: Id
  kind: SourceKind
  /** How the text calls it; for an undisclosed source. */
  descriptor: string
  /** After merges. */
  possiblySame: readonly Id[]
  derivedFrom: Id | null
}

export interface OriginArticle {
  /** After merges. */
  outlet: Id | null
  derivedFrom: Id | null
}

/** The sources and articles that evidence names. */
export interface Known {
  source: (id: Id) => OriginSource | undefined
  article: (id: Id) => OriginArticle | undefined
}

/** What pieces that leave the same trace have in common. */
export type Trace = Omit<JoinReason, 'evidence'> & {
  key: string
  /** Whether this piece is the report itself: two reports of one outlet do not make one origin, what passes one on does. */
  isOwnReport?: boolean
}

const reporting: readonly SourceKind[] = ['outlet', 'document', 'dataset']

/** Everything by which a piece of evidence may have its origin in common with another; of constant length for a chain. */
export function tracesOf(piece: OriginPiece, known: Known): Trace[] {
  const { chain } = piece
  const article = piece.article === null ? undefined : known.article(piece.article)
  const own = ownOutlet(piece, article, known)
  // Where nobody is named, the outlet says so itself.
  const asserter = chain[0] ?? own
  const traces: Trace[] = []
  const put = (kind: Trace['kind'], subject: Id | null, more: Partial<Trace> & { key: string }): void => {
    traces.push({ other: null, words: '', ...more, kind, subject })
  }
  if (asserter !== null) put('same-asserter', asserter, { key: `asserter ${asserter}` })
  else if (piece.article !== null) put('same-article', piece.article, { key: `article ${piece.article}` })
  for (const source of new Set(chain))
    if (source !== own && isReporting(source, known)) put('same-report', source, { key: `report ${source}` })
  if (own !== null) put('same-report', own, { key: `report ${own}`, isOwnReport: true })
  if (piece.article !== null) {
    const work = follow(piece.article, (id) => known.article(id)?.derivedFrom ?? null)
    put('derived-article', work, { key: `work ${work}`, isOwnReport: work === piece.article })
  }
  if (asserter !== null) traces.push(...tracesOfAsserter(asserter, chain[1] ?? own, known))
  return traces
}

function tracesOfAsserter(asserter: Id, relayer: Id | null, known: Known): Trace[] {
  const traces: Trace[] = []
  const source = known.source(asserter)
  const origin = follow(asserter, (id) => known.source(id)?.derivedFrom ?? null)
  traces.push({ key: `source ${origin}`, kind: 'derived-source', subject: origin, other: null, words: '' })
  if (source?.kind === 'anonymous' && relayer !== null && source.descriptor !== '') {
    const key = `undisclosed ${relayer} ${foldName(source.descriptor)}`
    traces.push({
      key,
      kind: 'same-undisclosed',
      subject: asserter,
      other: relayer,
      words: source.descriptor,
    })
  }
  return traces
}

const isReporting = (id: Id, known: Known): boolean => {
  const kind = known.source(id)?.kind
  return kind !== undefined && reporting.includes(kind)
}

/** Whose report it stands in: the outlet of its article, else the last of its chain who can report. */
function ownOutlet({ chain }: OriginPiece, article: OriginArticle | undefined, known: Known): Id | null {
  if (article?.outlet) return article.outlet
  const last = chain.at(-1)
  return last !== undefined && chain.length > 1 && isReporting(last, known) ? last : null
}

/** Goes on to what each derives from, up to the first; all of a circle are known by the same one of it. */
function follow(id: Id, next: (id: Id) => Id | null): Id {
  const path = [id]
  for (let up = next(id); up !== null; up = next(up)) {
    const at = path.indexOf(up)
    if (at >= 0) return path.slice(at).sort()[0] ?? id
    path.push(up)
  }
  return path.at(-1) ?? id
}

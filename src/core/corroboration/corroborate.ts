import type { Id } from '../records/base.ts'
import { stances, type OriginRuling, type Stance } from '../records/claim.ts'
import type { JoinReason } from './join-reason.ts'
import { tracesOf, type Known, type OriginPiece, type Trace } from './traces.ts'
import { UnionFind } from './union-find.ts'

/** Pieces of evidence that say the same because they come from the same. */
export interface Origin {
  /** In the order of the claim. */
  evidence: Id[]
  /** Why they are one; none for a piece that stands alone. */
  reasons: JoinReason[]
  /** Why one of them was taken apart from the others by hand. */
  apart: string[]
}

export interface StanceOrigins {
  /** How many pieces of evidence there are. */
  evidence: number
  /** How many articles these stand in. */
  articles: number
  origins: Origin[]
}

export type Corroboration = Record<Stance, StanceOrigins>

/**
 * How many independent origins a claim has, for each stance. Pieces with a trace in common are joined (see `tracesOf`), also
 * through others; what the user put together is joined, and what the user set apart is only joined by hand. The cost grows
 * with the number of hops, and the answer does not depend on the order of the evidence.
 */
export function corroborate(
  evidence: readonly OriginPiece[],
  rulings: readonly OriginRuling[],
  known: Known,
): Corroboration {
  const of = (stance: Stance): StanceOrigins =>
    originsOf(
      evidence.filter((piece) => piece.stance === stance),
      rulings,
      known,
    )
  const [supports, disputes, mentions] = stances.map(of)
  const none: StanceOrigins = { evidence: 0, articles: 0, origins: [] }
  return { supports: supports ?? none, disputes: disputes ?? none, mentions: mentions ?? none }
}

function originsOf(
  pieces: readonly OriginPiece[],
  rulings: readonly OriginRuling[],
  known: Known,
): StanceOrigins {
  const places = new Map(pieces.map(({ id }, at) => [id, at]))
  const apart = new Map(rulings.flatMap((one) => (one.with === null ? [[one.evidence, one.reason]] : [])))
  const joined = new UnionFind(pieces.length)
  const reasons = [...foundReasons(pieces, apart, known), ...handReasons(rulings, places)]
  for (const { evidence } of reasons) {
    const [first, ...others] = evidence.map((id) => places.get(id) ?? 0)
    for (const other of others) joined.join(first ?? other, other)
  }
  const origins = new Map<number, Origin>()
  for (const [at, { id }] of pieces.entries()) {
    const root = joined.find(at)
    const origin = origins.get(root) ?? { evidence: [], reasons: [], apart: [] }
    origins.set(root, origin)
    origin.evidence.push(id)
    const why = apart.get(id)
    if (why !== undefined) origin.apart.push(why)
  }
  for (const reason of reasons) {
    const root = joined.find(places.get(reason.evidence[0] ?? '') ?? 0)
    origins.get(root)?.reasons.push(reason)
  }
  const articles = new Set(pieces.flatMap(({ article }) => article ?? [])).size
  return { evidence: pieces.length, articles, origins: [...origins.values()] }
}

interface Group {
  trace: Trace
  pieces: OriginPiece[]
  /** Whether one of them only passes it on. */
  isPassedOn: boolean
}

function foundReasons(
  pieces: readonly OriginPiece[],
  apart: ReadonlyMap<Id, string>,
  known: Known,
): JoinReason[] {
  const free = pieces.filter(({ id }) => !apart.has(id))
  const groups = new Map<string, Group>()
  for (const piece of free) {
    for (const trace of tracesOf(piece, known)) {
      const group = groups.get(trace.key) ?? { trace, pieces: [], isPassedOn: false }
      groups.set(trace.key, group)
      group.pieces.push(piece)
      if (trace.isOwnReport !== true) group.isPassedOn = true
    }
  }
  const found: JoinReason[] = []
  /** The pieces that one asserter has in common, and who that is. */
  const asserted = new Map<string, Id | null>()
  for (const group of groups.values()) {
    if (!joins(group)) continue
    const { kind, subject, other, words } = group.trace
    const evidence = group.pieces.map(({ id }) => id)
    const set = evidence.join()
    if (kind === 'same-asserter') asserted.set(set, subject)
    else if (isSaid(group.trace, asserted.get(set))) continue
    found.push({ kind, subject, other, words, evidence })
  }
  return [...found, ...possiblySame(free, known)]
}

/** What stands in one article does not repeat another article because of that alone. */
function joins({ trace, pieces, isPassedOn }: Group): boolean {
  if (pieces.length < 2 || !isPassedOn) return false
  return trace.kind !== 'derived-article' || new Set(pieces.map(({ article }) => article)).size > 1
}

/** That they have their asserter in common says this already. */
function isSaid({ kind, subject }: Trace, asserter: Id | null | undefined): boolean {
  if (asserter === undefined) return false
  return kind === 'derived-source' || kind === 'same-undisclosed' || subject === asserter
}

function possiblySame(pieces: readonly OriginPiece[], known: Known): JoinReason[] {
  const byAsserter = Map.groupBy(pieces, ({ chain }) => chain[0] ?? '')
  const found = new Map<string, JoinReason>()
  for (const [asserter, own] of byAsserter) {
    for (const other of known.source(asserter)?.possiblySame ?? []) {
      const theirs = byAsserter.get(other)
      const [one, two] = [asserter, other].sort()
      if (!theirs || other === asserter || one === undefined || two === undefined) continue
      const evidence = [...own, ...theirs].map(({ id }) => id)
      if (found.has(`${one} ${two}`)) continue
      found.set(`${one} ${two}`, { kind: 'possibly-same', subject: one, other: two, words: '', evidence })
    }
  }
  return [...found.values()]
}

function handReasons(rulings: readonly OriginRuling[], places: ReadonlyMap<Id, number>): JoinReason[] {
  return rulings.flatMap(({ evidence, with: other, reason }) =>
    other !== null && evidence !== other && places.has(evidence) && places.has(other)
      ? [{ kind: 'by-hand' as const, subject: null, other: null, words: reason, evidence: [evidence, other] }]
      : [],
  )
}

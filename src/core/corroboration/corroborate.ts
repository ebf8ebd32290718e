import type { Id, RecordId } from '../records/base.ts'
import { stances, type OriginRuling, type Stance } from '../records/claim.ts'
import { alikeReasons } from './alike-names.ts'
import type { JoinReason } from './join-reason.ts'
import type { Known, OriginPiece } from './known.ts'
import { leastOf } from './least.ts'
import { standingRulings } from './rulings.ts'
import { isTold, tracesOf, type Trace } from './traces.ts'
import { UnionFind } from './union-find.ts'

/** Pieces of evidence that say the same because they come from the same. */
export interface Origin {
  /** In the order of the claim. */
  evidence: Id<'evidence'>[]
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
  /** How many origins there are if all who are not named, and may be the same, are. */
  least: number
  /** How many pieces were withdrawn or corrected: they count for nothing else here. */
  withdrawn: number
  /** How many name nobody who could be an origin. */
  unsourced: number
}

export type Corroboration = Record<Stance, StanceOrigins>

/**
 * How many independent origins a claim has, for each stance. Pieces with a trace in common are joined (see `tracesOf`), also
 * through others; what the user put together is joined, and what the user set apart is only joined by hand. The cost grows
 * with the number of hops, and the answer does not depend on the order of the evidence.
 * @param rulings those of the claim and of all that were merged into it, in any order; the newest counts
 */
export function corroborate(
  evidence: readonly OriginPiece[],
  rulings: readonly OriginRuling[],
  known: Known,
): Corroboration {
  const standing = standingRulings(rulings)
  const of = (stance: Stance): StanceOrigins =>
    originsOf(
      evidence.filter((piece) => piece.stance === stance),
      standing,
      known,
    )
  const [supports, disputes, mentions] = stances.map(of)
  const none: StanceOrigins = { evidence: 0, articles: 0, origins: [], least: 0, withdrawn: 0, unsourced: 0 }
  return { supports: supports ?? none, disputes: disputes ?? none, mentions: mentions ?? none }
}

function originsOf(
  all: readonly OriginPiece[],
  rulings: readonly OriginRuling[],
  known: Known,
): StanceOrigins {
  const pieces = all.filter(({ isWithdrawn }) => !isWithdrawn)
  const told = pieces.filter((piece) => isTold(piece, known))
  const places = new Map(told.map(({ id }, at) => [id, at]))
  const apart = new Map(rulings.flatMap((one) => (one.with === null ? [[one.evidence, one.reason]] : [])))
  const joined = new UnionFind(told.length)
  const reasons = [...foundReasons(told, apart, known), ...handReasons(rulings, places)]
  for (const { evidence } of reasons) {
    const [first, ...others] = evidence.map((id) => places.get(id) ?? 0)
    for (const other of others) joined.join(first ?? other, other)
  }
  const origins = new Map<number, Origin>()
  for (const [at, { id }] of told.entries()) {
    const root = joined.find(at)
    const origin = origins.get(root) ?? { evidence: [], reasons: [], apart: [] }
    origins.set(root, origin)
    origin.evidence.push(id)
    const why = apart.get(id)
    if (why !== undefined) origin.apart.push(why)
  }
  for (const reason of reasons) {
    const [first] = reason.evidence
    const root = joined.find((first && places.get(first)) ?? 0)
    origins.get(root)?.reasons.push(reason)
  }
  const articles = new Set(pieces.flatMap(({ article }) => article ?? [])).size
  const found = [...origins.values()]
  return {
    evidence: pieces.length,
    articles,
    origins: found,
    least: leastOf(found, told, known),
    withdrawn: all.length - pieces.length,
    unsourced: pieces.length - told.length,
  }
}

interface Group {
  trace: Trace
  pieces: OriginPiece[]
  /** Of sources that are possibly the same: which pieces have which. */
  members: Map<Id<'source'>, Id<'evidence'>[]>
  /** Whether one of them only passes it on. */
  isPassedOn: boolean
  /** Whether one of them is of the body itself that others speak for. */
  hasBody: boolean
}

function foundReasons(
  pieces: readonly OriginPiece[],
  apart: ReadonlyMap<Id<'evidence'>, string>,
  known: Known,
): JoinReason[] {
  const free = pieces.filter(({ id }) => !apart.has(id))
  const groups = grouped(free, known)
  const found = new Map<string, JoinReason>()
  /** The pieces that one asserter has in common, and who that is. */
  const asserted = new Map<string, RecordId | null>()
  for (const group of groups) {
    if (!joins(group)) continue
    for (const reason of reasonsOf(group)) {
      const set = reason.evidence.join()
      if (reason.kind === 'same-asserter') asserted.set(set, reason.subject)
      else if (isSaid(reason, asserted.get(set))) continue
      // What one derives from is told by the nearest; what else these have in common says no more.
      const what = reason.kind === 'possibly-same' ? [reason.subject, reason.other].join() : ''
      const key = `${reason.kind} ${what} ${set}`
      if (!found.has(key)) found.set(key, reason)
    }
  }
  return [...found.values(), ...alikeReasons(free, known)]
}

/** The pieces that have each trace; those with a common asserter first. */
function grouped(pieces: readonly OriginPiece[], known: Known): Group[] {
  const groups = new Map<string, Group>()
  for (const piece of pieces) {
    for (const trace of tracesOf(piece, known)) {
      const group: Group = groups.get(trace.key) ?? {
        trace,
        pieces: [],
        members: new Map(),
        isPassedOn: false,
        hasBody: false,
      }
      groups.set(trace.key, group)
      if (group.pieces.at(-1) !== piece) group.pieces.push(piece)
      if (trace.isOwnReport !== true) group.isPassedOn = true
      if (trace.isSpeaker !== true) group.hasBody = true
      // Some have the report itself, others what was made from it.
      if (trace.kind === 'derived-source') group.trace = trace
      if (trace.member !== undefined)
        group.members.set(trace.member, [...(group.members.get(trace.member) ?? []), piece.id])
    }
  }
  const rank = ({ trace: { kind } }: Group): number => (kind === 'same-asserter' ? 0 : 1)
  return [...groups.values()].sort((a, b) => rank(a) - rank(b))
}

/** What stands in one article does not repeat another article because of that alone. */
function joins({ trace, pieces, members, isPassedOn, hasBody }: Group): boolean {
  // Two who speak for one body are two, unless it says so itself.
  if (pieces.length < 2 || !isPassedOn || !hasBody) return false
  if (trace.kind === 'possibly-same') return members.size > 1
  return trace.kind !== 'derived-article' || new Set(pieces.map(({ article }) => article)).size > 1
}

/** Sources that are possibly the same are told two by two, each with the first. */
function reasonsOf({ trace, pieces, members }: Group): JoinReason[] {
  const { kind, subject, other, words } = trace
  if (kind !== 'possibly-same') return [{ kind, subject, other, words, evidence: pieces.map(({ id }) => id) }]
  const [first, ...others] = [...members.keys()].sort()
  if (first === undefined) return []
  return others.map((member) => {
    const those = new Set([first, member].flatMap((one) => members.get(one) ?? []))
    const evidence = pieces.flatMap(({ id }) => (those.has(id) ? [id] : []))
    return { kind, subject: first, other: member, words, evidence }
  })
}

/** That they have their asserter in common says this already. */
function isSaid({ kind, subject }: JoinReason, asserter: RecordId | null | undefined): boolean {
  if (asserter === undefined) return false
  const isOfUnnamed = kind === 'same-undisclosed' || kind === 'same-group'
  return kind === 'derived-source' || isOfUnnamed || subject === asserter
}

function handReasons(
  rulings: readonly OriginRuling[],
  places: ReadonlyMap<Id<'evidence'>, number>,
): JoinReason[] {
  return rulings.flatMap(({ evidence, with: other, reason }) =>
    other !== null && evidence !== other && places.has(evidence) && places.has(other)
      ? [{ kind: 'by-hand' as const, subject: null, other: null, words: reason, evidence: [evidence, other] }]
      : [],
  )
}

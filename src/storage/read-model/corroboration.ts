import type { Id } from '../../core/records/base.ts'
import { bodyNames, bodyNamesOfSpokesman } from '../../core/corroboration/bodies.ts'
import { onBothSides } from '../../core/corroboration/both-sides.ts'
import { corroborate, type Corroboration } from '../../core/corroboration/corroborate.ts'
import type { Known, OriginArticle, OriginPiece, OriginSource } from '../../core/corroboration/known.ts'
import type { OriginRuling, Stance } from '../../core/records/claim.ts'
import type { SourceKind } from '../../core/records/source.ts'
import { fromColumn, type ModelDatabase } from './database.ts'

interface ClaimOrigins {
  claim: Id<'claim'>
  statement: string
  corroboration: Corroboration
  /** The sources that both support and dispute it. */
  bothSides: Id<'source'>[]
}

/** The origins of claims, and what the sources and articles that these name are called. */
export interface OriginsAnswer {
  claims: ClaimOrigins[]
  names: Record<string, string>
}

/** @param ids null for all claims; the cost grows with the evidence of those that are asked for */
export function originsOf(db: ModelDatabase, ids: readonly Id<'claim'>[] | null): OriginsAnswer {
  const known = knownOf(db)
  const rows = db.all<{ id: Id<'claim'>; statement: string }>(
    ids === null
      ? 'SELECT id, statement FROM claim WHERE merged_into IS NULL ORDER BY id'
      : 'SELECT id, statement FROM claim WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    ...(ids === null ? [] : [JSON.stringify(ids)]),
  )
  const statements = new Map(rows.map(({ id, statement }) => [id, statement]))
  const claims: ClaimOrigins[] = []
  for (const some of batchesOf([...statements.keys()]))
    for (const [claim, { corroboration, bothSides }] of corroborations(db, some, known))
      claims.push({ claim, statement: statements.get(claim) ?? '', corroboration, bothSides })
  return { claims, names: namesIn(db, claims) }
}

/** As many claims are read together: few questions for all, and not all of the evidence in memory at once. */
const batch = 200

export function* batchesOf(claims: readonly Id<'claim'>[]): Generator<Id<'claim'>[]> {
  for (let from = 0; from < claims.length; from += batch) yield claims.slice(from, from + batch)
}

/** What the model knows of sources and articles; each is asked for once. */
export function knownOf(db: ModelDatabase): Known {
  const [source, article] = [remembered(sourceOf, db), remembered(articleOf, db)]
  return { source: (id) => source(id) ?? undefined, article: (id) => article(id) ?? undefined }
}

/** The origins of some claims, each with the evidence and the decisions of those that were merged into it. */
export function corroborations(
  db: ModelDatabase,
  claims: readonly Id<'claim'>[],
  known: Known,
): Map<Id<'claim'>, Pick<ClaimOrigins, 'corroboration' | 'bothSides'>> {
  const ids = JSON.stringify(claims)
  const pieces = Map.groupBy(piecesOf(db, ids), ({ claim }) => claim)
  const rulings = Map.groupBy(rulingsOf(db, ids), ({ claim }) => claim)
  return new Map(
    claims.map((claim) => {
      const decided = (rulings.get(claim) ?? []).flatMap((one) => fromColumn<OriginRuling[]>(one.rulings))
      const own = pieces.get(claim) ?? []
      return [claim, { corroboration: corroborate(own, decided, known), bothSides: onBothSides(own) }]
    }),
  )
}

/**
 * Claims (?1, as JSON) and all that were merged into them, also through others, each with the one that it counts for. CROSS JOIN
 * is how SQLite is told to go from these to the others, not through whole tables.
 */
const families = `WITH RECURSIVE family (id, claim) AS (
    SELECT value, value FROM json_each(?1)
    UNION SELECT c.id, f.claim FROM family f CROSS JOIN claim c ON c.merged_into = f.id)`

const rulingsOf = (db: ModelDatabase, ids: string): { claim: Id<'claim'>; rulings: string }[] =>
  db.all(
    `${families} SELECT f.claim, c.rulings FROM family f CROSS JOIN claim c ON c.id = f.id
     WHERE c.rulings <> '[]' ORDER BY f.claim, c.id`,
    ids,
  )

function piecesOf(db: ModelDatabase, ids: string): (OriginPiece & { claim: Id<'claim'> })[] {
  const chains = Map.groupBy(
    // A claim and one that it was merged into may both be asked for.
    db.all<{ evidence: Id<'evidence'>; source: Id<'source'> }>(
      `${families} SELECT DISTINCT h.evidence, h.position, coalesce(s.root, h.source) AS source FROM family f CROSS JOIN hop h ON h.claim = f.id
         LEFT JOIN source s ON s.id = h.source ORDER BY h.evidence, h.position`,
      ids,
    ),
    ({ evidence }) => evidence,
  )
  return db
    .all<{
      claim: Id<'claim'>
      id: Id<'evidence'>
      stance: Stance
      article: Id<'article'> | null
      withdrawn: string | null
    }>(
      `${families} SELECT f.claim, e.id, e.stance, e.withdrawn, coalesce(n.article, e.article) AS article FROM family f
         CROSS JOIN evidence e ON e.claim = f.id LEFT JOIN annotation n ON n.id = e.annotation
       ORDER BY f.claim, e.claim <> f.claim, e.claim, e.place`,
      ids,
    )
    .map(({ withdrawn, ...piece }) => ({
      ...piece,
      isWithdrawn: withdrawn !== null,
      chain: (chains.get(piece.id) ?? []).map((hop) => hop.source),
    }))
}

const rootOf = (db: ModelDatabase, id: Id<'source'>): Id<'source'> =>
  db.one<{ root: Id<'source'> }>('SELECT root FROM source WHERE id = ?', id)?.root ?? id

function sourceOf(db: ModelDatabase, id: Id<'source'>): OriginSource | null {
  const own = db.one<{ kind: SourceKind; name: string; descriptor: string; within: Id<'article'> | null }>(
    'SELECT kind, name, descriptor, within FROM source WHERE id = ?',
    id,
  )
  if (!own) return null
  // What was said of a source that was merged into this one is said of this one.
  const family = db.all<{
    derived_from: Id<'source'> | null
    relayer: Id<'source'> | null
    role: string
    affiliation: string
  }>('SELECT derived_from, relayer, role, affiliation FROM source WHERE root = ? ORDER BY id', id)
  const named = (ids: readonly (Id<'source'> | null)[]): Id<'source'>[] => [
    ...new Set(ids.flatMap((one) => (one === null ? [] : [rootOf(db, one)]))),
  ]
  return {
    id,
    kind: own.kind,
    name: own.name,
    descriptor: own.descriptor === '' ? own.name : own.descriptor,
    relayer: named(family.map(({ relayer }) => relayer))[0] ?? null,
    possiblySame: perhapsSame(db, id).filter(
      // That they are certainly not the same counts for more.
      (other) => !isNot(db, id, other) && !isNot(db, other, id),
    ),
    derivedFrom: named(family.map((one) => one.derived_from)).filter((from) => from !== id),
    role: family.map(({ role }) => role).find((role) => role !== '') ?? '',
    bodies:
      own.kind === 'person'
        ? bodiesOf(db, family.flatMap(bodyNames))
        : own.kind === 'anonymous'
          ? bodiesOf(db, bodyNamesOfSpokesman(own.descriptor === '' ? own.name : own.descriptor))
          : [],
    isOfArticle: own.within !== null,
    isNot: (other) => isNot(db, id, other) || isNot(db, other, id),
  }
}

/** The bodies of these names, for which somebody speaks. */
function bodiesOf(db: ModelDatabase, names: readonly string[]): Id<'source'>[] {
  if (names.length === 0) return []
  return db
    .all<{ id: Id<'source'> }>(
      `SELECT DISTINCT s.root AS id FROM json_each(?) j CROSS JOIN source_name n ON n.folded = j.value JOIN source s ON s.id = n.source
       WHERE s.kind IN ('organisation', 'outlet') ORDER BY 1`,
      JSON.stringify(names),
    )
    .map(({ id }) => id)
}

/** The sources that are possibly the same as one, whichever of the two it was noted with; after merges. */
export const perhapsSame = (db: ModelDatabase, id: Id<'source'>): Id<'source'>[] =>
  db
    .all<{ id: Id<'source'> }>(
      `SELECT o.root AS id FROM source s CROSS JOIN json_each(s.possibly_same) j JOIN source o ON o.id = j.value WHERE s.root = ?1
       UNION SELECT s.root FROM source s INDEXED BY source_perhaps CROSS JOIN json_each(s.possibly_same) j JOIN source o ON o.id = j.value
         WHERE s.possibly_same <> '[]' AND o.root = ?1`,
      id,
    )
    .flatMap((one) => (one.id === id ? [] : [one.id]))

/** Whether a source, or one that was merged into it, was marked as not the same as another one. */
const isNot = (db: ModelDatabase, id: Id<'source'>, other: Id<'source'>): boolean =>
  db.one(
    `SELECT 1 FROM source s JOIN json_each(s.must_not_merge) j JOIN source o ON o.id = j.value WHERE s.root = ? AND o.root = ?`,
    id,
    other,
  ) !== undefined

function articleOf(db: ModelDatabase, id: Id<'article'>): OriginArticle | null {
  const row = db.one<{ outlet: Id<'source'> | null; derived_from: Id<'article'> | null }>(
    'SELECT outlet, derived_from FROM article WHERE id = ?',
    id,
  )
  if (!row) return null
  return { outlet: row.outlet === null ? null : rootOf(db, row.outlet), derivedFrom: row.derived_from }
}

function remembered<I, T>(read: (db: ModelDatabase, id: I) => T, db: ModelDatabase): (id: I) => T {
  const known = new Map<I, T>()
  return (id) => {
    const there = known.get(id)
    if (there !== undefined) return there
    const found = read(db, id)
    known.set(id, found)
    return found
  }
}

function namesIn(db: ModelDatabase, claims: readonly ClaimOrigins[]): Record<string, string> {
  const ids = new Set<string>(claims.flatMap(({ bothSides }) => bothSides))
  for (const { corroboration } of claims)
    for (const { origins } of Object.values(corroboration))
      for (const { subject, other } of origins.flatMap(({ reasons }) => reasons))
        for (const id of [subject, other]) if (id !== null) ids.add(id)
  const rows = db.all<{ id: string; name: string }>(
    `SELECT id, name FROM source WHERE id IN (SELECT value FROM json_each(?1))
     UNION ALL SELECT id, title FROM article WHERE id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify([...ids]),
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

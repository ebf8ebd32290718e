import { corroborate, type Corroboration } from '../../core/corroboration/corroborate.ts'
import type { OriginArticle, OriginPiece, OriginSource } from '../../core/corroboration/traces.ts'
import type { OriginRuling, Stance } from '../../core/records/claim.ts'
import type { SourceKind } from '../../core/records/source.ts'
import { claimFamily } from './recount.ts'
import type { ModelDatabase } from './database.ts'

interface ClaimOrigins {
  claim: string
  statement: string
  corroboration: Corroboration
}

/** The origins of claims, and what the sources and articles that these name are called. */
export interface OriginsAnswer {
  claims: ClaimOrigins[]
  names: Record<string, string>
}

/** @param ids null for all claims; the cost grows with the evidence of those that are asked for */
export function originsOf(db: ModelDatabase, ids: readonly string[] | null): OriginsAnswer {
  const [source, article] = [remembered(sourceOf, db), remembered(articleOf, db)]
  const known = {
    source: (id: string) => source(id) ?? undefined,
    article: (id: string) => article(id) ?? undefined,
  }
  const rows = db.all<{ id: string; statement: string; rulings: string }>(
    ids === null
      ? 'SELECT id, statement, rulings FROM claim WHERE merged_into IS NULL ORDER BY id'
      : 'SELECT id, statement, rulings FROM claim WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    ...(ids === null ? [] : [JSON.stringify(ids)]),
  )
  const claims = rows.map(({ id, statement, rulings }) => ({
    claim: id,
    statement,
    corroboration: corroborate(piecesOf(db, id), JSON.parse(rulings) as OriginRuling[], known),
  }))
  return { claims, names: namesIn(db, claims) }
}

function piecesOf(db: ModelDatabase, claim: string): OriginPiece[] {
  const chains = Map.groupBy(
    db.all<{ evidence: string; source: string }>(
      `SELECT h.evidence, coalesce(s.root, h.source) AS source FROM hop h LEFT JOIN source s ON s.id = h.source
       WHERE h.claim IN (${claimFamily}) ORDER BY h.evidence, h.position`,
      claim,
    ),
    ({ evidence }) => evidence,
  )
  return db
    .all<{ id: string; stance: Stance; article: string | null }>(
      `SELECT e.id, e.stance, coalesce(n.article, e.article) AS article FROM evidence e
       LEFT JOIN annotation n ON n.id = e.annotation WHERE e.claim IN (${claimFamily}) ORDER BY e.claim <> ?1, e.claim, e.place`,
      claim,
    )
    .map((piece) => ({ ...piece, chain: (chains.get(piece.id) ?? []).map((hop) => hop.source) }))
}

const rootOf = (db: ModelDatabase, id: string): string =>
  db.one<{ root: string }>('SELECT root FROM source WHERE id = ?', id)?.root ?? id

function sourceOf(db: ModelDatabase, id: string): OriginSource | null {
  const own = db.one<{ kind: SourceKind; name: string; descriptor: string }>(
    'SELECT kind, name, descriptor FROM source WHERE id = ?',
    id,
  )
  if (!own) return null
  // What was said of a source that was merged into this one is said of this one.
  const family = db.all<{ possibly_same: string; derived_from: string | null }>(
    'SELECT possibly_same, derived_from FROM source WHERE root = ? ORDER BY id',
    id,
  )
  const possiblySame = family.flatMap((one) => JSON.parse(one.possibly_same) as string[])
  const derivedFrom = family.find((one) => one.derived_from !== null)?.derived_from ?? null
  return {
    ...{ id, kind: own.kind, descriptor: own.descriptor === '' ? own.name : own.descriptor },
    possiblySame: possiblySame.map((other) => rootOf(db, other)),
    derivedFrom: derivedFrom === null ? null : rootOf(db, derivedFrom),
  }
}

function articleOf(db: ModelDatabase, id: string): OriginArticle | null {
  const row = db.one<{ outlet: string | null; derived_from: string | null }>(
    'SELECT outlet, derived_from FROM article WHERE id = ?',
    id,
  )
  if (!row) return null
  return { outlet: row.outlet === null ? null : rootOf(db, row.outlet), derivedFrom: row.derived_from }
}

function remembered<T>(read: (db: ModelDatabase, id: string) => T, db: ModelDatabase): (id: string) => T {
  const known = new Map<string, T>()
  return (id) => {
    const there = known.get(id)
    if (there !== undefined) return there
    const found = read(db, id)
    known.set(id, found)
    return found
  }
}

function namesIn(db: ModelDatabase, claims: readonly ClaimOrigins[]): Record<string, string> {
  const ids = new Set<string>()
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

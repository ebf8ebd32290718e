import type { RecordKind } from './record.ts'

/**
 * The shape of the notebook on disk. 1: the first. 2: every document and every Change says which format it is in, and months
 * of the log that are over may be compressed. 3: articles have several versions; highlights say where they were in each, and
 * evidence which one it was taken from. 4: articles say which one they repeat, and claims what was decided about origins and
 * which claim stands for them. 5: sources say on which terms they spoke, figures whose they are, allegations whom they accuse;
 * and what was set aside is kept.
 */
export const formatVersion = 5

type Json = Record<string, unknown>

/** What makes a record of the format before fit format `to`. Old migrations are never edited. */
export interface Migration {
  to: number
  record: (kind: RecordKind, value: Json) => Json
}

const migrations: readonly Migration[] = [
  { to: 2, record: (_kind, value) => value },
  { to: 3, record: withVersions },
  { to: 4, record: withOrigins },
  { to: 5, record: withTerms },
]

/** Until format 3 every article had one version. */
function withVersions(kind: RecordKind, value: Json): Json {
  if (kind === 'annotation') return { ...value, earlier: [], proposal: null }
  if (kind !== 'claim' || !Array.isArray(value['evidence'])) return value
  const evidence = (value['evidence'] as Json[]).map((piece) => ({
    ...piece,
    version: piece['annotation'] == null && piece['article'] == null ? null : 1,
  }))
  return { ...value, evidence }
}

function withOrigins(kind: RecordKind, value: Json): Json {
  if (kind === 'article') return { ...value, derivedFrom: null }
  return kind === 'claim' ? { ...value, rulings: [], mergedInto: null } : value
}

function withTerms(kind: RecordKind, value: Json): Json {
  if (kind === 'article') return { ...value, dismissed: [] }
  if (kind === 'source') {
    const terms = { access: '', anonymityReason: '', people: null, groundRule: 'unknown', relayer: null }
    return { ...value, ...terms, dismissed: [] }
  }
  if (kind !== 'claim') return value
  const quantity = value['quantity'] as Json | null
  return {
    ...value,
    quantity: quantity === null ? null : { ...quantity, claimant: null },
    accused: [],
    dismissed: [],
  }
}

/**
 * Brings a record of an older format to the one of today, one step after the other.
 * @param from the format that the record was written in
 */
export function migrateRecord(
  kind: RecordKind,
  value: unknown,
  from: number,
  steps: readonly Migration[] = migrations,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  return steps
    .filter(({ to }) => to > from)
    .toSorted((a, b) => a.to - b.to)
    .reduce((record, step) => step.record(kind, record), value as Json)
}

/** The format that a document or a Change says it is in; the first ones did not say. */
export function formatOf(json: unknown): number {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : 1
  return typeof format === 'number' ? format : 1
}

import type { RecordKind } from './record.ts'

/**
 * The shape of the notebook on disk. 1: the first. 2: every document and every Change says which format it is in, and months
 * of the log that are over may be compressed.
 */
export const formatVersion = 2

type Json = Record<string, unknown>

/** What makes a record of the format before fit format `to`. Old migrations are never edited. */
export interface Migration {
  to: number
  record: (kind: RecordKind, value: Json) => Json
}

const migrations: readonly Migration[] = [{ to: 2, record: (_kind, value) => value }]

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

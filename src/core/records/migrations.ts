import { isJson, type Json } from './define-kind.ts'
import { kinds, type RecordKind } from './record.ts'

/**
 * The shape of the notebook on disk. 1: the first. 2: every document and every Change says which format it is in, and months
 * of the log that are over may be compressed. 3: articles have several versions; highlights say where they were in each, and
 * evidence which one it was taken from. 4: articles say which one they repeat, and claims what was decided about origins and
 * which claim stands for them. 5: sources say on which terms they spoke, figures whose they are, allegations whom they accuse;
 * and what was set aside is kept. 6: what a Change did is a sentence of the catalogue, no longer words. 7: figures say how exactly
 * they are told, evidence whether it was withdrawn, sources whether their name means them in one article only. 8: articles say which
 * statements found in them are none. 9: more kinds of open work can be set aside. 10: versions of articles name the copy that was read,
 * and sources who asked them what, and what they answered.
 */
export const formatVersion = 10

/** The steps of a kind, by the number of the format that they lead to. */
type Steps = Readonly<Record<number, (value: Json) => Json>>

/**
 * Brings a record of an older format to the one of today, one step after the other.
 * @param from the format that the record was written in
 */
export function migrateRecord(
  kind: RecordKind,
  value: unknown,
  from: number,
  steps: Steps = kinds[kind].migrations,
): unknown {
  if (!isJson(value)) return value
  return Object.entries(steps)
    .filter(([to]) => Number(to) > from)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .reduce((record, [, step]) => step(record), value)
}

/** The format that a document or a Change says it is in; the first ones did not say. */
export function formatOf(json: unknown): number {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : 1
  return typeof format === 'number' ? format : 1
}

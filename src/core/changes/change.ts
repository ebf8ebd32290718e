import * as z from 'zod'
import { Id, Instant } from '../records/base.ts'
import { Problem } from '../problem.ts'
import { formatOf, formatVersion, migrateRecord } from '../records/migrations.ts'
import { recordSchemas, type RecordKind, type RecordOf } from '../records/record.ts'

const kinds = Object.keys(recordSchemas) as [RecordKind, ...RecordKind[]]

/** One record put (`after`) or removed (`after` is null), and what it was before (null: it was not there). */
export const Entry = z.object({
  kind: z.enum(kinds),
  id: Id,
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
})
export interface Entry<K extends RecordKind = RecordKind> {
  kind: K
  id: Id
  before: RecordOf<K> | null
  after: RecordOf<K> | null
}

/** One edit, whole or not at all. `undoes` and `redoes` name the Change that it takes back or does again. */
export const ChangeShape = z.object({
  format: z.int().optional(),
  id: Id,
  at: Instant,
  author: z.string(),
  /** What was done, for the history and for "Undo …". */
  label: z.string(),
  undoes: Id.optional(),
  redoes: Id.optional(),
  /** The deleted records that were taken out of the trash for good. */
  emptied: z.array(Id).optional(),
  entries: z.array(Entry),
})
export interface Change {
  /** The format of its records; without it, the first. */
  format?: number | undefined
  id: Id
  at: string
  author: string
  label: string
  undoes?: Id | undefined
  redoes?: Id | undefined
  emptied?: Id[] | undefined
  entries: Entry[]
}

/** The entries that take these entries back, in reverse order. */
export function invert(entries: readonly Entry[]): Entry[] {
  return entries.toReversed().map((entry) => ({ ...entry, before: entry.after, after: entry.before }))
}

/**
 * Checks a Change read from outside (the log, another program) against the schemas of its records.
 * @throws Problem `damaged` naming the record that does not fit.
 */
export function parseChange(value: unknown): Change {
  const format = formatOf(value)
  const shape = ChangeShape.safeParse(value)
  if (!shape.success)
    throw new Problem('damaged', `A change in the log is not readable: ${shape.error.message}`)
  const entries = shape.data.entries.map((entry) => ({
    kind: entry.kind,
    id: entry.id,
    before: entry.before === null ? null : parseRecord(entry.kind, entry.before, format),
    after: entry.after === null ? null : parseRecord(entry.kind, entry.after, format),
  }))
  return { ...shape.data, format: formatVersion, entries }
}

/**
 * @param format the format that the record was written in
 * @throws Problem `damaged` with the fields that do not fit.
 */
export function parseRecord<K extends RecordKind>(kind: K, value: unknown, format: number): RecordOf<K> {
  const result = recordSchemas[kind].safeParse(migrateRecord(kind, value, format))
  if (result.success) return result.data as RecordOf<K>
  const where = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')
  throw new Problem('damaged', `This ${kind} is not as it should be: ${where}.`)
}

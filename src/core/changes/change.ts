import { noun, Said } from '../words/say.ts'
import * as z from 'zod'
import { asId, idOf, Instant, RecordId, type Id } from '../records/base.ts'
import { problem } from '../problem.ts'
import { formatOf, formatVersion, migrateRecord } from '../records/migrations.ts'
import { recordKinds } from '../records/kinds.ts'
import { kinds, type RecordKind, type RecordOf } from '../records/record.ts'

/** One record put (`after`) or removed (`after` is null), and what it was before (null: it was not there). */
const EntryShape = z.object({
  kind: z.enum(recordKinds),
  id: RecordId,
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
})

/** What was done, for the history and for “Undo …”; until format 6 in words. */
export const Label = z.union([z.string(), Said])
export type Label = z.infer<typeof Label>

interface EntryOf<K extends RecordKind> {
  kind: K
  id: Id<K>
  before: RecordOf<K> | null
  after: RecordOf<K> | null
}

/** An entry whose kind tells what its records are. */
export type Entry<K extends RecordKind = RecordKind> = { [One in K]: EntryOf<One> }[K]

export const isEntryOf = <K extends RecordKind>(entry: Entry, kind: K): entry is Entry & EntryOf<K> =>
  entry.kind === kind

export const makeEntry = <K extends RecordKind>(
  kind: K,
  id: Id<K>,
  before: RecordOf<K> | null,
  after: RecordOf<K> | null,
): Entry =>
  // What is true of each kind is not seen to be true of any one of them.
  ({ kind, id, before, after }) as EntryOf<RecordKind> as Entry

/** One edit, whole or not at all. `undoes` and `redoes` name the Change that it takes back or does again. */
export const ChangeShape = z.object({
  format: z.int().optional(),
  id: idOf('change'),
  at: Instant,
  author: z.string(),
  label: Label,
  undoes: idOf('change').optional(),
  redoes: idOf('change').optional(),
  /** The deleted records that were taken out of the trash for good. */
  emptied: z.array(RecordId).optional(),
  entries: z.array(EntryShape),
})
export interface Change {
  /** The format of its records; without it, the first. */
  format?: number | undefined
  id: Id<'change'>
  at: string
  author: string
  label: Label
  undoes?: Id<'change'> | undefined
  redoes?: Id<'change'> | undefined
  emptied?: RecordId[] | undefined
  entries: Entry[]
}

/** The entries that take these entries back, in reverse order. */
export function invert(entries: readonly Entry[]): Entry[] {
  return entries.toReversed().map(({ kind, id, before, after }) => makeEntry(kind, id, after, before))
}

/**
 * Checks a Change read from outside (the log, another program) against the schemas of its records.
 * @throws Problem `damaged` naming the record that does not fit.
 */
export function parseChange(value: unknown): Change {
  const format = formatOf(value)
  const shape = parseShape(value)
  const entries = shape.entries.map(({ kind, id, before, after }) =>
    makeEntry(
      kind,
      asId(id),
      before === null ? null : parseRecord(kind, before, format),
      after === null ? null : parseRecord(kind, after, format),
    ),
  )
  return { ...shape, format: formatVersion, entries }
}

/**
 * Checks as much of a Change as the history keeps: what is said of it, and what it deleted. Other records are of any format.
 * @throws Problem `damaged`
 */
export function parseForHistory(value: unknown): Change {
  const format = formatOf(value)
  const shape = parseShape(value)
  const entries = shape.entries.map((entry) =>
    entry.after === null && entry.before !== null
      ? makeEntry(entry.kind, asId(entry.id), parseRecord(entry.kind, entry.before, format), null)
      : (entry as Entry),
  )
  return { ...shape, entries }
}

/** @throws Problem `damaged` */
function parseShape(value: unknown): z.infer<typeof ChangeShape> {
  const shape = ChangeShape.safeParse(value)
  if (shape.success) return shape.data
  throw problem('damaged', 'damagedChange', { reason: shape.error.message })
}

/**
 * @param format the format that the record was written in
 * @throws Problem `damaged` with the fields that do not fit.
 */
export function parseRecord<K extends RecordKind>(kind: K, value: unknown, format: number): RecordOf<K> {
  const result = kinds[kind].schema.safeParse(migrateRecord(kind, value, format))
  if (result.success) return result.data
  const where = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')
  throw problem('damaged', 'damagedRecord', { kind: noun(kind), reason: where })
}

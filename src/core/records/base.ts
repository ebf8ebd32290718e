import { v7, validate } from 'uuid'
import * as z from 'zod'
import type { RecordKind } from './kinds.ts'

/** What has an id: the records, and what stands in them and beside them. */
export type Identified = RecordKind | 'evidence' | 'change' | 'notebook' | 'view'

declare const identifies: unique symbol

/**
 * A UUIDv7: ids sort by the time of their making. The id of a claim is none of a source, and neither is any string; one whose kind
 * is not known (`Id`) must be looked up before it is used as either.
 */
export type Id<K extends Identified = Identified> = string & { readonly [identifies]: K }

const isId = (value: unknown): boolean => typeof value === 'string' && validate(value)

/** The schema of an id: `idOf('claim')`. What it is of is known by where it stands; whether that is there, the backend looks up. */
export const idOf = <K extends Identified>(kind: K): z.ZodType<Id<K>, Id<K>> =>
  z.custom<Id<K>>(isId, { error: 'is not a UUID' }).describe(kind)

/** The id of a record whose kind is told beside it, or looked up. */
export type RecordId = Id<RecordKind>
export const RecordId: z.ZodType<RecordId, RecordId> = z.custom<RecordId>(isId, { error: 'is not a UUID' })

/** An id that comes as a string: from an address, a command, a row of a table. Whether it is one, who looks it up finds out. */
export const asId = <K extends Identified>(id: string): Id<K> =>
  // The brand stands in types only; this is where strings become ids.
  id as Id<K>

export const newId = <K extends Identified>(): Id<K> => asId(v7())

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime()

export const now = (): string => new Date().toISOString()

/** Every record carries its id and when it was made and last changed. */
export const recordBase = <K extends RecordKind>(kind: K) => ({
  id: idOf(kind),
  created: Instant,
  modified: Instant,
})

/** The fields of `recordBase` for a record made now. */
export function fresh<K extends RecordKind>(
  at: string = now(),
): { id: Id<K>; created: string; modified: string } {
  return { id: newId(), created: at, modified: at }
}

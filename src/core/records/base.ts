import { v7, validate } from 'uuid'
import * as z from 'zod'

/** A UUIDv7: ids sort by the time of their making. */
export const Id = z.string().refine((id) => validate(id), 'is not a UUID')
export type Id = z.infer<typeof Id>

export const newId = (): Id => v7()

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime()

export const now = (): string => new Date().toISOString()

/** Every record carries its id and when it was made and last changed. */
export const recordBase = {
  id: Id,
  created: Instant,
  modified: Instant,
}

/** The fields of `recordBase` for a record made now. */
export function fresh(at: string = now()): { id: Id; created: string; modified: string } {
  return { id: newId(), created: at, modified: at }
}

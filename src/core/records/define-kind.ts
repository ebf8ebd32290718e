import type * as z from 'zod'
import type { ReferenceFields } from './reference.ts'

/** A record as it was read, of any format. */
export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of a record, each element with more in it: for migrations. */
export const inEach = (list: unknown, more: (one: Json) => Json): unknown =>
  Array.isArray(list) ? list.map((one: unknown) => (isJson(one) ? { ...one, ...more(one) } : one)) : list

/** All that is known of a kind of record, said once, beside its schema. */
export interface KindDefinition<R> {
  /** The shape that it has on disk. */
  schema: z.ZodType<R>
  /** What a record is called in lists of records of all kinds. */
  title: (record: R) => string
  references: ReferenceFields<R>
  /** What makes a record of the format before fit this one, by the number of the format. Old ones are never edited. */
  migrations: Readonly<Record<number, (value: Json) => Json>>
}

export const defineKind = <R>(definition: KindDefinition<R>): KindDefinition<R> => definition

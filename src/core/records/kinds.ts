import type { RecordKind } from './record.ts'

/** The kinds of records, without their schemas. */
export const recordKinds = [
  'article',
  'annotation',
  'claim',
  'source',
  'tag',
  'note',
] as const satisfies readonly RecordKind[]

import type { Annotation } from './annotation.ts'
import type { Claim } from './claim.ts'
import type { AnyRecord, RecordKind, RecordOf } from './record.ts'

/** What a record is called in lists of records of all kinds. */
export function titleOf(kind: RecordKind, record: AnyRecord): string {
  if (kind === 'annotation') return (record as Annotation).exact
  if (kind === 'claim') return (record as Claim).statement
  if (kind === 'article' || kind === 'note') return (record as RecordOf<'article' | 'note'>).title
  return (record as RecordOf<'source' | 'tag'>).name
}

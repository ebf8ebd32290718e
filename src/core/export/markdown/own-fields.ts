import type { Entry } from '../../changes/change.ts'
import type { RecordKind, RecordOf } from '../../records/record.ts'
import { isSameValue } from '../../text/same-value.ts'

/** What of a record is told in its own file and in what says what there is, and in no other; of a highlight, in that of its article. */
const ownFields: { readonly [K in RecordKind]: readonly (keyof RecordOf<K>)[] } = {
  article: [
    'modified',
    'note',
    'reading',
    'tags',
    'authors',
    'byline',
    'urls',
    'retrieved',
    'language',
    'direction',
    'metadataFrom',
    'dismissed',
    'refused',
  ],
  annotation: ['modified', 'note', 'tags', 'style'],
  claim: [
    'modified',
    'note',
    'tags',
    'credibility',
    'event',
    'utterance',
    'publication',
    'quantity',
    'accused',
    'dismissed',
  ],
  source: ['modified', 'note', 'tags', 'reliability', 'inquiries', 'aliases', 'dismissed'],
  tag: [],
  note: [],
}

/** Whether a change of a record is seen in its own file only. */
export function isOwnAffair({ kind, before, after }: Entry): boolean {
  if (before === null || after === null) return false
  const own = new Set<string>(ownFields[kind])
  const there = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).every(
    ([field, value]) => own.has(field) || isSameValue(value, there.get(field)),
  )
}

import type { Entry } from '../changes/change.ts'
import { fieldsOf } from '../changes/fields.ts'
import { isSameValue } from '../text/same-value.ts'
import type { Evidence } from '../records/claim.ts'
import type { RecordId } from '../records/base.ts'
import type { RecordKind } from '../records/record.ts'

/** A record that a Change touched, and what of it is otherwise now. */
export interface Touched {
  kind: RecordKind
  id: RecordId
  /** The fields; `*` alone when the record came or went. Of a claim's evidence the part: `evidence.chain`. */
  fields: string[]
}

/** Which records an answer is made of: by their kinds, the fields that it shows; `all` of them; all of its own, and some of others. */
export type Depends = Readonly<Partial<Record<RecordKind, readonly string[] | 'all' | OfOwn>>>

interface OfOwn {
  own: readonly RecordId[]
  others: readonly string[]
}

const evidenceParts = ['annotation', 'article', 'version', 'stance', 'chain', 'note', 'withdrawn'] as const

export const touchedBy = (entries: readonly Entry[]): Touched[] =>
  entries.map((entry) => ({ kind: entry.kind, id: entry.id, fields: fieldsTouchedBy(entry) }))

function fieldsTouchedBy(entry: Entry): string[] {
  const { before, after } = entry
  if (before === null || after === null) return ['*']
  const changed = [...new Set([...fieldsBetween(before, after), ...standing(after)])]
  if (entry.kind !== 'claim' || !changed.includes('evidence')) return changed
  const parts = partsOfEvidence(entry.before?.evidence ?? [], entry.after?.evidence ?? [])
  return changed.flatMap((field) => (field === 'evidence' ? parts : [field]))
}

/** What was merged is told with whatever stands for it, all of it: as if it had been merged just now. */
const standing = (record: object): string[] =>
  'mergedInto' in record && record.mergedInto !== null ? ['mergedInto'] : []

function fieldsBetween(before: object, after: object): string[] {
  const old = new Map(fieldsOf(before))
  return fieldsOf(after).flatMap(([field, value]) =>
    field === 'modified' || isSameValue(old.get(field), value) ? [] : [field],
  )
}

/** What of a claim's evidence is otherwise; `evidence` when pieces came, went or changed places. */
function partsOfEvidence(before: readonly Evidence[], after: readonly Evidence[]): string[] {
  const isSameList = before.length === after.length && before.every(({ id }, at) => id === after[at]?.id)
  if (!isSameList) return ['evidence']
  return evidenceParts.flatMap((part) =>
    before.some((piece, at) => !isSameValue(piece[part], after[at]?.[part])) ? [`evidence.${part}`] : [],
  )
}

/** Whether an answer may be another one now. */
export const isTouched = (depends: Depends, touched: readonly Touched[]): boolean =>
  touched.some(({ kind, id, fields }) => {
    const of = depends[kind]
    if (of === undefined) return false
    const shown = typeof of === 'object' && 'own' in of ? (of.own.includes(id) ? 'all' : of.others) : of
    return shown === 'all' || fields.some((field) => field === '*' || shown.includes(field))
  })

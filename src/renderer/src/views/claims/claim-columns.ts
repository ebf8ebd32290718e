import type { ClaimQuery } from '../../../../core/listing/queries.ts'
import type { ClaimRow } from '../../../../core/listing/rows.ts'
import type { ClaimColumn } from '../../../../core/listing/saved-view.ts'
import { claimKinds, claimStatuses } from '../../../../core/records/claim.ts'

/** What can be typed or chosen in the table itself. */
export const editable = [
  'statement',
  'kind',
  'status',
  'credibility',
  'event',
  'utterance',
  'publication',
] as const
export type Editable = (typeof editable)[number]
export const isEditable = (column: string): column is Editable => editable.some((one) => one === column)

/** The choices of a column that has only a few. */
export const choicesOf: Partial<Record<Editable, readonly string[]>> = {
  kind: claimKinds,
  status: claimStatuses,
  credibility: ['1', '2', '3', '4', '5', '6'],
}

export type Column = ClaimColumn | 'statement'

interface Layout {
  /** As a CSS grid track. */
  width: string
  sort?: ClaimQuery['sort']
  isNumber?: true
  /** The most, or the newest, stands first at the first click. */
  isDescendingFirst?: true
}
export const layouts: Record<Column, Layout> = {
  statement: { width: 'minmax(260px, 1fr)', sort: 'statement' },
  kind: { width: '88px', sort: 'kind' },
  status: { width: '104px', sort: 'status' },
  credibility: { width: '84px', sort: 'credibility', isNumber: true },
  origins: { width: '78px', sort: 'origins', isNumber: true, isDescendingFirst: true },
  originsAgainst: { width: '78px', sort: 'originsAgainst', isNumber: true, isDescendingFirst: true },
  evidence: { width: '108px', sort: 'supports', isNumber: true, isDescendingFirst: true },
  articles: { width: '70px', isNumber: true },
  tags: { width: '150px' },
  event: { width: '96px', sort: 'event', isDescendingFirst: true },
  utterance: { width: '96px' },
  publication: { width: '96px' },
  modified: { width: '100px', sort: 'modified', isDescendingFirst: true },
}

/** What a cell holds, to be edited; as text. */
export function valueIn(row: ClaimRow, column: Editable): string {
  const value = row[column]
  return value === null ? '' : String(value)
}

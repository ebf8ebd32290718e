import type { HistoryRow } from '../../../../core/listing/rows.ts'

/** Changes that are told as one: edits of one record, one after another, by one person. */
export interface FoldedChanges {
  /** The newest, which all of them are called by. */
  newest: HistoryRow
  /** All of them, the newest first. */
  rows: HistoryRow[]
  /** What of the record they changed. */
  fields: string[]
}

/** How long one may pause between edits that are told as one, in milliseconds. */
const pause = 15 * 60_000

/** Folds repeated edits of the same record. @param rows the newest first */
export function folded(rows: readonly HistoryRow[]): FoldedChanges[] {
  const all: FoldedChanges[] = []
  for (const row of rows) {
    const last = all.at(-1)
    const next = last?.rows.at(-1)
    if (last && next && isOne(next, row)) {
      last.rows.push(row)
      last.fields = [...new Set([...row.fields, ...last.fields])]
    } else all.push({ newest: row, rows: [row], fields: [...row.fields] })
  }
  return all
}

/** What made a record, or took it away, stands for itself, and so does what was undone. */
function isOne(later: HistoryRow, earlier: HistoryRow): boolean {
  return (
    later.record !== null &&
    later.record === earlier.record &&
    later.author === earlier.author &&
    later.state === 'done' &&
    earlier.state === 'done' &&
    later.fields.length > 0 &&
    earlier.fields.length > 0 &&
    Date.parse(later.at) - Date.parse(earlier.at) < pause
  )
}

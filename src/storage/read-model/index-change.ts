import type { Change } from '../../core/changes/change.ts'
import type { HistoryRow } from '../../core/listing/rows.ts'
import type { LogMark, LogPlace } from '../change-log.ts'
import type { ModelDatabase } from './database.ts'

/**
 * Notes a Change in the history and keeps the undo stack, which is the column `state`: `done` can be undone
 * (newest first), `undone` can be redone (oldest first), `step` is an undo or redo itself, `dropped` was undone and
 * can no longer be redone because something else was done since.
 */
export function indexChange(db: ModelDatabase, change: Change, place: LogPlace): void {
  if (db.one('SELECT 1 FROM change WHERE id = ?', change.id)) return
  const isStep = change.undoes !== undefined || change.redoes !== undefined
  if (change.undoes !== undefined) db.run("UPDATE change SET state = 'undone' WHERE id = ?", change.undoes)
  else if (change.redoes !== undefined) db.run("UPDATE change SET state = 'done' WHERE id = ?", change.redoes)
  else db.run("UPDATE change SET state = 'dropped' WHERE state = 'undone'")
  db.run(
    'INSERT INTO change (id, at, author, label, file, offset, bytes, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ...[
      change.id,
      change.at,
      change.author,
      change.label,
      place.file,
      place.offset,
      place.bytes,
      isStep ? 'step' : 'done',
    ],
  )
  for (const id of new Set(change.entries.map((entry) => entry.id))) {
    db.run('INSERT OR IGNORE INTO change_record SELECT ?, max(seq) FROM change', id)
  }
  setIndexedLog(db, { file: place.file, offset: place.offset + place.bytes })
}

/** Empties the history, to be filled again from the log. */
export function forgetChanges(db: ModelDatabase): void {
  db.run('DELETE FROM change')
  db.run('DELETE FROM change_record')
  db.run("DELETE FROM meta WHERE key = 'log'")
}

/** How far the history contains the log. */
export function indexedLog(db: ModelDatabase): LogMark | null {
  const row = db.one<{ value: string }>("SELECT value FROM meta WHERE key = 'log'")
  return row ? (JSON.parse(row.value) as LogMark) : null
}

function setIndexedLog(db: ModelDatabase, mark: LogMark): void {
  db.run("INSERT OR REPLACE INTO meta VALUES ('log', ?)", JSON.stringify(mark))
}

export interface UndoStep {
  id: string
  label: string
  place: LogPlace
}

interface StepRow extends LogPlace {
  id: string
  label: string
}

const toStep = (row: StepRow | undefined): UndoStep | null =>
  row
    ? { id: row.id, label: row.label, place: { file: row.file, offset: row.offset, bytes: row.bytes } }
    : null

/** What undo would take back. */
export const nextUndo = (db: ModelDatabase): UndoStep | null =>
  toStep(
    db.one<StepRow>(
      "SELECT id, label, file, offset, bytes FROM change WHERE state = 'done' ORDER BY seq DESC LIMIT 1",
    ),
  )

/** What redo would do again. */
export const nextRedo = (db: ModelDatabase): UndoStep | null =>
  toStep(
    db.one<StepRow>(
      "SELECT id, label, file, offset, bytes FROM change WHERE state = 'undone' ORDER BY seq LIMIT 1",
    ),
  )

/** The newest Changes first, of the notebook or of one record. */
export function listHistory(db: ModelDatabase, record: string | null, limit: number): HistoryRow[] {
  return record === null
    ? db.all<HistoryRow>('SELECT id, at, author, label FROM change ORDER BY seq DESC LIMIT ?', limit)
    : db.all<HistoryRow>(
        'SELECT id, at, author, label FROM change JOIN change_record USING (seq) WHERE record = ? ORDER BY seq DESC LIMIT ?',
        record,
        limit,
      )
}

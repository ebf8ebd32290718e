import type { Change, Entry, Label } from '../../core/changes/change.ts'
import { touchedBy } from '../../core/listing/touched.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import { titleOf, type RecordKind } from '../../core/records/record.ts'
import type { LogMark, LogPlace } from '../change-log.ts'
import { fromColumn, type ModelDatabase } from './database.ts'

/**
 * Notes a Change in the history and keeps the undo stack, which is the column `state`: `done` can be undone
 * (newest first), `undone` can be redone (oldest first), `undo` and `redo` are such steps themselves, `dropped` was undone and
 * can no longer be redone because something else was done since, `kept` can no longer be undone, and a notebook begins with its `base`.
 */
export function indexChange(db: ModelDatabase, change: Change, place: LogPlace): void {
  if (db.one('SELECT 1 FROM change WHERE id = ?', change.id)) return
  const step = takeStep(db, change)
  const { id, at, author, label, entries, emptied } = change
  const { file, offset, bytes } = place
  const state = emptied ? 'kept' : step
  db.put('change', {
    id,
    at,
    author,
    label: JSON.stringify(label),
    file,
    offset,
    bytes,
    state,
    records: entries.length,
    ...editOf(entries),
  })
  const seq = db.count('SELECT max(seq) FROM change')
  for (const record of new Set(entries.map((entry) => entry.id))) db.put('change_record', { record, seq })
  keepTrash(db, entries, seq)
  if (emptied) emptyTrash(db, emptied)
  // What a sample is made of is not what its user did.
  if (typeof label === 'object' && label.say === 'history.addSample')
    db.run("UPDATE change SET state = 'base' WHERE state = 'done'")
  setIndexedLog(db, { file: place.file, offset: place.offset + place.bytes })
}

/** What a Change does to those before it. @returns its own state */
function takeStep(db: ModelDatabase, { undoes, redoes }: Change): 'undo' | 'redo' | 'done' {
  if (undoes !== undefined) {
    db.run("UPDATE change SET state = 'undone' WHERE id = ?", undoes)
    return 'undo'
  }
  if (redoes !== undefined) {
    db.run("UPDATE change SET state = 'done' WHERE id = ?", redoes)
    return 'redo'
  }
  db.run("UPDATE change SET state = 'dropped' WHERE state = 'undone'")
  return 'done'
}

/** Of a Change that edits one record: which one, and its fields that are otherwise now. */
function editOf(entries: readonly Entry[]): { edited: RecordId | null; fields: string } {
  const [only] = entries.length === 1 ? touchedBy(entries) : []
  if (only === undefined) return { edited: null, fields: '[]' }
  const fields = new Set(only.fields.map((field) => field.split('.')[0] ?? field))
  return { edited: only.id, fields: JSON.stringify([...fields].filter((field) => field !== '*')) }
}

function keepTrash(db: ModelDatabase, entries: readonly Entry[], seq: number): void {
  for (const { kind, id, before, after } of entries) {
    if (after !== null || before === null) db.run('DELETE FROM trash WHERE record = ?', id)
    else db.put('trash', { record: id, kind, title: titleOf<RecordKind>(kind, before), seq })
  }
}

/** What was emptied cannot come back, so the Changes that it was part of can no longer be undone or redone. */
function emptyTrash(db: ModelDatabase, emptied: readonly RecordId[]): void {
  const list = JSON.stringify(emptied)
  db.run('DELETE FROM trash WHERE record IN (SELECT value FROM json_each(?))', list)
  db.run(
    `UPDATE change SET state = iif(state = 'done', 'kept', 'dropped') WHERE state IN ('done', 'undone')
       AND seq IN (SELECT seq FROM change_record WHERE record IN (SELECT value FROM json_each(?)))`,
    list,
  )
  // A Change before one that stays could no longer be taken back in its order.
  db.run(
    `UPDATE change SET state = 'kept' WHERE state = 'done'
       AND seq < coalesce((SELECT max(seq) FROM change_record WHERE record IN (SELECT value FROM json_each(?))), 0)`,
    list,
  )
}

/** Empties the history, to be filled again from the log. */
export function forgetChanges(db: ModelDatabase): void {
  db.run('DELETE FROM change')
  db.run('DELETE FROM change_record')
  db.run('DELETE FROM trash')
  db.setNote('log', null)
}

/** How far the history contains the log. */
export function indexedLog(db: ModelDatabase): LogMark | null {
  const note = db.note('log')
  return note === null ? null : fromColumn<LogMark>(note)
}

function setIndexedLog(db: ModelDatabase, mark: LogMark): void {
  db.setNote('log', JSON.stringify(mark))
}

/** The labels of what undo and redo would do. */
export const stepLabels = (db: ModelDatabase): { undo: Label | null; redo: Label | null } => ({
  undo: nextUndo(db)?.label ?? null,
  redo: nextRedo(db)?.label ?? null,
})

export interface UndoStep {
  id: Id<'change'>
  label: Label
  place: LogPlace
}

interface StepRow extends LogPlace {
  id: Id<'change'>
  label: string
}

const toStep = (row: StepRow | undefined): UndoStep | null =>
  row
    ? {
        id: row.id,
        label: fromColumn<Label>(row.label),
        place: { file: row.file, offset: row.offset, bytes: row.bytes },
      }
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

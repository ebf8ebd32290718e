import type { Label } from '../../core/changes/change.ts'
import type { HistoryQuery } from '../../core/listing/queries.ts'
import type { HistoryRow, Page, TrashRow } from '../../core/listing/rows.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import type { LogPlace } from '../change-log.ts'
import { fromColumn, type ModelDatabase } from './database.ts'

/** The newest Changes first, of the notebook or of one record. */
export function listHistory(db: ModelDatabase, { record, limit, offset }: HistoryQuery): Page<HistoryRow> {
  const [table, values] =
    record === undefined
      ? ['change c', []]
      : ['change c JOIN change_record r USING (seq) WHERE r.record = ?', [record]]
  const rows = db.all<Omit<HistoryRow, 'label' | 'fields'> & { label: string; fields: string }>(
    `SELECT id, at, author, label, records, state, edited AS record, fields FROM ${table} ORDER BY seq DESC LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  )
  const counted = record === undefined ? 'change' : 'change_record WHERE record = ?'
  return {
    rows: rows.map((row) => ({
      ...row,
      label: fromColumn<Label>(row.label),
      fields: fromColumn<string[]>(row.fields),
    })),
    total: db.count(`SELECT count(*) FROM ${counted}`, ...values),
  }
}

/** Where a Change stands in the log. */
export const placeOfChange = (db: ModelDatabase, id: Id<'change'>): LogPlace | null =>
  db.one<LogPlace>('SELECT file, offset, bytes FROM change WHERE id = ?', id) ?? null

/** Where the last Change of each of these records stands in the log. */
export function lastChangesOf(
  db: ModelDatabase,
  records: readonly RecordId[],
): { record: RecordId; place: LogPlace }[] {
  return db
    .all<LogPlace & { record: RecordId }>(
      `SELECT j.value AS record, c.file, c.offset, c.bytes FROM json_each(?) j
         JOIN change c ON c.seq = (SELECT max(seq) FROM change_record WHERE record = j.value)`,
      JSON.stringify(records),
    )
    .map(({ record, file, offset, bytes }) => ({ record, place: { file, offset, bytes } }))
}

/** Where all Changes of a record stand in the log, oldest first. */
export const changesOf = (db: ModelDatabase, record: RecordId): LogPlace[] =>
  db.all<LogPlace>(
    'SELECT file, offset, bytes FROM change JOIN change_record USING (seq) WHERE record = ? ORDER BY seq',
    record,
  )

/** What was deleted and is not there again, the newest first; what went with an article is told with it. */
export function listTrash(db: ModelDatabase): TrashRow[] {
  return db.all<TrashRow>(
    `SELECT t.record AS id, t.kind, t.title, c.at, c.author,
       (SELECT count(*) FROM trash o WHERE o.seq = t.seq AND t.kind = 'article' AND o.kind = 'annotation') AS withIt
     FROM trash t JOIN change c USING (seq)
     WHERE t.kind <> 'annotation' OR NOT EXISTS (SELECT 1 FROM trash o WHERE o.seq = t.seq AND o.kind = 'article')
     ORDER BY t.seq DESC, t.record`,
  )
}

/** The deleted records that went in the same Change as this one. */
export const trashedWith = (db: ModelDatabase, record: RecordId): RecordId[] =>
  db
    .all<{ record: RecordId }>(
      'SELECT record FROM trash WHERE seq = (SELECT seq FROM trash WHERE record = ?)',
      record,
    )
    .map((row) => row.record)

export const trashed = (db: ModelDatabase): RecordId[] =>
  db.all<{ record: RecordId }>('SELECT record FROM trash').map((row) => row.record)

/** Where the Change stands that deleted a record, or null when it is not in the trash. */
export const placeOfDeletion = (db: ModelDatabase, record: RecordId): LogPlace | null =>
  db.one<LogPlace>(
    'SELECT c.file, c.offset, c.bytes FROM trash t JOIN change c USING (seq) WHERE t.record = ?',
    record,
  ) ?? null

import type { Id } from '../../core/records/base.ts'
import type { LogPlace } from '../change-log.ts'
import type { ModelDatabase } from './database.ts'

/** The last Change that the model has; null where there is none. */
export const lastChange = (db: ModelDatabase): Id<'change'> | null =>
  db.one<{ id: Id<'change'> }>('SELECT id FROM change ORDER BY seq DESC LIMIT 1')?.id ?? null

/** Where the Changes after one stand, oldest first; null where that one is not known, or there are more than so many. */
export function changesAfter(db: ModelDatabase, change: Id<'change'>, most: number): LogPlace[] | null {
  const seq = db.one<{ seq: number }>('SELECT seq FROM change WHERE id = ?', change)?.seq
  if (seq === undefined) return null
  const places = db.all<LogPlace>(
    'SELECT file, offset, bytes FROM change WHERE seq > ? ORDER BY seq LIMIT ?',
    seq,
    most + 1,
  )
  return places.length > most ? null : places
}

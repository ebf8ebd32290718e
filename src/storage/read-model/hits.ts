import type { RecordKind } from '../../core/records/record.ts'
import type { ModelDatabase } from './database.ts'
import { rowsOf } from './tables.ts'

/** How many searches are remembered. */
const kept = 8

interface Hits {
  /** The number that the rows are remembered under in `temp.hit`. */
  query: number
  count: number
}

/**
 * The rows that a search finds among the records of a kind, remembered until something changes: a list is asked for by the
 * same words again and again, in another order or for another page.
 */
const remembered = new WeakMap<ModelDatabase, Map<string, Hits>>()
let last = 0

export function hitsOf(db: ModelDatabase, kind: RecordKind, expression: string): Hits {
  const all = remembered.get(db) ?? begin(db)
  const key = `${kind} ${expression}`
  const there = all.get(key)
  if (there) return there
  last += 1
  const [first, end] = rowsOf(kind)
  const count = db.run(
    'INSERT INTO temp.hit SELECT ?, rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?',
    ...[last, expression, first, end],
  )
  const hits = { query: last, count }
  all.set(key, hits)
  for (const [oldKey, old] of [...all].slice(0, -kept)) {
    db.run('DELETE FROM temp.hit WHERE query = ?', old.query)
    all.delete(oldKey)
  }
  return hits
}

/** To be called whenever a record was put or removed. */
export function forgetHits(db: ModelDatabase): void {
  const all = remembered.get(db)
  if (!all || all.size === 0) return
  db.run('DELETE FROM temp.hit')
  all.clear()
}

function begin(db: ModelDatabase): Map<string, Hits> {
  db.run('CREATE TEMP TABLE hit (query INTEGER, row INTEGER, PRIMARY KEY (query, row)) WITHOUT ROWID')
  const all = new Map<string, Hits>()
  remembered.set(db, all)
  return all
}

import { sentenceOf } from '../../core/problem.ts'
import type { RecordId } from '../../core/records/base.ts'
import type { RecordKind } from '../../core/records/record.ts'
import { said, type Said } from '../../core/words/say.ts'
import type { Enclosure } from '../enclosure.ts'
import type { ModelDatabase } from './database.ts'
import { cacheFile, openCache } from './open-model.ts'

/** A record that the documents have. */
export interface RecordInNotebook {
  kind: RecordKind
  document: string
  /** What the search would find it by, as `searchableOf` marks it; null for a tag. */
  fingerprint: number | null
}

/**
 * Compares the read model with the documents.
 * @param unsure documents to be left out
 * @returns what is wrong; nothing when there is no whole cache
 */
export function checkCache(
  notebook: Enclosure,
  records: ReadonlyMap<RecordId, RecordInNotebook>,
  unsure: ReadonlySet<string>,
): Said[] {
  if (notebook.kind(cacheFile) !== 'file') return []
  let db: ModelDatabase | undefined
  try {
    db = openCache(notebook, { readOnly: true })
    if (db === undefined) return []
    return compare(db, records, unsure)
  } catch (error) {
    return [said('findings.cache.unreadable', { why: sentenceOf(error) })]
  } finally {
    db?.close()
  }
}

function compare(
  db: ModelDatabase,
  records: ReadonlyMap<RecordId, RecordInNotebook>,
  unsure: ReadonlySet<string>,
): Said[] {
  let differing = 0
  let known = 0
  for (const row of db.all<{ id: RecordId; kind: string; document: string; fingerprint: number | null }>(
    'SELECT id, kind, document, fingerprint FROM record',
  )) {
    if (unsure.has(row.document)) continue
    const record = records.get(row.id)
    known += 1
    const fits =
      record?.kind === row.kind && record.document === row.document && record.fingerprint === row.fingerprint
    if (!fits) differing += 1
  }
  const found: Said[] = []
  if (differing > 0) found.push(said('findings.cache.otherwise', { count: differing }))
  if (known < records.size) found.push(said('findings.cache.lacks', { count: records.size - known }))
  const indexed = db.count('SELECT count(*) FROM search_docsize')
  const searchable = [...records.values()].filter((record) => record.fingerprint !== null).length
  if (differing === 0 && unsure.size === 0 && known === records.size && indexed !== searchable)
    found.push(said('findings.cache.search', { found: indexed, expected: searchable }))
  return found
}

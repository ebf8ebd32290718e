import type { RecordId } from '../../core/records/base.ts'
import type { RecordKind } from '../../core/records/record.ts'
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
 * @returns what is wrong, in words; nothing when there is no whole cache
 */
export function checkCache(
  notebook: Enclosure,
  records: ReadonlyMap<RecordId, RecordInNotebook>,
  unsure: ReadonlySet<string>,
): string[] {
  if (notebook.kind(cacheFile) !== 'file') return []
  let db: ModelDatabase | undefined
  try {
    db = openCache(notebook, { readOnly: true })
    if (db === undefined) return []
    return compare(db, records, unsure)
  } catch (error) {
    return [`the cache cannot be read: ${error instanceof Error ? error.message : String(error)}`]
  } finally {
    db?.close()
  }
}

function compare(
  db: ModelDatabase,
  records: ReadonlyMap<RecordId, RecordInNotebook>,
  unsure: ReadonlySet<string>,
): string[] {
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
  const found: string[] = []
  if (differing > 0) found.push(`the cache has ${differing} records otherwise than the documents`)
  if (known < records.size) found.push(`the cache lacks ${records.size - known} records`)
  const indexed = db.count('SELECT count(*) FROM search_docsize')
  const searchable = [...records.values()].filter((record) => record.fingerprint !== null).length
  if (differing === 0 && unsure.size === 0 && known === records.size && indexed !== searchable)
    found.push(`the search index has ${indexed} records instead of ${searchable}`)
  return found
}

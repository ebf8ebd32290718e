import type { Id, RecordId } from '../../core/records/base.ts'
import type { RecordKind } from '../../core/records/record.ts'
import { recordKinds } from '../../core/records/kinds.ts'
import { Said } from '../../core/words/say.ts'
import type { ModelDatabase } from './database.ts'
import { stepLabels } from './index-change.ts'

interface DamagedDocument {
  document: string
  message: Said
}

/** How many there are of everything, what is damaged, and what undo and redo would do. */
export function overview(db: ModelDatabase): {
  counts: { articles: number; claims: number; sources: number; tags: number }
  damaged: DamagedDocument[]
  steps: ReturnType<typeof stepLabels>
} {
  return {
    counts: {
      articles: db.count('SELECT count(*) FROM article'),
      claims: db.count('SELECT count(*) FROM claim WHERE merged_into IS NULL'),
      sources: db.count('SELECT count(*) FROM source WHERE merged_into IS NULL'),
      tags: db.count('SELECT count(*) FROM tag WHERE merged_into IS NULL'),
    },
    damaged: damagedDocuments(db),
    steps: stepLabels(db),
  }
}

const damagedDocuments = (db: ModelDatabase): DamagedDocument[] =>
  db
    .all<{ name: string; damage: string }>(
      'SELECT name, damage FROM document WHERE damage IS NOT NULL ORDER BY name',
    )
    .map(({ name, damage }) => ({ document: name, message: Said.parse(JSON.parse(damage)) }))

/** The kind of a record, and the article that it is in. */
export function whereIs(
  db: ModelDatabase,
  id: string,
): { kind: RecordKind; article: Id<'article'> | null } | null {
  const row = db.one<{ kind: string; article: Id<'article'> | null }>(
    'SELECT kind, article FROM record WHERE id = ?',
    id,
  )
  const kind = recordKinds.find((candidate) => candidate === row?.kind)
  return row && kind ? { kind, article: row.article } : null
}

export const idsOf = (db: ModelDatabase, kind: RecordKind): RecordId[] =>
  db.all<{ id: RecordId }>('SELECT id FROM record WHERE kind = ? ORDER BY id', kind).map((row) => row.id)

/** The records that the model knows to be in a document. */
export const recordsInDocument = (db: ModelDatabase, name: string): RecordId[] =>
  db.all<{ id: RecordId }>('SELECT id FROM record WHERE document = ?', name).map((row) => row.id)

/** How documents stood on disk when the model took them in. */
export const documentStats = (
  db: ModelDatabase,
  names: readonly string[],
): Record<string, { size: number; mtimeMs: number }> =>
  Object.fromEntries(
    db
      .all<{ name: string; size: number; mtimeMs: number }>(
        'SELECT name, size, mtime AS mtimeMs FROM document WHERE name IN (SELECT value FROM json_each(?))',
        JSON.stringify(names),
      )
      .map(({ name, size, mtimeMs }) => [name, { size, mtimeMs }]),
  )

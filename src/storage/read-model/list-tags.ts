import type { TagRow } from '../../core/listing/rows.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { RecordKind } from '../../core/records/record.ts'
import type { ModelDatabase } from './database.ts'
import { totalOf } from './tables.ts'

interface Standing {
  id: string
  row: number
  name: string
  parent: string | null
  colour: TagRow['colour']
  definition: string
  merged_into: string | null
}

/** Every tag that stands for itself, with what it absorbed and how often it is used, by name. */
export function listTags(db: ModelDatabase): TagRow[] {
  const all = new Map(
    db
      .all<Standing>(
        'SELECT id, row, name, parent, colour, definition, merged_into FROM tag ORDER BY name COLLATE NOCASE, id',
      )
      .map((tag) => [tag.id, tag]),
  )
  const rootOf = (id: string): string => {
    const seen = new Set<string>()
    for (let current = id; ;) {
      const next = all.get(current)?.merged_into
      if (!next || seen.has(next)) return current
      seen.add(next)
      current = next
    }
  }
  const absorbed = Map.groupBy(
    [...all.values()].filter((tag) => tag.merged_into !== null),
    (tag) => rootOf(tag.id),
  )
  const totals = new Map(
    db
      .all<{ tag: number; kind: number; uses: number }>('SELECT tag, kind, uses FROM tag_total')
      .map(({ tag, kind, uses }) => [`${tag} ${kind}`, uses]),
  )
  const uses = (row: number, kind: RecordKind): number => totals.get(`${row} ${totalOf(kind)}`) ?? 0
  return [...all.values()]
    .filter((tag) => tag.merged_into === null)
    .map(({ id, row, name, parent, colour, definition }) => ({
      ...{ id, name, colour, definition },
      parent: parent !== null && all.has(parent) ? rootOf(parent) : null,
      absorbed: (absorbed.get(id) ?? []).map((tag) => tag.id),
      articles: uses(row, 'article'),
      annotations: uses(row, 'annotation'),
      claims: uses(row, 'claim'),
      sources: uses(row, 'source'),
    }))
}

export function tagNamed(db: ModelDatabase, name: string): string | null {
  const row = db.one<{ id: string }>(
    'SELECT coalesce(merged_into, id) AS id FROM tag WHERE folded = ? ORDER BY merged_into IS NOT NULL, id LIMIT 1',
    foldName(name),
  )
  return row?.id ?? null
}

/** The records that carry a tag, by kind. */
export const recordsTagged = (db: ModelDatabase, tag: string): { record: string; kind: string }[] =>
  db.all<{ record: string; kind: string }>(
    'SELECT r.id AS record, r.kind FROM tagged t JOIN record r ON r.row = t.record WHERE t.tag = ?',
    tag,
  )

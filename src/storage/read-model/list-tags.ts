import type { TagRow } from '../../core/listing/rows.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { RecordKind } from '../../core/records/record.ts'
import type { ModelDatabase } from './database.ts'
import { totalOf } from './tables.ts'

type Standing = {
  id: string
  row: number
  name: string
  parent: string | null
  colour: TagRow['colour']
  definition: string
  merged_into: string | null
} & Record<(typeof counts)[number], number>

const counts = ['articles', 'annotations', 'claims', 'sources'] as const
const countOf = new Map(counts.map((name) => [totalOf(name.slice(0, -1) as RecordKind), name]))

/** Every tag that stands for itself, with what it absorbed and how often it is used, by name. */
export function listTags(db: ModelDatabase): TagRow[] {
  const all = new Map(
    db
      .all<Omit<Standing, (typeof counts)[number]>>(
        'SELECT id, row, name, parent, colour, definition, merged_into FROM tag ORDER BY name COLLATE NOCASE, id',
      )
      .map((tag) => [tag.id, { ...tag, articles: 0, annotations: 0, claims: 0, sources: 0 }]),
  )
  const byRow = new Map([...all.values()].map((tag) => [tag.row, tag]))
  for (const { tag, kind, uses } of db.all<{ tag: number; kind: number; uses: number }>(
    'SELECT tag, kind, uses FROM tag_total',
  )) {
    const standing = byRow.get(tag)
    const name = countOf.get(kind)
    if (standing && name) standing[name] = uses
  }
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
  return [...all.values()]
    .filter((tag) => tag.merged_into === null)
    .map(({ id, name, parent, colour, definition, articles, annotations, claims, sources }) => ({
      ...{ id, name, colour, definition, articles, annotations, claims, sources },
      parent: parent !== null && all.has(parent) ? rootOf(parent) : null,
      absorbed: (absorbed.get(id) ?? []).map((tag) => tag.id),
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

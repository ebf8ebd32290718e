import type { TagRow } from '../../core/listing/rows.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { ModelDatabase } from './database.ts'

/** Every tag with the one that stands for it after all merges. */
const standing = `WITH RECURSIVE standing (id, root) AS (
  SELECT id, id FROM tag WHERE merged_into IS NULL
  UNION ALL SELECT tag.id, standing.root FROM tag JOIN standing ON tag.merged_into = standing.id)`

interface Counted {
  tag: string
  kind: 'article' | 'annotation' | 'claim' | 'source'
  uses: number
}

/** A record counts for its tag and for all tags above it; an article also with its highlights. */
const counting = `${standing},
  above (id, root) AS (
    SELECT id, root FROM standing
    UNION SELECT above.id, standing.root FROM above JOIN tag ON tag.id = above.root JOIN standing ON standing.id = tag.parent)
  SELECT a.root AS tag, t.kind, count(DISTINCT t.record) AS uses
    FROM tagged t JOIN above a ON a.id = t.tag WHERE t.kind IN ('annotation', 'claim', 'source') GROUP BY a.root, t.kind
  UNION ALL SELECT a.root, 'article', count(DISTINCT CASE t.kind WHEN 'article' THEN t.record ELSE n.article END)
    FROM tagged t JOIN above a ON a.id = t.tag LEFT JOIN annotation n ON n.id = t.record
    WHERE t.kind IN ('article', 'annotation') GROUP BY a.root`

/** Every tag that stands for itself, with what it absorbed and how often it is used, by name. */
export function listTags(db: ModelDatabase): TagRow[] {
  const roots = new Map<string, string>()
  for (const { id, root } of db.all<{ id: string; root: string }>(
    `${standing} SELECT id, root FROM standing`,
  ))
    roots.set(id, root)
  const uses = new Map<string, number>()
  for (const counted of db.all<Counted>(counting)) uses.set(`${counted.tag} ${counted.kind}`, counted.uses)
  const absorbed = Map.groupBy(
    [...roots].filter(([id, root]) => id !== root),
    ([, root]) => root,
  )
  const rows = db.all<Pick<TagRow, 'id' | 'name' | 'parent' | 'colour' | 'definition'>>(
    'SELECT id, name, parent, colour, definition FROM tag WHERE merged_into IS NULL ORDER BY name COLLATE NOCASE, id',
  )
  return rows.map((row) => ({
    ...row,
    parent: row.parent === null ? null : (roots.get(row.parent) ?? null),
    absorbed: (absorbed.get(row.id) ?? []).map(([id]) => id),
    articles: uses.get(`${row.id} article`) ?? 0,
    annotations: uses.get(`${row.id} annotation`) ?? 0,
    claims: uses.get(`${row.id} claim`) ?? 0,
    sources: uses.get(`${row.id} source`) ?? 0,
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
  db.all<{ record: string; kind: string }>('SELECT record, kind FROM tagged WHERE tag = ?', tag)

/** The tags of the records in these rows. */
export function tagsByRecord(db: ModelDatabase, rows: readonly { id: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id } of rows) {
    const tags = db.all<{ tag: string }>('SELECT tag FROM tagged WHERE record = ?', id)
    if (tags.length > 0)
      found.set(
        id,
        tags.map((row) => row.tag),
      )
  }
  return found
}

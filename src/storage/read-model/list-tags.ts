import type { TagRow } from '../../core/listing/rows.ts'
import { foldName, type ModelDatabase } from './database.ts'

interface Counted {
  tag: string
  kind: string
  uses: number
}

/** Every tag that stands for itself, with what it absorbed and how often it is used, by name. */
export function listTags(db: ModelDatabase): TagRow[] {
  const tags = db.all<
    Omit<TagRow, 'absorbed' | 'articles' | 'annotations' | 'claims'> & { merged_into: string | null }
  >('SELECT id, name, parent, colour, definition, merged_into FROM tag ORDER BY name COLLATE NOCASE, id')
  const standsFor = resolver(new Map(tags.map((tag) => [tag.id, tag.merged_into])))
  const counts = new Map<string, Map<string, number>>()
  for (const { tag, kind, uses } of db.all<Counted>(
    'SELECT tag, kind, count(*) AS uses FROM tagged GROUP BY tag, kind',
  )) {
    const own = counts.get(standsFor(tag)) ?? new Map<string, number>()
    counts.set(standsFor(tag), own.set(kind, (own.get(kind) ?? 0) + uses))
  }
  return tags
    .filter((tag) => tag.merged_into === null)
    .map(({ id, name, parent, colour, definition }) => ({
      ...{ id, name, colour, definition },
      parent: parent === null ? null : standsFor(parent),
      absorbed: tags
        .filter((other) => other.merged_into !== null && standsFor(other.id) === id)
        .map((other) => other.id),
      articles: counts.get(id)?.get('article') ?? 0,
      annotations: counts.get(id)?.get('annotation') ?? 0,
      claims: counts.get(id)?.get('claim') ?? 0,
    }))
}

/** @returns the tag that stands for a tag after all merges */
function resolver(mergedInto: Map<string, string | null>): (tag: string) => string {
  return (tag) => {
    let current = tag
    for (let steps = 0; steps < mergedInto.size; steps += 1) {
      const next = mergedInto.get(current)
      if (next == null) break
      current = next
    }
    return current
  }
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

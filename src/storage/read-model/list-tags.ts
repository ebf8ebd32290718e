import type { Id, RecordId } from '../../core/records/base.ts'
import type { TagRow } from '../../core/listing/rows.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { RecordKind } from '../../core/records/record.ts'
import type { ModelDatabase } from './database.ts'
import { totalOf } from './tables.ts'

type Counts = Pick<TagRow, 'articles' | 'annotations' | 'claims' | 'sources'>

interface Stored {
  id: Id<'tag'>
  row: number
  name: string
  parent: Id<'tag'> | null
  colour: TagRow['colour']
  definition: string
  merged_into: Id<'tag'> | null
}

const countOf = new Map(
  (['article', 'annotation', 'claim', 'source'] as const).map((kind) => [totalOf(kind), `${kind}s` as const]),
)

/** How many records of each kind count under a tag, by the row of the tag. */
function countsByRow(db: ModelDatabase): Map<number, Counts> {
  const found = new Map<number, Counts>()
  for (const { tag, kind, uses } of db.all<{ tag: number; kind: number; uses: number }>(
    'SELECT tag, kind, uses FROM tag_total',
  )) {
    const name = countOf.get(kind)
    if (name === undefined) continue
    const own = found.get(tag) ?? { articles: 0, annotations: 0, claims: 0, sources: 0 }
    own[name] = uses
    found.set(tag, own)
  }
  return found
}

const none: Counts = { articles: 0, annotations: 0, claims: 0, sources: 0 }

/** The counts of every tag that stands for itself, by name. */
export function tagCounts(db: ModelDatabase): ({ id: Id<'tag'>; name: string } & Counts)[] {
  const counted = countsByRow(db)
  const rows = db.all<Pick<Stored, 'id' | 'row' | 'name'>>(
    'SELECT id, row, name FROM tag WHERE merged_into IS NULL ORDER BY name COLLATE NOCASE, id',
  )
  return rows.map((tag) => {
    const { articles, annotations, claims, sources } = counted.get(tag.row) ?? none
    // Written out: rows of the database are slow to spread.
    return { id: tag.id, name: tag.name, articles, annotations, claims, sources }
  })
}

/** Every tag that stands for itself, with what it absorbed and how often it is used, by name. */
export function listTags(db: ModelDatabase): Omit<TagRow, 'modified'>[] {
  const all = db.all<Stored>(
    'SELECT id, row, name, parent, colour, definition, merged_into FROM tag ORDER BY name COLLATE NOCASE, id',
  )
  const mergedInto = new Map(all.map((tag) => [tag.id, tag.merged_into]))
  const rootOf = (id: Id<'tag'>): Id<'tag'> => {
    const seen = new Set<Id<'tag'>>()
    for (let current = id; ;) {
      const next = mergedInto.get(current)
      if (!next || seen.has(next)) return current
      seen.add(next)
      current = next
    }
  }
  const absorbed = Map.groupBy(
    all.filter((tag) => tag.merged_into !== null),
    (tag) => rootOf(tag.id),
  )
  const counted = countsByRow(db)
  return all
    .filter((tag) => tag.merged_into === null)
    .map((tag) => {
      const { articles, annotations, claims, sources } = counted.get(tag.row) ?? none
      return {
        id: tag.id,
        name: tag.name,
        parent: tag.parent !== null && mergedInto.has(tag.parent) ? rootOf(tag.parent) : null,
        colour: tag.colour,
        definition: tag.definition,
        absorbed: (absorbed.get(tag.id) ?? []).map((merged) => merged.id),
        articles,
        annotations,
        claims,
        sources,
      }
    })
}

export function tagNamed(db: ModelDatabase, name: string): Id<'tag'> | null {
  const row = db.one<{ id: Id<'tag'> }>(
    'SELECT coalesce(merged_into, id) AS id FROM tag WHERE folded = ? ORDER BY merged_into IS NOT NULL, id LIMIT 1',
    foldName(name),
  )
  return row?.id ?? null
}

/** The records that carry a tag, by kind. */
export const recordsTagged = (db: ModelDatabase, tag: Id<'tag'>): { record: RecordId; kind: RecordKind }[] =>
  db.all<{ record: RecordId; kind: RecordKind }>(
    'SELECT r.id AS record, r.kind FROM tagged t JOIN record r ON r.row = t.record WHERE t.tag = ?',
    tag,
  )

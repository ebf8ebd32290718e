import type { SourceQuery } from '../../core/listing/queries.ts'
import type { Page, SourceMention, SourceName, SourceRow } from '../../core/listing/rows.ts'
import type { SourceKind } from '../../core/records/source.ts'
import { Conditions, direction } from './conditions.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { ModelDatabase } from './database.ts'

const hops = (condition: string): string =>
  `(SELECT count(*) FROM hop h WHERE h.source IN (SELECT s.id UNION ALL SELECT id FROM source WHERE merged_into = s.id) AND h.position ${condition})`

const asserts = hops('= 0')
const articles = '(SELECT count(*) FROM article a WHERE a.outlet = s.id)'

const sortColumns: Record<Exclude<SourceQuery['sort'], 'fit'>, string> = {
  name: 's.name COLLATE NOCASE',
  kind: 's.kind',
  reliability: 's.reliability',
  asserts,
  articles,
}

const hasName = (condition: string): string =>
  `NOT EXISTS (SELECT 1 FROM source_name n WHERE n.source = s.id AND n.folded ${condition})`
const fit = `${hasName('= ?')}, ${hasName("LIKE ? ESCAPE '\\'")}, ${asserts} DESC`
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export function listSources(db: ModelDatabase, query: SourceQuery): Page<SourceRow> {
  const where = new Conditions().add('s.merged_into IS NULL').tagged('s.id', query.tag)
  if (query.kind !== undefined) where.add('s.kind = ?', query.kind)
  for (const word of foldName(query.text).split(' ')) {
    if (word === '') continue
    where.add(
      "s.id IN (SELECT source FROM source_name WHERE folded LIKE ? ESCAPE '\\')",
      `%${escapeLike(word)}%`,
    )
  }
  const order = query.sort === 'fit' ? fit : `${sortColumns[query.sort]} ${direction(query.descending)}`
  const rows = db.all<Omit<SourceRow, 'aliases'>>(
    `WITH page AS MATERIALIZED (
       SELECT s.rowid AS row, row_number() OVER () AS place FROM (
         SELECT s.rowid FROM source s ${where.sql} ORDER BY ${order}, s.rowid LIMIT ? OFFSET ?) AS s)
     SELECT s.id, s.kind, s.name, s.role, s.reliability, ${asserts} AS asserts, ${hops('> 0')} AS relays, ${articles} AS articles
     FROM page JOIN source s ON s.rowid = page.row ORDER BY page.place`,
    ...where.values,
    ...(query.sort === 'fit' ? [foldName(query.text), `${escapeLike(foldName(query.text))}%`] : []),
    query.limit,
    query.offset,
  )
  const total = db.count(`SELECT count(*) FROM source s ${where.sql}`, ...where.values)
  return { rows: rows.map((row) => ({ ...row, aliases: aliasesOf(db, row.id) })), total }
}

const aliasesOf = (db: ModelDatabase, source: string): string[] =>
  db
    .all<{ name: string }>('SELECT name FROM source_name WHERE source = ? AND is_alias = 1', source)
    .map((row) => row.name)

/** A source that has this name or alias, the oldest first; a merged one answers with the one that stands for it. */
export function sourceNamed(db: ModelDatabase, name: string, kind?: SourceKind): string | null {
  const row = db.one<{ id: string; merged_into: string | null }>(
    `SELECT s.id, s.merged_into FROM source s JOIN source_name n ON n.source = s.id
     WHERE n.folded = ? AND (? IS NULL OR s.kind = ?) ORDER BY n.is_alias, s.id LIMIT 1`,
    foldName(name),
    kind ?? null,
    kind ?? null,
  )
  return row ? (row.merged_into ?? row.id) : null
}

/** Everywhere that a source stands in a chain. */
export function mentionsOf(db: ModelDatabase, source: string): SourceMention[] {
  return db.all<SourceMention>(
    `SELECT c.id AS claim, c.statement, e.id AS evidence, e.stance, h.position, coalesce(e.article, n.article) AS article,
       a.title AS articleTitle, e.annotation, n.exact AS quote
     FROM hop h JOIN evidence e ON e.id = h.evidence JOIN claim c ON c.id = e.claim
       LEFT JOIN annotation n ON n.id = e.annotation LEFT JOIN article a ON a.id = coalesce(e.article, n.article)
     WHERE h.source IN (SELECT ? UNION ALL SELECT id FROM source WHERE merged_into = ?)
     ORDER BY c.id, e.place, h.position`,
    source,
    source,
  )
}

/** How often a source is used at all, as a hop or as an outlet. */
export const usesOfSource = (db: ModelDatabase, source: string): number =>
  db.count(
    'SELECT (SELECT count(*) FROM hop WHERE source = ?) + (SELECT count(*) FROM article WHERE outlet = ?)',
    source,
    source,
  )

/** Every source that stands for itself, by name: for chains in words and for choosing one. */
export const sourceNames = (db: ModelDatabase): SourceName[] =>
  db.all<SourceName>(
    'SELECT id, name, kind FROM source WHERE merged_into IS NULL ORDER BY name COLLATE NOCASE',
  )

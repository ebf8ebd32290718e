import type { Id } from '../../core/records/base.ts'
import type { SourceQuery } from '../../core/listing/queries.ts'
import type { Page, SourceName, SourceRow } from '../../core/listing/rows.ts'
import type { SourceKind } from '../../core/records/source.ts'
import { Conditions } from './conditions.ts'
import type { KnownName } from '../../core/names/who-is-meant.ts'
import { foldedWords, foldName } from '../../core/records/fold-name.ts'
import { fromColumn, type ModelDatabase } from './database.ts'
import { pageOf, pageTable, recordsOf } from './page.ts'
import { mostWords, searchedFor } from './searched-for.ts'

const sortColumns: Record<Exclude<SourceQuery['sort'], 'fit'>, string> = {
  name: 's.name COLLATE NOCASE',
  kind: 's.kind',
  reliability: 's.reliability',
  asserts: 's.asserts',
  articles: 's.articles',
}

const hasName = (condition: string): string =>
  `NOT EXISTS (SELECT 1 FROM source_name n WHERE n.source = s.id AND n.folded ${condition})`
const fit = `(${hasName('= ?')}), ${hasName("LIKE ? ESCAPE '\\'")}, -s.asserts`
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export function listSources(db: ModelDatabase, query: SourceQuery): Page<SourceRow> {
  const where = new Conditions()
    .add('s.merged_into', 'IS NULL')
    .tagged(db, 's.row', 'source', query.tag)
    .equal('s.kind', query.kind)
  const folded = foldName(searchedFor(query.text))
  for (const word of folded.split(' ').slice(0, mostWords)) {
    if (word === '') continue
    where.add(
      's.id',
      "IN (SELECT source FROM source_name WHERE folded LIKE ? ESCAPE '\\')",
      `%${escapeLike(word)}%`,
    )
  }
  const isFit = query.sort === 'fit'
  const { rows, total } = pageOf(db, {
    table: 'source s',
    row: 's.row',
    tie: 's.id',
    where,
    order: query.sort === 'fit' ? fit : sortColumns[query.sort],
    orderValues: isFit ? [folded, `${escapeLike(folded)}%`] : [],
    descending: !isFit && query.descending,
    limit: query.limit,
    offset: query.offset,
  })
  const select = `SELECT s.row, s.id, s.kind, s.name, s.role, s.reliability, s.asserts, s.relays, s.articles, s.questions, a.title AS within
    FROM ${pageTable} JOIN source s ON s.row = page.value LEFT JOIN article a ON a.id = s.within`
  const found = recordsOf<Omit<SourceRow, 'aliases' | 'questions'> & { row: number; questions: string }>(
    db,
    rows,
    select,
  )
  return {
    rows: found.map((row) => ({
      ...row,
      aliases: aliasesOf(db, row.id),
      questions: fromColumn<string[]>(row.questions),
    })),
    total,
  }
}

const aliasesOf = (db: ModelDatabase, source: Id<'source'>): string[] =>
  db
    .all<{ name: string }>('SELECT name FROM source_name WHERE source = ? AND is_alias = 1', source)
    .map((row) => row.name)

/**
 * A source that has this name or alias, the oldest first; a merged one answers with the one that stands for it. One whose name means
 * it in another article only is not meant.
 * @param within the article that it must be known from; null for whatever is known everywhere
 */
export function sourceNamed(
  db: ModelDatabase,
  name: string,
  kind?: SourceKind,
  within: Id<'article'> | null = null,
): Id<'source'> | null {
  const row = db.one<{ id: Id<'source'> }>(
    `SELECT s.root AS id FROM source s JOIN source_name n ON n.source = s.id
     WHERE n.folded = ?1 AND (?2 IS NULL OR s.kind = ?2) AND s.within IS ?3 ORDER BY n.is_alias, s.id LIMIT 1`,
    foldName(name),
    kind ?? null,
    within,
  )
  return row?.id ?? null
}

/** The sources that a name in an article may mean: those that speak in it, and those that have a word of the name. */
export function knownNames(db: ModelDatabase, name: string, article: Id<'article'>): KnownName[] {
  const words = foldedWords(name).slice(0, mostWords)
  const rows = db.all<{ id: Id<'source'>; kind: SourceKind; within: Id<'article'> | null; own: number }>(
    `WITH own (id) AS (
       SELECT s.root FROM evidence e LEFT JOIN annotation n ON n.id = e.annotation JOIN hop h ON h.evidence = e.id JOIN source s ON s.id = h.source
         WHERE n.article = ?1 OR e.article = ?1
       UNION SELECT root FROM source WHERE within = ?1),
     like_it (id) AS (SELECT s.root FROM json_each(?2) w CROSS JOIN source_name n ON ' ' || n.folded || ' ' LIKE '% ' || w.value || ' %'
       JOIN source s ON s.id = n.source)
     SELECT id, kind, within, id IN own AS own FROM source WHERE merged_into IS NULL AND (id IN own OR id IN like_it) LIMIT 500`,
    article,
    JSON.stringify(words),
  )
  return rows.map(({ id, kind, within, own }) => ({
    id,
    kind,
    names: namesOf(db, id),
    isOfArticle: own === 1,
    isElsewhere: within !== null && within !== article,
  }))
}

/** The name of a source, its other spellings, and those of what was merged into it. */
const namesOf = (db: ModelDatabase, source: Id<'source'>): string[] =>
  db
    .all<{ name: string }>(
      'SELECT n.name FROM source s JOIN source_name n ON n.source = s.id WHERE s.root = ? ORDER BY s.id <> ?, n.is_alias',
      ...[source, source],
    )
    .map((row) => row.name)

/** How often a source is used at all: in chains, and wherever else a record names it or one that was merged into it. */
export const usesOfSource = (db: ModelDatabase, source: Id<'source'>): number =>
  db.count(
    `WITH family AS (SELECT id FROM source WHERE root = ?1 OR id = ?1)
     SELECT (SELECT count(*) FROM hop WHERE source IN family)
       + (SELECT count(DISTINCT record) FROM naming WHERE source IN family AND record <> ?1 AND ends_with_it = 0)`,
    source,
  )

/** The sources of which something is noted about this one that ends with it: that they are not the same. */
export const sourcesMarkedApart = (db: ModelDatabase, source: Id<'source'>): Id<'source'>[] =>
  db
    .all<{ id: Id<'source'> }>(
      'SELECT record AS id FROM naming WHERE source = ?1 AND record <> ?1 AND ends_with_it = 1',
      source,
    )
    .map(({ id }) => id)

/** Every source that stands for itself, by name: for chains in words and for choosing one. */
export function sourceNames(db: ModelDatabase): SourceName[] {
  const merged = db.all<{ id: Id<'source'>; root: Id<'source'> }>(
    'SELECT id, root FROM source WHERE merged_into IS NOT NULL',
  )
  const absorbed = Map.groupBy(merged, ({ root }) => root)
  return db
    .all<Pick<SourceName, 'id' | 'name' | 'kind'> & { confidential: number }>(
      `SELECT id, name, kind, id IN (SELECT root FROM source WHERE confidential = 1) AS confidential FROM source
         WHERE merged_into IS NULL ORDER BY name COLLATE NOCASE, id`,
    )
    .map((source) => ({
      ...source,
      confidential: source.confidential === 1,
      absorbed: (absorbed.get(source.id) ?? []).map(({ id }) => id),
    }))
}

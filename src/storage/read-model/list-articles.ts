import type { Id } from '../../core/records/base.ts'
import type { Dismissal } from '../../core/records/dismissal.ts'
import type { AnnotationQuery, ArticleQuery } from '../../core/listing/queries.ts'
import type { AnnotationRow, ArticleRow, Page } from '../../core/listing/rows.ts'
import { Conditions } from './conditions.ts'
import { fromColumn, type ModelDatabase } from './database.ts'
import { pageOf, pageTable, recordsOf } from './page.ts'

const sortColumns: Record<ArticleQuery['sort'], string> = {
  title: 'a.title COLLATE NOCASE',
  outlet: 'a.outlet_name COLLATE NOCASE',
  published: 'a.published_from',
  created: 'a.created',
  highlights: 'a.highlights',
  claims: 'a.claims',
  language: 'a.language',
}

export function listArticles(db: ModelDatabase, query: ArticleQuery): Page<ArticleRow> {
  const where = new Conditions()
    .tagged(db, 'a.row', 'article', query.tag)
    .matching(db, 'a.row', 'article', query.text)
    .equal('a.reading', query.reading)
    .named('a.outlet', query.outlet)
  const { rows, total } = pageOf(db, {
    table: 'article a',
    row: 'a.row',
    tie: 'a.id',
    where,
    order: sortColumns[query.sort],
    descending: query.descending,
    limit: query.limit,
    offset: query.offset,
  })
  const select = `SELECT a.row, a.id, a.title, a.authors, a.outlet_name AS outlet, a.published, a.language, a.direction, a.reading,
      a.characters, a.created, a.highlights, a.claims FROM ${pageTable} JOIN article a ON a.row = page.value`
  return { rows: recordsOf<ArticleRow & { row: number }>(db, rows, select), total }
}

const annotationColumns: Record<AnnotationQuery['sort'], string> = {
  place: 'n.article',
  created: 'n.id',
  style: 'n.style',
  state: 'n.state',
}

export function listAnnotations(db: ModelDatabase, query: AnnotationQuery): Page<AnnotationRow> {
  const where = new Conditions()
    .tagged(db, 'n.row', 'annotation', query.tag)
    .matching(db, 'n.row', 'annotation', query.text)
    .equal('n.article', query.article)
    .equal('n.state', query.state)
  const way = where.isEmpty ? 'walk' : 'filter'
  const direction = query.descending ? 'DESC' : 'ASC'
  const rows = db.all<{ row: number }>(
    `SELECT n.row FROM annotation n ${where.sql(way)}
     ORDER BY ${annotationColumns[query.sort]} ${direction}, n.start, n."end", n.id LIMIT ? OFFSET ?`,
    ...where.values,
    query.limit,
    query.offset,
  )
  const total = db.count(`SELECT count(*) FROM annotation n ${where.sql('filter')}`, ...where.values)
  const select = `SELECT n.row, n.id, n.article, coalesce(a.title, '') AS articleTitle, n.version, n.start, n."end", n.exact, n.style,
      n.state, n.note, n.score, n.text FROM ${pageTable} JOIN annotation n ON n.row = page.value LEFT JOIN article a ON a.id = n.article`
  const found = recordsOf<AnnotationRow & { row: number }>(
    db,
    rows.map(({ row }) => row),
    select,
  )
  return { rows: found, total }
}

/** The articles that these very bytes were imported as: many, when they are in one file. */
export const articlesWithOriginal = (db: ModelDatabase, sha256: string): Id<'article'>[] =>
  db
    .all<{
      article: Id<'article'>
    }>("SELECT DISTINCT article FROM content WHERE sha256 = ? AND what = 'original' ORDER BY article", sha256)
    .map(({ article }) => article)

/** The article at this web address, the oldest of several. @param address as `comparableAddress` makes it */
export const articleWithAddress = (db: ModelDatabase, address: string): Id<'article'> | null =>
  db.one<{ article: Id<'article'> }>('SELECT min(article) AS article FROM address WHERE address = ?', address)
    ?.article ?? null

/** Whether an article that is there is made of the file with this hash. */
export const isContentUsed = (db: ModelDatabase, sha256: string): boolean =>
  db.one('SELECT 1 FROM content WHERE sha256 = ?', sha256) !== undefined

/** The articles with the hashes of their newest texts, in the order that they came. */
export const articleTexts = (db: ModelDatabase): { id: Id<'article'>; sha256: string }[] =>
  db.all('SELECT id, text_sha256 AS sha256 FROM article ORDER BY created, id')

interface ArticleName {
  id: Id<'article'>
  title: string
  outlet: Id<'source'>
  published: string | null
  derivedFrom: Id<'article'> | null
  dismissed: Dismissal[]
  modified: string
}

/** As much of these articles as a list of pairs shows. */
export const articlesNamed = (db: ModelDatabase, ids: readonly Id<'article'>[]): ArticleName[] =>
  db
    .all<Omit<ArticleName, 'dismissed'> & { dismissed: string }>(
      `SELECT id, title, outlet_name AS outlet, published, derived_from AS derivedFrom, dismissed, modified FROM article
       WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    )
    .map((row) => ({ ...row, dismissed: fromColumn<Dismissal[]>(row.dismissed) }))

/** The sources whose names mean them in this article only. */
export const sourcesWithin = (db: ModelDatabase, article: Id<'article'>): Id<'source'>[] =>
  db.all<{ id: Id<'source'> }>('SELECT id FROM source WHERE within = ?', article).map(({ id }) => id)

/** The articles that are noted as repeating this one. */
export const articlesRepeating = (db: ModelDatabase, article: Id<'article'>): Id<'article'>[] =>
  db.all<{ id: Id<'article'> }>('SELECT id FROM article WHERE derived_from = ?', article).map(({ id }) => id)

import type { AnnotationQuery, ArticleQuery } from '../../core/listing/queries.ts'
import type { AnnotationRow, ArticleRow, Page } from '../../core/listing/rows.ts'
import { Conditions, direction } from './conditions.ts'
import type { ModelDatabase } from './database.ts'
import { tagsByRecord } from './list-tags.ts'

const highlights = '(SELECT count(*) FROM annotation n WHERE n.article = a.id)'
const claims = `(SELECT count(DISTINCT e.claim) FROM evidence e
  WHERE e.article = a.id OR e.annotation IN (SELECT id FROM annotation WHERE article = a.id))`

const sortColumns: Record<ArticleQuery['sort'], string> = {
  title: 'a.title COLLATE NOCASE',
  outlet: '(SELECT name FROM source WHERE id = a.outlet) COLLATE NOCASE',
  published: 'a.published_from',
  created: 'a.created',
  highlights,
  claims,
  language: 'a.language',
}

/** First the page, then what is counted for its rows only: the list costs the same for ten articles and ten thousand. */
export function listArticles(db: ModelDatabase, query: ArticleQuery): Page<ArticleRow> {
  const where = new Conditions().articleTagged('a.id', query.tag).matching('a.id', query.text)
  if (query.reading !== undefined) where.add('a.reading = ?', query.reading)
  if (query.outlet !== undefined) where.add('a.outlet = ?', query.outlet)
  const order = `${sortColumns[query.sort]} ${direction(query.descending)}`
  const rows = db.all<Omit<ArticleRow, 'tags'>>(
    `WITH page AS MATERIALIZED (
       SELECT a.rowid AS row, row_number() OVER () AS place FROM (
         SELECT a.rowid FROM article a ${where.sql} ORDER BY ${order}, a.rowid LIMIT ? OFFSET ?) AS a)
     SELECT a.id, a.title, a.authors, coalesce(s.name, '') AS outlet, a.published, a.language, a.direction, a.reading,
       a.characters, a.created, ${highlights} AS highlights, ${claims} AS claims
     FROM page JOIN article a ON a.rowid = page.row LEFT JOIN source s ON s.id = a.outlet ORDER BY page.place`,
    ...where.values,
    query.limit,
    query.offset,
  )
  const total = db.count(`SELECT count(*) FROM article a ${where.sql}`, ...where.values)
  const tags = tagsByRecord(db, rows)
  return { rows: rows.map((row) => ({ ...row, tags: tags.get(row.id) ?? [] })), total }
}

export function listAnnotations(db: ModelDatabase, query: AnnotationQuery): Page<AnnotationRow> {
  const where = new Conditions().tagged('n.id', query.tag).matching('n.id', query.text)
  if (query.article !== undefined) where.add('n.article = ?', query.article)
  const rows = db.all<Omit<AnnotationRow, 'tags'>>(
    `SELECT n.id, n.article, coalesce(a.title, '') AS articleTitle, n.version, n.start, n."end", n.exact, n.style, n.state,
       n.note
     FROM annotation n LEFT JOIN article a ON a.id = n.article ${where.sql}
     ORDER BY n.article ${direction(query.descending)}, n.start, n."end", n.id LIMIT ? OFFSET ?`,
    ...where.values,
    query.limit,
    query.offset,
  )
  const total = db.count(`SELECT count(*) FROM annotation n ${where.sql}`, ...where.values)
  const tags = tagsByRecord(db, rows)
  return { rows: rows.map((row) => ({ ...row, tags: tags.get(row.id) ?? [] })), total }
}

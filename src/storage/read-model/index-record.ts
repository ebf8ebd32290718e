import { createHash } from 'node:crypto'
import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import { comparableAddress } from '../../core/records/address.ts'
import { edtfSpan } from '../../core/records/edtf.ts'
import type { Note } from '../../core/records/note.ts'
import type { AnyRecord, RecordKind } from '../../core/records/record.ts'
import type { Source } from '../../core/records/source.ts'
import type { Tag } from '../../core/records/tag.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { ModelDatabase } from './database.ts'
import { followMerges, type SearchText, type Touched } from './recount.ts'
import { rowsOf } from './tables.ts'

/** The text of record for a hash; asked for only when an article's text must be indexed. */
export type TextOf = (sha256: string) => string

/** What the search finds a record by. */
export interface Searchable {
  title: string
  body: (textOf: TextOf) => string
  /** Changes when the title or the body does. */
  fingerprint: number
}

interface Known {
  row: number
  fingerprint: number | null
}

const known = (db: ModelDatabase, id: Id): Known | undefined =>
  db.one<Known>('SELECT row, fingerprint FROM record WHERE id = ?', id)

/** Takes everything that the model knows of a record out of it. */
export function forgetRecord(db: ModelDatabase, kind: RecordKind, id: Id, touched: Touched): void {
  const there = known(db, id)
  if (!there) return
  touch(db, kind, id, touched)
  clear(db, kind, id)
  for (const table of ['tagged', 'carried']) db.run(`DELETE FROM ${table} WHERE record = ?`, there.row)
  db.run('DELETE FROM search WHERE rowid = ?', there.row)
  db.run('DELETE FROM record WHERE row = ?', there.row)
  if (kind !== 'note') db.run(`DELETE FROM ${kind} WHERE row = ?`, there.row)
  touched.rows.delete(there.row)
}

/**
 * Puts a record into the model, in place of what it knew of it.
 * @param touched takes down which sums must be brought up to date afterwards
 */
export function indexRecord(
  db: ModelDatabase,
  kind: RecordKind,
  record: AnyRecord,
  document: string,
  textOf: TextOf,
  touched: Touched,
): void {
  const there = known(db, record.id)
  if (there) {
    touch(db, kind, record.id, touched)
    clear(db, kind, record.id)
  }
  const row = there?.row ?? nextRow(db, kind)
  const searchable = searchableOf(kind, record)
  const article =
    kind === 'annotation' ? (record as Annotation).article : kind === 'article' ? record.id : null
  db.run(
    'INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?)',
    ...[row, record.id, kind, document, article, searchable?.fingerprint ?? null],
  )
  writeTags(db, row, record, there !== undefined, touched)
  writeRow(db, row, kind, record, touched)
  touch(db, kind, record.id, touched)
  if (searchable && searchable.fingerprint !== there?.fingerprint) {
    const isKnown = there !== undefined
    touched.texts.push({ row, title: searchable.title, body: searchable.body(textOf), isKnown })
  }
}

/** Puts texts into the search. In the order of their rows, because FTS5 writes out all it has whenever a row goes back. */
export function indexTexts(db: ModelDatabase, texts: readonly SearchText[]): void {
  for (const { row, title, body, isKnown } of texts) {
    if (isKnown) db.run('DELETE FROM search WHERE rowid = ?', row)
    db.run('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)', row, title, body)
  }
}

function nextRow(db: ModelDatabase, kind: RecordKind): number {
  const [first, last] = rowsOf(kind)
  const newest = db.one<{ row: number | null }>(
    'SELECT max(row) AS row FROM record WHERE row BETWEEN ? AND ?',
    first,
    last,
  )
  return (newest?.row ?? first) + 1
}

function writeTags(
  db: ModelDatabase,
  row: number,
  record: AnyRecord,
  isKnown: boolean,
  touched: Touched,
): void {
  const tags = 'tags' in record ? record.tags : []
  const before = isKnown
    ? db.all<{ tag: Id }>('SELECT tag FROM tagged WHERE record = ?', row).map(({ tag }) => tag)
    : []
  if (before.length === tags.length && before.every((tag) => tags.includes(tag))) return
  db.run('DELETE FROM tagged WHERE record = ?', row)
  for (const tag of tags) db.run('INSERT OR IGNORE INTO tagged VALUES (?, ?)', row, tag)
  touched.rows.add(row)
}

/** Takes down which other records' sums this record counts in, as the model has it now. */
function touch(db: ModelDatabase, kind: RecordKind, id: Id, touched: Touched): void {
  if (kind === 'annotation') touchAnnotation(db, id, touched)
  else if (kind === 'article') {
    touched.articles.add(id)
    const outlet = db.one<{ outlet: Id | null }>('SELECT outlet FROM article WHERE id = ?', id)?.outlet
    if (outlet) touched.sources.add(outlet)
  } else if (kind === 'claim') {
    touched.claims.add(id)
    const into = db.one<{ merged_into: Id | null }>('SELECT merged_into FROM claim WHERE id = ?', id)
    if (into?.merged_into) touched.claims.add(into.merged_into)
    for (const { article } of db.all<{ article: Id }>(
      `SELECT DISTINCT coalesce(e.article, n.article) AS article FROM evidence e LEFT JOIN annotation n ON n.id = e.annotation
       WHERE e.claim = ?`,
      id,
    ))
      if (article) touched.articles.add(article)
    for (const { source } of db.all<{ source: Id }>('SELECT DISTINCT source FROM hop WHERE claim = ?', id))
      touched.sources.add(source)
  } else if (kind === 'source') touched.sources.add(id)
}

function touchAnnotation(db: ModelDatabase, id: Id, touched: Touched): void {
  const row = db.one<{ article: Id; row: number | null }>(
    'SELECT n.article, a.row FROM annotation n LEFT JOIN article a ON a.id = n.article WHERE n.id = ?',
    id,
  )
  if (row) touched.articles.add(row.article)
  if (row?.row && db.one('SELECT 1 FROM tagged WHERE record = (SELECT row FROM annotation WHERE id = ?)', id))
    touched.rows.add(row.row)
  for (const { claim } of db.all<{ claim: Id }>('SELECT claim FROM evidence WHERE annotation = ?', id))
    touched.claims.add(claim)
}

/** Takes out the rows of a record in tables that have several for one. */
function clear(db: ModelDatabase, kind: RecordKind, id: Id): void {
  if (kind === 'article') {
    for (const table of ['content', 'address']) db.run(`DELETE FROM ${table} WHERE article = ?`, id)
  } else if (kind === 'claim') {
    for (const table of ['evidence', 'hop', 'relation']) db.run(`DELETE FROM ${table} WHERE claim = ?`, id)
  } else if (kind === 'source') db.run('DELETE FROM source_name WHERE source = ?', id)
}

function writeRow(
  db: ModelDatabase,
  row: number,
  kind: RecordKind,
  record: AnyRecord,
  touched: Touched,
): void {
  if (kind === 'article') writeArticle(db, row, record as Article)
  else if (kind === 'annotation') writeAnnotation(db, row, record as Annotation)
  else if (kind === 'claim') writeClaim(db, row, record as Claim)
  else if (kind === 'source') writeSource(db, row, record as Source, touched)
  else if (kind === 'tag') writeTag(db, row, record as Tag)
}

const authorsOf = ({ authors, byline }: Article): string => (authors.length > 0 ? authors.join(', ') : byline)

function writeArticle(db: ModelDatabase, row: number, article: Article): void {
  const { text } = currentVersion(article)
  db.run(
    `INSERT OR REPLACE INTO article (row, id, title, authors, outlet, outlet_name, published, published_from, language, direction,
       reading, characters, created, versions, derived_from)
     VALUES (?, ?, ?, ?, ?5, coalesce((SELECT r.name FROM source s JOIN source r ON r.id = s.root WHERE s.id = ?5), ''), ?, ?, ?, ?,
       ?, ?, ?, ?, ?)`,
    ...[row, article.id, article.title, authorsOf(article), article.outlet, article.published],
    ...[
      startOf(article.published),
      article.language,
      article.direction,
      article.reading,
      text.length,
      article.created,
      article.versions.length,
      article.derivedFrom,
    ],
  )
  for (const url of article.urls) {
    const address = comparableAddress(url)
    if (address !== null) db.run('INSERT OR IGNORE INTO address VALUES (?, ?)', address, article.id)
  }
  for (const { original, text: read } of article.versions) {
    db.run("INSERT OR IGNORE INTO content VALUES (?, ?, 'original')", original.sha256, article.id)
    db.run("INSERT OR IGNORE INTO content VALUES (?, ?, 'text')", read.sha256, article.id)
  }
}

function writeAnnotation(db: ModelDatabase, row: number, annotation: Annotation): void {
  const { id, article, exact, style, state, note, proposal } = annotation
  const { version, start, end } = proposal ?? annotation
  const text = proposal?.text ?? (state === 'orphan' ? null : exact)
  db.run(
    'INSERT OR REPLACE INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[row, id, article, version, start, end, exact, style, state, note, proposal?.score ?? null, text],
  )
}

function writeClaim(db: ModelDatabase, row: number, claim: Claim): void {
  const { id, statement, kind, status, credibility, event, modified } = claim
  db.run(
    `INSERT OR REPLACE INTO claim (row, id, statement, kind, status, credibility, event, event_from, modified, rulings, merged_into)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[
      row,
      id,
      statement,
      kind,
      status,
      credibility.grade,
      event,
      startOf(event),
      modified,
      JSON.stringify(claim.rulings),
      claim.mergedInto,
    ],
  )
  for (const [place, piece] of claim.evidence.entries()) {
    db.run(
      'INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?, ?, ?)',
      ...[piece.id, id, place, piece.stance, piece.annotation, piece.article],
    )
    for (const [position, hop] of piece.chain.entries())
      db.run('INSERT OR REPLACE INTO hop VALUES (?, ?, ?, ?)', piece.id, position, hop.source, id)
  }
  for (const relation of claim.relations)
    db.run('INSERT INTO relation VALUES (?, ?, ?)', id, relation.claim, relation.kind)
}

function writeSource(db: ModelDatabase, row: number, source: Source, touched: Touched): void {
  const { id, kind, name, role, reliability, mergedInto } = source
  db.run(
    `INSERT INTO source (row, id, kind, name, role, reliability, merged_into, root, descriptor, possibly_same, derived_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (row) DO UPDATE SET kind = excluded.kind, name = excluded.name, role = excluded.role,
       reliability = excluded.reliability, merged_into = excluded.merged_into, descriptor = excluded.descriptor,
       possibly_same = excluded.possibly_same, derived_from = excluded.derived_from`,
    ...[row, id, kind, name, role, reliability.grade, mergedInto, id],
    ...[source.descriptor, JSON.stringify(source.possiblySame), source.derivedFrom],
  )
  const spellings = [
    { name, isAlias: 0 },
    ...source.aliases.map((alias) => ({ name: alias.name, isAlias: 1 })),
  ]
  for (const spelling of spellings) {
    db.run(
      'INSERT INTO source_name VALUES (?, ?, ?, ?)',
      ...[id, spelling.name, foldName(spelling.name), spelling.isAlias],
    )
  }
  followMerges(db, id, touched)
}

function writeTag(db: ModelDatabase, row: number, tag: Tag): void {
  const { id, name, parent, colour, definition, mergedInto } = tag
  db.run(
    'INSERT OR REPLACE INTO tag VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ...[row, id, name, foldName(name), parent, colour, definition, mergedInto],
  )
}

/** What the search finds a record by; null for a tag. */
export function searchableOf(kind: RecordKind, record: AnyRecord): Searchable | null {
  switch (kind) {
    case 'article': {
      const article = record as Article
      const { sha256 } = currentVersion(article).text
      const { note } = article
      const title = `${article.title}\n${authorsOf(article)}`
      const body = (textOf: TextOf): string => (note === '' ? textOf(sha256) : `${textOf(sha256)}\n${note}`)
      return { title, body, fingerprint: fingerprintOf(title, sha256, note) }
    }
    case 'annotation': {
      const { exact, note } = record as Annotation
      return plain(exact, note)
    }
    case 'claim': {
      const { statement, note } = record as Claim
      return plain(statement, note)
    }
    case 'source': {
      const { name, aliases, role, affiliation, descriptor, note } = record as Source
      return plain(
        name,
        [...aliases.map((alias) => alias.name), role, affiliation, descriptor, note].join('\n'),
      )
    }
    case 'note': {
      const { title, body } = record as Note
      return plain(title, body)
    }
    case 'tag':
      return null
  }
}

const plain = (title: string, body: string): Searchable => ({
  title,
  body: () => body,
  fingerprint: fingerprintOf(title, body),
})

/** 48 bits: enough to see that a text is another one. */
function fingerprintOf(...parts: string[]): number {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest().readUIntBE(0, 6)
}

function startOf(date: string | null): number | null {
  const from = date === null ? undefined : edtfSpan(date)?.from
  return from !== undefined && Number.isFinite(from) ? from : null
}

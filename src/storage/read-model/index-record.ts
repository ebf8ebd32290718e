import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import { edtfSpan } from '../../core/records/edtf.ts'
import type { Note } from '../../core/records/note.ts'
import type { AnyRecord, RecordKind } from '../../core/records/record.ts'
import type { Source } from '../../core/records/source.ts'
import type { Tag } from '../../core/records/tag.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { ModelDatabase } from './database.ts'

/** The text of record for a hash; asked for only when an article's text must be indexed. */
export type TextOf = (sha256: string) => string

interface Searchable {
  title: string
  body: () => string
  article: Id | null
  /** Changes when the title or the body does. */
  fingerprint: string
}

/** Takes everything that the model knows of a record out of it. */
export function forgetRecord(db: ModelDatabase, kind: RecordKind, id: Id): void {
  db.run('DELETE FROM record WHERE id = ?', id)
  clear(db, kind, id)
  if (kind !== 'tag') unindex(db, id)
}

/** Puts a record into the model, in place of what it knew of it. */
export function indexRecord(
  db: ModelDatabase,
  kind: RecordKind,
  record: AnyRecord,
  document: string,
  textOf: TextOf,
): void {
  clear(db, kind, record.id)
  db.run('INSERT OR REPLACE INTO record VALUES (?, ?, ?)', record.id, kind, document)
  if ('tags' in record) {
    for (const tag of record.tags)
      db.run('INSERT OR IGNORE INTO tagged VALUES (?, ?, ?)', tag, record.id, kind)
  }
  const searchable = writeRow(db, kind, record, textOf)
  if (searchable) index(db, kind, record.id, searchable)
}

function clear(db: ModelDatabase, kind: RecordKind, id: Id): void {
  db.run('DELETE FROM tagged WHERE record = ?', id)
  switch (kind) {
    case 'article':
      db.run('DELETE FROM article WHERE id = ?', id)
      db.run('DELETE FROM original WHERE article = ?', id)
      break
    case 'annotation':
      db.run('DELETE FROM annotation WHERE id = ?', id)
      break
    case 'claim':
      db.run('DELETE FROM claim WHERE id = ?', id)
      db.run('DELETE FROM evidence WHERE claim = ?', id)
      db.run('DELETE FROM hop WHERE claim = ?', id)
      db.run('DELETE FROM relation WHERE claim = ?', id)
      break
    case 'source':
      db.run('DELETE FROM source WHERE id = ?', id)
      db.run('DELETE FROM source_name WHERE source = ?', id)
      break
    case 'tag':
      db.run('DELETE FROM tag WHERE id = ?', id)
      break
    case 'note':
      break
  }
}

function writeRow(db: ModelDatabase, kind: RecordKind, record: AnyRecord, textOf: TextOf): Searchable | null {
  switch (kind) {
    case 'article':
      return writeArticle(db, record as Article, textOf)
    case 'annotation':
      return writeAnnotation(db, record as Annotation)
    case 'claim':
      return writeClaim(db, record as Claim)
    case 'source':
      return writeSource(db, record as Source)
    case 'tag':
      writeTag(db, record as Tag)
      return null
    case 'note': {
      const note = record as Note
      return {
        title: note.title,
        body: () => note.body,
        article: null,
        fingerprint: `${note.title}\n${note.body}`,
      }
    }
  }
}

function writeArticle(db: ModelDatabase, article: Article, textOf: TextOf): Searchable {
  const { text } = currentVersion(article)
  const authors = article.authors.length > 0 ? article.authors.join(', ') : article.byline
  db.run(
    'INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[article.id, article.title, authors, article.outlet, article.published, startOf(article.published)],
    ...[article.language, article.direction, article.reading, text.length, article.created],
  )
  for (const version of article.versions) {
    db.run('INSERT OR IGNORE INTO original VALUES (?, ?)', version.original.sha256, article.id)
  }
  return {
    title: `${article.title}\n${authors}`,
    body: () => (article.note === '' ? textOf(text.sha256) : `${textOf(text.sha256)}\n${article.note}`),
    article: article.id,
    fingerprint: `${text.sha256}\n${article.title}\n${authors}\n${article.note}`,
  }
}

function writeAnnotation(db: ModelDatabase, annotation: Annotation): Searchable {
  const { id, article, version, start, end, exact, style, state, note } = annotation
  db.run(
    'INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    article,
    version,
    start,
    end,
    exact,
    style,
    state,
    note,
  )
  return { title: exact, body: () => note, article, fingerprint: `${exact}\n${note}` }
}

function writeClaim(db: ModelDatabase, claim: Claim): Searchable {
  const { id, statement, kind, status, credibility, event, modified } = claim
  db.run(
    'INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    statement,
    kind,
    status,
    credibility.grade,
    event,
    startOf(event),
    modified,
  )
  claim.evidence.forEach((evidence, place) => {
    db.run(
      'INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?, ?, ?)',
      evidence.id,
      id,
      place,
      evidence.stance,
      evidence.annotation,
      evidence.article,
    )
    evidence.chain.forEach((hop, position) => {
      db.run('INSERT OR REPLACE INTO hop VALUES (?, ?, ?, ?)', evidence.id, position, hop.source, id)
    })
  })
  for (const relation of claim.relations)
    db.run('INSERT INTO relation VALUES (?, ?, ?)', id, relation.claim, relation.kind)
  return {
    title: statement,
    body: () => claim.note,
    article: null,
    fingerprint: `${statement}\n${claim.note}`,
  }
}

function writeSource(db: ModelDatabase, source: Source): Searchable | null {
  const { id, kind, name, role, reliability, mergedInto } = source
  db.run('INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)', id, kind, name, role, reliability.grade, mergedInto)
  const spellings = [
    { name, isAlias: 0 },
    ...source.aliases.map((alias) => ({ name: alias.name, isAlias: 1 })),
  ]
  for (const spelling of spellings) {
    db.run(
      'INSERT INTO source_name VALUES (?, ?, ?, ?)',
      id,
      spelling.name,
      foldName(spelling.name),
      spelling.isAlias,
    )
  }
  const body = [
    ...source.aliases.map((alias) => alias.name),
    role,
    source.affiliation,
    source.descriptor,
    source.note,
  ].join('\n')
  return { title: name, body: () => body, article: null, fingerprint: `${name}\n${body}` }
}

function writeTag(db: ModelDatabase, tag: Tag): void {
  const { id, name, parent, colour, definition, mergedInto } = tag
  db.run(
    'INSERT INTO tag VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    name,
    foldName(name),
    parent,
    colour,
    definition,
    mergedInto,
  )
}

function startOf(date: string | null): number | null {
  const from = date === null ? undefined : edtfSpan(date)?.from
  return from !== undefined && Number.isFinite(from) ? from : null
}

function index(
  db: ModelDatabase,
  kind: RecordKind,
  id: Id,
  { title, body, article, fingerprint }: Searchable,
): void {
  const there = db.one<{ row: number; fingerprint: string }>(
    'SELECT row, fingerprint FROM searchable WHERE record = ?',
    id,
  )
  if (there?.fingerprint === fingerprint) return
  if (there) unindex(db, id)
  db.run(
    'INSERT INTO searchable (record, kind, article, fingerprint) VALUES (?, ?, ?, ?)',
    id,
    kind,
    article,
    fingerprint,
  )
  db.run(
    'INSERT INTO search (rowid, title, body) SELECT row, ?, ? FROM searchable WHERE record = ?',
    title,
    body(),
    id,
  )
}

function unindex(db: ModelDatabase, id: Id): void {
  db.run('DELETE FROM search WHERE rowid = (SELECT row FROM searchable WHERE record = ?)', id)
  db.run('DELETE FROM searchable WHERE record = ?', id)
}

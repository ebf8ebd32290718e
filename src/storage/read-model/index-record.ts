import type { Id, RecordId } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import { articleOf, type AnyRecord, type Held, type RecordKind } from '../../core/records/record.ts'
import { searchForm } from '../../core/text/search-form.ts'
import { referencesOf } from '../../core/records/references.ts'
import type { ModelDatabase } from './database.ts'
import { originsMark, touchOrigins } from './claim-origins.ts'
import type { SearchText, TouchedSums } from './touched.ts'
import { countedOf, searchableOf, type TextOf } from './searchable.ts'
import { rowsOf } from './tables.ts'
import { touch } from './touch.ts'
import { updateClaim, writeRow } from './write-row.ts'

interface Known {
  row: number
  document: string
  fingerprint: number | null
  counted: number | null
}

const known = (db: ModelDatabase, id: RecordId): Known | undefined =>
  db.one<Known>('SELECT row, document, fingerprint, counted FROM record WHERE id = ?', id)

/** Takes everything that the model knows of a record out of it. */
export function forgetRecord(db: ModelDatabase, kind: RecordKind, id: RecordId, touched: TouchedSums): void {
  const there = known(db, id)
  if (!there) return
  const mark = originsMark(db, kind, id)
  touch(db, kind, id, touched)
  clear(db, kind, id)
  for (const table of ['tagged', 'carried']) db.run(`DELETE FROM ${table} WHERE record = ?`, there.row)
  for (const table of ['search', 'searched']) db.run(`DELETE FROM ${table} WHERE rowid = ?`, there.row)
  db.run('DELETE FROM record WHERE row = ?', there.row)
  if (kind !== 'note') db.run(`DELETE FROM ${kind} WHERE row = ?`, there.row)
  touched.rows.delete(there.row)
  touchOrigins(db, kind, id, mark, touched)
}

/**
 * Puts a record into the model, in place of what it knew of it.
 * @param touched takes down which sums must be brought up to date afterwards
 */
export function indexRecord(
  db: ModelDatabase,
  held: Held,
  document: string,
  textOf: TextOf,
  touched: TouchedSums,
): void {
  const { kind, record } = held
  const there = known(db, record.id)
  const counted = held.kind === 'claim' ? countedOf(held.record) : null
  if (held.kind === 'claim' && there && counted === there.counted && document === there.document) {
    rewriteClaim(db, there, held.record, touched)
    return
  }
  const mark = originsMark(db, kind, record.id)
  if (there) {
    touch(db, kind, record.id, touched)
    clear(db, kind, record.id)
  }
  const row = there?.row ?? nextRow(db, kind)
  const searchable = searchableOf(held)
  const article = articleOf(record) ?? (kind === 'article' ? record.id : null)
  const fingerprint = searchable?.fingerprint ?? null
  db.put('record', { row, id: record.id, kind, document, article, fingerprint, counted })
  if (there && isMerged(db, kind, row) !== standsElsewhere(record)) touched.rows.add(row)
  writeTags(db, row, record, there !== undefined, touched)
  writeRow(db, row, held, touched)
  writeNaming(db, held)
  touch(db, kind, record.id, touched)
  touchOrigins(db, kind, record.id, mark, touched)
  if (searchable && searchable.fingerprint !== there?.fingerprint) {
    const isKnown = there !== undefined
    touched.texts.push({ row, title: searchable.title, body: searchable.body(textOf), isKnown })
  }
}

/** What nothing else is counted by, as its status or its tags, is put in by itself: that is many times as quick. */
function rewriteClaim(
  db: ModelDatabase,
  { row, fingerprint }: Known,
  claim: Claim,
  touched: TouchedSums,
): void {
  writeTags(db, row, claim, true, touched)
  updateClaim(db, row, claim)
  db.run('DELETE FROM naming WHERE record = ?', claim.id)
  writeNaming(db, { kind: 'claim', record: claim })
  const searchable = searchableOf({ kind: 'claim', record: claim })
  if (!searchable || searchable.fingerprint === fingerprint) return
  db.run('UPDATE record SET fingerprint = ? WHERE row = ?', searchable.fingerprint, row)
  touched.texts.push({ row, title: searchable.title, body: searchable.body(() => ''), isKnown: true })
}

/** Puts texts into the search. In the order of their rows, because FTS5 writes out all it has whenever a row goes back. */
export function indexTexts(db: ModelDatabase, texts: readonly SearchText[]): void {
  for (const { row, title, body, isKnown } of texts) {
    if (isKnown) db.run('DELETE FROM search WHERE rowid = ?', row)
    db.run(
      'INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)',
      row,
      searchForm(title),
      searchForm(body),
    )
    db.put('searched', { row, title, body })
  }
}

/** Whether the model has a record as merged into another one: then it does not count under its tags. */
const isMerged = (db: ModelDatabase, kind: RecordKind, row: number): boolean =>
  (kind === 'claim' || kind === 'source') &&
  db.one(`SELECT 1 FROM ${kind} WHERE row = ? AND merged_into IS NOT NULL`, row) !== undefined

const standsElsewhere = (record: AnyRecord): boolean =>
  'mergedInto' in record && record.mergedInto !== null && !('parent' in record)

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
  touched: TouchedSums,
): void {
  const tags = 'tags' in record ? record.tags : []
  const before = isKnown
    ? db.all<{ tag: Id<'tag'> }>('SELECT tag FROM tagged WHERE record = ?', row).map(({ tag }) => tag)
    : []
  if (before.length === tags.length && before.every((tag) => tags.includes(tag))) return
  db.run('DELETE FROM tagged WHERE record = ?', row)
  for (const tag of tags) db.put('tagged', { record: row, tag })
  touched.rows.add(row)
}

/** Notes which sources a record names, besides those of chains, which have rows of their own. */
function writeNaming(db: ModelDatabase, { kind, record }: Held): void {
  for (const { kind: named, id, field, endsWithIt } of referencesOf<RecordKind>(kind, record))
    if (named === 'source' && field !== 'claim.chain')
      db.put('naming', { source: id, record: record.id, field, ends_with_it: endsWithIt ? 1 : 0 })
}

/** Takes out the rows of a record in tables that have several for one. */
function clear(db: ModelDatabase, kind: RecordKind, id: RecordId): void {
  db.run('DELETE FROM naming WHERE record = ?', id)
  if (kind === 'article') {
    for (const table of ['content', 'address']) db.run(`DELETE FROM ${table} WHERE article = ?`, id)
  } else if (kind === 'claim') {
    for (const table of ['evidence', 'hop', 'relation']) db.run(`DELETE FROM ${table} WHERE claim = ?`, id)
  } else if (kind === 'source') db.run('DELETE FROM source_name WHERE source = ?', id)
}

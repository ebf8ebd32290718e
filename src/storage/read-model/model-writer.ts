import type { Said } from '../../core/words/say.ts'
import { makeHeld, type Held, type RecordKind } from '../../core/records/record.ts'
import type { Change } from '../../core/changes/change.ts'
import type { RecordId } from '../../core/records/base.ts'
import { readText } from '../../core/text/read-text.ts'
import type { LogPlace } from '../change-log.ts'
import { ContentStore } from '../content-store.ts'
import type { FileStat } from '../files.ts'
import { readDocument, statOf } from '../document-files.ts'
import type { Enclosure } from '../enclosure.ts'
import { documentOfEntry, type DocumentName } from '../document-shapes.ts'
import { carryTags, followTags } from './carry-tags.ts'
import type { ModelDatabase } from './database.ts'
import { forgetHits } from './hits.ts'
import { indexChange } from './index-change.ts'
import { forgetRecord, indexRecord, indexTexts } from './index-record.ts'
import { recount } from './recount.ts'
import { TouchedSums } from './touched.ts'
import type { TextOf } from './searchable.ts'

/** Puts records, documents and Changes into the tables, and keeps what depends on them. */
export class ModelWriter {
  readonly db: ModelDatabase
  readonly folder: Enclosure
  readonly #content: ContentStore
  /** While the model is being made: the records that have come with Changes, which are newer than their documents. */
  applied: Set<RecordId> | null = null
  /** While the history is being made: the Changes that have come meanwhile. */
  #waiting: { change: Change; place: LogPlace }[] = []

  constructor(db: ModelDatabase, folder: Enclosure) {
    this.db = db
    this.folder = folder
    this.#content = new ContentStore(folder.root)
  }

  /** Takes a Change in: its records and its place in the history. */
  index(change: Change, place: LogPlace): void {
    this.db.transaction(() => {
      const touched = new TouchedSums()
      for (const entry of change.entries) {
        const { kind, id, after } = entry
        if (after === null) forgetRecord(this.db, kind, id, touched)
        else
          indexRecord(
            this.db,
            makeHeld<RecordKind>(kind, after),
            documentOfEntry(entry),
            this.#textOf,
            touched,
          )
        this.applied?.add(id)
      }
      this.settle(
        touched,
        change.entries.some(({ kind }) => kind === 'tag'),
      )
      if (this.applied === null) indexChange(this.db, change, place)
      else this.#waiting.push({ change, place })
    })
  }

  /** Puts the Changes into the history that came while it was made. */
  indexWaiting(): void {
    for (const { change, place } of this.#waiting.splice(0)) indexChange(this.db, change, place)
  }

  /** Takes records in that are newer in memory than in their document. */
  indexUnwritten(name: DocumentName, records: readonly Held[]): void {
    const touched = new TouchedSums()
    for (const held of records) {
      indexRecord(this.db, held, name, this.#textOf, touched)
      this.applied?.add(held.record.id)
    }
    this.settle(touched, true)
  }

  /** Takes a document in as it is on disk, unless that is known already. @returns whether it holds tags */
  indexDocument(name: DocumentName, touched: TouchedSums): boolean {
    const state = statOf(this.folder, name)
    const known = this.db.one<FileStat>('SELECT size, mtime AS mtimeMs FROM document WHERE name = ?', name)
    if (state === null || (known?.size === state.size && known.mtimeMs === state.mtimeMs)) return false
    const { records, damage } = readDocument(this.folder, name)
    this.#forgetRecordsIn(name, touched, new Set(records.map(({ record }) => record.id)))
    for (const held of records) {
      if (this.applied?.has(held.record.id) === true) continue
      indexRecord(this.db, held, name, this.#textOf, touched)
    }
    this.noteDocument(name, state, damage)
    return name === 'tags.json'
  }

  #forgetRecordsIn(name: DocumentName, touched: TouchedSums, except: ReadonlySet<RecordId>): void {
    for (const { id, kind } of this.db.all<{ id: RecordId; kind: Held['kind'] }>(
      'SELECT id, kind FROM record WHERE document = ?',
      name,
    ))
      if (!except.has(id) && this.applied?.has(id) !== true) forgetRecord(this.db, kind, id, touched)
  }

  /** Does what putting and removing records left to be done. */
  settle(touched: TouchedSums, haveTagsChanged: boolean): void {
    forgetHits(this.db)
    indexTexts(this.db, touched.texts)
    recount(this.db, touched)
    if (haveTagsChanged) followTags(this.db, touched.rows)
    carryTags(this.db, touched.rows)
  }

  /** Notes how a document stands on disk. */
  noteDocument(name: DocumentName, { size, mtimeMs }: FileStat, damage: Said | null): void {
    this.db.put('document', { name, size, mtime: mtimeMs, damage: damage && JSON.stringify(damage) })
  }

  readonly #textOf: TextOf = (hash) => {
    try {
      return readText(this.#content.textSync(hash) ?? '')
    } catch {
      // A missing text is named by `check` and when the article is opened; the rest stays searchable.
      return ''
    }
  }
}

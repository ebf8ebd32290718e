import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Change, Entry } from '../core/changes/change.ts'
import { Problem } from '../core/problem.ts'
import { recordKinds, type AnyRecord, type RecordKind } from '../core/records/record.ts'
import { readText } from '../core/text/read-text.ts'
import type { ChangeLog, LogPlace } from './change-log.ts'
import type { ContentStore } from './content-store.ts'
import type { Documents, DocumentStat } from './documents.ts'
import { ModelDatabase } from './read-model/database.ts'
import { forgetChanges, indexChange, indexedLog } from './read-model/index-change.ts'
import { forgetRecord, indexRecord } from './read-model/index-record.ts'

export interface DamagedDocument {
  document: string
  message: string
}

/** Called with how many of how many documents are indexed. */
export type OnProgress = (done: number, total: number) => void

const batch = 500

/** What the model is made from. */
export interface ModelSources {
  documents: Documents
  content: ContentStore
  log: ChangeLog
}

/**
 * The derived database that every list, count and search reads. It is made from the documents and the log, and made
 * again whenever it is missing, damaged or does not fit them; where it cannot be written it lives in memory.
 */
export class ReadModel {
  #db: ModelDatabase
  readonly #documents: Documents
  readonly #content: ContentStore
  readonly #log: ChangeLog
  readonly #tagMemo = new Map<string, unknown>()

  private constructor(db: ModelDatabase, { documents, content, log }: ModelSources) {
    this.#db = db
    this.#documents = documents
    this.#content = content
    this.#log = log
  }

  /** @param folder the notebook; null keeps the model in memory (for a reader beside a writer) */
  static async open(
    folder: string | null,
    sources: ModelSources,
    onProgress?: OnProgress,
  ): Promise<ReadModel> {
    const cache = folder === null ? null : join(folder, '.cache')
    for (const make of cache === null
      ? [inMemory]
      : [() => inCache(cache), () => anewInCache(cache), inMemory]) {
      let db: ModelDatabase | undefined
      try {
        db = make()
        const model = new ReadModel(db, sources)
        await model.#catchUp(onProgress)
        return model
      } catch (error) {
        db?.close()
        // Without a usable cache the next way is tried; in memory there is no next.
        if (make === inMemory || !(error instanceof Error)) throw error
      }
    }
    throw new Error('no read model could be made')
  }

  get db(): ModelDatabase {
    return this.#db
  }

  /** Makes the model anew in memory: the one on disk has turned out to be damaged or cannot be written. */
  async renew(): Promise<void> {
    const damaged = this.#db
    this.#db = inMemory()
    await this.#catchUp()
    damaged.close()
  }

  /**
   * Brings the model up to date with the documents and the log as they are on disk.
   */
  async #catchUp(onProgress: OnProgress = () => undefined): Promise<void> {
    this.#tagMemo.clear()
    const unwritten = this.#documents.unwritten.map((name) => ({ name, size: -1, mtimeMs: -1 }))
    const pending = new Set(unwritten.map(({ name }) => name))
    const onDisk = [...this.#documents.list().filter(({ name }) => !pending.has(name)), ...unwritten]
    const known = new Map(
      this.db
        .all<DocumentStat & { mtime: number }>('SELECT name, size, mtime FROM document')
        .map((row) => [row.name, row]),
    )
    const stale = onDisk.filter((state) => {
      const row = known.get(state.name)
      return row?.size !== state.size || row.mtime !== state.mtimeMs
    })
    const present = new Set(onDisk.map((state) => state.name))
    this.db.transaction(() => {
      // Also those that a crash kept from ever being written: the model may know records of them.
      const indexed = this.db.all<{ document: string }>('SELECT DISTINCT document FROM record')
      const names = new Set([...known.keys(), ...indexed.map(({ document }) => document)])
      for (const name of names) if (!present.has(name)) this.#forgetDocument(name)
    })
    if (stale.length > 0) {
      await this.db.forBulk(async () => {
        for (let at = 0; at < stale.length; at += batch) {
          await this.#indexBatch(stale.slice(at, at + batch))
          onProgress(Math.min(at + batch, stale.length), stale.length)
        }
      })
    }
    const indexed = indexedLog(this.db)
    const fits = indexed !== null && (await this.#log.fits(indexed))
    if (!fits) forgetChanges(this.db)
    for await (const { change, place } of this.#log.read(fits ? indexed : null))
      indexChange(this.db, change, place)
  }

  /** What was computed from tags and their uses, until one of them changes. */
  remember<T>(key: string, compute: () => T): T {
    if (!this.#tagMemo.has(key)) this.#tagMemo.set(key, compute())
    return this.#tagMemo.get(key) as T
  }

  /** Takes a Change in that has just been made durable; it cannot fail for want of a good cache. */
  async apply(change: Change, place: LogPlace): Promise<void> {
    try {
      this.#index(change, place)
    } catch {
      await this.renew()
    }
  }

  #index(change: Change, place: LogPlace): void {
    if (change.entries.some(changesTags)) this.#tagMemo.clear()
    this.db.transaction(() => {
      for (const { kind, id, after } of change.entries) {
        if (after === null) forgetRecord(this.db, kind, id)
        else {
          const record = after
          const article = 'article' in record && kind === 'annotation' ? record.article : undefined
          indexRecord(this.db, kind, record, this.#documents.nameOf(kind, id, article), this.#textOf)
        }
      }
      indexChange(this.db, change, place)
    })
  }

  /** Notes how documents stand on disk after they were written. */
  noteWritten(written: ReadonlyMap<string, DocumentStat | null>): void {
    // The folders are read again at the next start if this is not noted.
    this.db.transaction(() => {
      for (const [name, state] of written) {
        if (state === null) this.db.run('DELETE FROM document WHERE name = ?', name)
        else this.#noteDocument(state, null)
      }
    })
  }

  /** The kind of a record, and the document that it is in. */
  whereIs(id: string): { kind: RecordKind; document: string } | null {
    const row = this.db.one<{ kind: string; document: string }>(
      'SELECT kind, document FROM record WHERE id = ?',
      id,
    )
    const kind = recordKinds.find((candidate) => candidate === row?.kind)
    return row && kind ? { kind, document: row.document } : null
  }

  ids(kind: RecordKind): string[] {
    return this.db
      .all<{ id: string }>('SELECT id FROM record WHERE kind = ? ORDER BY id', kind)
      .map((row) => row.id)
  }

  damaged(): DamagedDocument[] {
    return this.db.all<DamagedDocument>(
      'SELECT name AS document, damage AS message FROM document WHERE damage IS NOT NULL ORDER BY name',
    )
  }

  close(): void {
    this.db.close()
  }

  readonly #textOf = (hash: string): string => {
    try {
      return readText(readFileSync(this.#content.textPath(hash), 'utf8'))
    } catch {
      // A missing text is named by `check` and when the article is opened; the rest stays searchable.
      return ''
    }
  }

  async #indexBatch(states: readonly DocumentStat[]): Promise<void> {
    const read = await Promise.all(
      states.map(async (state) => {
        try {
          return { state, records: await this.#documents.recordsIn(state.name), damage: null }
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          return { state, records: [], damage: error.message }
        }
      }),
    )
    this.db.transaction(() => {
      for (const { state, records, damage } of read) {
        this.#forgetDocument(state.name)
        for (const { kind, record } of records) indexRecord(this.db, kind, record, state.name, this.#textOf)
        this.#noteDocument(state, damage)
      }
    })
    this.#documents.forgetOld()
  }

  #forgetDocument(name: string): void {
    for (const { id, kind } of this.db.all<{ id: string; kind: string }>(
      'SELECT id, kind FROM record WHERE document = ?',
      name,
    )) {
      forgetRecord(this.db, kind as RecordKind, id)
    }
    this.db.run('DELETE FROM document WHERE name = ?', name)
  }

  #noteDocument({ name, size, mtimeMs }: DocumentStat, damage: string | null): void {
    this.db.run('INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)', name, size, mtimeMs, damage)
  }
}

const tagsOf = (record: AnyRecord | null): string => (record && 'tags' in record ? record.tags.join() : '')

const changesTags = ({ kind, before, after }: Entry): boolean =>
  kind === 'tag' || tagsOf(before) !== tagsOf(after)

function inMemory(): ModelDatabase {
  const db = new ModelDatabase(':memory:')
  db.createTables()
  return db
}

function inCache(cache: string): ModelDatabase {
  mkdirSync(cache, { recursive: true })
  const db = new ModelDatabase(fileIn(cache))
  if (db.isCurrent) return db
  db.close()
  return anewInCache(cache)
}

function anewInCache(cache: string): ModelDatabase {
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  const db = new ModelDatabase(fileIn(cache))
  db.createTables()
  return db
}

const fileIn = (cache: string): string => join(cache, 'read-model.db')

import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Change } from '../../core/changes/change.ts'
import { Problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import { readText } from '../../core/text/read-text.ts'
import { ChangeLog, type LogPlace } from '../change-log.ts'
import { ContentStore } from '../content-store.ts'
import type { FileStat } from '../document-adapter.ts'
import { fromLine } from '../log-line.ts'
import {
  documentFile,
  documentFolders,
  documentOfEntry,
  parseDocument,
  recordsIn,
  type DocumentName,
  type HeldRecord,
} from '../document-shapes.ts'
import { carryTags, followTags } from './carry-tags.ts'
import type { ModelDatabase } from './database.ts'
import { forgetHits } from './hits.ts'
import { forgetChanges, indexChange, indexedLog, stepLabels } from './index-change.ts'
import { forgetRecord, indexRecord, indexTexts, type TextOf } from './index-record.ts'
import { emptyModel, type ModelPlace } from './open-model.ts'
import { recount, Touched, type SearchText } from './recount.ts'

export type Steps = ReturnType<typeof stepLabels>

/** How long one piece of work may take before questions get their turn, in milliseconds. */
const slice = 20
/** How long a transaction may collect before it is written, in milliseconds. */
const transactionLength = 3_000
/** How many of the newest articles are taken in before anything else, so that the first page is there at once. */
const firstPage = 100

/** How many texts are collected before they go into the search, in their order, and how many at once. */
const textsTogether = 2_000
const textsAtOnce = 50
/** How many records are counted at once, at the end. */
const countedAtOnce = 100

export interface Unwritten {
  name: DocumentName
  records: HeldRecord[]
}

/**
 * The read model in its own thread: it is made from the documents and the log, and made again whenever it is missing,
 * damaged or does not fit them; where it cannot be written it lives in memory.
 */
export class ModelServer {
  #db: ModelDatabase
  readonly #folder: string
  readonly #log: ChangeLog
  readonly #content: ContentStore
  /** While the model is being made: the records that have come with Changes, which are newer than their documents. */
  #applied: Set<Id> | null = null
  /** While the history is being made: the Changes that have come meanwhile. */
  #waiting: { change: Change; place: LogPlace }[] = []
  /** Goes up with every making of the model; one that was begun before ends. */
  #run = 0
  #isPaused = false
  #isClosed = false

  constructor(db: ModelDatabase, folder: string) {
    this.#db = db
    this.#folder = folder
    this.#log = new ChangeLog(folder)
    this.#content = new ContentStore(folder)
  }

  get db(): ModelDatabase {
    return this.#db
  }

  /**
   * Takes in what a crash kept from it: the Changes after the last one that it knows.
   * @throws when it was made from another log
   */
  async catchUpWithLog(): Promise<void> {
    const mark = indexedLog(this.#db)
    if (mark === null || !(await this.#log.fits(mark))) {
      throw new Error('the log is another one than the model was made from')
    }
    for await (const { change, place } of this.#log.read(mark, { onDamage: () => undefined }))
      this.#index(change, place)
  }

  /** Takes a Change in that has just been made durable. @throws when the database is broken; it must be renewed then */
  apply(place: LogPlace): Steps {
    this.#index(readChange(this.#folder, place), place)
    return stepLabels(this.#db)
  }

  #index(change: Change, place: LogPlace): void {
    const db = this.#db
    db.transaction(() => {
      const touched = new Touched()
      for (const entry of change.entries) {
        const { kind, id, after } = entry
        if (after === null) forgetRecord(db, kind, id, touched)
        else indexRecord(db, kind, after, documentOfEntry(entry), this.#textOf, touched)
        this.#applied?.add(id)
      }
      this.#settle(
        touched,
        change.entries.some(({ kind }) => kind === 'tag'),
      )
      if (this.#applied === null) indexChange(db, change, place)
      else this.#waiting.push({ change, place })
    })
  }

  #settle(touched: Touched, haveTagsChanged: boolean): void {
    forgetHits(this.#db)
    indexTexts(this.#db, touched.texts)
    recount(this.#db, touched)
    if (haveTagsChanged) followTags(this.#db, touched.rows)
    carryTags(this.#db, touched.rows)
  }

  /** Notes how documents stand on disk after they were written or found. */
  written(states: ReadonlyMap<DocumentName, (FileStat & { damage?: string | null }) | null>): void {
    // While the model is being made, a document must still be taken in as a whole.
    if (this.#applied !== null) return
    this.#db.transaction(() => {
      for (const [name, state] of states) {
        if (state === null) this.#db.run('DELETE FROM document WHERE name = ?', name)
        else this.#noteDocument(name, state, state.damage ?? null)
      }
    })
  }

  /** Begins anew with an empty database: the one that there was is damaged or cannot be written. */
  renew(unwritten: readonly Unwritten[], place: ModelPlace): void {
    this.#run += 1
    this.#db.close()
    this.#db = emptyModel(this.#folder, place)
    this.#applied = new Set()
    this.#waiting = []
    const touched = new Touched()
    for (const { name, records } of unwritten) {
      for (const { kind, record } of records) {
        indexRecord(this.#db, kind, record, name, this.#textOf, touched)
        this.#applied.add(record.id)
      }
    }
    this.#settle(touched, true)
  }

  /** Takes documents in anew, as they are on disk. */
  reindex(names: readonly DocumentName[]): void {
    const touched = new Touched()
    this.#db.transaction(() => {
      for (const name of names) {
        this.#db.run('DELETE FROM document WHERE name = ?', name)
        this.#indexDocument(name, touched)
      }
      this.#settle(touched, names.includes('tags.json'))
    })
  }

  pause(isPaused: boolean): void {
    this.#isPaused = isPaused
  }

  /** Empties the history, to be filled again from the log: its places are other ones now. */
  async renewHistory(): Promise<void> {
    this.#applied = new Set()
    forgetChanges(this.#db)
    await this.#readHistory(
      () => this.#isClosed,
      () => undefined,
    )
    this.#applied = null
  }

  /** Makes the model from the documents and the log. Questions get their turn in between. */
  async build(onProgress: (done: number, total: number) => void): Promise<void> {
    this.#run += 1
    const run = this.#run
    const isOver = (): boolean => this.#isClosed || this.#run !== run
    this.#applied ??= new Set()
    const names = this.#namesInOrder()
    this.#db.beginBulk()
    let lastCommit = performance.now()
    const later = new Touched()
    const texts: SearchText[] = []
    for (let at = 0; at < names.length;) {
      at += this.#indexSlice(names, at, later, texts)
      if (at < firstPage) continue
      onProgress(at, names.length)
      if (performance.now() - lastCommit > transactionLength) {
        this.#db.commitBulk()
        lastCommit = performance.now()
      }
      await this.#rest()
      if (texts.length >= textsTogether) await this.#indexTextsInTurn(texts, isOver)
      if (isOver()) return
    }
    await this.#indexTextsInTurn(texts, isOver)
    if (isOver()) return
    this.#forgetGone(new Set(names))
    await this.#recountLater(later, isOver)
    if (isOver()) return
    forgetChanges(this.#db)
    await this.#readHistory(isOver, () => onProgress(names.length, names.length))
    if (isOver()) return
    this.#db.setNote('whole', '1')
    this.#db.endBulk()
    this.#applied = null
  }

  async #rest(): Promise<void> {
    do await nextTurn()
    while (this.#isPaused && !this.#isClosed && (await sleep()))
  }

  async #readHistory(isOver: () => boolean, onSlice: () => void): Promise<void> {
    let until = performance.now() + slice
    // The checksums of the lines are enough here; nothing of a record is used but its name.
    for await (const { change, place } of this.#log.read(null, { parse: (json) => json as Change })) {
      if (isOver()) return
      indexChange(this.#db, change, place)
      if (performance.now() < until) continue
      onSlice()
      await this.#rest()
      until = performance.now() + slice
    }
    for (const { change, place } of this.#waiting) indexChange(this.#db, change, place)
    this.#waiting = []
  }

  async #indexTextsInTurn(texts: SearchText[], isOver: () => boolean): Promise<void> {
    forgetHits(this.#db)
    const sorted = texts.splice(0).sort((a, b) => a.row - b.row)
    for (let at = 0; at < sorted.length && !isOver(); at += textsAtOnce) {
      indexTexts(
        this.#db,
        sorted.slice(at, at + textsAtOnce).filter(({ row }) => this.#isWaitedFor(row)),
      )
      await this.#rest()
    }
  }

  /** A Change may have removed the record meanwhile, or put it with another text. */
  #isWaitedFor(row: number): boolean {
    const record = this.#db.one<{ id: Id; isFound: number }>(
      'SELECT id, EXISTS (SELECT 1 FROM search_docsize WHERE id = ?1) AS isFound FROM record WHERE row = ?1',
      row,
    )
    return record !== undefined && !(record.isFound === 1 && this.#applied?.has(record.id) === true)
  }

  /** Brings sums up to date, some at a time. */
  async #recountLater({ articles, sources }: Touched, isOver: () => boolean): Promise<void> {
    const all: { article?: Id; source?: Id }[] = [
      ...[...articles].map((article) => ({ article })),
      ...[...sources].map((source) => ({ source })),
    ]
    for (let at = 0; at < all.length && !isOver(); at += countedAtOnce) {
      const touched = new Touched()
      for (const { article, source } of all.slice(at, at + countedAtOnce)) {
        if (article !== undefined) touched.articles.add(article)
        if (source !== undefined) touched.sources.add(source)
      }
      recount(this.#db, touched)
      await this.#rest()
    }
  }

  /** Takes in as many documents as fit into a slice of time. @returns how many */
  #indexSlice(names: readonly DocumentName[], from: number, later: Touched, texts: SearchText[]): number {
    const until = performance.now() + slice
    const touched = new Touched()
    let at = from
    let haveTagsChanged = false
    do {
      const name = names[at]
      if (name !== undefined) haveTagsChanged = this.#indexDocument(name, touched) || haveTagsChanged
      at += 1
    } while (at < names.length && performance.now() < until)
    for (const id of touched.sources) later.sources.add(id)
    for (const id of touched.articles) later.articles.add(id)
    // What the first page shows is counted at once.
    if (from >= firstPage) touched.articles.clear()
    touched.sources.clear()
    texts.push(...touched.texts)
    touched.texts.length = 0
    this.#settle(touched, haveTagsChanged)
    return at - from
  }

  /** @returns whether it holds tags */
  #indexDocument(name: DocumentName, touched: Touched): boolean {
    const state = this.#stat(name)
    const known = this.#db.one<FileStat>('SELECT size, mtime AS mtimeMs FROM document WHERE name = ?', name)
    if (state === null || (known?.size === state.size && known.mtimeMs === state.mtimeMs)) return false
    const { records, damage } = this.#read(name)
    const ids = new Set(records.map(({ record }) => record.id))
    for (const { id, kind } of this.#db.all<{ id: Id; kind: HeldRecord['kind'] }>(
      'SELECT id, kind FROM record WHERE document = ?',
      name,
    ))
      if (!ids.has(id) && this.#applied?.has(id) !== true) forgetRecord(this.#db, kind, id, touched)
    for (const { kind, record } of records) {
      if (this.#applied?.has(record.id) === true) continue
      indexRecord(this.#db, kind, record, name, this.#textOf, touched)
    }
    this.#noteDocument(name, state, damage)
    return name === 'tags.json'
  }

  #read(name: DocumentName): { records: HeldRecord[]; damage: string | null } {
    try {
      return {
        records: recordsIn(parseDocument(name, readFileSync(join(this.#folder, name), 'utf8'))),
        damage: null,
      }
    } catch (error) {
      if (error instanceof Problem) return { records: [], damage: error.message }
      if (error instanceof Error && 'code' in error) return { records: [], damage: error.message }
      throw error
    }
  }

  /** Tags, the newest articles, sources, then the rest: what the first page shows comes first. */
  #namesInOrder(): DocumentName[] {
    const [articles = [], claims = [], sources = [], notes = []] = documentFolders.map((folder) =>
      namesIn(join(this.#folder, folder))
        .filter((file) => documentFile.test(file))
        .sort()
        .reverse()
        .map((file) => `${folder}/${file}`),
    )
    const tags = this.#stat('tags.json') === null ? [] : ['tags.json']
    return [
      ...tags,
      ...articles.slice(0, firstPage),
      ...sources,
      ...articles.slice(firstPage),
      ...claims,
      ...notes,
    ]
  }

  /** Forgets what a document held that is not there any more. */
  #forgetGone(present: ReadonlySet<DocumentName>): void {
    const touched = new Touched()
    const known = this.#db.all<{ document: string }>(
      'SELECT DISTINCT document FROM record UNION SELECT name FROM document',
    )
    for (const { document } of known) {
      if (present.has(document)) continue
      for (const { id, kind } of this.#db.all<{ id: Id; kind: HeldRecord['kind'] }>(
        'SELECT id, kind FROM record WHERE document = ?',
        document,
      ))
        if (this.#applied?.has(id) !== true) forgetRecord(this.#db, kind, id, touched)
      this.#db.run('DELETE FROM document WHERE name = ?', document)
    }
    this.#settle(touched, true)
  }

  /**
   * Compares the documents on disk with what the model was made from.
   * @returns the names of those that are other ones now, new, or gone
   */
  async changedOnDisk(): Promise<DocumentName[]> {
    const known = new Map(
      this.#db
        .all<FileStat & { name: string }>('SELECT name, size, mtime AS mtimeMs FROM document')
        .map(({ name, size, mtimeMs }) => [name, { size, mtimeMs }]),
    )
    const changed: DocumentName[] = []
    let until = performance.now() + slice
    for (const name of this.#namesInOrder()) {
      const before = known.get(name)
      known.delete(name)
      const state = this.#stat(name)
      if (state && (before?.size !== state.size || before.mtimeMs !== state.mtimeMs)) changed.push(name)
      if (performance.now() < until) continue
      await this.#rest()
      if (this.#isClosed) return []
      until = performance.now() + slice
    }
    return [...changed, ...known.keys()]
  }

  close(): void {
    this.#isClosed = true
    this.#db.close()
  }

  #stat(name: DocumentName): FileStat | null {
    const state = statSync(join(this.#folder, name), { throwIfNoEntry: false })
    return state ? { size: state.size, mtimeMs: state.mtimeMs } : null
  }

  #noteDocument(name: DocumentName, { size, mtimeMs }: FileStat, damage: string | null): void {
    this.#db.run('INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)', name, size, mtimeMs, damage)
  }

  readonly #textOf: TextOf = (hash) => {
    try {
      return readText(readFileSync(this.#content.textPath(hash), 'utf8'))
    } catch {
      // A missing text is named by `check` and when the article is opened; the rest stays searchable.
      return ''
    }
  }
}

/** At once, so that what is asked next is answered with it. The line was written and synced just before. */
function readChange(folder: string, { file, offset, bytes }: LogPlace): Change {
  const handle = openSync(join(folder, 'log', file), 'r')
  try {
    const line = Buffer.alloc(bytes)
    readSync(handle, line, 0, bytes, offset)
    const change = fromLine(line, (json) => json as Change)
    if (!change) throw new Error(`log/${file}: the line at byte ${offset} is not the one that was written`)
    return change
  } finally {
    closeSync(handle)
  }
}

const sleep = async (): Promise<boolean> => {
  await new Promise((resolve) => setTimeout(resolve, 50))
  return true
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // A notebook without claims, say, has no folder for them.
    return []
  }
}

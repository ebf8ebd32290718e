import { Low } from 'lowdb'
import type { Entry } from '../core/changes/change.ts'
import { Problem, sentenceOf } from '../core/problem.ts'
import type { Said } from '../core/words/say.ts'
import type { Id, RecordId } from '../core/records/base.ts'
import {
  isHeldAs,
  makeHeld,
  type Held,
  type AnyRecord,
  type RecordKind,
  type RecordOf,
} from '../core/records/record.ts'
import { Enclosure } from './enclosure.ts'
import { DocumentAdapter, isSameStat } from './document-adapter.ts'
import type { FileStat } from './files.ts'
import {
  documentOf,
  documentOfEntry,
  emptyContent,
  isEmpty,
  putInto,
  recordsIn,
  type AnyContent,
  type DocumentName,
} from './document-shapes.ts'

/** How many documents that are written stay in memory; up to twice as many until they are counted again. */
const kept = 128
/** How many documents are written at the same time: while one waits for the disk, others are put into words. */
const writers = 8

interface Open {
  low: Low<AnyContent>
  adapter: DocumentAdapter
  /** The records as they are on disk, while there are others in memory. */
  saved: Map<RecordId, AnyRecord> | null
  /** The records in memory by id: a long article has thousands. */
  byId: Map<RecordId, Held>
  /** Whether it is known to be what we wrote, and not what somebody else has made of it. */
  isInStep: boolean
}

/** A document as it is on disk now, beside what is in memory. */
export interface OnDisk {
  stat: FileStat | null
  /** null when there is no file, or it is damaged */
  records: Held[] | null
  damage: Said | null
}

/**
 * The JSON documents of a notebook: one lowdb database each, opened when asked for. Changes are made in memory at
 * once and written by `flush`; the log has them already.
 */
export class Documents {
  readonly #notebook: Enclosure
  readonly #open = new Map<DocumentName, Promise<Open>>()
  readonly #dirty = new Set<DocumentName>()
  /** While documents are worked with, none is forgotten: it would be read again, or not count as to be written. */
  #held = 0

  constructor(notebook: string) {
    this.#notebook = new Enclosure(notebook)
  }

  /** @throws Problem `damaged` */
  async get<K extends RecordKind>(kind: K, id: Id<K>, article?: Id<'article'>): Promise<RecordOf<K> | null> {
    const { byId } = await this.#load(documentOf(kind, id, article))
    const found = byId.get(id)
    return found && isHeldAs(found, kind) ? found.record : null
  }

  /** Every record in a document. @throws Problem `damaged` */
  async recordsIn(name: DocumentName): Promise<Held[]> {
    const { low } = await this.#load(name)
    return recordsIn(low.data)
  }

  /** Keeps all documents in memory that are read during some work. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1
    try {
      return await work()
    } finally {
      this.#held -= 1
      this.#forgetOld()
    }
  }

  /** Puts and removes records in memory. @throws Problem `damaged`, before anything is changed */
  async apply(entries: readonly Entry[]): Promise<void> {
    await this.hold(async () => {
      const opened = new Map<DocumentName, Open>()
      for (const name of new Set(entries.map(documentOfEntry))) opened.set(name, await this.#load(name))
      for (const entry of entries) {
        const name = documentOfEntry(entry)
        const open = opened.get(name)
        if (!open) continue
        open.saved ??= new Map([...open.byId].map(([id, { record }]) => [id, record]))
        putInto(open.low.data, entry, open.byId.has(entry.id))
        if (entry.after === null) open.byId.delete(entry.id)
        else open.byId.set(entry.id, makeHeld<RecordKind>(entry.kind, entry.after))
        this.#dirty.add(name)
      }
    })
  }

  /** Moves a damaged document out of the way; nothing of it is lost. */
  async putAside(name: DocumentName): Promise<void> {
    await this.#notebook.move(name, `${name}.damaged-${Date.now()}`)
  }

  /** The documents that are not written yet, with what is in them. */
  async unwritten(): Promise<{ name: DocumentName; records: Held[] }[]> {
    return Promise.all([...this.#dirty].map(async (name) => ({ name, records: await this.recordsIn(name) })))
  }

  get isDirty(): boolean {
    return this.#dirty.size > 0
  }

  /** The documents that are to be written first. @param most how many at most */
  toWrite(most: number): DocumentName[] {
    return [...this.#dirty].slice(0, most)
  }

  /** Those of these documents that somebody else has changed on disk since. */
  async changedOutside(names: readonly DocumentName[]): Promise<DocumentName[]> {
    const changed: DocumentName[] = []
    for (const name of names) {
      const { adapter } = await this.#load(name)
      if (!isSameStat(adapter.seen, adapter.onDisk())) changed.push(name)
    }
    return changed
  }

  /** A document as it is on disk, whatever is in memory. @throws Problem when it cannot be read at all */
  async onDisk(name: DocumentName): Promise<OnDisk> {
    const adapter = new DocumentAdapter(this.#notebook, name)
    try {
      const content = await adapter.read()
      return { stat: adapter.seen, records: content === null ? null : recordsIn(content), damage: null }
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'damaged') throw error
      return { stat: adapter.seen, records: null, damage: sentenceOf(error) }
    }
  }

  /**
   * What is in memory of a document and what was on disk when it was read or written last; null when it is not in memory.
   */
  async inMemory(
    name: DocumentName,
  ): Promise<{ isDirty: boolean; records: Held[]; saved: ReadonlyMap<RecordId, AnyRecord> } | null> {
    const open = await this.#open.get(name)?.catch(() => null)
    if (!open) return null
    const records = recordsIn(open.low.data)
    const saved = open.saved ?? new Map(records.map(({ record }) => [record.id, record]))
    return { isDirty: this.#dirty.has(name), records, saved }
  }

  /** Those of these documents of which it is not known yet whether they are as we wrote them, with how they stood when read. */
  async notInStep(names: readonly DocumentName[]): Promise<Map<DocumentName, FileStat | null>> {
    const found = new Map<DocumentName, FileStat | null>()
    for (const name of new Set(names)) {
      const known = await this.#open.get(name)?.catch(() => null)
      if (known?.isInStep === true || this.#dirty.has(name)) continue
      const adapter = known?.adapter ?? new DocumentAdapter(this.#notebook, name)
      found.set(name, known ? adapter.seen : adapter.onDisk())
    }
    return found
  }

  /** Notes that a document is as we wrote it. @throws Problem `damaged` */
  async trust(name: DocumentName): Promise<void> {
    const open = await this.#load(name)
    open.isInStep = true
  }

  /** Accepts a file as it is on disk now: what is to be written of the document may be written over it. */
  async accept(name: DocumentName, stat: FileStat | null): Promise<void> {
    const { adapter } = await this.#load(name)
    adapter.seen = stat
  }

  /** Sees to it that a document whose file is gone is written again from memory. */
  async keep(name: DocumentName): Promise<void> {
    await this.accept(name, null)
    this.#dirty.add(name)
  }

  /** Forgets what is in memory of a document that is not to be written. */
  forget(name: DocumentName): void {
    if (!this.#dirty.has(name)) this.#open.delete(name)
  }

  /**
   * Writes what has changed of these documents; nothing may be changed meanwhile. What cannot be written stays to be written.
   * @returns the documents written, with their state on disk; null for those that are gone
   * @throws Problem the first that occurred, after trying all
   */
  async flush(
    names: Iterable<DocumentName> = this.toWrite(Infinity),
  ): Promise<Map<DocumentName, FileStat | null>> {
    const written = new Map<DocumentName, FileStat | null>()
    let failure: Error | undefined
    const waiting = [...names].values()
    const write = async (): Promise<void> => {
      for (const name of waiting) {
        if (!this.#dirty.has(name)) continue
        try {
          written.set(name, await this.#write(name))
        } catch (error) {
          failure ??= error instanceof Error ? error : new Error(String(error))
        }
      }
    }
    await Promise.all(Array.from({ length: writers }, write))
    this.#forgetOld()
    if (failure) throw failure
    return written
  }

  async #write(name: DocumentName): Promise<FileStat | null> {
    const open = await this.#load(name)
    if (isEmpty(open.low.data)) await open.adapter.remove()
    else await open.low.write()
    open.saved = null
    // Only now may it be forgotten.
    this.#dirty.delete(name)
    return open.adapter.seen
  }

  #load(name: DocumentName): Promise<Open> {
    const there = this.#open.get(name)
    if (there) return there
    const loading = this.#read(name)
    this.#open.set(name, loading)
    loading.catch(() => this.#open.delete(name))
    this.#forgetOld()
    return loading
  }

  async #read(name: DocumentName): Promise<Open> {
    const adapter = new DocumentAdapter(this.#notebook, name)
    const low = new Low<AnyContent>(adapter, emptyContent(name))
    await low.read()
    const byId = new Map(recordsIn(low.data).map((held) => [held.record.id, held]))
    return { low, adapter, saved: null, byId, isInStep: false }
  }

  /** Keeps the memory bounded; tags are always at hand. */
  #forgetOld(): void {
    let written = this.#open.size - this.#dirty.size
    if (this.#held > 0 || written <= 2 * kept) return
    for (const name of this.#open.keys()) {
      if (written <= kept) return
      if (this.#dirty.has(name) || name === 'tags.json') continue
      this.#open.delete(name)
      written -= 1
    }
  }
}

import type { Said } from '../../core/words/say.ts'
import type { Held } from '../../core/records/record.ts'
import { closeSync, readSync } from 'node:fs'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import type { Change } from '../../core/changes/change.ts'
import { ChangeLog, type LogPlace } from '../change-log.ts'
import type { FileStat } from '../files.ts'
import { documentsInOrder, statOf } from '../document-files.ts'
import type { DocumentName } from '../document-shapes.ts'
import type { Enclosure } from '../enclosure.ts'
import { fromLine } from '../log-line.ts'
import type { ModelDatabase } from './database.ts'
import { forgetHits } from './hits.ts'
import { forgetChanges, indexedLog } from './index-change.ts'
import { overview } from './overview.ts'
import { ModelBuild, slice, type Turns } from './model-build.ts'
import { ModelWriter } from './model-writer.ts'
import { emptyModel, type ModelPlace } from './open-model.ts'
import { TouchedSums } from './touched.ts'

export type Overview = ReturnType<typeof overview>

/** How long until it is looked again whether a paused making goes on, in milliseconds. */
const pauseLook = 50

export interface Unwritten {
  name: DocumentName
  records: Held[]
}

/**
 * The read model in its own thread: it is made from the documents and the log, and made again whenever it is missing,
 * damaged or does not fit them; where it cannot be written it lives in memory.
 */
export class ModelServer {
  #writer: ModelWriter
  readonly #folder: Enclosure
  readonly #log: ChangeLog
  /** The Changes that are in the log and not in the model, in their order. */
  #toCome: LogPlace[] = []
  /** Goes up with every making of the model; one that was begun before ends. */
  #run = 0
  #isPaused = false
  #isClosed = false

  constructor(db: ModelDatabase, folder: Enclosure) {
    this.#writer = new ModelWriter(db, folder)
    this.#folder = folder
    this.#log = new ChangeLog(folder.root)
  }

  get db(): ModelDatabase {
    return this.#writer.db
  }

  /**
   * Takes in what a crash kept from it: the Changes after the last one that it knows.
   * @throws when it was made from another log
   */
  async catchUpWithLog(): Promise<void> {
    const mark = indexedLog(this.db)
    if (mark === null || !(await this.#log.fits(mark))) {
      throw new Error('the log is another one than the model was made from')
    }
    for await (const { change, place } of this.#log.read(mark, { onDamage: () => undefined }))
      this.#writer.index(change, place)
  }

  /**
   * Takes a Change in that has just been made durable, after those that could not be taken in before.
   * @throws when the database is broken; it must be renewed then
   * @throws Problem `unreadable` while the folder is away: the Change is taken in when it is back
   */
  apply(place: LogPlace): Overview {
    this.#toCome.push(place)
    this.#takeIn()
    return overview(this.db)
  }

  /** Takes in what came while the folder was away, if it is back. */
  catchUp(): void {
    if (this.#toCome.length > 0 && this.#folder.stat('') !== null) this.#takeIn()
  }

  #takeIn(): void {
    for (let place = this.#toCome[0]; place !== undefined; place = this.#toCome[0]) {
      try {
        this.#writer.index(readChange(this.#folder, place), place)
      } catch (error) {
        // Without its folder neither the log nor the database can be used, and neither is broken.
        this.#folder.assertIsThere()
        this.#toCome.shift()
        throw error
      }
      this.#toCome.shift()
    }
  }

  /** Notes how documents stand on disk after they were written or found. */
  written(states: ReadonlyMap<DocumentName, (FileStat & { damage?: Said | null }) | null>): void {
    // While the model is being made, a document must still be taken in as a whole.
    if (this.#writer.applied !== null) return
    this.db.transaction(() => {
      for (const [name, state] of states) {
        if (state === null) this.db.run('DELETE FROM document WHERE name = ?', name)
        else this.#writer.noteDocument(name, state, state.damage ?? null)
      }
    })
  }

  /** Begins anew with an empty database: the one that there was is damaged or cannot be written. */
  renew(unwritten: readonly Unwritten[], place: ModelPlace): void {
    this.#run += 1
    this.db.close()
    this.#toCome = []
    this.#writer = new ModelWriter(emptyModel(this.#folder, place), this.#folder)
    this.#writer.applied = new Set()
    for (const { name, records } of unwritten) this.#writer.indexUnwritten(name, records)
  }

  /** Takes documents in anew, as they are on disk. */
  reindex(names: readonly DocumentName[]): void {
    const touched = new TouchedSums()
    this.db.transaction(() => {
      for (const name of names) {
        this.db.run('DELETE FROM document WHERE name = ?', name)
        this.#writer.indexDocument(name, touched)
      }
      this.#writer.settle(touched, names.includes('tags.json'))
    })
  }

  /** Takes in what another program has written, which keeps the model itself when it is in its cache. */
  follow(names: readonly DocumentName[]): void {
    if (this.db.isReadOnly) forgetHits(this.db)
    else this.reindex(names)
  }

  pause(isPaused: boolean): void {
    this.#isPaused = isPaused
  }

  /** Makes the model from the documents and the log. Questions get their turn in between. */
  async build(onProgress: (done: number, total: number) => void): Promise<void> {
    await new ModelBuild(this.#writer, this.#log, this.#nextRun()).run(onProgress)
  }

  /** Empties the history, to be filled again from the log: its places are other ones now. */
  async renewHistory(): Promise<void> {
    this.#writer.applied = new Set()
    forgetChanges(this.db)
    await new ModelBuild(this.#writer, this.#log, this.#nextRun()).readHistory(() => undefined)
    this.#writer.applied = null
  }

  #nextRun(): Turns {
    this.#run += 1
    const run = this.#run
    return { isOver: () => this.#isClosed || this.#run !== run, rest: () => this.#rest() }
  }

  async #rest(): Promise<void> {
    await nextTurn()
    while (this.#isPaused && !this.#isClosed) await delay(pauseLook)
  }

  /**
   * Compares the documents on disk with what the model was made from.
   * @returns the names of those that are other ones now, new, or gone
   */
  async changedOnDisk(): Promise<DocumentName[]> {
    const known = new Map(
      this.db
        .all<FileStat & { name: string }>('SELECT name, size, mtime AS mtimeMs FROM document')
        .map(({ name, size, mtimeMs }) => [name, { size, mtimeMs }]),
    )
    const changed: DocumentName[] = []
    let until = performance.now() + slice
    for (const name of documentsInOrder(this.#folder)) {
      const before = known.get(name)
      known.delete(name)
      const state = statOf(this.#folder, name)
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
    this.db.close()
  }
}

/** At once, so that what is asked next is answered with it. The line was written and synced just before. */
function readChange(folder: Enclosure, { file, offset, bytes }: LogPlace): Change {
  const handle = folder.openSync(`log/${file}`)
  if (handle === null) throw new Error(`log/${file} is gone`)
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

import { EventEmitter } from 'node:events'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { invert, type Change, type Entry } from '../core/changes/change.ts'
import { Draft } from '../core/changes/draft.ts'
import { Problem } from '../core/problem.ts'
import { newId, now, type Id } from '../core/records/base.ts'
import type { RecordKind, RecordOf } from '../core/records/record.ts'
import { ChangeLog, type LogMark } from './change-log.ts'
import { ContentStore } from './content-store.ts'
import { Documents } from './documents.ts'
import { isWritable } from './files.ts'
import { takeLock, type Lock } from './lock.ts'
import { createNotebookFile, readNotebookFile, type NotebookFile } from './notebook-file.ts'
import { nextRedo, nextUndo, type UndoStep } from './read-model/index-change.ts'
import { ReadModel, type OnProgress } from './read-model.ts'
import { recover } from './recover.ts'

/** How long after a Change its documents are written; the log has it at once. */
const flushDelay = 250
/** How long until the next attempt when the documents could not be written. */
const retryDelay = 5_000

interface Events {
  change: [change: Change]
  /** The documents could not be written; the Changes are safe in the log. */
  unsaved: [error: Error]
}

/** An open notebook: reads records, makes Changes durable, and keeps documents and read model in step. */
export class NotebookStore extends EventEmitter<Events> {
  readonly folder: string
  readonly file: NotebookFile
  readonly content: ContentStore
  readonly model: ReadModel
  /** Why nothing can be changed, or null. */
  readonly readOnly: string | null
  /** What was found to be wrong with the log when the notebook was opened. */
  readonly findings: readonly string[]
  readonly #documents: Documents
  readonly #log: ChangeLog
  readonly #lock: Lock | null
  readonly #author = userInfo().username
  #queue: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #end: LogMark | null = null

  private constructor(parts: {
    folder: string
    file: NotebookFile
    documents: Documents
    log: ChangeLog
    content: ContentStore
    model: ReadModel
    lock: Lock | null
    readOnly: string | null
    findings: string[]
  }) {
    super()
    this.folder = parts.folder
    this.file = parts.file
    this.content = parts.content
    this.model = parts.model
    this.readOnly = parts.readOnly
    this.findings = parts.findings
    this.#documents = parts.documents
    this.#log = parts.log
    this.#lock = parts.lock
  }

  /** @throws Problem `notebook-exists`, `no-permission`, … */
  static async create(folder: string, title: string): Promise<NotebookStore> {
    await createNotebookFile(folder, title)
    return NotebookStore.open(folder)
  }

  /**
   * Opens a notebook. When another program is writing it, or the folder cannot be written, it opens read-only.
   * @throws Problem `not-a-notebook`, `notebook-newer`, `damaged`
   */
  static async open(folder: string, onProgress?: OnProgress): Promise<NotebookStore> {
    const file = await readNotebookFile(folder)
    const writable = await isWritable(folder)
    const taken = writable ? await takeLock(join(folder, '.lock')) : 'cannot-write'
    const lock = typeof taken === 'string' ? null : taken
    const readOnly = typeof taken === 'string' ? readOnlyReasons[taken] : null
    const documents = new Documents(folder)
    const log = new ChangeLog(folder)
    const content = new ContentStore(folder)
    const findings = lock ? await recover(log, documents) : []
    const model = await ReadModel.open(lock ? folder : null, { documents, content, log }, onProgress)
    return new NotebookStore({ folder, file, documents, log, content, model, lock, readOnly, findings })
  }

  /** @throws Problem `damaged` when the document that has it cannot be read */
  async get<K extends RecordKind>(kind: K, id: Id): Promise<RecordOf<K> | null> {
    if (kind !== 'annotation') return this.#documents.get(kind, id)
    const place = this.model.whereIs(id)
    const article = place?.document.match(/^articles\/(.+)\.json$/)?.[1]
    return article === undefined ? null : this.#documents.get(kind, id, article)
  }

  /** @throws Problem `not-found` */
  async need<K extends RecordKind>(kind: K, id: Id): Promise<RecordOf<K>> {
    return new Draft('', (k, i) => this.get(k, i)).need(kind, id)
  }

  /** All annotations of an article, in the order of its document. */
  async annotationsOf(article: Id): Promise<RecordOf<'annotation'>[]> {
    const records = await this.#documents.recordsIn(this.#documents.nameOf('article', article))
    return records.flatMap(({ kind, record }) =>
      kind === 'annotation' ? [record as RecordOf<'annotation'>] : [],
    )
  }

  /**
   * Makes one Change: `work` says what is to happen, then all of it is made durable at once. When this has answered,
   * the Change is on the disk.
   * @param label what is done, for the history
   * @throws Problem; nothing has happened then
   */
  async commit<T>(
    label: string,
    work: (draft: Draft) => Promise<T>,
  ): Promise<{ result: T; change: Change | null }> {
    return this.#inTurn(async () => {
      const draft = new Draft(label, (kind, id) => this.get(kind, id))
      const result = await work(draft)
      const entries = draft.entries()
      if (entries.length === 0) return { result, change: null }
      const change = { id: newId(), at: now(), author: this.#author, label: draft.label, entries }
      await this.#makeDurable(change)
      return { result, change }
    })
  }

  /** Takes the last Change back. @throws Problem `nothing-to-undo` */
  async undo(): Promise<Change> {
    return this.#step(nextUndo, 'There is nothing to undo.', (change, step) => ({
      undoes: step.id,
      entries: invert(change.entries),
    }))
  }

  /** Does again what was undone last. @throws Problem `nothing-to-undo` */
  async redo(): Promise<Change> {
    return this.#step(nextRedo, 'There is nothing to redo.', (change, step) => ({
      redoes: step.id,
      entries: change.entries,
    }))
  }

  /** The labels of what undo and redo would do. */
  steps(): { undo: string | null; redo: string | null } {
    return { undo: nextUndo(this.model.db)?.label ?? null, redo: nextRedo(this.model.db)?.label ?? null }
  }

  /** The lines of the log that cannot be read, in words. */
  async damagedLogLines(): Promise<string[]> {
    const damage: string[] = []
    const lines = this.#log.read(null, (message) => damage.push(message))
    while ((await lines.next()).done !== true) continue
    return damage
  }

  /** Makes the read model anew, after it has turned out to be damaged. */
  async renewModel(): Promise<void> {
    await this.#inTurn(() => this.model.renew())
  }

  /** The documents that should be there for the records that the log leaves in the notebook, by record. */
  async documentsByLog(): Promise<Map<Id, string>> {
    const documents = new Map<Id, string>()
    for await (const { change } of this.#log.read(null)) {
      for (const { id, kind, after } of change.entries) {
        const article =
          after !== null && 'article' in after && kind === 'annotation' ? after.article : undefined
        if (after === null) documents.delete(id)
        else documents.set(id, this.#documents.nameOf(kind, id, article))
      }
    }
    return documents
  }

  /** @throws Problem `read-only` */
  assertWritable(): void {
    if (this.readOnly === null) return
    throw new Problem(
      'read-only',
      this.readOnly,
      'Close the other one or change the permissions, then open this notebook again.',
    )
  }

  /** Writes all documents and lets the notebook go. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#inTurn(() => this.#flush()).catch((error: unknown) => this.#tellUnsaved(error))
    clearTimeout(this.#timer)
    this.model.close()
    this.#lock?.release()
  }

  async #step(
    next: (db: ReadModel['db']) => UndoStep | null,
    nothing: string,
    make: (change: Change, step: UndoStep) => Pick<Change, 'entries' | 'undoes' | 'redoes'>,
  ): Promise<Change> {
    return this.#inTurn(async () => {
      const step = next(this.model.db)
      if (!step) throw new Problem('nothing-to-undo', nothing)
      const made = make(await this.#log.at(step.place), step)
      await this.#checkBefore(made.entries)
      const change = { id: newId(), at: now(), author: this.#author, label: step.label, ...made }
      await this.#makeDurable(change)
      return change
    })
  }

  /** A step may only be taken from the state that it knows; files changed by hand in between are not overwritten. */
  async #checkBefore(entries: readonly Entry[]): Promise<void> {
    for (const { kind, id, before } of entries) {
      const there = await this.get(kind, id)
      if (JSON.stringify(there) === JSON.stringify(before)) continue
      throw new Problem(
        'damaged',
        `This ${kind} was changed outside Ascribe since; it was left as it is.`,
        'Change it by hand.',
      )
    }
  }

  async #makeDurable(change: Change): Promise<void> {
    this.assertWritable()
    const place = await this.#log.append(change)
    this.#end = { file: place.file, offset: place.offset + place.bytes }
    await this.#documents.apply(change.entries)
    // From here on the Change has happened, whatever becomes of the cache.
    await this.model.apply(change, place)
    this.#flushLater(flushDelay)
    this.emit('change', change)
  }

  #flushLater(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      void this.#inTurn(() => this.#flush()).catch((error: unknown) => {
        this.#tellUnsaved(error)
        this.#flushLater(retryDelay)
      })
    }, delay)
    this.#timer.unref()
  }

  async #flush(): Promise<void> {
    if (!this.#documents.isDirty || this.#end === null) return
    const end = this.#end
    this.model.noteWritten(await this.#documents.flush())
    await this.#log.setMark(end)
  }

  #tellUnsaved(error: unknown): void {
    this.emit('unsaved', error instanceof Error ? error : new Error(String(error)))
  }

  /** One after another: what is read while a Change is made stays true until it is made. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}

const readOnlyReasons = {
  'in-use': 'This notebook is open in another Ascribe window or command; here it can only be read.',
  'cannot-write': 'The folder of this notebook cannot be written; it can only be read.',
}

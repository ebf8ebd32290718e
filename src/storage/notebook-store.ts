import { noun, type Said } from '../core/words/say.ts'
import { EventEmitter } from 'node:events'
import { userInfo } from 'node:os'
import { isDeepStrictEqual } from 'node:util'
import { invert, isEntryOf, type Change, type Entry, type Label } from '../core/changes/change.ts'
import { checkDraft } from '../core/changes/check-draft.ts'
import { Draft } from '../core/changes/draft.ts'
import { Problem, problem, wrong } from '../core/problem.ts'
import { asId, newId, now, type Id, type RecordId } from '../core/records/base.ts'
import { formatVersion } from '../core/records/migrations.ts'
import { articleOf, type RecordKind, type RecordOf } from '../core/records/record.ts'
import { ChangeLog, type LogPlace } from './change-log.ts'
import { ContentStore } from './content-store.ts'
import { documentOf, documentOfEntry, type DocumentName } from './document-shapes.ts'
import { DocumentWriter, unfinishedDelay } from './document-writer.ts'
import { Documents } from './documents.ts'
import { Enclosure } from './enclosure.ts'
import { isWritable } from './files.ts'
import { removeLeftovers } from './leftovers.ts'
import { takeLock, type Lock, type NoLock } from './lock.ts'
import {
  createNotebookFile,
  readNotebookFile,
  writeNotebookFile,
  type NotebookFile,
} from './notebook-file.ts'
import { keepConflict } from './outside/conflicts.ts'
import { OutsideChanges } from './outside/outside-changes.ts'
import type { Overview } from './read-model/model-server.ts'
import type { UndoStep } from './read-model/index-change.ts'
import { ReadModel } from './read-model.ts'
import { recover, type Recovery } from './recover.ts'
import { wordsOf } from './enclosure.ts'
import { blocksWriting } from './survey.ts'

interface Events {
  change: [change: Change, overview: Overview]
  /** The documents could not be written; the Changes are safe in the log. */
  unsaved: [error: Error]
  /** Something about the state of the files has changed: damage, a conflict, a copy. */
  health: []
}

interface Parts {
  folder: string
  file: NotebookFile
  documents: Documents
  log: ChangeLog
  content: ContentStore
  model: ReadModel
  lock: Lock | null
  readOnly: Said | null
  findings: Said[]
}

/** What becomes of a Change besides the records that it puts and removes. */
type Made = Pick<Change, 'entries' | 'undoes' | 'redoes' | 'emptied'>

/** So many ways to look at the claims are kept. */
const mostViews = 100

interface CommitOptions extends Pick<Change, 'emptied'> {
  references?: 'checked' | 'asTheyWere'
}

/** An open notebook: reads records, makes Changes durable, and keeps documents and read model in step. */
export class NotebookStore extends EventEmitter<Events> {
  readonly folder: string
  file: NotebookFile
  readonly content: ContentStore
  readonly model: ReadModel
  readonly log: ChangeLog
  /** Why nothing can be changed, or null. */
  readonly readOnly: Said | null
  /** What was found to be wrong with the log when the notebook was opened. */
  readonly findings: readonly Said[]
  readonly #documents: Documents
  readonly #lock: Lock | null
  readonly #author = userInfo().username
  readonly #outside: OutsideChanges
  readonly #writer: DocumentWriter
  #queue: Promise<unknown> = Promise.resolve()
  readonly #looks = new Set<NodeJS.Timeout>()

  private constructor(parts: Parts) {
    super()
    this.folder = parts.folder
    this.file = parts.file
    this.content = parts.content
    this.model = parts.model
    this.log = parts.log
    this.readOnly = parts.readOnly
    this.findings = parts.findings
    this.#documents = parts.documents
    this.#lock = parts.lock
    this.#outside = new OutsideChanges({
      ...parts,
      take: (label, entries) => this.makeInTurn(label, entries),
    })
    this.#writer = new DocumentWriter({
      documents: parts.documents,
      outside: this.#outside,
      log: parts.log,
      model: parts.model,
      inTurn: (work) => this.inTurn(work),
      onHealth: () => this.emit('health'),
      onUnsaved: (error) => this.#tellUnsaved(error),
    })
  }

  /** @throws Problem `notebook-exists`, `no-permission`, … */
  static async create(folder: string, title: string): Promise<NotebookStore> {
    await createNotebookFile(folder, title)
    return NotebookStore.open(folder)
  }

  /**
   * Opens a notebook. When another program is writing it, the folder cannot be written, or it was made by a newer Ascribe,
   * it opens read-only. Lists are there at once; `model.whole` answers when the read model has everything.
   * @param beforeMigration called before anything is written in a newer format than the notebook's
   * @throws Problem `not-a-notebook`, `damaged`
   */
  static async open(
    folder: string,
    beforeMigration: (file: NotebookFile) => Promise<void> = () => Promise.resolve(),
  ): Promise<NotebookStore> {
    let file = await readNotebookFile(folder)
    const documents = new Documents(folder)
    // Its thread takes a moment to start; the rest is done meanwhile.
    const model = ReadModel.start(folder, () => documents.unwritten())
    const { lock, reason: readOnly, isInUse } = await rightToWrite(folder, file)
    const log = new ChangeLog(folder)
    try {
      if (lock && file.formatVersion < formatVersion) {
        await beforeMigration(file)
        file = await writeNotebookFile(folder, { ...file, formatVersion })
      }
      const recovery: Recovery = lock
        ? await recover(log, documents, (document, records) => keepConflict(folder, document, records))
        : { findings: [], written: new Map() }
      if (lock) await removeLeftovers(new Enclosure(folder))
      const place = lock ? 'cache' : isInUse ? 'cache-of-writer' : 'memory'
      await model.open(place, lock ? await log.end() : null)
      model.written(recovery.written)
      const content = new ContentStore(folder)
      return new NotebookStore({
        folder,
        file,
        documents,
        log,
        content,
        model,
        lock,
        readOnly,
        findings: recovery.findings,
      })
    } catch (error) {
      await model.close()
      lock?.release()
      throw error
    }
  }

  /**
   * @param article for an annotation: its article, where that is known
   * @throws Problem `damaged` when the document that has it cannot be read
   */
  async get<K extends RecordKind>(kind: K, id: Id<K>, article?: Id<'article'>): Promise<RecordOf<K> | null> {
    if (kind !== 'annotation' || article !== undefined) return this.#documents.get(kind, id, article)
    const place = await this.model.ask('whereIs', id)
    return place?.article ? this.#documents.get(kind, id, place.article) : null
  }

  /** @throws Problem `not-found` */
  async need<K extends RecordKind>(kind: K, id: Id<K>): Promise<RecordOf<K>> {
    return new Draft(null, (k, i) => this.get(k, i)).need(kind, id)
  }

  /** The ids of all records of a kind. */
  async idsOf<K extends RecordKind>(kind: K): Promise<Id<K>[]> {
    return (await this.model.ask('idsOf', kind)).map((id) => asId(id))
  }

  /** All annotations of an article, in the order of its document. */
  async annotationsOf(article: Id<'article'>): Promise<RecordOf<'annotation'>[]> {
    const records = await this.#documents.recordsIn(documentOf('article', article))
    return records.flatMap((held) => (held.kind === 'annotation' ? [held.record] : []))
  }

  /**
   * Makes one Change: `work` says what is to happen, then all of it is made durable at once. When this has answered,
   * the Change is on the disk.
   * @param label what is done, for the history; null where the work says it
   * @param references `asTheyWere` for what brings earlier states back, which have rules of their own about what is gone
   * @throws Problem; nothing has happened then
   */
  async commit<T>(
    label: Label | null,
    work: (draft: Draft) => Promise<T>,
    { references = 'checked', ...more }: CommitOptions = {},
  ): Promise<{ result: T; change: Change | null }> {
    return this.inTurn(() =>
      this.#documents.hold(async () => {
        let { draft, result } = await this.#draft(label, work, references)
        // Files that somebody else has changed are taken in first; then it is done on what is there now.
        if (await this.#outside.takeInFirst(draft.entries().map(documentOfEntry)))
          ({ draft, result } = await this.#draft(label, work, references))
        const entries = draft.entries()
        if (entries.length === 0 && more.emptied === undefined) return { result, change: null }
        return { result, change: await this.#make(draft.label, { entries, ...more }) }
      }),
    )
  }

  async #draft<T>(
    label: Label | null,
    work: (draft: Draft) => Promise<T>,
    references: CommitOptions['references'],
  ): Promise<{ draft: Draft; result: T }> {
    const draft = new Draft(label, (kind, id, article) => this.get(kind, id, article))
    const result = await work(draft)
    if (references === 'checked') await checkDraft(draft)
    return { draft, result }
  }

  /** Takes the last Change back. @throws Problem `nothing-to-undo` */
  async undo(): Promise<Change> {
    return this.#step('nextUndo', 'nothingToUndo', (change, step) => ({
      undoes: step.id,
      entries: invert(change.entries),
    }))
  }

  /** Does again what was undone last. @throws Problem `nothing-to-undo` */
  async redo(): Promise<Change> {
    return this.#step('nextRedo', 'nothingToRedo', (change, step) => ({
      redoes: step.id,
      entries: change.entries,
    }))
  }

  /** The labels of what undo and redo would do. */
  steps(): Promise<Overview['steps']> {
    return this.model.askNow('stepLabels')
  }

  /** A Change of the history. @throws Problem `not-found` */
  async change(id: Id<'change'>): Promise<Change> {
    const place = await this.model.ask('placeOfChange', id)
    if (place === null) throw problem('not-found', 'noChange', {})
    return this.log.at(place)
  }

  /** Everything that a record ever was, oldest first. */
  async statesOf<K extends RecordKind>(kind: K, record: Id<K>): Promise<(RecordOf<K> | null)[]> {
    const states: (RecordOf<K> | null)[] = []
    for (const place of await this.model.ask('changesOf', record)) {
      const entry = (await this.log.at(place)).entries.find((one) => one.id === record)
      if (entry === undefined || !isEntryOf(entry, kind)) continue
      if (states.length === 0) states.push(entry.before)
      states.push(entry.after)
    }
    return states
  }

  /** A record in the trash as it was when it was deleted; null when it is not there. */
  async deleted(record: RecordId): Promise<Entry | null> {
    const place = await this.model.ask('placeOfDeletion', record)
    if (place === null) return null
    return (await this.log.at(place)).entries.find(({ id }) => id === record) ?? null
  }

  /** Takes in what somebody else has changed on disk since the notebook was open last. */
  async takeInAll(): Promise<void> {
    if (this.#lock !== null) await this.takeIn(await this.model.changedOnDisk())
  }

  /**
   * Takes in what somebody else has changed on disk, and goes on doing so. A notebook that can only be read shows what the
   * program makes of it that writes it.
   */
  async watch(): Promise<void> {
    if (this.#lock === null) {
      this.#outside.watch(
        (names) => void this.#showWritten(names).catch((error: unknown) => this.#tellUnsaved(error)),
        () => this.emit('health'),
      )
      return
    }
    this.#outside.watch(
      (names) => void this.takeIn(names).catch((error: unknown) => this.#tellUnsaved(error)),
      () => this.emit('health'),
    )
    await this.takeInAll()
  }

  async #showWritten(names: readonly DocumentName[]): Promise<void> {
    for (const name of names) this.#documents.forget(name)
    await this.model.follow(names)
    this.emit('health')
  }

  /** Takes in what somebody else has made of these documents. */
  async takeIn(names: readonly DocumentName[]): Promise<void> {
    if (this.#lock === null || names.length === 0) return
    const { isWorthTelling, unfinished } = await this.inTurn(() => this.#outside.takeIn(names))
    if (this.#documents.isDirty) this.#writer.later()
    if (isWorthTelling) this.emit('health')
    if (unfinished.length > 0) this.#lookAgain(unfinished)
  }

  /** Somebody may be in the middle of writing these. */
  #lookAgain(names: DocumentName[]): void {
    const timer = setTimeout(() => {
      this.#looks.delete(timer)
      this.takeIn(names).catch((error: unknown) => this.#tellUnsaved(error))
    }, unfinishedDelay)
    timer.unref()
    this.#looks.add(timer)
  }

  /** Writes a document anew with these records, as the log has them already; a damaged file is put aside. */
  async rebuild(name: DocumentName, entries: readonly Entry[]): Promise<void> {
    this.assertWritable()
    await this.inTurn(async () => {
      const disk = await this.#documents.onDisk(name)
      this.#documents.forget(name)
      if (disk.damage !== null) await this.#documents.putAside(name)
      await this.#documents.apply(entries)
      await this.#documents.flush()
      await this.model.reindex([name])
    })
    this.emit('health')
  }

  /** Makes a Change of entries that are known to be true; to be called in turn. */
  async makeInTurn(label: Label, entries: Entry[]): Promise<void> {
    if (entries.length > 0) await this.#make(label, { entries })
  }

  /** Goes by the log as it is after it was written anew; to be called in turn. */
  async startLogAnew(): Promise<void> {
    this.model.written(await this.#documents.flush())
    this.#writer.end = await this.log.end()
    if (this.#writer.end !== null) await this.log.setMark(this.#writer.end)
    await this.model.renewHistory()
  }

  /** @throws Problem `read-only` */
  assertWritable(): void {
    if (this.readOnly !== null) throw new Problem('read-only', this.readOnly)
  }

  /** Writes all documents now. @throws Problem */
  async save(): Promise<void> {
    await this.inTurn(() => this.#writer.write())
  }

  /** Writes all documents and lets the notebook go. */
  async close(): Promise<void> {
    this.#writer.stop()
    for (const timer of this.#looks) clearTimeout(timer)
    this.#outside.close()
    await this.inTurn(() => this.#writer.write()).catch((error: unknown) => this.#tellUnsaved(error))
    this.#writer.stop()
    await this.model.close()
    await this.log.release()
    this.#lock?.release()
  }

  /** One after another: what is read while a Change is made stays true until it is made. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  async #step(
    next: 'nextUndo' | 'nextRedo',
    nothing: 'nothingToUndo' | 'nothingToRedo',
    make: (change: Change, step: UndoStep) => Made,
  ): Promise<Change> {
    return this.inTurn(async () => {
      const step = await this.model.ask(next)
      if (!step) throw problem('nothing-to-undo', nothing, {})
      const made = make(await this.log.at(step.place), step)
      return this.#documents.hold(async () => {
        await this.#outside.takeInFirst(made.entries.map(documentOfEntry))
        await this.#checkBefore(made.entries)
        return this.#make(step.label, made)
      })
    })
  }

  /** Changes the ways to look at the claims that are kept. @throws Problem when the notebook can only be read */
  async changeViews(change: (views: NotebookFile['views']) => NotebookFile['views']): Promise<void> {
    this.assertWritable()
    await this.inTurn(async () => {
      const views = change(this.file.views)
      if (views.length > mostViews) throw problem('bad-input', 'tooManyViews', { most: mostViews })
      this.file = await writeNotebookFile(this.folder, { ...this.file, views })
    })
  }

  /** A step may only be taken from the state that it knows; files changed by hand in between are not overwritten. */
  async #checkBefore(entries: readonly Entry[]): Promise<void> {
    for (const { kind, id, before, after } of entries) {
      const record = before ?? after
      const there = await this.get<RecordKind>(kind, id, record === null ? undefined : articleOf(record))
      if (isDeepStrictEqual(there, before)) continue
      throw problem('damaged', 'changedOutside', { kind: noun(kind) })
    }
  }

  async #make(label: Label, made: Made): Promise<Change> {
    this.assertWritable()
    const change: Change = {
      format: formatVersion,
      id: newId(),
      at: now(),
      author: this.#author,
      label,
      ...made,
    }
    const place = await this.log.append(change)
    this.#writer.end = { file: place.file, offset: place.offset + place.bytes }
    await this.#documents.apply(change.entries)
    // From here on the Change has happened, whatever becomes of the cache.
    this.#tell(change, place)
    this.#writer.later()
    return change
  }

  /** Questions that are asked from now on are answered with the Change. */
  #tell(change: Change, place: LogPlace): void {
    this.model.apply(place).then(
      (overview) => this.emit('change', change, overview),
      (error: unknown) => this.#tellUnsaved(error),
    )
  }

  #tellUnsaved(error: unknown): void {
    this.emit('unsaved', error instanceof Error ? error : new Error(String(error)))
  }
}

/** Takes the right to write a notebook, or says why it can only be read. */
async function rightToWrite(
  folder: string,
  file: NotebookFile,
): Promise<{ lock: Lock | null; reason: Said | null; isInUse: boolean }> {
  const readOnly = (reason: Said, isInUse = false) => ({ lock: null, reason, isInUse })
  if (file.formatVersion > formatVersion) return readOnly(wrong('readOnlyNewer', {}))
  const notebook = new Enclosure(folder)
  const inTheWay = blocksWriting(notebook)
  if (inTheWay !== undefined) return readOnly(wrong('readOnlyInTheWay', wordsOf(inTheWay)))
  if (!(await isWritable(folder))) return readOnly(readOnlyReasons['cannot-write'])
  const taken = await takeLock(notebook)
  if (typeof taken !== 'string') return { lock: taken, reason: null, isInUse: false }
  return readOnly(readOnlyReasons[taken], taken === 'in-use')
}

const readOnlyReasons: Record<NoLock, Said> = {
  'in-use': wrong('readOnlyInUse', {}),
  'in-use-by-another': wrong('readOnlyInUseByAnother', {}),
  'cannot-write': wrong('readOnlyFolder', {}),
}

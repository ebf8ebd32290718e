import { said, type Said } from '../../core/words/say.ts'
import { makeEntry, type Entry, type Label } from '../../core/changes/change.ts'
import type { RecordId } from '../../core/records/base.ts'
import { makeHeld, type Held, type RecordKind } from '../../core/records/record.ts'
import type { ChangeLog } from '../change-log.ts'
import { isSameStat } from '../document-adapter.ts'
import type { FileStat } from '../files.ts'
import type { DocumentName } from '../document-shapes.ts'
import type { Documents, OnDisk } from '../documents.ts'
import type { ReadModel } from '../read-model.ts'
import { compare } from './compare.ts'
import { keepConflict } from './conflicts.ts'
import { watchDocuments, type Watcher } from './watch.ts'

/** How many documents are taken in with one Change. */
const batch = 200

/** How long somebody may take to write a file, in milliseconds; until then a half one is not taken for damaged. */
const writingTime = 4_000

/** What came of looking at files. */
interface TakenIn {
  /** Whether there is something that a person should be told of. */
  isWorthTelling: boolean
  /** Files that somebody may be in the middle of writing. */
  unfinished: DocumentName[]
}

type States = Map<DocumentName, (FileStat & { damage?: Said | null }) | null>

/** What other programs (an editor, git, a sync program) do to the documents of an open notebook. */
export class OutsideChanges {
  readonly #folder: string
  readonly #documents: Documents
  readonly #log: ChangeLog
  readonly #model: ReadModel
  readonly #take: (label: Label, entries: Entry[]) => Promise<void>
  #watcher: Watcher | null = null

  /** @param take makes a Change of what others did; only called in turn */
  constructor(parts: {
    folder: string
    documents: Documents
    log: ChangeLog
    model: ReadModel
    take: (label: Label, entries: Entry[]) => Promise<void>
  }) {
    this.#folder = parts.folder
    this.#documents = parts.documents
    this.#log = parts.log
    this.#model = parts.model
    this.#take = parts.take
  }

  watch(onDocuments: (names: DocumentName[]) => void, onOthers: () => void): void {
    this.#watcher ??= watchDocuments(this.#folder, onDocuments, onOthers)
  }

  close(): void {
    this.#watcher?.close()
    this.#watcher = null
  }

  /**
   * Takes in what is on disk of these documents; to be called in turn. What only others changed becomes a Change of its own,
   * what both changed is kept in a file beside for a person to decide.
   */
  async takeIn(names: readonly DocumentName[]): Promise<TakenIn> {
    const taken: TakenIn = { isWorthTelling: false, unfinished: [] }
    for (let at = 0; at < names.length; at += batch)
      await this.#takeInBatch(names.slice(at, at + batch), taken)
    return taken
  }

  async #takeInBatch(names: readonly DocumentName[], taken: TakenIn): Promise<void> {
    const entries: Entry[] = []
    const states: States = new Map()
    const accepted: { name: DocumentName; stat: FileStat | null }[] = []
    const noted = await this.#model.ask('documentStats', names)
    for (const name of names) {
      const disk = await this.#documents.onDisk(name)
      if (isSameStat(disk.stat, noted[name] ?? null)) continue
      if (disk.records === null) await this.#noteLoss(name, disk, states, taken)
      else {
        entries.push(...(await this.#compare(name, disk.records, taken)))
        accepted.push({ name, stat: disk.stat })
        if (disk.stat) states.set(name, disk.stat)
      }
    }
    await this.#take(labelOf(entries), entries)
    for (const { name, stat } of accepted) await this.#documents.accept(name, stat)
    this.#model.written(states)
  }

  /** @returns what only others changed */
  async #compare(name: DocumentName, theirs: readonly Held[], taken: TakenIn): Promise<Entry[]> {
    const memory = await this.#documents.inMemory(name)
    // What was read since may be theirs already; only what is to be written is known to be ours.
    const isOurs = memory?.isDirty === true
    const ours = isOurs ? memory.records : await this.#knownOf(name, theirs)
    const saved = isOurs ? memory.saved : new Map(ours.map(({ record }) => [record.id, record]))
    if (!isOurs) this.#documents.forget(name)
    const { take, conflicts } = compare(theirs, ours, saved)
    if (conflicts.length > 0) {
      await keepConflict(this.#folder, name, conflicts)
      taken.isWorthTelling = true
    }
    return take
  }

  /** A document that is gone or cannot be read. What is in memory of it will be written again. */
  async #noteLoss(name: DocumentName, disk: OnDisk, states: States, taken: TakenIn): Promise<void> {
    const memory = await this.#documents.inMemory(name)
    const isUnfinished =
      disk.damage !== null && disk.stat !== null && Date.now() - disk.stat.mtimeMs < writingTime
    if (isUnfinished) taken.unfinished.push(name)
    if (memory !== null && memory.records.length > 0) {
      if (isUnfinished) return
      if (disk.damage !== null) await this.#documents.putAside(name)
      await this.#documents.keep(name)
      taken.isWorthTelling = true
      return
    }
    this.#documents.forget(name)
    const isKnown = (await this.#model.ask('recordsInDocument', name)).length > 0
    if (disk.damage === null && !isKnown) {
      states.set(name, null)
      return
    }
    const nowhere = { size: -1, mtimeMs: -1 }
    states.set(name, { ...(disk.stat ?? nowhere), damage: disk.damage ?? said('findings.gone', { name }) })
    taken.isWorthTelling = true
  }

  /**
   * Sees to it that documents are as the notebook knows them before they are changed; to be called in turn. One that is gone
   * is made again from the log.
   * @returns whether anything was taken in
   */
  async takeInFirst(names: readonly DocumentName[]): Promise<boolean> {
    const read = await this.#documents.notInStep(names)
    // While the model is made it is not known how documents were.
    if (read.size === 0 || this.#model.progress !== null) return false
    const noted = await this.#model.ask('documentStats', [...read.keys()])
    const changed: DocumentName[] = []
    for (const [name, stat] of read) {
      if (isSameStat(stat, noted[name] ?? null)) await this.#documents.trust(name)
      else changed.push(name)
    }
    if (changed.length === 0) return false
    await this.takeIn(changed)
    for (const name of changed) await this.#makeAgain(name)
    return true
  }

  /** Makes a document that is gone again from the log, before something else is written into it. */
  async #makeAgain(name: DocumentName): Promise<void> {
    const { records, damage } = await this.#documents.onDisk(name)
    if (records !== null || damage !== null) return
    const known = await this.#knownOf(name, [])
    if (known.length === 0) return
    this.#documents.forget(name)
    await this.#documents.apply(
      known.map(({ kind, record }) => makeEntry<RecordKind>(kind, record.id, null, record)),
    )
  }

  /** The records of a document as the log left them. */
  async #knownOf(name: DocumentName, theirs: readonly Held[]): Promise<Held[]> {
    const ids = new Set<RecordId>([
      ...theirs.map(({ record }) => record.id),
      ...(await this.#model.ask('recordsInDocument', name)),
    ])
    const found: Held[] = []
    for (const { record, place } of await this.#model.ask('lastChangesOf', [...ids])) {
      const entry = (await this.#log.at(place)).entries.find(({ id }) => id === record)
      if (entry?.after) found.push(makeHeld<RecordKind>(entry.kind, entry.after))
    }
    return found
  }
}

const labelOf = (entries: readonly Entry[]): Label => said('history.takeInOutside', { count: entries.length })

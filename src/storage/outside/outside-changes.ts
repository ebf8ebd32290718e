import type { Change, Entry } from '../../core/changes/change.ts'
import type { Id } from '../../core/records/base.ts'
import type { AnyRecord } from '../../core/records/record.ts'
import type { ChangeLog } from '../change-log.ts'
import { isSameStat, type FileStat } from '../document-adapter.ts'
import type { DocumentName, HeldRecord } from '../document-shapes.ts'
import type { Documents, OnDisk } from '../documents.ts'
import type { ReadModel } from '../read-model.ts'
import { compare } from './compare.ts'
import { keepConflict } from './conflicts.ts'
import { watchDocuments, type Watcher } from './watch.ts'

/** How many documents are taken in with one Change. */
const batch = 200

type States = Map<DocumentName, (FileStat & { damage?: string | null }) | null>

/** What other programs (an editor, git, a sync program) do to the documents of an open notebook. */
export class OutsideChanges {
  readonly #folder: string
  readonly #documents: Documents
  readonly #log: ChangeLog
  readonly #model: ReadModel
  readonly #take: (label: string, entries: Entry[]) => Promise<Change>
  #watcher: Watcher | null = null

  /** @param take makes a Change of what others did; only called in turn */
  constructor(parts: {
    folder: string
    documents: Documents
    log: ChangeLog
    model: ReadModel
    take: (label: string, entries: Entry[]) => Promise<Change>
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

  /** Everything that a record ever was, oldest first. */
  async statesOf(record: Id): Promise<(AnyRecord | null)[]> {
    const states: (AnyRecord | null)[] = []
    for (const place of await this.#model.ask('changesOf', record)) {
      const entry = (await this.#log.at(place)).entries.find(({ id }) => id === record)
      if (!entry) continue
      if (states.length === 0) states.push(entry.before)
      states.push(entry.after)
    }
    return states
  }

  /**
   * Takes in what is on disk of these documents; to be called in turn. What only others changed becomes a Change of its own,
   * what both changed is kept in a file beside for a person to decide.
   * @returns whether there is something that a person should be told of
   */
  async takeIn(names: readonly DocumentName[]): Promise<boolean> {
    let isWorthTelling = false
    for (let at = 0; at < names.length; at += batch) {
      const entries: Entry[] = []
      const states: States = new Map()
      const taken: { name: DocumentName; stat: FileStat | null }[] = []
      const noted = await this.#model.ask('documentStats', names.slice(at, at + batch))
      for (const name of names.slice(at, at + batch)) {
        const disk = await this.#documents.onDisk(name)
        const memory = await this.#documents.inMemory(name)
        if (isSameStat(disk.stat, noted[name] ?? null)) continue
        if (disk.records === null) {
          isWorthTelling = (await this.#noteLoss(name, disk, memory !== null, states)) || isWorthTelling
          continue
        }
        // What was read since may be theirs already; only what is to be written is known to be ours.
        const isOurs = memory?.isDirty === true
        const ours = isOurs ? memory.records : await this.#knownOf(name, disk.records)
        const saved = isOurs ? memory.saved : new Map(ours.map(({ record }) => [record.id, record]))
        if (!isOurs) this.#documents.forget(name)
        const { take, conflicts } = compare(disk.records, ours, saved)
        if (conflicts.length > 0) {
          await keepConflict(this.#folder, name, conflicts)
          isWorthTelling = true
        }
        entries.push(...take)
        taken.push({ name, stat: disk.stat })
        if (disk.stat) states.set(name, disk.stat)
      }
      if (entries.length > 0) await this.#take(labelOf(entries), entries)
      for (const { name, stat } of taken) await this.#documents.accept(name, stat)
      this.#model.written(states)
    }
    return isWorthTelling
  }

  /** A document that is gone or cannot be read. What is in memory of it will be written again. */
  async #noteLoss(name: DocumentName, disk: OnDisk, isInMemory: boolean, states: States): Promise<boolean> {
    if (isInMemory) {
      if (disk.damage !== null) await this.#documents.putAside(name)
      await this.#documents.keep(name)
      return true
    }
    const isKnown = (await this.#model.ask('recordsInDocument', name)).length > 0
    if (disk.damage === null && !isKnown) {
      states.set(name, null)
      return false
    }
    const nowhere = { size: -1, mtimeMs: -1 }
    states.set(name, { ...(disk.stat ?? nowhere), damage: disk.damage ?? `The file “${name}” is gone.` })
    return true
  }

  /** The records of a document as the log left them. */
  async #knownOf(name: DocumentName, theirs: readonly HeldRecord[]): Promise<HeldRecord[]> {
    const ids = new Set([
      ...theirs.map(({ record }) => record.id),
      ...(await this.#model.ask('recordsInDocument', name)),
    ])
    const found: HeldRecord[] = []
    for (const { record, place } of await this.#model.ask('lastChangesOf', [...ids])) {
      const entry = (await this.#log.at(place)).entries.find(({ id }) => id === record)
      if (entry?.after) found.push({ kind: entry.kind, record: entry.after })
    }
    return found
  }
}

const labelOf = (entries: readonly Entry[]): string =>
  entries.length === 1
    ? 'Take in a change made outside Ascribe'
    : `Take in ${entries.length} changes made outside Ascribe`

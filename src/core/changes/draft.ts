import { noun, said } from '../words/say.ts'
import { problem } from '../problem.ts'
import { now, type Id } from '../records/base.ts'
import { articleOf, kinds, type RecordKind, type RecordOf } from '../records/record.ts'
import { wellFormed } from '../records/well-formed.ts'
import { isEntryOf, makeEntry, type Entry, type Label } from './change.ts'

/** Where a draft reads what is there now. */
export type ReadRecord = <K extends RecordKind>(
  kind: K,
  id: Id<K>,
  /** For an annotation: its article, where that is known. */
  article?: Id<'article'>,
) => Promise<RecordOf<K> | null>

/**
 * Collects what one Change will do. Reads see what the draft has already put; nothing is visible outside
 * until the draft is committed.
 */
export class Draft {
  readonly #read: ReadRecord
  readonly #entries = new Map<string, Entry>()
  readonly at = now()
  label: Label

  /** @param label null where it is known only when it is done */
  constructor(label: Label | null, read: ReadRecord) {
    this.label = label ?? said('history.change')
    this.#read = read
  }

  async get<K extends RecordKind>(kind: K, id: Id<K>): Promise<RecordOf<K> | null> {
    const entry = this.#entries.get(id)
    if (entry) return isEntryOf(entry, kind) ? entry.after : null
    return this.#read(kind, id)
  }

  /** @throws Problem `not-found` */
  async need<K extends RecordKind>(kind: K, id: Id<K>): Promise<RecordOf<K>> {
    const record = await this.get(kind, id)
    if (record === null) {
      throw problem('not-found', 'noRecord', { kind: noun(kind), id })
    }
    return record
  }

  /** @throws Problem `bad-input` if the record does not fit its schema */
  async put<K extends RecordKind>(kind: K, record: RecordOf<K>): Promise<RecordOf<K>> {
    const parsed = kinds[kind].schema.safeParse(record)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      throw problem('bad-input', 'wrongField', {
        field: issue?.path.join('.') ?? '',
        kind: noun(kind),
        fault: issue?.message ?? 'is wrong',
      })
    }
    const after = wellFormed(parsed.data)
    const before = await this.#before(kind, after.id, articleOf(after))
    this.#entries.set(after.id, makeEntry<K>(kind, after.id, before, after))
    return after
  }

  /** Puts the record with some fields replaced and `modified` set to the time of the draft, which no state of it had before. */
  async patch<K extends RecordKind>(kind: K, id: Id<K>, fields: Partial<RecordOf<K>>): Promise<RecordOf<K>> {
    const record = await this.need(kind, id)
    return this.put(kind, { ...record, ...fields, id, modified: later(record.modified, this.at) })
  }

  async remove<K extends RecordKind>(kind: K, id: Id<K>): Promise<void> {
    await this.need(kind, id)
    const before = await this.#before(kind, id)
    if (before === null) this.#entries.delete(id)
    else this.#entries.set(id, makeEntry(kind, id, before, null))
  }

  /** The entries, in the order in which the records were first touched. */
  entries(): Entry[] {
    return [...this.#entries.values()]
  }

  async #before<K extends RecordKind>(
    kind: K,
    id: Id<K>,
    article?: Id<'article'>,
  ): Promise<RecordOf<K> | null> {
    const entry = this.#entries.get(id)
    return entry && isEntryOf(entry, kind) ? entry.before : this.#read(kind, id, article)
  }
}

/** The time of a change, or a moment after the one before it where the clock says otherwise: no two states have the same. */
const later = (before: string, at: string): string =>
  at > before ? at : new Date(Date.parse(before) + 1).toISOString()

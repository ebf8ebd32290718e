import { randomUUID } from 'node:crypto'
import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import { sha256 } from '../../storage/content-store.ts'
import type { Database } from '../../storage/database.ts'
import type { Enclosure } from '../../storage/enclosure.ts'
import { realPathOf } from '../../storage/files.ts'
import { exportsBegin } from '../../storage/read-model/open-model.ts'
import { sqliteCode, sqliteCodes } from '../../storage/sqlite-errors.ts'
import { keptIds, openKept, type Kept } from './kept-database.ts'

/** A file as an export wrote it last. */
export interface LastWritten {
  path: string
  /** The checksum of what was written; what somebody edited has another one. */
  hash: string
  /** The record that it is about. */
  about: RecordId | undefined
  /** The format that it was written in; the first one where it is not remembered. */
  by: string | undefined
}

/** The same with what it was made of. */
export interface KeptFile extends Omit<LastWritten, 'by'> {
  /** The records that stand in it. */
  uses: readonly RecordId[]
  /** What was left to be done at its record, as a mark to compare. */
  work: string
  /** Its words; null where they are not text, or not to be kept. */
  words: string | null
}

/** What is remembered of a file. */
export interface Remembered extends Pick<KeptFile, 'hash' | 'words'> {
  /** Where the export that wrote it was broken off: what stood there before, as it may still do, and what had been written then. */
  before: string | null
  wordsBefore: string | null
}

/** What is remembered of an export when all of it is written. */
interface Finished {
  /** Everything that it was asked for, and the program that made it. */
  request: string
  /** The last Change that it has; null where that is not known. */
  change: Id<'change'> | null
  /** The checksum of what stands in the folder about it. */
  manifest: string
  /** What says what there is, as a mark to compare; null where that is not known. */
  index: string | null
  /** What was left as it is though there is something new, or nothing any more: it is looked at each time. */
  left: readonly RecordId[]
  /** When it was finished, in milliseconds. */
  at: number
}

/**
 * What was written of what stands there. Where an export was broken off it may be what was written before: that is safe, since what
 * is new in both is the same.
 */
export const wordsBehind = (
  { hash, words, before, wordsBefore }: Remembered,
  there: string,
): string | null => (before === null || there === hash ? words : wordsBefore)

/** A file is the one that it is about, wherever it is; others go by their place. */
export const keyOf = ({ about, path }: { about?: RecordId | undefined; path: string }): string =>
  about ?? path

/**
 * What was written last into a folder, with its words: with them, edits of others are told from what is new; and of which records each
 * file was made: with that, only those are made anew in which something changed. It is safe to delete: what somebody edited is then
 * left as it is, and the rest made anew. So it is where it cannot be read or written.
 */
export class LastExport {
  #kept: Kept | null
  readonly #by: string
  /** Of the export that goes on now. */
  readonly #run = randomUUID()
  /** Of one that was broken off: files may be newer than what the folder says of itself. */
  readonly #broken: string | null

  private constructor(kept: Kept | null, by: string) {
    this.#kept = kept
    this.#by = by
    this.#broken = this.#ask((known) => known.note('begun'), null)
  }

  /**
   * @param notebook null where nothing can be kept
   * @param folder of the export
   * @param by the format: each has its own
   */
  static async open(notebook: Enclosure | null, folder: string, by: string): Promise<LastExport> {
    const name = sha256(`${by}\n${await realPathOf(folder)}`).slice(0, 24)
    return new LastExport(notebook && openKept(notebook, name), by)
  }

  /** What the last export that was finished was; null where it was broken off, or there was none. */
  get finished(): Finished | null {
    // A cache from elsewhere is not opened.
    return this.#ask((db) => {
      const note = db.note('finished')
      return note === null ? null : (JSON.parse(note) as Finished)
    }, null)
  }

  /** From here on files are written. */
  begin(): void {
    this.#change((db) => {
      db.setNote('finished', null)
      db.setNote('begun', this.#run)
    })
  }

  /**
   * Nothing is written any more, and the folder says what was.
   * @param finished null where it was a part, or was given up
   * @param isCertain whether it is known of every file whether it was written
   */
  end(finished: Omit<Finished, 'at'> | null, isCertain: boolean): void {
    this.#change((db) => {
      db.setNote('finished', finished && JSON.stringify({ ...finished, at: Date.now() }))
      if (!isCertain) return
      db.setNote('begun', null)
      db.run(
        'UPDATE file SET before = NULL, words_before = NULL WHERE before IS NOT NULL OR words_before IS NOT NULL',
      )
    })
  }

  /** Every file, by what it is about and where it is. */
  files(): (LastWritten & Pick<KeptFile, 'work'>)[] {
    return this.#list('')
  }

  /** Those that the export wrote that was broken off. */
  brokenOff(): LastWritten[] {
    return this.#broken === null ? [] : this.#list('WHERE run = ?', this.#broken)
  }

  #list(where: string, ...values: string[]): (LastWritten & Pick<KeptFile, 'work'>)[] {
    const rows = this.#ask(
      (db) =>
        db.all<{ path: string; hash: string; about: RecordId | null; work: string }>(
          `SELECT path, hash, about, work FROM file ${where}`,
          ...values,
        ),
      [],
    )
    return rows.map(({ about, ...one }) => ({ ...one, about: about ?? undefined, by: this.#by }))
  }

  /** The records whose files were made of one of these. */
  madeOf(records: ReadonlySet<RecordId>): RecordId[] {
    if (records.size === 0) return []
    const all = [...records]
    return this.#ask(
      (db) =>
        db.all<{ about: RecordId; uses: string }>('SELECT about, uses FROM file WHERE about IS NOT NULL'),
      [],
    ).flatMap(({ about, uses }) => (all.some((id) => uses.includes(id)) ? about : []))
  }

  /**
   * What is remembered of a file, by its key; nothing where the folder says that another export wrote it since.
   * @param said the checksum that the folder says of it; one that was broken off could not say its own
   */
  file(key: string, said: string | undefined): Remembered | undefined {
    const row = this.#ask(
      (db) =>
        db.one<Remembered & { run: string }>(
          'SELECT hash, words, run, before, words_before AS wordsBefore FROM file WHERE key = ?',
          key,
        ),
      undefined,
    )
    if (!row || (row.hash !== said && this.#broken === null)) return undefined
    const { hash, words, run, before, wordsBefore } = row
    const isOpen = run === this.#broken
    return {
      hash,
      words: words !== null && sha256(words) === hash ? words : null,
      before: isOpen ? before : null,
      wordsBefore: isOpen ? wordsBefore : null,
    }
  }

  /** Remembers files that are about to be written, or are as they are to be. */
  put(files: readonly (KeptFile & Pick<Remembered, 'before' | 'wordsBefore'>)[]): void {
    this.#change((db) => {
      for (const { uses, about, wordsBefore, ...file } of files) {
        const key = keyOf({ ...file, about })
        const columns = { key, about: about ?? null, uses: uses.join(' '), words_before: wordsBefore }
        db.put('file', { ...columns, run: this.#run, ...file })
      }
    })
  }

  /** Takes back what was to be written and was not. */
  restore(key: string, { hash, words }: Pick<Remembered, 'hash' | 'words'>): void {
    this.#change((db) =>
      db.run(
        'UPDATE file SET hash = ?, words = ?, before = NULL, words_before = NULL WHERE key = ?',
        hash,
        words,
        key,
      ),
    )
  }

  remove(keys: Iterable<string>): void {
    this.#change((db) => {
      for (const key of keys) db.run('DELETE FROM file WHERE key = ?', key)
    })
  }

  /** Keeps no words that name a confidential source. What was written is known all the same: it is to be renewed, or removed. */
  forget(names: ConfidentialNames): void {
    if (names.isEmpty) return
    this.#change((db) => {
      for (const column of ['words', 'words_before'])
        for (const { key } of db.all<{ key: string }>(`SELECT key FROM file WHERE ${column} IS NOT NULL`)) {
          const row = db.one<{ words: string }>(`SELECT ${column} AS words FROM file WHERE key = ?`, key)
          if (row && names.isIn(row.words)) db.run(`UPDATE file SET ${column} = NULL WHERE key = ?`, key)
        }
    })
  }

  /** Sees to it that nothing is kept of any export of a notebook that names a confidential source. */
  static async forgetInAll(notebook: Enclosure, names: ConfidentialNames): Promise<void> {
    if (names.isEmpty) return
    // Until they were kept in databases, they were one file each.
    for (const name of notebook.names('.cache'))
      if (name.startsWith(exportsBegin) && name.endsWith('.json.gz')) await notebook.remove(`.cache/${name}`)
    for (const id of keptIds(notebook)) {
      const kept = new LastExport(openKept(notebook, id), '')
      kept.forget(names)
      kept.close()
    }
  }

  close(): void {
    try {
      this.#kept?.db.close()
    } catch {
      // It is damaged, and was given up.
    }
    this.#kept = null
  }

  /** What cannot be read is not known. */
  #ask<T>(question: (db: Database) => T, unknown: T): T {
    if (this.#kept === null) return unknown
    try {
      return question(this.#kept.db)
    } catch (error) {
      this.#giveUp(this.#kept, error)
      return unknown
    }
  }

  #change(work: (db: Database) => unknown): void {
    this.#ask((db) => db.transaction(() => work(db)), undefined)
  }

  /** Damaged, or no room for it: an export goes on without, and the next one begins a new one. */
  #giveUp(kept: Kept, error: unknown): void {
    if (sqliteCode(error) === undefined && !(error instanceof SyntaxError)) throw error
    this.close()
    // Where another program writes it just now, it is that one's.
    if (sqliteCode(error) !== sqliteCodes.busy) kept.discard()
  }
}

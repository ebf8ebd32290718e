import { closeSync, openSync, rmSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import { sha256 } from '../../storage/content-store.ts'
import { Database } from '../../storage/database.ts'
import type { Enclosure } from '../../storage/enclosure.ts'
import { makeFolder, privateFile } from '../../storage/files.ts'
import { exportsBegin } from '../../storage/read-model/open-model.ts'
import { isCacheOurs } from '../../storage/survey.ts'

/** Goes up with every change of the tables; an older one is made anew. */
const version = 1
const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) STRICT;
  CREATE TABLE file (key TEXT PRIMARY KEY, path TEXT, hash TEXT, about TEXT, uses TEXT, work TEXT, words TEXT) STRICT;
  CREATE INDEX file_hash ON file (hash);
`

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
  /** What exports of other formats wrote there. */
  others: readonly LastWritten[]
}

/** A file is the one that it is about, wherever it is; others go by their place. */
export const keyOf = ({ about, path }: { about?: RecordId | undefined; path: string }): string =>
  about ?? path

/**
 * What was written last into a folder, with its words: with them, edits of others are told from what is new; and of which records each
 * file was made: with that, only those are made anew in which something changed. It is safe to delete: what somebody edited is then
 * left as it is, and the rest made anew.
 */
export class LastExport {
  readonly #db: Database
  readonly #by: string
  /** Whether the last one was broken off: files may be newer than what the folder says of itself. */
  readonly isBrokenOff: boolean

  private constructor(db: Database, by: string) {
    this.#db = db
    this.#by = by
    this.isBrokenOff = db.note('begun') !== null
  }

  /** @param notebook null where nothing can be kept @param folder of the export @param by the format: each has its own */
  static async open(notebook: Enclosure | null, folder: string, by: string): Promise<LastExport> {
    const real = await realpath(folder).catch(() => folder)
    const name = `.cache/${exportsBegin}${sha256(`${by}\n${real}`).slice(0, 24)}.db`
    const kept = notebook === null ? null : await openKept(notebook, name).catch(() => null)
    return new LastExport(kept ?? inMemory(), by)
  }

  /** What the last export that was finished was; null where it was broken off, or there was none. */
  get finished(): Finished | null {
    const note = this.#db.note('finished')
    // A cache from elsewhere is not opened.
    return note === null ? null : (JSON.parse(note) as Finished)
  }

  /** From here on files are written. */
  begin(): void {
    this.#db.transaction(() => {
      this.#db.setNote('finished', null)
      this.#db.setNote('begun', 'yes')
    })
  }

  /** Nothing is written any more. @param finished null where it was a part, or was given up */
  end(finished: Finished | null): void {
    this.#db.transaction(() => {
      this.#db.setNote('finished', finished && JSON.stringify(finished))
      this.#db.setNote('begun', null)
    })
  }

  /** Every file, by what it is about and where it is. */
  files(): (LastWritten & Pick<KeptFile, 'work'>)[] {
    return this.#db
      .all<{ path: string; hash: string; about: RecordId | null; work: string }>(
        'SELECT path, hash, about, work FROM file',
      )
      .map(({ about, ...one }) => ({ ...one, about: about ?? undefined, by: this.#by }))
  }

  /** The records whose files were made of one of these. */
  madeOf(records: ReadonlySet<RecordId>): RecordId[] {
    if (records.size === 0) return []
    const all = [...records]
    return this.#db
      .all<{ about: RecordId; uses: string }>('SELECT about, uses FROM file WHERE about IS NOT NULL')
      .flatMap(({ about, uses }) => (all.some((id) => uses.includes(id)) ? about : []))
  }

  /** What was written into a file, by its key. */
  written(key: string): { hash: string; words: string | null } | undefined {
    return this.#db.one('SELECT hash, words FROM file WHERE key = ?', key)
  }

  /** The words of that checksum; undefined where they are not kept, or are not these. */
  words(hash: string): string | undefined {
    const words = this.#db.one<{ words: string | null }>('SELECT words FROM file WHERE hash = ?', hash)?.words
    return words != null && sha256(words) === hash ? words : undefined
  }

  put(files: readonly KeptFile[]): void {
    this.#db.transaction(() => {
      for (const { uses, about, ...file } of files)
        this.#db.put('file', {
          key: keyOf({ ...file, about }),
          about: about ?? null,
          uses: uses.join(' '),
          ...file,
        })
    })
  }

  remove(keys: Iterable<string>): void {
    this.#db.transaction(() => {
      for (const key of keys) this.#db.run('DELETE FROM file WHERE key = ?', key)
    })
  }

  /** Keeps nothing that names a confidential source. */
  forget(names: ConfidentialNames): void {
    if (names.isEmpty) return
    this.#db.transaction(() => {
      for (const { key } of this.#db.all<{ key: string }>('SELECT key FROM file')) {
        const row = this.#db.one<{ path: string; words: string | null }>(
          'SELECT path, words FROM file WHERE key = ?',
          key,
        )
        if (row && (names.isIn(row.path) || names.isIn(row.words ?? '')))
          this.#db.run('DELETE FROM file WHERE key = ?', key)
      }
    })
  }

  /** Sees to it that nothing is kept of any export of a notebook that names a confidential source. */
  static async forgetInAll(notebook: Enclosure, names: ConfidentialNames): Promise<void> {
    for (const name of names.isEmpty ? [] : notebook.names('.cache')) {
      if (!name.startsWith(exportsBegin)) continue
      // Until they were kept in databases, they were one file each.
      if (name.endsWith('.json.gz')) await notebook.remove(`.cache/${name}`)
      if (!name.endsWith('.db')) continue
      const kept = new LastExport(await openKept(notebook, `.cache/${name}`), '')
      kept.forget(names)
      kept.close()
    }
  }

  close(): void {
    this.#db.close()
  }
}

function inMemory(): Database {
  const db = new Database(':memory:')
  db.make(tables, version)
  return db
}

const numberOf = (notebook: Enclosure, name: string): string => String(notebook.stat(name)?.ino ?? '')

/** Opens what is kept there, if it was made here; one that came with the folder from elsewhere is made anew. @throws where it cannot be */
async function openKept(notebook: Enclosure, name: string): Promise<Database> {
  await makeFolder(notebook.folderAt('.cache'))
  if (!isCacheOurs(notebook)) throw new Error('the cache is not in a folder of this notebook')
  // Ours has none: SQLite would follow the names of files that stand in it.
  rmSync(notebook.at(`${name}-journal`), { force: true })
  if (notebook.kind(name) === 'file') {
    const db = opened(notebook, name)
    if (db) return db
  }
  for (const end of ['', '-wal', '-shm']) rmSync(notebook.at(`${name}${end}`), { force: true })
  closeSync(openSync(notebook.at(name), 'wx', privateFile))
  const db = settled(new Database(notebook.at(name)))
  db.make(tables, version)
  db.setNote('file', numberOf(notebook, name))
  return db
}

/** One that is damaged, of another program or from elsewhere is none. */
function opened(notebook: Enclosure, name: string): Database | undefined {
  let db: Database | undefined
  try {
    db = settled(new Database(notebook.at(name)))
    if (db.isOf(version) && db.note('file') === numberOf(notebook, name)) return db
  } catch {
    // Then it is made anew.
  }
  db?.close()
  return undefined
}

/** What a loss of power spoils is made anew; what is taken out is gone from the file. */
function settled(db: Database): Database {
  db.set('journal_mode = WAL')
  db.set('synchronous = OFF')
  db.set('secure_delete = ON')
  return db
}

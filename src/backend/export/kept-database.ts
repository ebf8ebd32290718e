import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { Database } from '../../storage/database.ts'
import type { Enclosure } from '../../storage/enclosure.ts'
import { privateFile, privateFolder } from '../../storage/files.ts'
import { exportsBegin } from '../../storage/read-model/open-model.ts'
import { sqliteCode, sqliteCodes } from '../../storage/sqlite-errors.ts'
import { isCacheOurs } from '../../storage/survey.ts'

/** Goes up with every change of the tables; an older one is made anew. */
const version = 3
const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) STRICT;
  -- What was written, and until it is known to be (run): what stood there before, and what had been written then.
  CREATE TABLE file (
    key TEXT PRIMARY KEY, path TEXT, hash TEXT, about TEXT, uses TEXT, work TEXT, words TEXT, run TEXT, before TEXT,
    words_before TEXT
  ) STRICT;
  CREATE INDEX file_hash ON file (hash);
`

/** What is kept in the cache of a notebook: one for each folder and format. */
export const keptIds = (notebook: Enclosure): string[] =>
  notebook.names('.cache').flatMap((name) => /^export-([0-9a-f]+)\.db$/.exec(name)?.[1] ?? [])

/** Where each database is, to remove it. */
const places = new WeakMap<Database, { notebook: Enclosure; file: string }>()

/** Takes one away that was given up. */
export function removeKept(db: Database): void {
  const place = places.get(db)
  if (!place) return
  for (const end of ['', '-wal', '-shm'])
    try {
      rmSync(place.notebook.at(`${place.file}${end}`), { force: true })
    } catch {
      // It stays, and is given up again.
    }
}

const numberOf = (notebook: Enclosure, name: string): string => String(notebook.stat(name)?.ino ?? '')

/**
 * Opens what is kept there, if it was made here; one that came with the folder from elsewhere, or is damaged, is made anew.
 * @returns null where it cannot be, or somebody else writes it just now
 */
export function openKept(notebook: Enclosure, id: string): Database | null {
  const file = `.cache/${exportsBegin}${id}.db`
  try {
    if (!isCacheOurs(notebook)) return null
    const there = notebook.kind(file) === 'file' ? opened(notebook, file) : undefined
    return there ?? madeAnew(notebook, file)
  } catch {
    return null
  }
}

function madeAnew(notebook: Enclosure, file: string): Database {
  mkdirSync(notebook.folderAt('.cache'), { recursive: true, mode: privateFolder })
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(notebook.at(`${file}${end}`), { force: true })
  closeSync(openSync(notebook.at(file), 'wx', privateFile))
  const db = new Database(notebook.at(file))
  settle(db)
  db.make(tables, version)
  db.setNote('file', numberOf(notebook, file))
  places.set(db, { notebook, file })
  return db
}

/** @returns undefined for one that is damaged, of another program or from elsewhere. @throws where somebody else writes it */
function opened(notebook: Enclosure, file: string): Database | undefined {
  // Ours has none: SQLite would follow the names of files that stand in it.
  if (notebook.kind(`${file}-journal`) !== 'missing') return undefined
  let db: Database | undefined
  try {
    db = new Database(notebook.at(file))
    settle(db)
    if (db.isOf(version) && db.note('file') === numberOf(notebook, file)) {
      places.set(db, { notebook, file })
      return db
    }
  } catch (error) {
    db?.close()
    const code = sqliteCode(error)
    if (code === sqliteCodes.corrupt || code === sqliteCodes.notADatabase) return undefined
    // In use, or the disk fails: it may be good.
    throw error
  }
  db.close()
  return undefined
}

/** What a loss of power spoils is made anew; what is taken out is gone from the file. */
function settle(db: Database): void {
  db.set('journal_mode = WAL')
  db.set('synchronous = OFF')
  db.set('secure_delete = ON')
}

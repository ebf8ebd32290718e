import { mkdirSync, rmSync } from 'node:fs'
import { isMadeHere, madeHere } from '../../storage/cache-database.ts'
import { Database } from '../../storage/database.ts'
import type { Enclosure } from '../../storage/enclosure.ts'
import { privateFolder } from '../../storage/files.ts'
import { exportsBegin } from '../../storage/read-model/open-model.ts'
import { sqliteCode, sqliteCodes } from '../../storage/sqlite-errors.ts'
import { isCacheOurs } from '../../storage/survey.ts'

/** Goes up with every change of the tables; an older one is made anew. */
const version = 4
const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) STRICT;
  -- What was written, and until it is known to be (run): what stood there before, and what had been written then.
  CREATE TABLE file (
    key TEXT PRIMARY KEY, path TEXT, hash TEXT, about TEXT, uses TEXT, work TEXT, words TEXT, run TEXT, before TEXT,
    words_before TEXT
  ) STRICT;
`

/** What is kept of exports into a folder, and how it is taken away where it is of no use any more. */
export interface Kept {
  db: Database
  discard: () => void
}

/** What is kept in the cache of a notebook: one for each folder and format. */
export const keptIds = (notebook: Enclosure): string[] =>
  notebook
    .names('.cache')
    .filter((name) => name.startsWith(exportsBegin) && name.endsWith('.db'))
    .map((name) => name.slice(exportsBegin.length, -'.db'.length))

/**
 * Opens what is kept there, if it was made here; one that came with the folder from elsewhere, or is damaged, is made anew.
 * @returns null where it cannot be, or somebody else writes it just now
 */
export function openKept(notebook: Enclosure, id: string): Kept | null {
  const file = `.cache/${exportsBegin}${id}.db`
  try {
    if (!isCacheOurs(notebook)) return null
    const there = notebook.kind(file) === 'file' ? opened(notebook, file) : undefined
    return { db: there ?? madeAnew(notebook, file), discard: () => discard(notebook, file) }
  } catch {
    return null
  }
}

function madeAnew(notebook: Enclosure, file: string): Database {
  mkdirSync(notebook.folderAt('.cache'), { recursive: true, mode: privateFolder })
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(notebook.at(`${file}${end}`), { force: true })
  return madeHere(notebook, file, (path) => {
    const db = settled(path)
    db.make(tables, version)
    return db
  })
}

/** @returns undefined for one that is damaged, of another program or from elsewhere. @throws where somebody else writes it */
function opened(notebook: Enclosure, file: string): Database | undefined {
  // Ours has none: SQLite would follow the names of files that stand in it.
  if (notebook.kind(`${file}-journal`) !== 'missing') return undefined
  let db: Database | undefined
  try {
    db = settled(notebook.at(file))
    if (db.isOf(version) && isMadeHere(db, notebook, file)) return db
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
function settled(path: string): Database {
  const db = new Database(path)
  for (const pragma of ['journal_mode = WAL', 'synchronous = OFF', 'secure_delete = ON']) db.set(pragma)
  return db
}

function discard(notebook: Enclosure, file: string): void {
  for (const end of ['', '-wal', '-shm'])
    try {
      rmSync(notebook.at(`${file}${end}`), { force: true })
    } catch {
      // It stays, and is given up again.
    }
}

import { closeSync, openSync } from 'node:fs'
import type { Database } from './database.ts'
import type { Enclosure } from './enclosure.ts'
import { privateFile } from './files.ts'

/** The number that the file system gave to a file: a cache that came with a folder from elsewhere has another one. */
export const numberOf = (folder: Enclosure, name: string): string => String(folder.stat(name)?.ino ?? '')

/** Whether a database in the cache was made here. One that came with the folder (a copy, an archive) may say anything. */
export const isMadeHere = (db: Database, notebook: Enclosure, name: string): boolean =>
  db.note('file') === numberOf(notebook, name)

/** Makes a database in the cache where there is none. @param open opens it with its tables made @throws where it cannot be */
export function madeHere<D extends Database>(
  notebook: Enclosure,
  name: string,
  open: (path: string) => D,
): D {
  const path = notebook.at(name)
  // SQLite gives the files beside it the same rights.
  closeSync(openSync(path, 'wx', privateFile))
  const db = open(path)
  db.setNote('file', numberOf(notebook, name))
  return db
}

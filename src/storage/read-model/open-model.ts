import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { LogMark } from '../change-log.ts'
import type { Enclosure } from '../enclosure.ts'
import { isMadeHere, madeHere } from '../cache-database.ts'
import { privateFolder } from '../files.ts'
import { isCacheOurs } from '../survey.ts'
import { ModelDatabase } from './database.ts'
import { indexedLog } from './index-change.ts'

/** Where the model lives: in the cache of the notebook, in that of another program that writes it, or in memory. */
export type ModelPlace = 'cache' | 'cache-of-writer' | 'memory'

export interface OpenedModel {
  db: ModelDatabase
  /** Whether everything is in it. */
  isWhole: boolean
  /** Whether it contains the log to its end. */
  isInStep: boolean
}

/** Opens the database of the model. @param end where the log ends */
export function openModel(notebook: Enclosure, place: ModelPlace, end: LogMark | null): OpenedModel {
  const ways = {
    cache: [() => inCache(notebook), () => anewInCache(notebook), inMemory],
    'cache-of-writer': [() => inCacheOfWriter(notebook), inMemory],
    memory: [inMemory],
  }[place]
  for (const make of ways) {
    let db: ModelDatabase | undefined
    try {
      db = make()
      const isWhole = db.note('whole') !== null
      const mark = indexedLog(db)
      return {
        db,
        isWhole,
        isInStep: place !== 'cache' || (mark?.file === end?.file && mark?.offset === end?.offset),
      }
    } catch (error) {
      db?.close()
      // Without a usable cache the next way is tried; in memory there is no next.
      if (make === inMemory || !(error instanceof Error)) throw error
    }
  }
  throw new Error('no read model could be made')
}

/** An empty database where the model lives, or in memory when that cannot be written. */
export function emptyModel(notebook: Enclosure, place: ModelPlace): ModelDatabase {
  if (place !== 'cache') return inMemory()
  try {
    return anewInCache(notebook)
  } catch {
    return inMemory()
  }
}

const cacheFolder = '.cache'
/** How the files begin that remember what exports wrote. */
export const exportsBegin = 'export-'
export const cacheFile = `${cacheFolder}/read-model.db`

const inMemory = (): ModelDatabase => withTables(':memory:')

function withTables(path: string): ModelDatabase {
  const db = new ModelDatabase(path)
  db.createTables()
  return db
}

/**
 * Opens the cache that is there; undefined where there is none that is whole and was made here. One that came with the folder
 * (a copy, an archive, a repository) may say anything: it is told by the number that the file system gave to its file.
 * @throws Error where it cannot be opened
 */
export function openCache(notebook: Enclosure, { readOnly = false } = {}): ModelDatabase | undefined {
  if (!isCacheOurs(notebook)) throw new Error('the cache is not in a folder of this notebook')
  if (notebook.kind(cacheFile) !== 'file') return undefined
  // Ours has none: SQLite would follow the names of files that stand in it.
  if (!readOnly) rmSync(notebook.at(`${cacheFile}-journal`), { force: true })
  else if (notebook.kind(`${cacheFile}-journal`) !== 'missing') return undefined
  const db = new ModelDatabase(notebook.at(cacheFile), { readOnly })
  try {
    if (db.isCurrent && db.note('whole') !== null && isMadeHere(db, notebook, cacheFile)) return db
  } catch (error) {
    db.close()
    throw error
  }
  db.close()
  return undefined
}

/** One whose making was broken off lacks what was to be counted at its end; it begins anew. */
const inCache = (notebook: Enclosure): ModelDatabase => openCache(notebook) ?? anewInCache(notebook)

function anewInCache(notebook: Enclosure): ModelDatabase {
  if (!isCacheOurs(notebook)) throw new Error('the cache is not in a folder of this notebook')
  const cache = notebook.folderAt(cacheFolder)
  // What exports wrote last is worth more than it takes to make it again: it cannot be.
  for (const name of notebook.names(cacheFolder))
    if (!name.startsWith(exportsBegin)) rmSync(join(cache, name), { recursive: true, force: true })
  mkdirSync(cache, { recursive: true, mode: privateFolder })
  return madeHere(notebook, cacheFile, withTables)
}

/** @throws when there is none, or it is not whole */
function inCacheOfWriter(notebook: Enclosure): ModelDatabase {
  const db = openCache(notebook, { readOnly: true })
  if (db === undefined) throw new Error('the writer’s cache is not whole')
  return db
}

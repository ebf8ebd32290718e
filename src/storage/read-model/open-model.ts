import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { LogMark } from '../change-log.ts'
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
export function openModel(folder: string, place: ModelPlace, end: LogMark | null): OpenedModel {
  const cache = join(folder, '.cache')
  const ways = {
    cache: [() => inCache(cache), () => anewInCache(cache), inMemory],
    'cache-of-writer': [() => inCacheOfWriter(cache), inMemory],
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
export function emptyModel(folder: string, place: ModelPlace): ModelDatabase {
  if (place !== 'cache') return inMemory()
  try {
    return anewInCache(join(folder, '.cache'))
  } catch {
    return inMemory()
  }
}

const fileIn = (cache: string): string => join(cache, 'read-model.db')

function inMemory(): ModelDatabase {
  const db = new ModelDatabase(':memory:')
  db.createTables()
  return db
}

function inCache(cache: string): ModelDatabase {
  mkdirSync(cache, { recursive: true })
  const db = new ModelDatabase(fileIn(cache))
  // One whose making was broken off lacks what was to be counted at its end; it begins anew.
  if (db.isCurrent && db.note('whole') !== null) return db
  db.close()
  return anewInCache(cache)
}

function anewInCache(cache: string): ModelDatabase {
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  const db = new ModelDatabase(fileIn(cache))
  db.createTables()
  return db
}

/** @throws when there is none, or it is not whole */
function inCacheOfWriter(cache: string): ModelDatabase {
  const db = new ModelDatabase(fileIn(cache), { readOnly: true })
  if (db.isCurrent && db.note('whole') !== null) return db
  db.close()
  throw new Error('the writer’s cache is not whole')
}

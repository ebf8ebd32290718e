import { rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { sqliteCode, sqliteCodes } from './sqlite-errors.ts'

/** The one who may write. */
export interface Lock {
  release: () => void
}

/**
 * Takes the right to write. The lock is the operating system's lock on a file, taken through SQLite: it goes with the
 * process that holds it, however that ends.
 * @param path the lock file, which stays empty
 * @returns why it could not be taken, otherwise
 */
export async function takeLock(path: string): Promise<Lock | 'in-use' | 'cannot-write'> {
  const first = tryLock(path)
  if (first !== 'garbled') return first
  // Something else has been written into it; only its being locked means anything.
  await rm(path, { recursive: true, force: true })
  const second = tryLock(path)
  return second === 'garbled' ? 'cannot-write' : second
}

function tryLock(path: string): Lock | 'in-use' | 'cannot-write' | 'garbled' {
  let database: DatabaseSync | undefined
  try {
    const opened = new DatabaseSync(path)
    database = opened
    opened.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return { release: () => opened.close() }
  } catch (error) {
    database?.close()
    const code = sqliteCode(error)
    if (code === sqliteCodes.busy || code === sqliteCodes.locked) return 'in-use'
    return code === sqliteCodes.readOnly ? 'cannot-write' : 'garbled'
  }
}

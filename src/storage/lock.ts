import { DatabaseSync } from 'node:sqlite'

/** The one who may write. */
export interface Lock {
  release: () => void
}

/**
 * Takes the right to write, or answers null when another program has it. The lock is the operating system's
 * lock on a file, taken through SQLite: it goes with the process that holds it, however that ends.
 * @param path the lock file, which stays empty
 */
export function takeLock(path: string): Lock | null {
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
  } catch {
    database.close()
    return null
  }
  return {
    release: () => {
      database.close()
    },
  }
}

import { readFileSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Enclosure } from './enclosure.ts'
import { lockFiles } from './survey.ts'
import { sqliteCode, sqliteCodes } from './sqlite-errors.ts'

/** The one who may write. */
export interface Lock {
  release: () => void
}

/** Why the right to write could not be taken: another program of this user has it, one of another user, or it cannot be written. */
export type NoLock = 'in-use' | 'in-use-by-another' | 'cannot-write'

const [lockFile, ...besideIt] = lockFiles

/**
 * Takes the right to write. The lock is the operating system's lock on the file `.lock`, taken through SQLite: it goes with
 * the process that holds it, however that ends. The file stays empty, and the journal that SQLite keeps beside it is a head without
 * pages. One with more came from elsewhere (it would make SQLite write, and remove a file that it names) and goes.
 * @throws Problem where something else than a regular file is in its place
 */
export async function takeLock(notebook: Enclosure): Promise<Lock | NoLock> {
  for (const name of besideIt)
    if (notebook.kind(name) === 'file' && !(await isBare(notebook, name))) await notebook.remove(name)
  const made = await notebook.open(lockFile, 'a').catch(() => null)
  if (made === null) return ownerOf(notebook) === 'another' ? 'in-use-by-another' : 'cannot-write'
  await made.close()
  const first = tryLock(notebook)
  if (first !== 'garbled') return first
  // Something else has been written into it; only its being locked means anything.
  await notebook.remove(lockFile)
  const second = tryLock(notebook)
  return second === 'garbled' ? 'cannot-write' : second
}

/** The head of a journal, and what ends one that names another file (https://www.sqlite.org/fileformat.html, section 3). */
const headBytes = 512
const namesAnother = Buffer.from('d9d505f920a163d7', 'hex')

/** Whether a journal is one as a lock has it: nothing, or a head alone. */
async function isBare(notebook: Enclosure, name: string): Promise<boolean> {
  if ((notebook.stat(name)?.size ?? 0) > headBytes) return false
  const bytes = await notebook.read(name, headBytes)
  return bytes === null || !bytes.subarray(-namesAnother.length).equals(namesAnother)
}

function tryLock(notebook: Enclosure): Lock | NoLock | 'garbled' {
  let database: DatabaseSync | undefined
  try {
    const opened = new DatabaseSync(notebook.at(lockFile))
    database = opened
    opened.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return { release: () => opened.close() }
  } catch (error) {
    database?.close()
    const code = sqliteCode(error)
    if (code === sqliteCodes.busy || code === sqliteCodes.locked)
      return holderOf(notebook) === 'another' ? 'in-use-by-another' : 'in-use'
    return code === sqliteCodes.readOnly ? 'cannot-write' : 'garbled'
  }
}

/** Whether a file belongs to another user of this machine. */
function ownerOf(notebook: Enclosure): 'us' | 'another' {
  const uid = notebook.stat(lockFile)?.uid
  return uid === undefined || process.getuid === undefined || uid === process.getuid() ? 'us' : 'another'
}

/**
 * Whose program holds the lock, as far as the system tells: Linux lists locks with the process and the inode
 * (proc_locks(5)). Without that it counts as ours.
 */
function holderOf(notebook: Enclosure): 'us' | 'another' {
  try {
    const inode = notebook.stat(lockFile)?.ino
    for (const line of readFileSync('/proc/locks', 'utf8').split('\n')) {
      const [, , , , pid, place] = line.trim().split(/\s+/)
      if (pid === undefined || place?.split(':').at(-1) !== String(inode)) continue
      return statSync(`/proc/${pid}`).uid === process.getuid?.() ? 'us' : 'another'
    }
  } catch {
    // Another system, or the process has just ended.
  }
  return 'us'
}

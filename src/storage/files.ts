import { constants, createWriteStream, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { access, mkdir, open, readFile, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { randomInt } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { problem } from '../core/problem.ts'
import { sqliteCode, sqliteCodes } from './sqlite-errors.ts'

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

/** An error of the file system in words for people; anything else is passed on as it is. */
export function toProblem(error: unknown, path: string): unknown {
  const because = { cause: error }
  switch (codeOf(error)) {
    case 'ENOENT':
      return problem('unreadable', 'notThere', { path }, because)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return problem('no-permission', 'notAllowed', { path }, because)
    case 'ENOSPC':
    case 'EDQUOT':
      return problem('disk-full', 'diskFull', { path }, because)
    case 'EEXIST':
    case 'ENOTDIR':
      return problem('unreadable', 'fileInTheWay', { path }, because)
    case 'ELOOP':
      return problem('unreadable', 'isLink', { path }, because)
    case 'EISDIR':
    case 'EIO':
    case 'EMFILE':
    case 'ENAMETOOLONG':
      return problem('unreadable', 'notUsable', { path, code: codeOf(error) ?? '' }, because)
    default:
      return fromSqlite(error, path)
  }
}

function fromSqlite(error: unknown, path: string): unknown {
  switch (sqliteCode(error)) {
    case sqliteCodes.full:
    case sqliteCodes.ioError:
      return problem('disk-full', 'diskFailing', { path }, { cause: error })
    case sqliteCodes.cannotOpen:
    case sqliteCodes.readOnly:
      return problem('no-permission', 'notAllowedHere', { path }, { cause: error })
    default:
      return error
  }
}

/** @throws Problem where the file system refuses */
export async function orProblem<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toProblem(error, path)
  }
}

/** How a file stood on disk when it was read or written last. */
export interface FileStat {
  size: number
  mtimeMs: number
}

/** Others who use this machine have no business in notebooks. */
export const privateFolder = 0o700
export const privateFile = 0o600

/** A file's bytes, or null when it is not there. @throws Problem */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw toProblem(error, path)
  }
}

/**
 * Makes a folder and those above it. (Node's own recursive `mkdir` never ends where a file system refuses with ENOENT below
 * a folder that is there.)
 * @throws Problem
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = []
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.unshift(path)
  await orProblem(folder, async () => {
    if (missing.length === 0 && !(await stat(folder)).isDirectory())
      throw Object.assign(new Error(folder), { code: 'EEXIST' })
    for (const path of missing) {
      await mkdir(path, privateFolder).catch((error: unknown) => {
        // Somebody else may have made it in the meantime.
        if (codeOf(error) === 'EEXIST') return
        throw codeOf(error) === 'ENOENT' ? Object.assign(new Error(path), { code: 'EACCES' }) : error
      })
    }
  })
}

/** The real path of a file or folder that is there or may be made: links above it are followed as far as it is there. */
export async function realPathOf(path: string): Promise<string> {
  const whole = resolve(path)
  try {
    return await realpath(whole)
  } catch {
    const above = dirname(whole)
    return above === whole ? whole : join(await realPathOf(above), basename(whole))
  }
}

/**
 * Replaces a file so that after a crash either the old or the new content is there, whole: a temporary file of
 * its own name in the same folder, synced, renamed, and the folder synced.
 * @returns how the file stood when it was written
 * @throws Problem; the old file is untouched then
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<FileStat> {
  let written: FileStat | undefined
  await replacing(path, (temporary) =>
    withFile(temporary, 'wx', async (file) => {
      await file.writeFile(content)
      await file.sync()
      // Of the very file that was written: as soon as it has its name, another program may write it again.
      const { size, mtimeMs } = await file.stat()
      written = { size, mtimeMs }
    }),
  )
  if (!written) throw new Error(`“${path}” was not written`)
  return written
}

/**
 * Replaces a file at once, for threads that hold nobody up. Unless it is synced, it is whole or not there at all only while the power
 * does not fail.
 * @param isStill asked when only the name is to be given: whether what stands there may still be replaced
 * @returns whether it was
 * @throws Problem; the old file is untouched then
 */
export function replaceAtOnce(
  path: string,
  content: string | Uint8Array,
  { isSynced, isStill }: { isSynced: boolean; isStill: () => boolean },
): boolean {
  const temporary = temporaryFor(path)
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: privateFile, flush: isSynced })
    const isFree = isStill()
    if (isFree) renameSync(temporary, path)
    else rmSync(temporary, { force: true })
    return isFree
  } catch (error) {
    rmSync(temporary, { force: true })
    throw toProblem(error, path)
  }
}

/** The same for content that comes as a stream. @param write fills the stream and ends it */
export async function replaceFile(
  path: string,
  write: (stream: Writable) => Promise<unknown>,
): Promise<void> {
  await replacing(path, async (temporary) => {
    await write(createWriteStream(temporary, { flags: 'wx', mode: privateFile }))
    await withFile(temporary, 'r+', (file) => file.sync())
  })
}

/** How temporary files are called; what a crash left of them may go. */
export const temporaryFile = /^\.\d+-\d+\.tmp$/

/** Threads and other programs write here, too. */
const temporaryFor = (path: string): string =>
  join(dirname(path), `.${process.pid}-${randomInt(2 ** 47)}.tmp`)

async function replacing(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const folder = dirname(path)
  const temporary = temporaryFor(path)
  await orProblem(path, async () => {
    await makeFolder(folder)
    try {
      await fill(temporary)
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
    await syncFolder(folder)
  })
}

/** Makes the names in a folder durable; file systems that cannot do this (Windows) need not. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    await withFile(folder, 'r', (handle) => handle.sync())
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'EBADF'].includes(codeOf(error) ?? '')) throw error
  }
}

async function withFile<T>(path: string, flags: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags, privateFile)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

export async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

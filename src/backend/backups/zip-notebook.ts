import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { openPromise, type Entry, type ZipFile as OpenZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { Problem, problem } from '../../core/problem.ts'
import { Enclosure, mostBytes } from '../../storage/enclosure.ts'
import {
  makeFolder,
  orProblem,
  privateFile,
  replaceFile,
  syncFolder,
  temporaryFile,
  toProblem,
} from '../../storage/files.ts'
import { readNotebookFile } from '../../storage/notebook-file.ts'
import type { Task } from '../tasks/task.ts'
import { removeDeadRestores, restoringName } from './leftovers.ts'
import { buffersOf } from '../../storage/buffers-of.ts'

const mark = 'log/applied.json'

/**
 * Whether a file is no part of a notebook: hidden ones belong to other programs (`.git` may run commands), can be made again
 * (`.cache`), or belong to a running program (`.lock`).
 */
const isHidden = (name: string): boolean => name.split('/').some((part) => part.startsWith('.'))

/** A zip that would become so many times larger was made to fill the disk: text becomes some ten times smaller. */
const mostInflation = 120
/** Small files may become smaller than that, in bytes. */
const freeOfLimit = 64 << 20
/** A notebook has folders in it; people may put some of their own beside them. */
const deepest = 8
const mostFiles = 500_000

export interface BackupContent {
  files: number
  bytes: number
  /** What was in the way and is not in it: links, devices, folders that are none. Without any, the copy is whole. */
  leftOut: string[]
}

/**
 * Writes a notebook into a zip, reads it back, and only then gives it its name. The notebook may be edited meanwhile: the
 * note how far the documents contain the log is read first and the log last, so that a restored notebook brings itself to
 * the end of the log as after a crash. Whatever is in memory should be written before.
 * @throws Problem; there is no file then
 */
export async function writeBackup(
  { folder, file }: { folder: string; file: string },
  task: Task,
): Promise<BackupContent> {
  await readNotebookFile(folder)
  await makeFolder(dirname(file))
  const notebook = new Enclosure(folder)
  const { names, leftOut } = await namesInOrder(notebook)
  const partial = `${file}.part`
  try {
    let added: Added = { files: 0, leftOut: [] }
    await replaceFile(partial, async (out) => (added = await zipInto(out, notebook, names, task)))
    const content = await verifyBackup({ file: partial }, task)
    if (content.files !== added.files) throw damaged(file)
    await orProblem(file, () => rename(partial, file))
    await syncFolder(dirname(file))
    return { ...content, leftOut: [...leftOut, ...added.leftOut] }
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw error
  }
}

interface Added {
  files: number
  /** What could not be read after all. */
  leftOut: string[]
}

/** @returns how many files are in it: one that goes meanwhile is left out */
async function zipInto(
  out: NodeJS.WritableStream,
  notebook: Enclosure,
  names: readonly string[],
  task: Task,
): Promise<Added> {
  const zip = new ZipFile()
  const failed = new Promise<never>((_done, reject) => {
    zip.on('error', (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))))
  })
  const written = pipeline(zip.outputStream, out)
  const added: Added = { files: 0, leftOut: [] }
  for (const [done, name] of names.entries()) {
    await task.step(done, names.length * 2)
    try {
      if (await Promise.race([addFile(zip, notebook, name), failed, written.then(() => false)]))
        added.files += 1
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'damaged') throw error
      added.leftOut.push(name)
    }
  }
  zip.end()
  await Promise.race([written, failed])
  return added
}

/** Adds a file as it is when its turn comes. @returns whether it was there. @throws Problem `damaged` for what is no file */
async function addFile(zip: ZipFile, notebook: Enclosure, name: string): Promise<boolean> {
  const handle = await notebook.open(name, 'r')
  if (handle === null) return false
  const { size } = await handle.stat()
  // A log may grow while it is read; what comes later is not part of this copy.
  const stream = size === 0 ? emptyStream() : handle.createReadStream({ end: size - 1 })
  const read = once(stream, 'end')
  zip.addReadStream(stream, name, { compress: !name.endsWith('.gz') })
  await read
  if (size === 0) await handle.close()
  return true
}

const emptyStream = (): Readable => Readable.from([])

/** The files of a notebook in the order in which they are copied, and what is there and no file. */
async function namesInOrder({ root }: Enclosure): Promise<{ names: string[]; leftOut: string[] }> {
  const found = await orProblem(root, () => readdir(root, { recursive: true, withFileTypes: true }))
  const all = found
    .filter((entry) => !entry.isDirectory() && !temporaryFile.test(entry.name))
    .map((entry) => ({
      isFile: entry.isFile(),
      name: join(entry.parentPath, entry.name)
        .slice(resolve(root).length + 1)
        .replaceAll(sep, '/'),
    }))
    .filter(({ name }) => !isHidden(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const names = all.flatMap(({ isFile, name }) => (isFile ? [name] : []))
  const isLog = (name: string): boolean => name.startsWith('log/') && name !== mark
  return {
    names: [
      ...names.filter((name) => name === mark),
      ...names.filter((name) => name !== mark && !isLog(name)),
      ...names.filter(isLog),
    ],
    leftOut: all.flatMap(({ isFile, name }) => (isFile ? [] : [name])),
  }
}

/** Reads all of a backup and compares it with its checksums. @throws Problem `damaged` */
export async function verifyBackup({ file }: { file: string }, task: Task): Promise<BackupContent> {
  let bytes = 0
  const names: string[] = []
  await eachEntry(file, task, async (entry, stream) => {
    for await (const { length } of buffersOf(stream)) bytes += length
    names.push(entry.fileName)
  })
  if (!names.includes('notebook.json')) throw notANotebook(file)
  return { files: names.length, bytes, leftOut: [] }
}

/**
 * Makes a notebook of a backup, in a folder that is new or empty.
 * @throws Problem `notebook-exists`, `damaged`, …; the folder is as it was then
 */
export async function restoreBackup(
  { file, folder }: { file: string; folder: string },
  task: Task,
): Promise<BackupContent> {
  const target = resolve(folder)
  const there = await readdir(target).catch(() => [])
  if (there.length > 0) throw problem('notebook-exists', 'backupFolderNotEmpty', { path: folder })
  await removeDeadRestores(dirname(target))
  const partial = join(dirname(target), restoringName(basename(target)))
  const content: BackupContent = { files: 0, bytes: 0, leftOut: [] }
  const taken = new TakenNames()
  try {
    await checkRoom(file, dirname(target))
    await makeFolder(partial)
    await eachEntry(file, task, async (entry, stream) => {
      const name = entry.fileName
      if (!taken.takes(name) || !isRegular(entry)) {
        content.leftOut.push(name)
        stream.resume()
        await finished(stream)
        return
      }
      const path = new Enclosure(partial).at(name)
      await makeFolder(dirname(path))
      // What fails here is about the file that is written, not about the backup.
      await orProblem(path, () =>
        pipeline(stream, createWriteStream(path, { flags: 'wx', flush: true, mode: privateFile })),
      )
      content.files += 1
      content.bytes += entry.uncompressedSize
    })
    await readNotebookFile(partial)
    await rm(target, { recursive: true, force: true })
    await orProblem(target, () => rename(partial, target))
    await syncFolder(dirname(target))
    return content
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
    if (error instanceof Problem && error.code === 'not-a-notebook') throw notANotebook(file)
    throw toProblem(error, file)
  }
}

/** The names that are taken from a zip: each once, whatever its case, and such as every system can have. */
class TakenNames {
  readonly #seen = new Set<string>()

  takes(name: string): boolean {
    const parts = name.split('/')
    const isFit = parts.length <= deepest && parts.every((part) => !/[\p{Cc}<>:"|?*\\]|[. ]$/u.test(part))
    const key = name.normalize('NFC').toLowerCase()
    if (isHidden(name) || !isFit || this.#seen.has(key)) return false
    this.#seen.add(key)
    return true
  }
}

/** Whether an entry is a file, and not a link or something else that Unix knows (the upper half of its attributes). */
function isRegular({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & 0o170000
  return type === 0 || type === 0o100000
}

/**
 * Looks at what a zip says of itself before anything is written: whether it is one that was made to fill the disk, and
 * whether there is room for it.
 * @throws Problem `too-large`, `disk-full`
 */
async function checkRoom(file: string, folder: string): Promise<void> {
  const { size } = await orProblem(file, () => stat(file))
  const zip = await openZip(file)
  let bytes = 0
  try {
    if (zip.entryCount > mostFiles) throw tooLarge(file)
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize
      if (bytes > freeOfLimit && bytes > size * mostInflation) throw tooLarge(file)
    }
  } catch (error) {
    throw error instanceof Problem ? error : damaged(file, error)
  } finally {
    zip.close()
  }
  await makeFolder(folder)
  const { bavail, bsize } = await orProblem(folder, () => statfs(folder))
  if (bytes > bavail * bsize)
    throw problem('disk-full', 'noRoom', { path: folder, megabytes: Math.ceil(bytes / 1e6) })
}

const tooLarge = (file: string): Problem => problem('too-large', 'backupTooLarge', { path: file })

/** One file out of a backup, or null when it is not in it. @throws Problem `damaged` */
export async function readFromBackup(
  { file, name }: { file: string; name: string },
  task: Task,
): Promise<Uint8Array | null> {
  let found: Buffer | null = null
  await eachEntry(
    file,
    task,
    async (entry, stream) => {
      if (entry.uncompressedSize > mostBytes.original) throw tooLarge(file)
      const parts: Buffer[] = []
      for await (const chunk of buffersOf(stream)) parts.push(chunk)
      found = Buffer.concat(parts)
    },
    (entry) => entry.fileName === name,
  )
  return found
}

/** Goes through the files of a zip; their sizes and checksums are compared with what the zip says. */
async function eachEntry(
  file: string,
  task: Task,
  work: (entry: Entry, stream: Readable) => Promise<void>,
  isWanted: (entry: Entry) => boolean = () => true,
): Promise<void> {
  const zip = await openZip(file)
  try {
    let done = 0
    for await (const entry of zip.eachEntry()) {
      await task.step(done, zip.entryCount)
      done += 1
      if (entry.fileName.endsWith('/') || !isWanted(entry)) continue
      let sum = 0
      const counting = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          sum = crc32(chunk, sum)
          next(null, chunk)
        },
      })
      const source = await zip.openReadStreamPromise(entry)
      source.on('error', (error) => counting.destroy(error))
      await work(entry, source.pipe(counting))
      if (sum !== entry.crc32) throw damaged(file)
    }
  } catch (error) {
    const problem = toProblem(error, file)
    throw problem instanceof Problem ? problem : damaged(file, error)
  } finally {
    zip.close()
  }
}

async function openZip(file: string): Promise<OpenZip> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false })
  } catch (error) {
    const problem = toProblem(error, file)
    throw problem instanceof Problem ? problem : damaged(file, error)
  }
}

const damaged = (file: string, cause?: unknown): Problem =>
  problem('damaged', 'backupDamaged', { path: file }, { cause })

const notANotebook = (file: string): Problem => problem('not-a-notebook', 'notABackup', { path: file })

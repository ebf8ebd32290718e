import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { openPromise, type Entry, type ZipFile as OpenZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { Problem } from '../../core/problem.ts'
import {
  isMissing,
  makeFolder,
  orProblem,
  replaceFile,
  syncFolder,
  temporaryFile,
  toProblem,
} from '../../storage/files.ts'
import { readNotebookFile } from '../../storage/notebook-file.ts'
import type { Task } from '../tasks/task.ts'

/** What a backup does without: what can be made again, and what belongs to a running program. */
const leftOut = new Set(['.cache', '.lock'])
const mark = 'log/applied.json'

export interface BackupContent {
  files: number
  bytes: number
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
  const names = await namesInOrder(folder)
  const partial = `${file}.part`
  try {
    let added = 0
    await replaceFile(partial, async (out) => (added = await zipInto(out, folder, names, task)))
    const content = await verifyBackup({ file: partial }, task)
    if (content.files !== added) throw damaged(file)
    await orProblem(file, () => rename(partial, file))
    await syncFolder(dirname(file))
    return content
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw error
  }
}

/** @returns how many files are in it: one that goes meanwhile is left out */
async function zipInto(
  out: NodeJS.WritableStream,
  folder: string,
  names: readonly string[],
  task: Task,
): Promise<number> {
  const zip = new ZipFile()
  const failed = new Promise<never>((_done, reject) => {
    zip.on('error', (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))))
  })
  const written = pipeline(zip.outputStream, out)
  let added = 0
  for (const [done, name] of names.entries()) {
    await task.step(done, names.length * 2)
    if (await Promise.race([addFile(zip, join(folder, name), name), failed, written.then(() => false)]))
      added += 1
  }
  zip.end()
  await Promise.race([written, failed])
  return added
}

/** Adds a file as it is when its turn comes. @returns whether it was there */
async function addFile(zip: ZipFile, path: string, name: string): Promise<boolean> {
  const handle = await open(path).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw toProblem(error, path)
  })
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

async function namesInOrder(folder: string): Promise<string[]> {
  const found = await orProblem(folder, () => readdir(folder, { recursive: true, withFileTypes: true }))
  const names = found
    .filter((entry) => entry.isFile() && !temporaryFile.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(resolve(folder).length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((name) => !leftOut.has(name.split('/')[0] ?? ''))
    .sort()
  const isLog = (name: string): boolean => name.startsWith('log/') && name !== mark
  return [
    ...names.filter((name) => name === mark),
    ...names.filter((name) => name !== mark && !isLog(name)),
    ...names.filter(isLog),
  ]
}

/** Reads all of a backup and compares it with its checksums. @throws Problem `damaged` */
export async function verifyBackup({ file }: { file: string }, task: Task): Promise<BackupContent> {
  let bytes = 0
  const names: string[] = []
  await eachEntry(file, task, async (entry, stream) => {
    for await (const chunk of stream) bytes += (chunk as Buffer).length
    names.push(entry.fileName)
  })
  if (!names.includes('notebook.json')) throw notANotebook(file)
  return { files: names.length, bytes }
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
  if (there.length > 0)
    throw new Problem(
      'notebook-exists',
      `The folder “${folder}” is not empty.`,
      'Choose a new or empty folder.',
    )
  const partial = `${target}.restoring-${process.pid}`
  const content = { files: 0, bytes: 0 }
  try {
    await eachEntry(file, task, async (entry, stream) => {
      const path = join(partial, entry.fileName)
      await makeFolder(dirname(path))
      await pipeline(stream, createWriteStream(path, { flush: true }))
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

/** One file out of a backup, or null when it is not in it. @throws Problem `damaged` */
export async function readFromBackup(
  { file, name }: { file: string; name: string },
  task: Task,
): Promise<Uint8Array | null> {
  let found: Buffer | null = null
  await eachEntry(
    file,
    task,
    async (_entry, stream) => {
      const parts: Buffer[] = []
      for await (const chunk of stream) parts.push(chunk as Buffer)
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
  new Problem('damaged', `The backup “${file}” is damaged or not a zip file.`, 'Take another one.', { cause })

const notANotebook = (file: string): Problem =>
  new Problem(
    'not-a-notebook',
    `“${file}” is not a backup of a notebook.`,
    'Choose a file that Ascribe has made.',
  )

import { folderOf } from '../core/text/paths.ts'
import { said, type Said } from '../core/words/say.ts'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  type Stats,
} from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { type Problem, problem } from '../core/problem.ts'
import {
  isMissing,
  makeFolder,
  orProblem,
  privateFile,
  replaceAtOnce,
  replaceFile,
  toProblem,
  writeAtomically,
  type FileStat,
} from './files.ts'

/** How long a file may take to be read, in milliseconds: a disk that does not answer holds nothing up for good. */
const patience = 60_000

/** How large the files of a notebook may be, in bytes. */
export const mostBytes = {
  notebookFile: 16 << 20,
  document: 256 << 20,
  text: 256 << 20,
  original: 512 << 20,
  mark: 1 << 16,
} as const

/** What stands in a folder under a name. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other' | 'missing'

// Windows has no such flags; there lstat alone decides.
const noFollow = (constants.O_NOFOLLOW as number | undefined) ?? 0
const noWait = (constants.O_NONBLOCK as number | undefined) ?? 0

/**
 * A folder whose inside is a border: what is read and written in it are regular files in real folders. Links are not followed,
 * and devices, pipes and sockets not opened, wherever they came from; they are named and left alone. The folder itself may
 * be reached through links. Names are relative, with `/`.
 */
export class Enclosure {
  readonly root: string

  constructor(root: string) {
    this.root = root
  }

  /**
   * The path of a file that is there, or may be made.
   * @throws Problem `damaged` where the name leads out, or something else than a regular file in real folders stands there
   */
  at(name: string): string {
    return this.#walk(name, 'file')
  }

  /** The same for a folder. @throws Problem `damaged` */
  folderAt(name: string): string {
    return name === '' ? this.root : this.#walk(name, 'folder')
  }

  #walk(name: string, last: 'file' | 'folder'): string {
    const parts = name.split('/')
    if (!parts.every(isPlain)) throw notPlain(name)
    let path = this.root
    for (const [at, part] of parts.entries()) {
      path = join(path, part)
      const kind = kindOf(path)
      if (kind === 'missing') return join(this.root, ...parts)
      const wanted = at < parts.length - 1 ? 'folder' : last
      if (kind !== wanted) throw foreign(parts.slice(0, at + 1).join('/'), kind)
    }
    return path
  }

  /** What stands at a name; nothing where the folders above it are none, or links. */
  kind(name: string): EntryKind {
    return this.#isInFolders(name) ? kindOf(join(this.root, name)) : 'missing'
  }

  #isInFolders(name: string): boolean {
    const parts = name.split('/').slice(0, -1)
    return parts.every((_, at) => kindOf(join(this.root, ...parts.slice(0, at + 1))) === 'folder')
  }

  /** What stands at a name itself, not where it leads to; null for nothing. @throws Problem */
  stat(name: string): Stats | null {
    if (!this.#isInFolders(name)) return null
    try {
      // The folder itself may be reached by a link.
      const stat = name === '' ? statSync : lstatSync
      return stat(join(this.root, name), { throwIfNoEntry: false }) ?? null
    } catch (error) {
      throw toProblem(error, name)
    }
  }

  /** The names in a folder, of whatever kind; none where there is no real folder. */
  names(folder: string): string[] {
    return this.entries(folder).map(({ name }) => name)
  }

  /** The same with what stands under each. */
  entries(folder: string): { name: string; kind: EntryKind }[] {
    try {
      return readdirSync(this.folderAt(folder), { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: kindOfEntry(entry),
      }))
    } catch {
      // What is in the way is named when the notebook is opened and checked.
      return []
    }
  }

  /**
   * A file's bytes; null when it is not there.
   * @throws Problem `damaged` for what is no regular file or larger than `most`
   */
  async read(name: string, most: number): Promise<Buffer | null> {
    const handle = await this.open(name, 'r')
    if (handle === null) return null
    const work = readWhole(handle, name, most)
    // A disk that does not answer does not close the file either: nobody waits for that.
    work.catch(() => undefined).finally(() => void handle.close().catch(() => undefined))
    try {
      return await inTime(name, work)
    } catch (error) {
      throw toProblem(error, name)
    }
  }

  /** The same at once. @throws Problem `damaged` */
  readSync(name: string, most: number): Buffer | null {
    const file = this.openSync(name)
    if (file === null) return null
    try {
      const { size } = fstatSync(file)
      checkSize(name, size, most)
      const bytes = Buffer.allocUnsafe(size)
      let read = 0
      for (let n = -1; read < size && n !== 0; read += n) n = readSync(file, bytes, read, size - read, read)
      return bytes.subarray(0, read)
    } catch (error) {
      throw toProblem(error, name)
    } finally {
      closeSync(file)
    }
  }

  /** Opens a file to read. @returns its descriptor, null when it is not there. @throws Problem `damaged` */
  openSync(name: string): number | null {
    let file: number
    try {
      file = openSync(this.at(name), constants.O_RDONLY | noFollow | noWait)
    } catch (error) {
      if (isMissing(error)) return null
      throw toProblem(error, name)
    }
    if (fstatSync(file).isFile()) return file
    closeSync(file)
    throw foreign(name, 'other')
  }

  /**
   * Opens a file to read, append or change it; one that is made belongs to its user alone.
   * @returns null for one that is to be read and is not there
   * @throws Problem
   */
  async open(name: string, flags: 'r' | 'a' | 'r+'): Promise<FileHandle | null> {
    if (flags === 'a') this.assertIsThere()
    const { O_RDONLY, O_RDWR, O_WRONLY, O_APPEND, O_CREAT } = constants
    const way = { r: O_RDONLY, 'r+': O_RDWR, a: O_WRONLY | O_APPEND | O_CREAT }[flags]
    const path = this.at(name)
    const handle = await open(path, way | noFollow | noWait, privateFile).catch((error: unknown) => {
      if (flags === 'r' && isMissing(error)) return null
      throw toProblem(error, path)
    })
    if (handle === null || (await handle.stat()).isFile()) return handle
    await handle.close()
    throw foreign(name, 'other')
  }

  /**
   * The folder itself is not made again: one that was moved away while it was open would go on in two places.
   * @throws Problem `unreadable`
   */
  assertIsThere(): void {
    if (this.stat('')?.isDirectory() === true) return
    throw problem('unreadable', 'folderGone', { path: this.root })
  }

  /** Replaces a file, whole or not at all. @throws Problem */
  async write(name: string, content: string | Uint8Array): Promise<FileStat> {
    this.assertIsThere()
    return writeAtomically(this.at(name), content)
  }

  /** The same for content that comes as a stream. @throws Problem */
  async replace(name: string, fill: (stream: Writable) => Promise<unknown>): Promise<void> {
    this.assertIsThere()
    await replaceFile(this.at(name), fill)
  }

  /** Removes a file; a link goes, not what it leads to. @throws Problem */
  async remove(name: string): Promise<void> {
    const path = join(this.folderAt(folderOf(name)), nameOf(name))
    await orProblem(path, () => rm(path, { force: true }))
  }

  /** Gives a file another name; a link is moved itself. @throws Problem */
  async move(name: string, to: string): Promise<void> {
    const from = join(this.folderAt(folderOf(name)), nameOf(name))
    const target = this.at(to)
    await makeFolder(this.folderAt(folderOf(to)))
    await orProblem(from, () => rename(from, target))
  }
}

const nameOf = (name: string): string => {
  const last = name.slice(name.lastIndexOf('/') + 1)
  if (!isPlain(last)) throw notPlain(name)
  return last
}

/** Writes many files into an enclosure. That its folders are real is asked once. */
export class ManyFiles {
  readonly #enclosure: Enclosure
  readonly #folders = new Set<string>()

  constructor(enclosure: Enclosure) {
    this.#enclosure = enclosure
  }

  /** Replaces a file at once (`replaceAtOnce`). @returns whether it was @throws Problem */
  async write(
    name: string,
    content: string | Uint8Array,
    how: Parameters<typeof replaceAtOnce>[2],
  ): Promise<boolean> {
    return replaceAtOnce(join(await this.#folderFor(name), nameOf(name)), content, how)
  }

  async #folderFor(name: string): Promise<string> {
    const folder = folderOf(name)
    if (!this.#folders.has(folder)) {
      this.#enclosure.assertIsThere()
      await makeFolder(this.#enclosure.folderAt(folder))
      this.#folders.add(folder)
    }
    return join(this.#enclosure.root, folder)
  }
}

/** Whether a part of a name is one file or folder on every system. */
const isPlain = (part: string): boolean =>
  part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part)

function kindOf(path: string): EntryKind {
  let state: Stats | undefined
  try {
    state = lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw toProblem(error, path)
  }
  return state === undefined ? 'missing' : kindOfEntry(state)
}

function kindOfEntry(entry: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): EntryKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

/** What a person is told of something that is no regular file in a real folder. */
export const foreign = (name: string, kind: EntryKind): Problem =>
  problem('damaged', 'inTheWay', wordsOf({ name, kind }))

/** What is in the way, by its name, and what it is. */
export const wordsOf = ({ name, kind }: { name: string; kind: EntryKind }): { name: string; what: Said } => ({
  name,
  what: said(`inTheWay.${kind === 'missing' ? 'other' : kind}`),
})

const notPlain = (name: string): Problem => problem('damaged', 'noFileName', { name })

function checkSize(name: string, size: number, most: number): void {
  if (size <= most) return
  throw problem('damaged', 'fileTooLarge', {
    name,
    megabytes: Math.round(size / 1e6),
    most: Math.round(most / 1e6),
  })
}

async function readWhole(handle: FileHandle, name: string, most: number): Promise<Buffer> {
  const { size } = await handle.stat()
  checkSize(name, size, most)
  const bytes = Buffer.allocUnsafe(size)
  let read = 0
  while (read < size) {
    const { bytesRead } = await handle.read(bytes, read, size - read, read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return bytes.subarray(0, read)
}

/** @throws Problem `unreadable` when a disk does not answer */
async function inTime<T>(name: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_done, reject) => {
    timer = setTimeout(() => {
      reject(problem('unreadable', 'diskSilent', { name }))
    }, patience)
    timer.unref()
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

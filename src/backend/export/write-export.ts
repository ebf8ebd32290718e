import { rmdir } from 'node:fs/promises'
import { dirname } from 'node:path/posix'
import type { ExportEvent } from '../../contract/exports.ts'
import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import type { ExportedFile } from '../../core/export/exporter.ts'
import { mergeThree } from '../../core/export/merge-three.ts'
import { problem } from '../../core/problem.ts'
import { sha256 } from '../../storage/content-store.ts'
import { mostBytes, type Enclosure } from '../../storage/enclosure.ts'
import { temporaryFile } from '../../storage/files.ts'
import { afterwards, earlierExports, type EarlierExports } from './earlier-exports.ts'
import { writeManifest, type FolderBefore, type LastWritten } from './folder-before.ts'
import { inParallel } from './in-parallel.ts'
import type { KeptCopies } from './kept-copies.ts'

/** How many files are written between two reports of progress. */
const step = 32

/** An export that is ready to be written. */
export interface Prepared {
  files: readonly ExportedFile[]
  /** The format, with its profile where that says which files there are. */
  by: string
  /** The names that no file in the folder should have. */
  names: ConfidentialNames
  /** Whether it is a part of what went there before: the rest stays, unless it names somebody whom it should not. */
  isPart: boolean
}

/** What became of the files. */
export interface Written {
  written: number
  unchanged: number
  removed: number
  /** Files in which edits of others and what is new were brought together. */
  merged: string[]
  /** Files that are left as they are: not written by Ascribe, or edited where there is something new. */
  left: string[]
  /** Files about what is not exported any more, which somebody edited. */
  obsolete: string[]
  earlier: EarlierExports
}

/** Where an export goes. */
export interface ExportTarget {
  folder: Enclosure
  before: FolderBefore
  /** null for a notebook that cannot be written to. */
  copies: KeptCopies | null
}

/** What is to be done with a file. */
type Step = { to: 'write' | 'merge'; content: string | Uint8Array } | { to: 'leave' | 'nothing' }

/**
 * Writes an export into a folder. What nobody touched since is renewed; what somebody edited is merged with what is new, against what
 * was written last; where that cannot be done, the file is left as it is and named, and the rest is written.
 * @throws Problem `no-permission`, `disk-full`, `cancelled`
 */
export async function* writeExport(
  { folder, before, copies }: ExportTarget,
  { files: all, names, by, isPart }: Prepared,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent, Written> {
  await removeStaging(folder)
  const last = new Map(before.written.map((one) => [keyOf(one), one]))
  const earlier = await earlierExports(folder, names)
  const made = new Map<string, string>()
  const current = new Set(all.map(keyOf))
  const others = [...last.keys()].filter((key) => !current.has(key))
  // Beside the rest, an index of the part alone would be the index of too little.
  const files = isPart && others.length > 0 ? all.filter(({ about }) => about !== undefined) : all
  const remembered = new Map(last)
  const moved: LastWritten[] = []
  const done: Omit<Written, 'earlier' | 'removed'> = {
    written: 0,
    unchanged: 0,
    merged: [],
    left: [],
    obsolete: [],
  }
  try {
    const writeOne = async (file: ExportedFile): Promise<void> => {
      const was = last.get(keyOf(file))
      const todo = await stepFor(folder, file, was, copies)
      if ('content' in todo) await folder.write(file.path, todo.content)
      if (todo.to === 'leave') {
        done.left.push(file.path)
        return
      }
      if (todo.to === 'merge') done.merged.push(file.path)
      if (todo.to === 'nothing') done.unchanged += 1
      else done.written += 1
      const hash = sha256(file.content)
      remembered.set(keyOf(file), { path: file.path, hash, about: file.about, by })
      if (typeof file.content === 'string') made.set(hash, file.content)
      // Under another name it is gone from where it was.
      if (was && was.path !== file.path && folder.kind(was.path) === 'file') moved.push(was)
    }
    for (let at = 0; at < files.length; at += step) {
      if (signal?.aborted === true) throw problem('cancelled', 'exportCancelled', {})
      yield { type: 'writing', done: at, total: files.length }
      await inParallel(files.slice(at, at + step), writeOne)
    }
    // When all are written: one may stand now where another one was.
    const paths = new Set(files.map(({ path }) => path))
    for (const was of moved)
      if (!paths.has(was.path) && !(await removeUntouched(folder, was))) done.obsolete.push(was.path)
    for (const list of [done.left, done.merged]) list.sort()
    const naming = new Set(earlier)
    const gone = others.flatMap((key) => {
      const was = last.get(key)
      return was && (!isPart || naming.has(was.path)) ? [[key, was] as const] : []
    })
    const stale = await removeStale(folder, gone, remembered)
    done.obsolete.push(...stale.left)
    return {
      ...done,
      removed: stale.removed.length,
      earlier: await afterwards(folder, names, earlier, paths),
    }
  } finally {
    await writeManifest(folder, [...before.others, ...remembered.values()])
    // Of what was not come to, too: it may have been cancelled.
    const kept = [...remembered.values()].flatMap(({ hash }): [string, string][] => {
      const copy = made.get(hash) ?? copies?.get(hash)
      return copy === undefined ? [] : [[hash, copy]]
    })
    await copies?.keep(Object.fromEntries(kept), names)
  }
}

/** A file is the one that it is about, wherever it is; others go by their place. */
const keyOf = ({ about, path }: { about?: string | undefined; path: string }): string => about ?? path

async function stepFor(
  folder: Enclosure,
  file: ExportedFile,
  was: LastWritten | undefined,
  copies: KeptCopies | null,
): Promise<Step> {
  const there = await folder.read(file.path, mostBytes.document)
  if (there === null) return { to: 'write', content: file.content }
  const hash = sha256(there)
  if (hash === sha256(file.content)) return { to: 'nothing' }
  if (hash === was?.hash) return { to: 'write', content: file.content }
  const base = was && copies?.get(was.hash)
  if (base === undefined || typeof file.content !== 'string') return { to: 'leave' }
  const edited = there.toString('utf8')
  const merged = mergeThree(base, edited, file.content)
  if (merged === null) return { to: 'leave' }
  return merged === edited ? { to: 'nothing' } : { to: 'merge', content: merged }
}

/**
 * Removes what an earlier export wrote and this one does not; what was edited since is left, and named. It is still known what it was:
 * where it is written again, the edits are merged.
 */
async function removeStale(
  folder: Enclosure,
  stale: readonly (readonly [key: string, was: LastWritten])[],
  remembered: Map<string, LastWritten>,
): Promise<{ removed: string[]; left: string[] }> {
  const removed: string[] = []
  const left: string[] = []
  for (const [key, was] of stale) {
    // Links and the like are nobody's earlier export.
    const isThere = folder.kind(was.path) === 'file'
    if (isThere && !(await removeUntouched(folder, was))) {
      left.push(was.path)
      continue
    }
    remembered.delete(key)
    if (isThere) removed.push(was.path)
  }
  return { removed, left }
}

/** @returns whether it was as it had been written, and is gone */
async function removeUntouched(folder: Enclosure, { path, hash }: LastWritten): Promise<boolean> {
  if (folder.kind(path) !== 'file') return false
  const there = await folder.read(path, mostBytes.document)
  if (there === null || sha256(there) !== hash) return false
  await folder.remove(path)
  const parent = dirname(path)
  if (parent !== '.' && folder.names(parent).length === 0) await rmdir(folder.folderAt(parent))
  return true
}

/** What a crash left of writing files here. */
async function removeStaging(target: Enclosure): Promise<void> {
  for (const folder of ['', ...target.names('').filter((name) => target.kind(name) === 'folder')])
    for (const name of target.names(folder))
      if (temporaryFile.test(name)) await target.remove(folder === '' ? name : `${folder}/${name}`)
}

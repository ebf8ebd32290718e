import { firstOf } from '../../core/words/lists.ts'
import { rmdir } from 'node:fs/promises'
import { dirname } from 'node:path/posix'
import * as z from 'zod'
import type { ExportEvent } from '../../contract/exports.ts'
import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import type { ExportedFile } from '../../core/export/exporter.ts'
import { problem } from '../../core/problem.ts'
import { sha256 } from '../../storage/content-store.ts'
import { Enclosure, mostBytes } from '../../storage/enclosure.ts'
import { makeFolder, temporaryFile } from '../../storage/files.ts'

const manifestName = '.ascribe-export.json'
const Manifest = z.object({ files: z.record(z.string(), z.string()) })
/** How many files are written between two reports of progress. */
const step = 25

interface Prepared {
  files: readonly ExportedFile[]
  /** The names that no file in the folder should have. */
  names: ConfidentialNames
}

interface Written {
  written: number
  unchanged: number
  removed: number
  earlier: { removed: string[]; left: string[] }
}

/**
 * Writes an export into a folder. A manifest remembers what was written with its hash; only such files, unchanged
 * since, are ever replaced or removed.
 * @throws Problem `export-conflict` before anything is written, `no-permission`, `disk-full`, `cancelled`
 */
export async function* writeExport(
  folder: string,
  prepared: Prepared,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent, Written> {
  await makeFolder(folder)
  const target = new Enclosure(folder)
  await removeStaging(target)
  const before = await readManifest(target)
  const { files, names } = prepared
  const plan = await planWrites(target, files, before, names)
  const earlier = await earlierExports(target, names)
  const manifest: Record<string, string> = { ...before }
  let written = 0
  try {
    for (const file of plan.write) {
      if (signal?.aborted === true) throw problem('cancelled', 'exportCancelled', {})
      if (written % step === 0) yield { type: 'writing', done: written, total: plan.write.length }
      await target.write(file.path, file.content)
      manifest[file.path] = sha256(file.content)
      written += 1
    }
    const removed = await removeStale(target, files, before, manifest)
    return {
      written,
      unchanged: files.length - written,
      removed: removed.length,
      earlier: await afterwards(target, names, earlier, new Set(files.map(({ path }) => path))),
    }
  } finally {
    await target.write(manifestName, `${JSON.stringify({ files: sorted(manifest) }, null, 2)}\n`)
  }
}

/** @throws Problem `export-conflict` naming files that are not ours or were edited since */
async function planWrites(
  target: Enclosure,
  files: readonly ExportedFile[],
  before: Readonly<Record<string, string>>,
  names: ConfidentialNames,
): Promise<{ write: ExportedFile[] }> {
  const write: ExportedFile[] = []
  const foreign: string[] = []
  const naming: string[] = []
  for (const file of files) {
    const there = await target.read(file.path, mostBytes.document)
    if (there === null) write.push(file)
    else if (sha256(there) === sha256(file.content)) continue
    else if (before[file.path] === sha256(there)) write.push(file)
    else {
      foreign.push(file.path)
      if (names.isIn(file.path) || names.isIn(there.toString('utf8'))) naming.push(file.path)
    }
  }
  if (foreign.length === 0) return { write }
  const conflict = { files: firstOf(foreign) }
  throw naming.length > 0
    ? problem('export-conflict', 'exportConflictNaming', { ...conflict, naming: naming.join(', ') })
    : problem('export-conflict', 'exportConflict', conflict)
}

/** Removes what an earlier export wrote and this one does not, unless it was edited since. */
async function removeStale(
  target: Enclosure,
  files: readonly ExportedFile[],
  before: Readonly<Record<string, string>>,
  manifest: Record<string, string>,
): Promise<string[]> {
  const current = new Set(files.map((file) => file.path))
  const removed: string[] = []
  for (const [path, hash] of Object.entries(before)) {
    if (current.has(path)) continue
    Reflect.deleteProperty(manifest, path)
    // Links and the like are nobody's earlier export.
    if (target.kind(path) !== 'file') continue
    const there = await target.read(path, mostBytes.document)
    if (there === null || sha256(there) !== hash) continue
    await target.remove(path)
    removed.push(path)
    const parent = dirname(path)
    if (parent !== '.' && target.names(parent).length === 0) await rmdir(target.folderAt(parent))
  }
  return removed
}

/** What a crash left of writing files here. */
async function removeStaging(target: Enclosure): Promise<void> {
  for (const folder of ['', ...target.names('').filter((name) => target.kind(name) === 'folder')])
    for (const name of target.names(folder))
      if (temporaryFile.test(name)) await target.remove(folder === '' ? name : `${folder}/${name}`)
}

/** How many files, how deep and how large are looked at in the folder of an export, besides its own. */
const looked = { files: 50_000, depth: 8, bytes: 4 << 20 }
const textFile = /\.(?:md|markdown|txt|html?|csv|json|ya?ml|svg|bib|docx?|canvas)$/i

/** The files in the folder of an export that name a confidential source, in their names or in what they hold. */
async function earlierExports(target: Enclosure, names: ConfidentialNames): Promise<string[]> {
  if (names.isEmpty) return []
  const found: string[] = []
  for (const path of filesIn(target)) {
    const isNamed = names.isIn(path) || (textFile.test(path) && names.isIn(await textOf(target, path)))
    if (isNamed) found.push(path)
  }
  return found
}

/** Which of them are gone, and which still name one. */
async function afterwards(
  target: Enclosure,
  names: ConfidentialNames,
  earlier: readonly string[],
  current: ReadonlySet<string>,
): Promise<Written['earlier']> {
  const removed: string[] = []
  const left: string[] = []
  for (const path of earlier) {
    if (target.kind(path) !== 'file') removed.push(path)
    // What has just been written says what the user wants it to say.
    else if (current.has(path)) continue
    else if (names.isIn(path) || names.isIn(await textOf(target, path))) left.push(path)
  }
  return { removed, left }
}

const textOf = async (target: Enclosure, path: string): Promise<string> =>
  (await target.read(path, looked.bytes).catch(() => null))?.toString('utf8') ?? ''

function filesIn(target: Enclosure): string[] {
  const found: string[] = []
  const visit = (folder: string, depth: number): void => {
    for (const name of target.names(folder)) {
      if (name.startsWith('.') || found.length >= looked.files) continue
      const path = folder === '' ? name : `${folder}/${name}`
      const kind = target.kind(path)
      if (kind === 'file') found.push(path)
      else if (kind === 'folder' && depth < looked.depth) visit(path, depth + 1)
    }
  }
  visit('', 0)
  return found
}

async function readManifest(target: Enclosure): Promise<Record<string, string>> {
  const content = await target.read(manifestName, mostBytes.document)
  if (content === null) return {}
  try {
    const { files } = Manifest.parse(JSON.parse(content.toString('utf8')))
    const safe = Object.entries(files).filter(
      ([path]) => !path.startsWith('/') && !path.split(/[/\\]/).includes('..'),
    )
    return Object.fromEntries(safe)
  } catch {
    // Without a readable manifest nothing there counts as ours.
    return {}
  }
}

const sorted = (record: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

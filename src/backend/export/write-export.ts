import { readdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { ExportEvent } from '../../contract/exports.ts'
import type { ExportedFile } from '../../core/export/exported.ts'
import { Problem } from '../../core/problem.ts'
import { inSlices } from './in-slices.ts'
import { sha256 } from '../../storage/content-store.ts'
import { makeFolder, readIfThere, writeAtomically } from '../../storage/files.ts'

const manifestName = '.ascribe-export.json'
const Manifest = z.object({ files: z.record(z.string(), z.string()) })
/** How many files are written between two reports of progress. */
const step = 25

interface Prepared {
  count: number
  files: Iterable<ExportedFile>
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
): AsyncGenerator<ExportEvent, { written: number; unchanged: number; removed: number }> {
  await makeFolder(folder)
  const before = await readManifest(folder)
  const files = await inSlices(prepared.files)
  const plan = await planWrites(folder, files, before)
  const manifest: Record<string, string> = { ...before }
  let written = 0
  try {
    for (const file of plan.write) {
      if (signal?.aborted === true)
        throw new Problem(
          'cancelled',
          'The export was cancelled.',
          'What had been written stays; export again to complete it.',
        )
      if (written % step === 0) yield { type: 'writing', done: written, total: plan.write.length }
      await writeAtomically(join(folder, file.path), file.content)
      manifest[file.path] = sha256(file.content)
      written += 1
    }
    const removed = await removeStale(folder, files, before, manifest)
    return { written, unchanged: files.length - written, removed }
  } finally {
    await writeAtomically(
      join(folder, manifestName),
      `${JSON.stringify({ files: sorted(manifest) }, null, 2)}\n`,
    )
  }
}

/** @throws Problem `export-conflict` naming files that are not ours or were edited since */
async function planWrites(
  folder: string,
  files: readonly ExportedFile[],
  before: Readonly<Record<string, string>>,
): Promise<{ write: ExportedFile[] }> {
  const write: ExportedFile[] = []
  const foreign: string[] = []
  for (const file of files) {
    const there = await readIfThere(join(folder, file.path))
    if (there === null) write.push(file)
    else if (sha256(there) === sha256(file.content)) continue
    else if (before[file.path] === sha256(there)) write.push(file)
    else foreign.push(file.path)
  }
  if (foreign.length === 0) return { write }
  const named = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ` and ${foreign.length - 3} more` : '')
  throw new Problem(
    'export-conflict',
    `The folder has files that this export would overwrite, and that Ascribe did not write or that were edited since: ${named}.`,
    'Nothing was written. Move these files away, or choose another folder.',
  )
}

/** Removes what an earlier export wrote and this one does not, unless it was edited since. */
async function removeStale(
  folder: string,
  files: readonly ExportedFile[],
  before: Readonly<Record<string, string>>,
  manifest: Record<string, string>,
): Promise<number> {
  const current = new Set(files.map((file) => file.path))
  let removed = 0
  for (const [path, hash] of Object.entries(before)) {
    if (current.has(path)) continue
    Reflect.deleteProperty(manifest, path)
    const there = await readIfThere(join(folder, path))
    if (there === null || sha256(there) !== hash) continue
    await rm(join(folder, path))
    removed += 1
    const parent = dirname(join(folder, path))
    if (parent !== folder && (await readdir(parent)).length === 0) await rmdir(parent)
  }
  return removed
}

async function readManifest(folder: string): Promise<Record<string, string>> {
  const content = await readIfThere(join(folder, manifestName))
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

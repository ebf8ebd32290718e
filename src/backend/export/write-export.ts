import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExportEvent } from '../../contract/exports.ts'
import type { ExportedFile } from '../../core/export/exporter.ts'
import { folderOf } from '../../core/text/paths.ts'
import type { Enclosure } from '../../storage/enclosure.ts'
import { temporaryFile } from '../../storage/files.ts'
import { afterwards, earlierExports } from './earlier-exports.ts'
import { writeManifest, type FolderBefore } from './folder-before.ts'
import { stopIfCancelled } from './in-parallel.ts'
import { ownFolders } from './removing.ts'
import { Writing, type ExportTarget, type Prepared, type Written } from './writing.ts'

/** At most so many files are made before they are written, and in so much time, in milliseconds: others wait meanwhile. */
const most = 64
const slice = 20

/**
 * Writes an export into a folder. What nobody touched since is renewed; what somebody edited is merged with what is new, against what
 * was written last; where that cannot be done, the file is left as it is and named, and the rest is written.
 * @throws Problem `no-permission`, `disk-full`, `cancelled`
 */
export async function* writeExport(
  target: ExportTarget,
  prepared: Prepared,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent, Written> {
  const { folder, before, last } = target
  const { count, names } = prepared
  await removeStaging(folder, before)
  const ours = new Set(
    prepared.hasNames || !prepared.isAboutSome
      ? []
      : [...before.written, ...before.others].map(({ path }) => path),
  )
  const earlier = await earlierExports(folder, before.listing, names, ours)
  const writing = new Writing(target, prepared)
  last.begin()
  let isWhole = false
  let pending: Promise<unknown> = Promise.resolve()
  try {
    for (const some of batchesOf(prepared.files)) {
      stopIfCancelled(signal)
      await pending
      yield { type: 'writing', done: writing.count, total: count }
      // These are written while the next ones are made.
      pending = writing.write(some)
      pending.catch(() => undefined)
      await nextTurn()
    }
    await pending
    const settled = writing.settle(earlier)
    pending = settled
    const result = await settled
    isWhole = true
    return { ...result, earlier: await afterwards(folder, names, earlier, writing.paths, ours) }
  } finally {
    const isCertain = await pending.then(
      () => true,
      () => false,
    )
    const manifest = await writeManifest(folder, [...writing.others, ...writing.remembered.values()])
    last.forget(names)
    const { request, change, isPart, index = null } = prepared
    const { left, isIndexLeft } = writing
    const finished = { request, change, manifest, left }
    last.end(isWhole && !isPart ? { ...finished, index: isIndexLeft ? null : index } : null, isCertain)
  }
}

/** Files as they are made, some at a time. */
function* batchesOf(files: Iterable<ExportedFile>): Generator<ExportedFile[]> {
  let some: ExportedFile[] = []
  let until = performance.now() + slice
  for (const file of files) {
    some.push(file)
    if (some.length < most && performance.now() < until) continue
    yield some
    some = []
    until = performance.now() + slice
  }
  if (some.length > 0) yield some
}

/** What a crash left of writing files here: where files of exports stand, and what nobody is writing just now. */
async function removeStaging(target: Enclosure, { written, others }: FolderBefore): Promise<void> {
  const folders = new Set(['', ...ownFolders])
  for (const { path } of [...written, ...others]) folders.add(folderOf(path))
  for (const folder of folders)
    for (const { name } of target.entries(folder)) {
      if (!temporaryFile.test(name)) continue
      const path = folder === '' ? name : `${folder}/${name}`
      if (Date.now() - (target.stat(path)?.mtimeMs ?? 0) > beingWritten) await target.remove(path)
    }
}

/** Nobody takes longer to write a file, in milliseconds. */
const beingWritten = 60_000

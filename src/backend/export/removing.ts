import { rmdir } from 'node:fs/promises'
import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import { ownLinesIn } from '../../core/export/merge-three.ts'
import { folderOf } from '../../core/text/paths.ts'
import { isUtf8 } from '../../core/text/utf8.ts'
import { sha256 } from '../../storage/content-store.ts'
import { mostBytes, type Enclosure } from '../../storage/enclosure.ts'
import { wordsBehind, type LastExport, type LastWritten } from './last-export.ts'

type Listed = readonly [key: string, was: LastWritten]

/**
 * Removes what an earlier export wrote and this one does not; what was edited since is left, and named. It is still known what it was:
 * where it is written again, the edits are merged.
 * @param taken the paths at which something else was written
 */
export async function removeStale(
  folder: Enclosure,
  stale: readonly Listed[],
  taken: ReadonlySet<string>,
): Promise<{ gone: Listed[]; removed: number; left: Listed[] }> {
  const gone: Listed[] = []
  const left: Listed[] = []
  let removed = 0
  for (const one of stale) {
    const [, was] = one
    // Links and the like are nobody's earlier export; where another file has taken its place, it is gone.
    const isThere = !taken.has(was.path) && folder.kind(was.path) === 'file'
    if (isThere && !(await removeUntouched(folder, was))) {
      left.push(one)
      continue
    }
    gone.push(one)
    if (isThere) removed += 1
  }
  return { gone, removed, left }
}

/** Removes those of some files that are to go and that nobody edited. */
export async function removeThose(
  folder: Enclosure,
  files: readonly LastWritten[],
  isToGo: (file: LastWritten) => boolean,
): Promise<{ left: LastWritten[]; removed: number }> {
  const left: LastWritten[] = []
  let removed = 0
  for (const one of files)
    if (isToGo(one) && (await removeUntouched(folder, one))) removed += 1
    else left.push(one)
  return { left, removed }
}

/**
 * Of a file about somebody who is confidential now, only what somebody wrote into it stays, in a file that has no name of hers.
 * @returns where that is, null where nobody wrote anything; undefined where the file is left as it is
 */
export async function keepOwnLines(
  { folder, last }: { folder: Enclosure; last: LastExport },
  [key, { path, hash, about }]: Listed,
  names: ConfidentialNames,
): Promise<{ beside: string | null } | undefined> {
  const there = await folder.read(path, mostBytes.document)
  const kept = last.file(key, hash)
  const base = there && kept ? wordsBehind(kept, sha256(there)) : null
  if (!there || base === null || about === undefined || !isUtf8(there)) return undefined
  const lines = ownLinesIn(base, there.toString('utf8'))?.join('\n').trim()
  if (lines === undefined || names.find(lines).length > 0) return undefined
  const beside = lines === '' ? null : `${folderOf(path)}/notes-${about.slice(0, 8)}.md`
  if (beside !== null) {
    if (folder.kind(beside) !== 'missing') return undefined
    await folder.write(beside, `${lines}\n`)
  }
  await folder.remove(path)
  return { beside }
}

/** @returns whether it was as it had been written, and is gone */
export async function removeUntouched(folder: Enclosure, { path, hash }: LastWritten): Promise<boolean> {
  if (folder.kind(path) !== 'file') return false
  const there = await folder.read(path, mostBytes.document)
  if (there === null || sha256(there) !== hash) return false
  await folder.remove(path)
  const parent = folderOf(path)
  // A folder of somebody's own stays, and one that cannot go, too.
  if (ownFolders.has(parent) && folder.names(parent).length === 0)
    await rmdir(folder.folderAt(parent)).catch(() => undefined)
  return true
}

/** The folders of files about records. */
export const ownFolders: ReadonlySet<string> = new Set(['articles', 'claims', 'sources', 'tags'])

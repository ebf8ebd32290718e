import { sha256 } from '../../storage/content-store.ts'
import { Enclosure, ManyFiles, mostBytes } from '../../storage/enclosure.ts'
import { toReport } from '../program/problems.ts'
import type { ProblemReport } from '../../contract/shared.ts'

/** A file as it is to stand in a folder. */
export interface FileToWrite {
  path: string
  content: string | Uint8Array
  /** The checksum of what stands there; null for nothing. Of anything else it keeps off. */
  instead: string | null
  /** Whether words of people are in it, which cannot be made again. */
  isPrecious: boolean
}

/** What became of them. */
export interface FilesWritten {
  /** The places of those that were written. */
  written: number[]
  /** Those where something else stands by now. */
  refused: number[]
  /** Why the rest was not written. */
  problem: ProblemReport | null
}

/** Writes files in a thread that holds nobody up. What somebody put there meanwhile stays. */
export async function writeFiles({
  folder,
  files,
}: {
  folder: string
  files: readonly FileToWrite[]
}): Promise<FilesWritten> {
  const enclosure = new Enclosure(folder)
  const many = new ManyFiles(enclosure)
  const result: FilesWritten = { written: [], refused: [], problem: null }
  try {
    for (const [at, { path, content, instead, isPrecious }] of files.entries()) {
      const isStill = (): boolean => standsThere(enclosure, path) === instead
      const isWritten = await many.write(path, content, { isSynced: isPrecious, isStill })
      result[isWritten ? 'written' : 'refused'].push(at)
    }
  } catch (error) {
    result.problem = toReport(error)
  }
  return result
}

/** The checksum of a file; null for none. What is no file, or cannot be read, is something else than anything. */
function standsThere(enclosure: Enclosure, path: string): string | null | undefined {
  try {
    const bytes = enclosure.readSync(path, mostBytes.document)
    return bytes === null ? null : sha256(bytes)
  } catch {
    return undefined
  }
}

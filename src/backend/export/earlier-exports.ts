import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import type { Enclosure } from '../../storage/enclosure.ts'
import type { FolderListing } from './folder-listing.ts'

/** So much of a file is looked at. */
const mostLooked = 4 << 20
const textFile = /\.(?:md|markdown|txt|html?|csv|json|ya?ml|svg|bib|docx?|canvas)$/i

/** The files in the folder of an export that name a confidential source, in their names or in what they hold. */
export async function earlierExports(
  target: Enclosure,
  listing: FolderListing,
  names: ConfidentialNames,
): Promise<string[]> {
  if (names.isEmpty) return []
  const found: string[] = []
  for (const path of listing.paths) {
    const isNamed = names.isIn(path) || (textFile.test(path) && names.isIn(await textOf(target, path)))
    if (isNamed) found.push(path)
  }
  return found
}

/** Files of earlier exports that name a confidential source: those that are gone now, and those that are left. */
export interface EarlierExports {
  removed: string[]
  left: string[]
}

/** Which of them are gone, and which still name one. */
export async function afterwards(
  target: Enclosure,
  names: ConfidentialNames,
  earlier: readonly string[],
  current: ReadonlySet<string>,
): Promise<EarlierExports> {
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
  (await target.read(path, mostLooked).catch(() => null))?.toString('utf8') ?? ''

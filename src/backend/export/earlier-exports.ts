import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import { openArchive } from '../../core/import/archive.ts'
import { Problem } from '../../core/problem.ts'
import type { Enclosure } from '../../storage/enclosure.ts'
import type { FolderListing } from './folder-listing.ts'

/** So much of a file is looked at. */
const mostLooked = 4 << 20
const textFile = /\.(?:md|markdown|txt|html?|csv|json|ya?ml|svg|bib|canvas)$/i
/** Documents that are archives of XML. */
const archived = /\.(?:docx|xlsx|odt|epub|zip)$/i

/**
 * The files in the folder of an export that name a confidential source, in their names or in what they hold.
 * @param ours what Ascribe wrote there: in that a surname is enough, if anything is known to be about one
 */
export async function earlierExports(
  target: Enclosure,
  listing: FolderListing,
  names: ConfidentialNames,
  ours: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  if (names.isEmpty) return []
  const found: string[] = []
  for (const path of listing.paths)
    if (isNamedIn(names, `${path}\n${await textOf(target, path)}`, ours.has(path))) found.push(path)
  return found
}

const isNamedIn = (names: ConfidentialNames, text: string, isOurs: boolean): boolean =>
  isOurs ? names.find(text).length > 0 : names.isIn(text)

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
  ours: ReadonlySet<string>,
): Promise<EarlierExports> {
  const removed: string[] = []
  const left: string[] = []
  for (const path of earlier) {
    if (target.kind(path) !== 'file') removed.push(path)
    // What has just been written says what the user wants it to say.
    else if (current.has(path)) continue
    else if (isNamedIn(names, `${path}\n${await textOf(target, path)}`, ours.has(path))) left.push(path)
  }
  return { removed, left }
}

async function textOf(target: Enclosure, path: string): Promise<string> {
  const isArchive = archived.test(path)
  if (!isArchive && !textFile.test(path)) return ''
  const bytes = await target.read(path, mostLooked).catch(() => null)
  if (bytes === null) return ''
  return isArchive ? wordsOfArchive(bytes) : bytes.toString('utf8')
}

/** What stands in the parts of an archive; '' for one that cannot be opened: it is no document that somebody reads. */
function wordsOfArchive(bytes: Uint8Array): string {
  try {
    const archive = openArchive(bytes)
    const parts = archive.names.filter((name) => /\.(?:xml|rels)$/.test(name) || textFile.test(name))
    return parts
      .map(
        (name) =>
          `${name}\n${
            archive
              .text(name)
              ?.replace(endOfLine, '\n')
              .replace(/<[^<>]*>/g, '') ?? ''
          }`,
      )
      .join('\n')
  } catch (error) {
    if (error instanceof Problem) return ''
    throw error
  }
}

/** Where a line ends in documents and tables of offices. */
const endOfLine = /<\/(?:w:p|w:tc|si|t|row|text:p)>/g

import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import type { Enclosure } from '../../storage/enclosure.ts'

/** How many files, how deep and how large are looked at in the folder of an export, besides its own. */
const looked = { files: 50_000, depth: 8, bytes: 4 << 20 }
const textFile = /\.(?:md|markdown|txt|html?|csv|json|ya?ml|svg|bib|docx?|canvas)$/i

/** The files in the folder of an export that name a confidential source, in their names or in what they hold. */
export async function earlierExports(target: Enclosure, names: ConfidentialNames): Promise<string[]> {
  if (names.isEmpty) return []
  const found: string[] = []
  for (const path of filesIn(target)) {
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
  (await target.read(path, looked.bytes).catch(() => null))?.toString('utf8') ?? ''

export function filesIn(target: Enclosure): string[] {
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

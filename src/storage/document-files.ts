import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../core/problem.ts'
import type { FileStat } from './document-adapter.ts'
import {
  documentFile,
  documentFolders,
  parseDocument,
  recordsIn,
  type DocumentName,
  type HeldRecord,
} from './document-shapes.ts'

/** How many of the newest articles are taken in before anything else, so that the first page is there at once. */
export const firstPage = 100

/** The documents of a notebook: tags, the newest articles, sources, then the rest. What the first page shows comes first. */
export function documentsInOrder(folder: string): DocumentName[] {
  const [articles = [], claims = [], sources = [], notes = []] = documentFolders.map((name) =>
    namesIn(join(folder, name))
      .filter((file) => documentFile.test(file))
      .sort()
      .reverse()
      .map((file) => `${name}/${file}`),
  )
  const tags = statOf(folder, 'tags.json') === null ? [] : ['tags.json']
  return [
    ...tags,
    ...articles.slice(0, firstPage),
    ...sources,
    ...articles.slice(firstPage),
    ...claims,
    ...notes,
  ]
}

/** The names in a folder; none when it is not there. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // A notebook without claims, say, has no folder for them.
    return []
  }
}

/** How a document stands on disk; null when it is not there. */
export function statOf(folder: string, name: DocumentName): FileStat | null {
  const state = statSync(join(folder, name), { throwIfNoEntry: false })
  return state ? { size: state.size, mtimeMs: state.mtimeMs } : null
}

/** The records in a document; one that cannot be read has none, and its damage in words. */
export function readDocument(
  folder: string,
  name: DocumentName,
): { records: HeldRecord[]; damage: string | null } {
  try {
    return { records: recordsIn(parseDocument(name, readFileSync(join(folder, name), 'utf8'))), damage: null }
  } catch (error) {
    const isExpected = error instanceof Problem || (error instanceof Error && 'code' in error)
    if (!isExpected) throw error
    return { records: [], damage: error.message }
  }
}

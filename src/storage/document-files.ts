import type { Held } from '../core/records/record.ts'
import { Problem, sentenceOf } from '../core/problem.ts'
import { said, type Said } from '../core/words/say.ts'
import type { FileStat } from './files.ts'
import {
  documentFile,
  documentFolders,
  parseDocument,
  recordsIn,
  type DocumentName,
} from './document-shapes.ts'
import { mostBytes, type Enclosure } from './enclosure.ts'

/** How many of the newest articles are taken in before anything else, so that the first page is there at once. */
export const firstPage = 100

/** The documents of a notebook: tags, the newest articles, sources, then the rest. What the first page shows comes first. */
export function documentsInOrder(notebook: Enclosure): DocumentName[] {
  const [articles = [], claims = [], sources = [], notes = []] = documentFolders.map((name) =>
    notebook
      .names(name)
      .filter((file) => documentFile.test(file))
      .sort()
      .reverse()
      .map((file) => `${name}/${file}`),
  )
  const tags = statOf(notebook, 'tags.json') === null ? [] : ['tags.json']
  return [
    ...tags,
    ...articles.slice(0, firstPage),
    ...sources,
    ...articles.slice(firstPage),
    ...claims,
    ...notes,
  ]
}

/** How a document stands on disk; null when it is not there. */
export function statOf(notebook: Enclosure, name: DocumentName): FileStat | null {
  const state = notebook.stat(name)
  return state && { size: state.size, mtimeMs: state.mtimeMs }
}

/** The records in a document; one that cannot be read has none, and its damage. */
export function readDocument(
  notebook: Enclosure,
  name: DocumentName,
): { records: Held[]; damage: Said | null } {
  try {
    const bytes = notebook.readSync(name, mostBytes.document)
    if (bytes === null) return { records: [], damage: said('findings.gone', { name }) }
    return { records: recordsIn(parseDocument(name, bytes.toString('utf8'))), damage: null }
  } catch (error) {
    const isExpected = error instanceof Problem || (error instanceof Error && 'code' in error)
    if (!isExpected) throw error
    return { records: [], damage: sentenceOf(error) }
  }
}

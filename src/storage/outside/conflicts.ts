import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../../core/problem.ts'
import type { RecordId } from '../../core/records/base.ts'
import type { Held, AnyRecord, RecordKind } from '../../core/records/record.ts'
import {
  documentFile,
  documentFolders,
  parseDocument,
  recordsIn,
  writeDocument,
  type AnyContent,
  type DocumentName,
} from '../document-shapes.ts'
import { Enclosure, mostBytes } from '../enclosure.ts'

/** A second file for a document: what a sync program or we kept because both sides had changed. */
export interface ConflictFile {
  /** The path within the notebook. */
  file: string
  /** The document that it is a second file for. */
  document: DocumentName
  /** null when it cannot be read as one */
  records: Held[] | null
}

const id = /^[0-9a-f-]{36}/
const secondFile = /^[^.].*\.json(\.damaged-\d+)?$/
/** Where what has been decided is kept. */
const asideFolder = 'aside'

/** The second files that lie beside the documents. */
export async function findConflictFiles(notebook: string): Promise<ConflictFile[]> {
  const found: ConflictFile[] = []
  for (const folder of ['', ...documentFolders]) {
    for (const name of new Enclosure(notebook).names(folder)) {
      if (!secondFile.test(name) || documentFile.test(name)) continue
      const document = folder === '' ? (/^tags\b/.test(name) ? 'tags.json' : null) : documentIn(folder, name)
      if (document === null || name === document) continue
      const file = folder === '' ? name : `${folder}/${name}`
      const records = await read(notebook, file, document)
      // What was put aside because it could not be read is no second version.
      if (records !== null || !name.includes('.damaged-')) found.push({ file, document, records })
    }
  }
  return found
}

const documentIn = (folder: string, name: string): DocumentName | null => {
  const start = id.exec(name)?.[0]
  return start === undefined ? null : `${folder}/${start}.json`
}

async function read(notebook: string, file: string, document: DocumentName): Promise<Held[] | null> {
  try {
    const bytes = await new Enclosure(notebook).read(file, mostBytes.document)
    return bytes === null ? null : recordsIn(parseDocument(document, bytes.toString('utf8')))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** Keeps the records that somebody else wrote, because both sides had changed them. @returns the file */
export async function keepConflict(
  notebook: string,
  document: DocumentName,
  records: readonly Held[],
): Promise<string> {
  const file = document.replace(/\.json$/, `.conflict-${Date.now()}.json`)
  await new Enclosure(notebook).write(file, writeDocument(contentOf(document, records)))
  return file
}

function contentOf(document: DocumentName, records: readonly Held[]): AnyContent {
  const of = (kind: Held['kind']): AnyRecord[] =>
    records.filter((held) => held.kind === kind).map(({ record }) => record)
  const content: object =
    document === 'tags.json'
      ? { tags: of('tag') }
      : document.startsWith('articles/')
        ? { article: of('article')[0] ?? null, annotations: of('annotation') }
        : { [records[0]?.kind ?? 'note']: records[0]?.record ?? null }
  return content as AnyContent
}

/** What a second file has that the notebook does not know. @param states all that a record ever was in the notebook */
export async function unknownIn(
  file: ConflictFile,
  states: (kind: RecordKind, record: RecordId) => Promise<(AnyRecord | null)[]>,
): Promise<Held[]> {
  const unknown: Held[] = []
  for (const held of file.records ?? []) {
    const known = await states(held.kind, held.record.id)
    if (!known.some((state) => isDeepStrictEqual(state, held.record))) unknown.push(held)
  }
  return unknown
}

/** Puts a second file aside when it has been decided. Nothing of it is lost. @throws Problem */
export async function putConflictAside(notebook: string, file: string): Promise<void> {
  await new Enclosure(notebook).move(file, `${asideFolder}/${Date.now()} ${basename(file)}`)
}

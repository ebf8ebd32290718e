import * as z from 'zod'
import type { Entry } from '../core/changes/change.ts'
import { type Problem, problem } from '../core/problem.ts'
import { Annotation } from '../core/records/annotation.ts'
import { Article } from '../core/records/article.ts'
import type { Id, RecordId } from '../core/records/base.ts'
import { Claim } from '../core/records/claim.ts'
import { formatOf, formatVersion, migrateRecord } from '../core/records/migrations.ts'
import { Note } from '../core/records/note.ts'
import type { Held, RecordKind } from '../core/records/record.ts'
import { Source } from '../core/records/source.ts'
import { Tag } from '../core/records/tag.ts'

/** A document as a path within the notebook: `articles/<id>.json`, `tags.json`. */
export type DocumentName = string

/** What a document holds, by the folder that it lies in. */
const shapes = {
  articles: z.object({ article: Article.nullable(), annotations: z.array(Annotation) }),
  claims: z.object({ claim: Claim.nullable() }),
  sources: z.object({ source: Source.nullable() }),
  notes: z.object({ note: Note.nullable() }),
  tags: z.object({ tags: z.array(Tag) }),
} as const
type Folder = keyof typeof shapes
type Content = { [F in Folder]: z.infer<(typeof shapes)[F]> }
export type AnyContent = Content[Folder]

const empty: { [F in Folder]: () => Content[F] } = {
  articles: () => ({ article: null, annotations: [] }),
  claims: () => ({ claim: null }),
  sources: () => ({ source: null }),
  notes: () => ({ note: null }),
  tags: () => ({ tags: [] }),
}

/** The kind of the records under each name in a document. */
const kindsByKey: Record<string, RecordKind> = {
  article: 'article',
  annotations: 'annotation',
  claim: 'claim',
  source: 'source',
  note: 'note',
  tags: 'tag',
}

export const documentFolders = ['articles', 'claims', 'sources', 'notes'] as const

/** The file names of documents in their folders; anything else there is not ours. */
export const documentFile = /^[0-9a-f-]{36}\.json$/

/** The document that a record lives in. @param article for an annotation: its article */
export function documentOf(kind: RecordKind, id: RecordId, article?: Id<'article'>): DocumentName {
  if (kind === 'tag') return 'tags.json'
  return kind === 'annotation' ? `articles/${article ?? ''}.json` : `${kind}s/${id}.json`
}

/** The document that the record of an entry lives in. */
export function documentOfEntry(entry: Entry): DocumentName {
  // Of what was emptied from the trash nothing is known any more.
  const article = entry.kind === 'annotation' ? (entry.after ?? entry.before)?.article : undefined
  return documentOf(entry.kind, entry.id, article)
}

const isFolder = (name: string): name is Folder => Object.hasOwn(shapes, name)

/** @throws Problem `damaged` for a name that no document has */
export function folderOf(name: DocumentName): Folder {
  const folder = name === 'tags.json' ? 'tags' : name.split('/')[0]
  if (folder !== undefined && isFolder(folder)) return folder
  throw problem('damaged', 'noDocument', { name })
}

export const emptyContent = (name: DocumentName): AnyContent => empty[folderOf(name)]()

/**
 * Reads a document, of this format or an older one.
 * @throws Problem `damaged` naming the document and what does not fit
 */
export function parseDocument(name: DocumentName, text: string): AnyContent {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw damaged(name, 'it is not complete JSON', cause)
  }
  const parsed = shapes[folderOf(name)].safeParse(migrated(json))
  if (parsed.success) {
    if (belongsTo(name, parsed.data)) return parsed.data
    throw damaged(name, 'it holds a record that belongs into another file', undefined)
  }
  const issue = parsed.error.issues[0]
  throw damaged(name, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(), parsed.error)
}

/** Whether everything in a document is what its name says: two files for one record would undo each other. */
function belongsTo(name: DocumentName, content: AnyContent): boolean {
  if ('tags' in content) return true
  const id = name.slice(name.indexOf('/') + 1, -'.json'.length)
  return recordsIn(content).every((held) =>
    held.kind === 'annotation' ? held.record.article === id : held.record.id === id,
  )
}

export const writeDocument = (content: AnyContent): string =>
  `${JSON.stringify({ format: formatVersion, ...content }, null, 2)}\n`

function migrated(json: unknown): unknown {
  const format = formatOf(json)
  if (format >= formatVersion || typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([key, value]: [string, unknown]) => {
      const kind = kindsByKey[key]
      if (kind === undefined) return [key, value]
      const one = (record: unknown): unknown => migrateRecord(kind, record, format)
      return [key, Array.isArray(value) ? value.map(one) : one(value)]
    }),
  )
}

const damaged = (name: string, reason: string, cause: unknown): Problem =>
  problem('damaged', 'damagedDocument', { name, reason }, { cause })

export function recordsIn(content: AnyContent): Held[] {
  if ('annotations' in content) {
    const annotations = content.annotations.map((record) => ({ kind: 'annotation' as const, record }))
    return content.article === null
      ? annotations
      : [{ kind: 'article', record: content.article }, ...annotations]
  }
  if ('tags' in content) return content.tags.map((record) => ({ kind: 'tag', record }))
  if ('claim' in content) return content.claim === null ? [] : [{ kind: 'claim', record: content.claim }]
  if ('source' in content) return content.source === null ? [] : [{ kind: 'source', record: content.source }]
  return content.note === null ? [] : [{ kind: 'note', record: content.note }]
}

/** Whether the file of a document may go. */
export const isEmpty = (content: AnyContent): boolean =>
  !('tags' in content) && recordsIn(content).length === 0

/** Puts or removes the record of an entry. @param isThere whether a record with its id is in the document */
export function putInto(content: AnyContent, entry: Entry, isThere: boolean): void {
  if (entry.kind === 'article' && 'article' in content) content.article = entry.after
  else if (entry.kind === 'annotation' && 'annotations' in content)
    replace(content.annotations, entry.id, entry.after, isThere)
  else if (entry.kind === 'tag' && 'tags' in content) replace(content.tags, entry.id, entry.after, isThere)
  else if (entry.kind === 'claim' && 'claim' in content) content.claim = entry.after
  else if (entry.kind === 'source' && 'source' in content) content.source = entry.after
  else if (entry.kind === 'note' && 'note' in content) content.note = entry.after
  else throw new RangeError(`a ${entry.kind} does not belong into this document`)
}

function replace<T extends { id: RecordId }>(
  list: T[],
  id: RecordId,
  record: T | null,
  isThere: boolean,
): void {
  if (!isThere) {
    if (record !== null) list.push(record)
    return
  }
  const index = list.findIndex((item) => item.id === id)
  if (record === null) list.splice(index, 1)
  else list[index] = record
}

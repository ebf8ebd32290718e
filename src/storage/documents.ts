import { readdirSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import * as z from 'zod'
import type { Entry } from '../core/changes/change.ts'
import { Problem } from '../core/problem.ts'
import { Annotation } from '../core/records/annotation.ts'
import { Article } from '../core/records/article.ts'
import type { Id } from '../core/records/base.ts'
import { Claim } from '../core/records/claim.ts'
import { Note } from '../core/records/note.ts'
import type { AnyRecord, RecordKind, RecordOf } from '../core/records/record.ts'
import { Source } from '../core/records/source.ts'
import { Tag } from '../core/records/tag.ts'
import { DocumentAdapter } from './document-adapter.ts'

/** What a document holds, by kind of record; every document is a list for each kind that lives in it. */
const shapes = {
  articles: z.object({ article: Article.nullable(), annotations: z.array(Annotation) }),
  claims: z.object({ claim: Claim.nullable() }),
  sources: z.object({ source: Source.nullable() }),
  notes: z.object({ note: Note.nullable() }),
  tags: z.object({ tags: z.array(Tag) }),
} as const
type Folder = keyof typeof shapes
type Content = { [F in Folder]: z.infer<(typeof shapes)[F]> }
type AnyContent = Content[Folder]

const empty: { [F in Folder]: () => Content[F] } = {
  articles: () => ({ article: null, annotations: [] }),
  claims: () => ({ claim: null }),
  sources: () => ({ source: null }),
  notes: () => ({ note: null }),
  tags: () => ({ tags: [] }),
}
export const documentFolders = ['articles', 'claims', 'sources', 'notes'] as const

/** A document as a path within the notebook: `articles/<id>.json`, `tags.json`. */
export type DocumentName = string

export interface DocumentStat {
  name: DocumentName
  size: number
  mtimeMs: number
}

const kept = 256

interface Open {
  low: Low<AnyContent>
  adapter: DocumentAdapter<AnyContent>
}

/**
 * The JSON documents of a notebook: one lowdb database each, opened when asked for. Changes are made in memory at
 * once and written by `flush`; the log has them already.
 */
export class Documents {
  readonly #notebook: string
  readonly #open = new Map<DocumentName, Promise<Open>>()
  #dirty = new Set<DocumentName>()

  constructor(notebook: string) {
    this.#notebook = notebook
  }

  /** The name of the document that a record lives in. @param article for an annotation: its article */
  nameOf(kind: RecordKind, id: Id, article?: Id): DocumentName {
    switch (kind) {
      case 'tag':
        return 'tags.json'
      case 'annotation':
        return `articles/${article ?? ''}.json`
      default:
        return `${kind}s/${id}.json`
    }
  }

  /** @throws Problem `damaged` */
  async get<K extends RecordKind>(kind: K, id: Id, article?: Id): Promise<RecordOf<K> | null> {
    const records = await this.recordsIn(this.nameOf(kind, id, article))
    const found = records.find((entry) => entry.kind === kind && entry.record.id === id)
    return (found?.record ?? null) as RecordOf<K> | null
  }

  /** Every record in a document. @throws Problem `damaged` */
  async recordsIn(name: DocumentName): Promise<{ kind: RecordKind; record: AnyRecord }[]> {
    const { low } = await this.#load(name)
    return toRecords(low.data)
  }

  /** Puts and removes records in memory. @throws Problem `damaged`, before anything is changed */
  async apply(entries: readonly Entry[]): Promise<void> {
    const targets = await Promise.all(
      entries.map(async (entry) => {
        const record = entry.after ?? entry.before
        const article =
          record && 'article' in record && entry.kind === 'annotation' ? record.article : undefined
        const name = this.nameOf(entry.kind, entry.id, article)
        return { entry, name, open: await this.#load(name) }
      }),
    )
    for (const { entry, name, open } of targets) {
      put(open.low.data, entry)
      this.#dirty.add(name)
    }
  }

  /** Moves a damaged document out of the way; nothing of it is lost. */
  async putAside(name: DocumentName): Promise<void> {
    this.#open.delete(name)
    await rename(join(this.#notebook, name), join(this.#notebook, `${name}.damaged-${Date.now()}`))
  }

  /** The documents that are not written yet. */
  get unwritten(): DocumentName[] {
    return [...this.#dirty]
  }

  get isDirty(): boolean {
    return this.#dirty.size > 0
  }

  /**
   * Writes what has changed. What cannot be written stays to be written.
   * @returns the documents written, with their state on disk; null for those that are gone
   * @throws Problem the first that occurred, after trying all
   */
  async flush(): Promise<Map<DocumentName, DocumentStat | null>> {
    const names = [...this.#dirty]
    this.#dirty = new Set()
    const written = new Map<DocumentName, DocumentStat | null>()
    let failure: Error | undefined
    for (const name of names) {
      try {
        const { low, adapter } = await this.#load(name)
        if (isEmpty(low.data)) await adapter.remove()
        else await low.write()
        written.set(name, this.#stat(name))
      } catch (error) {
        this.#dirty.add(name)
        failure ??= error instanceof Error ? error : new Error(String(error))
      }
    }
    this.forgetOld()
    if (failure) throw failure
    return written
  }

  /**
   * What is on disk now. Read in one go: twenty thousand files take a tenth of a second so, and two seconds one by one.
   */
  list(): DocumentStat[] {
    const found: DocumentStat[] = []
    for (const folder of documentFolders) {
      for (const file of namesIn(join(this.#notebook, folder))) {
        if (!/^[0-9a-f-]{36}\.json$/.test(file)) continue
        const state = this.#stat(`${folder}/${file}`)
        if (state) found.push(state)
      }
    }
    const tags = this.#stat('tags.json')
    return tags ? [...found, tags] : found
  }

  #stat(name: DocumentName): DocumentStat | null {
    const state = statSync(join(this.#notebook, name), { throwIfNoEntry: false })
    return state ? { name, size: state.size, mtimeMs: state.mtimeMs } : null
  }

  #load(name: DocumentName): Promise<Open> {
    const there = this.#open.get(name)
    if (there) return there
    const loading = this.#read(name)
    this.#open.set(name, loading)
    loading.catch(() => this.#open.delete(name))
    return loading
  }

  async #read(name: DocumentName): Promise<Open> {
    const folder = folderOf(name)
    const schema = shapes[folder] as unknown as z.ZodType<AnyContent>
    const adapter = new DocumentAdapter<AnyContent>(join(this.#notebook, name), name, schema)
    const low = new Low<AnyContent>(adapter, empty[folder]())
    await low.read()
    return { low, adapter }
  }

  /** Keeps the memory bounded; tags are always at hand. */
  forgetOld(): void {
    for (const name of this.#open.keys()) {
      if (this.#open.size <= kept) return
      if (!this.#dirty.has(name) && name !== 'tags.json') this.#open.delete(name)
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // A notebook without claims, say, has no folder for them.
    return []
  }
}

function folderOf(name: DocumentName): Folder {
  const folder = name === 'tags.json' ? 'tags' : name.split('/')[0]
  if (folder !== undefined && folder in shapes) return folder as Folder
  throw new Problem('damaged', `“${name}” is not a document of a notebook.`)
}

function toRecords(content: AnyContent): { kind: RecordKind; record: AnyRecord }[] {
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

const isEmpty = (content: AnyContent): boolean => !('tags' in content) && toRecords(content).length === 0

function put(content: AnyContent, { kind, id, after }: Entry): void {
  if ('annotations' in content) {
    if (kind === 'article') content.article = after as Article | null
    else replace(content.annotations, id, after as Annotation | null)
  } else if ('tags' in content) replace(content.tags, id, after as Tag | null)
  else if ('claim' in content) content.claim = after as Claim | null
  else if ('source' in content) content.source = after as Source | null
  else content.note = after as Note | null
}

function replace<T extends { id: Id }>(list: T[], id: Id, record: T | null): void {
  const index = list.findIndex((item) => item.id === id)
  if (record === null) {
    if (index >= 0) list.splice(index, 1)
  } else if (index >= 0) list[index] = record
  else list.push(record)
}

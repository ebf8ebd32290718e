import type { Adapter } from 'lowdb'
import { parseDocument, writeDocument, type AnyContent, type DocumentName } from './document-shapes.ts'
import { mostBytes, type Enclosure } from './enclosure.ts'
import type { FileStat } from './files.ts'

/** lowdb's way to one JSON document: parsed, migrated, validated, and written so that a crash leaves it whole. */
export class DocumentAdapter implements Adapter<AnyContent> {
  readonly #folder: Enclosure
  readonly #name: DocumentName
  /** What is known to be on disk; null for no file. */
  seen: FileStat | null = null

  constructor(notebook: Enclosure, name: DocumentName) {
    this.#folder = notebook
    this.#name = name
  }

  /** @throws Problem `damaged` naming the file */
  async read(): Promise<AnyContent | null> {
    this.seen = this.onDisk()
    const bytes = await this.#folder.read(this.#name, mostBytes.document)
    return bytes === null ? null : parseDocument(this.#name, bytes.toString('utf8'))
  }

  async write(data: AnyContent): Promise<void> {
    this.seen = await this.#folder.write(this.#name, writeDocument(data))
  }

  async remove(): Promise<void> {
    await this.#folder.remove(this.#name)
    this.seen = null
  }

  /** How the file stands on disk now. @throws Problem */
  onDisk(): FileStat | null {
    const state = this.#folder.stat(this.#name)
    return state && { size: state.size, mtimeMs: state.mtimeMs }
  }
}

export const isSameStat = (a: FileStat | null, b: FileStat | null): boolean =>
  a?.size === b?.size && a?.mtimeMs === b?.mtimeMs

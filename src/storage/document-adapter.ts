import { readFile, rm, stat } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { parseDocument, writeDocument, type AnyContent, type DocumentName } from './document-shapes.ts'
import { isMissing, orProblem, toProblem, writeAtomically } from './files.ts'

/** How a file stood on disk when it was read or written last. */
export interface FileStat {
  size: number
  mtimeMs: number
}

/** lowdb's way to one JSON document: parsed, migrated, validated, and written so that a crash leaves it whole. */
export class DocumentAdapter implements Adapter<AnyContent> {
  readonly #path: string
  readonly #name: DocumentName
  /** What is known to be on disk; null for no file. */
  seen: FileStat | null = null

  /** @param name the path within the notebook, for messages */
  constructor(path: string, name: DocumentName) {
    this.#path = path
    this.#name = name
  }

  /** @throws Problem `damaged` naming the file */
  async read(): Promise<AnyContent | null> {
    this.seen = await this.onDisk()
    let text: string
    try {
      text = await readFile(this.#path, 'utf8')
    } catch (error) {
      if (isMissing(error)) return null
      throw toProblem(error, this.#path)
    }
    return parseDocument(this.#name, text)
  }

  async write(data: AnyContent): Promise<void> {
    await writeAtomically(this.#path, writeDocument(data))
    this.seen = await this.onDisk()
  }

  async remove(): Promise<void> {
    await orProblem(this.#path, () => rm(this.#path, { force: true }))
    this.seen = null
  }

  /** How the file stands on disk now. */
  async onDisk(): Promise<FileStat | null> {
    try {
      const { size, mtimeMs } = await stat(this.#path)
      return { size, mtimeMs }
    } catch (error) {
      if (isMissing(error)) return null
      throw toProblem(error, this.#path)
    }
  }
}

export const isSameStat = (a: FileStat | null, b: FileStat | null): boolean =>
  a?.size === b?.size && a?.mtimeMs === b?.mtimeMs

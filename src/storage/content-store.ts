import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../core/problem.ts'
import { isMissing, orProblem, readIfThere, toProblem, writeAtomically } from './files.ts'

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** Files named by the hash of their content; written once, never changed. */
export class ContentStore {
  readonly #notebook: string

  constructor(notebook: string) {
    this.#notebook = notebook
  }

  /** @returns the SHA-256 of the bytes. @throws Problem */
  async putOriginal(bytes: Uint8Array, extension: string): Promise<string> {
    const hash = sha256(bytes)
    await this.#put(this.originalPath(hash, extension), hash, bytes)
    return hash
  }

  /** @returns the SHA-256 of the text of record. @throws Problem */
  async putText(html: string): Promise<string> {
    const hash = sha256(html)
    await this.#put(this.textPath(hash), hash, html)
    return hash
  }

  /** @throws Problem `damaged` when the text is missing or is not what its name says */
  async text(hash: string): Promise<string> {
    const path = this.textPath(hash)
    try {
      const bytes = await readFile(path)
      if (sha256(bytes) === hash) return bytes.toString('utf8')
    } catch (error) {
      if (!isMissing(error)) throw toProblem(error, path)
      throw new Problem(
        'damaged',
        `The text “texts/${hash}.html” is missing from the notebook.`,
        'Bring it back from a backup.',
      )
    }
    throw new Problem(
      'damaged',
      `The text “texts/${hash}.html” was changed by something else than Ascribe.`,
      'Bring it back from a backup.',
    )
  }

  textPath(hash: string): string {
    return join(this.#notebook, 'texts', `${hash}.html`)
  }

  originalPath(hash: string, extension: string): string {
    return join(this.#notebook, 'originals', `${hash}.${extension}`)
  }

  /** Removes a file for good. @throws Problem */
  async remove(path: string): Promise<void> {
    await orProblem(path, () => rm(path, { force: true }))
  }

  async #put(path: string, hash: string, content: string | Uint8Array): Promise<void> {
    const there = await readIfThere(path)
    if (there !== null && sha256(there) === hash) return
    await writeAtomically(path, content)
  }
}

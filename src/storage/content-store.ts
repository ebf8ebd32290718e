import { createHash } from 'node:crypto'
import { problem } from '../core/problem.ts'
import { Enclosure, mostBytes } from './enclosure.ts'

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** The names of the two kinds of files within a notebook. */
export const textName = (hash: string): string => `texts/${hash}.html`
export const originalName = (hash: string, extension: string): string => `originals/${hash}.${extension}`

/** Files named by the hash of their content; written once, never changed. */
export class ContentStore {
  readonly #folder: Enclosure
  /** What was kept last: each message of a mailbox is an article of the same original, which is read through once. */
  #last: { of: WeakRef<Uint8Array>; extension: string; hash: string } | null = null

  constructor(notebook: string) {
    this.#folder = new Enclosure(notebook)
  }

  /** @returns the SHA-256 of the bytes. @throws Problem */
  async putOriginal(bytes: Uint8Array, extension: string): Promise<string> {
    if (this.#last?.of.deref() === bytes && this.#last.extension === extension) return this.#last.hash
    const hash = sha256(bytes)
    await this.#put(originalName(hash, extension), mostBytes.original, hash, bytes)
    this.#last = { of: new WeakRef(bytes), extension, hash }
    return hash
  }

  /** @returns the SHA-256 of the text of record. @throws Problem */
  async putText(html: string): Promise<string> {
    const hash = sha256(html)
    await this.#put(textName(hash), mostBytes.text, hash, html)
    return hash
  }

  /** @throws Problem `damaged` when the text is missing or is not what its name says */
  async text(hash: string): Promise<string> {
    const name = textName(hash)
    const bytes = await this.#folder.read(name, mostBytes.text)
    if (bytes === null) throw problem('damaged', 'textMissing', { name })
    if (sha256(bytes) === hash) return bytes.toString('utf8')
    throw problem('damaged', 'textChanged', { name })
  }

  /** A text at once, whatever its name says. @returns null when it is not there. @throws Problem `damaged` */
  textSync(hash: string): string | null {
    return this.#folder.readSync(textName(hash), mostBytes.text)?.toString('utf8') ?? null
  }

  /** An original; null when it is not there. @throws Problem `damaged` for what is no file of a size that is read */
  async original(hash: string, extension: string): Promise<Buffer | null> {
    return this.#folder.read(originalName(hash, extension), mostBytes.original)
  }

  /** Puts a file back that went missing or was changed. @throws Problem */
  async putBack(name: string, bytes: Uint8Array): Promise<void> {
    await this.#folder.write(name, bytes)
  }

  /** Removes a file for good. @throws Problem */
  async remove(name: string): Promise<void> {
    await this.#folder.remove(name)
  }

  async #put(name: string, most: number, hash: string, content: string | Uint8Array): Promise<void> {
    const there = await this.#folder.read(name, most)
    if (there !== null && sha256(there) === hash) return
    await this.#folder.write(name, content)
  }
}

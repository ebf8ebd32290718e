import { realpath } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import { sha256 } from '../../storage/content-store.ts'
import { mostBytes, type Enclosure } from '../../storage/enclosure.ts'

const Copies = z.record(z.string(), z.string())
const prefix = '.cache/export-'
/** More than this is not kept, unpacked: files that somebody edited are then left as they are. */
const mostKept = 256 << 20

/** What was written last into a folder, by checksum: with it, edits of others are told from what is new. It is safe to delete. */
export class KeptCopies {
  readonly #notebook: Enclosure
  readonly #name: string
  #copies: Record<string, string> = {}

  private constructor(notebook: Enclosure, name: string) {
    this.#notebook = notebook
    this.#name = name
  }

  /** @param folder the folder of the export @param by the format: each has its own */
  static async of(notebook: Enclosure, folder: string, by: string): Promise<KeptCopies> {
    const real = await realpath(folder).catch(() => folder)
    const kept = new KeptCopies(notebook, `${prefix}${sha256(`${by}\n${real}`).slice(0, 24)}.json.gz`)
    await kept.#read()
    return kept
  }

  async #read(): Promise<void> {
    try {
      const bytes = await this.#notebook.read(this.#name, mostBytes.document)
      if (bytes === null) return
      const json: unknown = JSON.parse(gunzipSync(bytes, { maxOutputLength: mostKept }).toString('utf8'))
      this.#copies = Copies.parse(json)
    } catch {
      // Damaged, or of another program: without them what was edited is left alone, and said to be.
      this.#copies = {}
    }
  }

  /** The words of that checksum; undefined where they are not kept, or are not these. */
  get(hash: string): string | undefined {
    const copy = this.#copies[hash]
    return copy !== undefined && sha256(copy) === hash ? copy : undefined
  }

  /** Keeps these and no others, and nothing at all that names a confidential source, of any export. */
  async keep(copies: Readonly<Record<string, string>>, names: ConfidentialNames): Promise<void> {
    const allowed = Object.entries(copies).filter(([, copy]) => !names.isIn(copy))
    this.#copies = Object.fromEntries(allowed)
    const json = JSON.stringify(this.#copies)
    if (json.length > mostKept) await this.#notebook.remove(this.#name)
    else await this.#notebook.write(this.#name, gzipSync(json, { level: 1 }))
    if (names.isEmpty) return
    for (const other of this.#notebook.names('.cache')) {
      const path = `.cache/${other}`
      if (!path.startsWith(prefix) || path === this.#name) continue
      const copy = new KeptCopies(this.#notebook, path)
      await copy.#read()
      if (Object.values(copy.#copies).some((words) => names.isIn(words))) await this.#notebook.remove(path)
    }
  }
}

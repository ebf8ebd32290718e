import { readFile, rm } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type * as z from 'zod'
import { Problem } from '../core/problem.ts'
import { isMissing, toProblem, writeAtomically } from './files.ts'

/** lowdb's way to one JSON document: parsed, validated, and written so that a crash leaves it whole. */
export class DocumentAdapter<T> implements Adapter<T> {
  readonly #path: string
  readonly #name: string
  readonly #schema: z.ZodType<T>

  /** @param name the path within the notebook, for messages */
  constructor(path: string, name: string, schema: z.ZodType<T>) {
    this.#path = path
    this.#name = name
    this.#schema = schema
  }

  /** @throws Problem `damaged` naming the file */
  async read(): Promise<T | null> {
    let content: string
    try {
      content = await readFile(this.#path, 'utf8')
    } catch (error) {
      if (isMissing(error)) return null
      throw toProblem(error, this.#path)
    }
    let json: unknown
    try {
      json = JSON.parse(content)
    } catch (cause) {
      throw this.#damaged('it is not complete JSON', cause)
    }
    const parsed = this.#schema.safeParse(json)
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    throw this.#damaged(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(), parsed.error)
  }

  async write(data: T): Promise<void> {
    await writeAtomically(this.#path, `${JSON.stringify(data, null, 2)}\n`)
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true })
  }

  #damaged(reason: string, cause: unknown): Problem {
    return new Problem(
      'damaged',
      `The file “${this.#name}” of this notebook is damaged: ${reason}. Everything else is open.`,
      'Bring this file back from a backup, or repair it with a text editor.',
      { cause },
    )
  }
}

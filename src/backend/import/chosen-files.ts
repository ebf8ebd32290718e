import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkSize } from '../../core/import/check-size.ts'
import { problem } from '../../core/problem.ts'
import { orProblem } from '../program/problems.ts'

/** The files that the user chose in a dialog of the shell, by the ids that the window knows them by. */
export class ChosenFiles {
  readonly #paths = new Map<string, string>()

  add(path: string): { id: string; name: string } {
    const id = randomUUID()
    this.#paths.set(id, path)
    return { id, name: basename(path) }
  }

  nameOf(id: string): string {
    return basename(this.#paths.get(id) ?? 'a file')
  }

  /** Each is read once, unless it could not be read without its password. */
  forget(id: string): void {
    this.#paths.delete(id)
  }

  /** In bytes; 0 for one that is not there: that is told when it is read. */
  async sizeOf(id: string): Promise<number> {
    const path = this.#paths.get(id)
    return path === undefined
      ? 0
      : stat(path).then(
          ({ size }) => size,
          () => 0,
        )
  }

  /** The bytes of a file, when its turn comes: they go nowhere else before. @throws Problem */
  async read(id: string): Promise<Uint8Array> {
    const path = this.#paths.get(id)
    if (path === undefined) throw problem('not-found', 'fileNotChosen', {})
    checkSize(basename(path), (await orProblem(path, () => stat(path))).size)
    return orProblem(path, () => readFile(path))
  }
}

import { appendFileSync, mkdirSync } from 'node:fs'
import { appendFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, privateFile, privateFolder } from '../../storage/files.ts'

/** From this size on, in bytes, the log begins anew; the one before it is kept. */
const longest = 256_000

/**
 * What went wrong in the program itself, in a file beside the notebooks. It has no words of any notebook and no names: what
 * kind of defect it was, in which call, and where in the program. It goes nowhere by itself.
 */
export class DefectLog {
  readonly path: string
  /** Told when something was noted. */
  onNoted: () => void = () => undefined
  readonly #folder: string
  readonly #version: string
  #turn: Promise<unknown> = Promise.resolve()

  constructor(home: string, version: string) {
    this.#folder = join(home, '.log')
    this.path = join(this.#folder, 'ascribe.log')
    this.#version = version
  }

  /** @param where the call, or the part of the program. Never fails: what cannot be noted is lost. */
  note(where: string, error: unknown): void {
    const line = this.#line(where, error)
    this.#turn = this.#turn
      .then(() => this.#append(line))
      .then(this.onNoted)
      .catch(() => undefined)
  }

  /** Notes a defect of which the program may end: at once. */
  noteNow(where: string, error: unknown): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: privateFolder })
      appendFileSync(this.path, this.#line(where, error), { mode: privateFile })
    } catch {
      // There is nobody left to tell.
    }
  }

  #line(where: string, error: unknown): string {
    return `${new Date().toISOString()} ${this.#version} ${where} ${describe(error)}\n`
  }

  /** When everything that was noted is written. */
  async settled(): Promise<void> {
    await this.#turn
  }

  async #append(line: string): Promise<void> {
    await makeFolder(this.#folder)
    const size = await stat(this.path).then(
      (state) => state.size,
      () => 0,
    )
    if (size > longest) await rename(this.path, `${this.path}.1`)
    await appendFile(this.path, line, { mode: privateFile })
  }
}

/** The kind of an error and where it came from. Its message may quote a notebook, the folders above the program name its user. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at /.test(line))
    .map((line) => withoutFolders(line.trim()))
  // A name is a word of the program; whatever else it is was made up by somebody.
  const name = /^\w{1,60}$/.test(error.name) ? error.name : 'Error'
  return [name, ...places.slice(0, 8)].join('\n    ')
}

/** A line of a stack, with its file named from the folder of the program on. */
function withoutFolders(line: string): string {
  const start = Math.max(line.indexOf('('), line.indexOf('at ') + 2) + 1
  const path = line.slice(start).replaceAll('\\', '/')
  const root = Math.max(
    ...['/src/', '/out/', '/lib/', '/node_modules/'].map((folder) => path.lastIndexOf(folder)),
  )
  return line.slice(0, start) + path.slice((root === -1 ? path.lastIndexOf('/') : root) + 1)
}

/** Notes what nobody has caught, before the program ends of it. */
export function noteUncaught(log: DefectLog, where: string): void {
  process.on('uncaughtExceptionMonitor', (error) => log.noteNow(where, error))
}

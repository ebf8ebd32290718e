import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from './ascribe.ts'
import type { HostileFile } from './hostile-files.ts'

/** What an import took, in a process of its own. */
export interface Measured {
  /** `imported`, or the code and the sentence of what was told. */
  outcome: string
  /** Processor time of the import and what followed, of all threads, in seconds. */
  importSeconds: number
  /** The same with the start of the program. */
  processorSeconds: number
  /** The most memory that the process had, in megabytes. */
  megabytes: number
  bytes: number
}

/** Imports a hostile file of a size into a new notebook. */
export async function measureImport({ name }: HostileFile, size: number): Promise<Measured> {
  const folder = await temporaryFolder()
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'hostile-child.ts'),
        folder.path,
        name,
        String(size),
      ],
      { timeout: 120_000 },
    )
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured
  } finally {
    await folder.remove()
  }
}

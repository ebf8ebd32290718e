import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Runs one measurement in a process of its own. @returns what it prints */
export async function child(what: string, ...more: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'child.ts'), what, ...more],
    { maxBuffer: 1_000_000 },
  )
  return JSON.parse(stdout) as unknown
}

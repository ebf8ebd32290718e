import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ascribe.ts'

const folder = join(root, '../shared/cases')

/** Where a file of the cases is that were given with their answers. */
export const givenFile = (path: string): string => join(folder, path)

/** What a file of the cases holds; `absent` where they are not beside this project, which is said. */
export function given<T>(path: string, absent: T): T {
  if (existsSync(givenFile(path))) return JSON.parse(readFileSync(givenFile(path), 'utf8')) as T
  console.log(`skipped: the given cases are not at ${givenFile(path)}`)
  return absent
}

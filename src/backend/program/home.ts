import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder that notebooks live in: `ASCRIBE_HOME`, else `Ascribe` in the documents folder.
 * @param documents the documents folder, where the shell knows it
 */
export function homeFolder(documents = join(homedir(), 'Documents')): string {
  const named = process.env['ASCRIBE_HOME']
  return named === undefined || named === '' ? join(documents, 'Ascribe') : resolve(named)
}

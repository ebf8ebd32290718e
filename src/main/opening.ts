import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { parseLink } from '../contract/link.ts'
import { scheme } from './origin.ts'

/** What the program is asked to open: a link to a place in a notebook, or the folder of a notebook. */
export type Opening = { link: string } | { folder: string }

/** The first such thing among the arguments of a program. @param workingFolder where it was started */
export function openingAmong(args: readonly string[], workingFolder: string): Opening | undefined {
  // The first is the program itself; in development the second is the folder of its source, which is no notebook.
  for (const argument of args.slice(1)) {
    if (parseLink(argument) !== null) return { link: argument }
    if (argument.startsWith('-')) continue
    const folder = notebookAt(resolve(workingFolder, argument))
    if (folder !== undefined) return { folder }
  }
  return undefined
}

/** The folder of a notebook: itself, or what is named by its `notebook.json`. */
export function notebookAt(path: string): string | undefined {
  const folder = path.endsWith('notebook.json') ? resolve(path, '..') : path
  return statSync(join(folder, 'notebook.json'), { throwIfNoEntry: false })?.isFile() === true
    ? folder
    : undefined
}

/**
 * Asks the system to bring `ascribe://` links to this program. In development that is Electron with the folder of the source:
 * without these, the system would start a bare Electron.
 */
export function takeLinks(): void {
  const [, source] = process.argv
  if (app.isPackaged || source === undefined) app.setAsDefaultProtocolClient(scheme)
  else app.setAsDefaultProtocolClient(scheme, process.execPath, [resolve(source)])
}

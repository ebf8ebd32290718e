import { chmod } from 'node:fs/promises'
import { Enclosure } from './enclosure.ts'
import { orProblem, privateFile, privateFolder } from './files.ts'
import { folders, lockFiles } from './survey.ts'

/** What of a notebook other users of this machine may open: its folders and files by name, `''` for itself. */
export function openToOthers(notebook: Enclosure): string[] {
  const places = [
    '',
    'notebook.json',
    'tags.json',
    ...lockFiles,
    ...folders,
    ...folders.flatMap((folder) => notebook.names(folder).map((name) => `${folder}/${name}`)),
  ]
  return openOf(notebook, places)
}

/** The same of any folder: itself and what stands in it. */
export function openIn(folder: string): string[] {
  const enclosure = new Enclosure(folder)
  return enclosure.stat('') === null ? [] : openOf(enclosure, ['', ...enclosure.names('')])
}

function openOf(folder: Enclosure, names: readonly string[]): string[] {
  // Windows has no such rights; there a user's folders are the user's own.
  if (process.platform === 'win32') return []
  return names.filter((name) => {
    const kind = name === '' ? 'folder' : folder.kind(name)
    if (kind !== 'file' && kind !== 'folder') return false
    return ((folder.stat(name)?.mode ?? 0) & 0o077) !== 0
  })
}

/** Closes folders and files to other users. @throws Problem */
export async function closeToOthers(notebook: Enclosure, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const isFolder = name === '' || notebook.kind(name) === 'folder'
    const path = isFolder ? notebook.folderAt(name) : notebook.at(name)
    await orProblem(path, () => chmod(path, isFolder ? privateFolder : privateFile))
  }
}

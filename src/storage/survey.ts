import { sentenceOf } from '../core/problem.ts'
import type { Said } from '../core/words/say.ts'
import { documentFolders } from './document-shapes.ts'
import { foreign, type Enclosure, type EntryKind } from './enclosure.ts'

/** Something in a notebook that is no regular file in a real folder. */
export interface Foreign {
  /** The name within the notebook. */
  name: string
  kind: EntryKind
}

/** The folders of a notebook. */
export const folders = [...documentFolders, 'texts', 'originals', 'log', 'aside', '.cache'] as const

const isThere = (kind: EntryKind): boolean => kind !== 'missing'

function foreignFolders(notebook: Enclosure, names: readonly string[]): Foreign[] {
  return names
    .map((name) => ({ name, kind: notebook.kind(name) }))
    .filter(({ kind }) => isThere(kind) && kind !== 'folder')
}

function foreignFilesIn(notebook: Enclosure, folder: string): Foreign[] {
  return notebook
    .names(folder)
    .map((name) => ({ name: `${folder}/${name}`, kind: notebook.kind(`${folder}/${name}`) }))
    .filter(({ kind }) => isThere(kind) && kind !== 'file')
}

/** SQLite's lock, and the files that SQLite would read beside it. */
export const lockFiles = ['.lock', '.lock-journal', '.lock-wal', '.lock-shm'] as const

/** What keeps a notebook from being written: its folders, its log or its lock are not what they should be. */
export function blocksWriting(notebook: Enclosure): Foreign | undefined {
  const written = folders.filter((name) => name !== 'aside' && name !== '.cache')
  const locks = lockFiles
    .map((name) => ({ name, kind: notebook.kind(name) }))
    .filter(({ kind }) => isThere(kind) && kind !== 'file')
  return [...foreignFolders(notebook, written), ...foreignFilesIn(notebook, 'log'), ...locks][0]
}

/** Whether the cache may be read and written. */
export const isCacheOurs = (notebook: Enclosure): boolean =>
  foreignFolders(notebook, ['.cache']).length === 0 && foreignFilesIn(notebook, '.cache').length === 0

/** Everything in the places of a notebook that is no regular file in a real folder. */
export function allForeign(notebook: Enclosure): Foreign[] {
  const files = ['tags.json', ...lockFiles]
    .map((name) => ({ name, kind: notebook.kind(name) }))
    .filter(({ kind }) => isThere(kind) && kind !== 'file')
  return [
    ...foreignFolders(notebook, folders),
    ...files,
    ...folders.flatMap((folder) => foreignFilesIn(notebook, folder)),
  ]
}

/** What a person is told of it. */
export const messageOf = ({ name, kind }: Foreign): Said => sentenceOf(foreign(name, kind))

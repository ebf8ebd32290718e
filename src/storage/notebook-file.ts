import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { problem } from '../core/problem.ts'
import { SavedView } from '../core/listing/saved-view.ts'
import { idOf, newId } from '../core/records/base.ts'
import { formatVersion } from '../core/records/migrations.ts'
import { Enclosure, mostBytes } from './enclosure.ts'
import { makeFolder, orProblem } from './files.ts'

export const NotebookFile = z.object({
  ascribe: z.literal('notebook'),
  formatVersion: z.int().min(1),
  id: idOf('notebook'),
  title: z.string().min(1),
  created: z.iso.datetime(),
  /** How the user likes to look at the claims. */
  views: z.array(SavedView).default([]),
})
export type NotebookFile = z.infer<typeof NotebookFile>

/** @throws Problem `not-a-notebook`, `notebook-newer` for one that cannot even be read, `damaged`, `unreadable` */
export async function readNotebookFile(folder: string): Promise<NotebookFile> {
  const path = join(folder, 'notebook.json')
  const content = await new Enclosure(folder).read('notebook.json', mostBytes.notebookFile)
  if (content === null) {
    throw problem('not-a-notebook', 'notANotebook', { path: folder })
  }
  const json = parseJson(content.toString('utf8'))
  const parsed = NotebookFile.safeParse(json)
  const version = z.object({ formatVersion: z.number() }).safeParse(json)
  if (!parsed.success && version.success && version.data.formatVersion > formatVersion) {
    throw problem('notebook-newer', 'newerNotebook', {
      format: version.data.formatVersion,
      most: formatVersion,
    })
  }
  if (parsed.success) return parsed.data
  throw problem('damaged', 'damagedFile', { name: path }, { cause: parsed.error })
}

/** Makes a new notebook in an empty or new folder. @throws Problem `notebook-exists`, `no-permission`, … */
export async function createNotebookFile(folder: string, title: string): Promise<NotebookFile> {
  if (title.trim() === '') throw problem('bad-input', 'needsTitle', {})
  await makeFolder(folder)
  const there = await orProblem(folder, () => readdir(folder))
  if (there.includes('notebook.json')) {
    throw problem('notebook-exists', 'notebookThere', { path: folder })
  }
  if (there.length > 0) {
    throw problem('notebook-exists', 'folderNotEmpty', { path: folder })
  }
  const file: NotebookFile = {
    ascribe: 'notebook',
    formatVersion,
    id: newId(),
    title: title.trim(),
    created: new Date().toISOString(),
    views: [],
  }
  return writeNotebookFile(folder, file)
}

/** @throws Problem */
export async function writeNotebookFile(folder: string, file: NotebookFile): Promise<NotebookFile> {
  await new Enclosure(folder).write('notebook.json', `${JSON.stringify(file, null, 2)}\n`)
  return file
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

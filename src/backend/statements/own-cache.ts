import type { ZodType } from 'zod'
import { numberOf } from '../../storage/cache-database.ts'
import { Enclosure, mostBytes } from '../../storage/enclosure.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/** The number of the very file in the file system stands first in it: a cache that came with a folder from elsewhere has another one. */
const beginning = '{"at":"'
const placeOfNumber = ' '.repeat(24)

/** Keeps something in the cache of a notebook. Only a convenience: what cannot be kept is made again. */
export async function keepInCache(store: NotebookStore, name: string, content: object): Promise<void> {
  if (store.readOnly !== null) return
  const folder = new Enclosure(store.folder)
  try {
    await folder.write(name, JSON.stringify({ at: placeOfNumber, ...content }))
    const handle = await folder.open(name, 'r+')
    if (handle === null) return
    try {
      const number = String((await handle.stat()).ino).padEnd(placeOfNumber.length)
      await handle.write(number, beginning.length)
    } finally {
      await handle.close()
    }
  } catch {
    // A full disk is told of when something is saved.
  }
}

/** What was kept in the cache, if it was kept here and has this shape; else null. */
export async function readFromCache<T>(
  store: NotebookStore,
  name: string,
  shape: ZodType<T>,
): Promise<T | null> {
  const folder = new Enclosure(store.folder)
  try {
    const bytes = await folder.read(name, mostBytes.document)
    if (!bytes) return null
    const text = bytes.toString('utf8')
    const at = text.startsWith(beginning)
      ? text.slice(beginning.length, text.indexOf('"', beginning.length))
      : ''
    return at.trim() === numberOf(folder, name) ? shape.parse(JSON.parse(text)) : null
  } catch {
    return null
  }
}

import { watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import { Enclosure } from '../enclosure.ts'
import { documentFile, documentFolders, type DocumentName } from '../document-shapes.ts'

/** How long after the last event files are looked at: whoever writes them may not be done yet. */
const calm = 300

export interface Watcher {
  close: () => void
}

/**
 * Watches the documents of a notebook.
 * @param onDocuments told of documents that were written, by whomever
 * @param onOthers told when some other JSON file came or went: the copy that a sync program makes of a conflict, say
 */
export function watchDocuments(
  notebook: string,
  onDocuments: (names: DocumentName[]) => void,
  onOthers: () => void,
): Watcher {
  const inside = new Enclosure(notebook)
  const watchers = new Map<string, FSWatcher>()
  const names = new Set<DocumentName>()
  let hasOthers = false
  let timer: NodeJS.Timeout | undefined

  const tell = (): void => {
    timer = undefined
    if (names.size > 0) onDocuments([...names])
    if (hasOthers) onOthers()
    names.clear()
    hasOthers = false
  }
  const note = (folder: string, file: string): void => {
    if (folder === '' ? file === 'tags.json' : documentFile.test(file))
      names.add(folder === '' ? file : `${folder}/${file}`)
    else if (/^[^.].*\.json$/.test(file) && file !== 'notebook.json') hasOthers = true
    else return
    clearTimeout(timer)
    timer = setTimeout(tell, calm)
    timer.unref()
  }
  const watchFolder = (folder: string): void => {
    if (watchers.has(folder) || (folder !== '' && inside.kind(folder) !== 'folder')) return
    try {
      const watcher = watch(join(notebook, folder), { persistent: false }, (_event, file) => {
        if (file === null) return
        note(folder, file)
        // A folder is made with the first document in it.
        if (folder === '' && documentFolders.some((name) => name === file)) watchFolder(file)
      })
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(folder)
      })
      watchers.set(folder, watcher)
    } catch {
      // Not there yet, or the system has no more watches: changes are then found at the next start.
    }
  }
  for (const folder of ['', ...documentFolders]) watchFolder(folder)
  return {
    close: () => {
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}

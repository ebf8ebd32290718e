import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { host } from '../host.ts'
import { useImports } from '../stores/imports.ts'

/** More files than this are not brought in at once. */
const mostFiles = 10_000

/** What was dropped, as far as it can be asked for while it is: files, and folders with what leads into them. */
interface Dropped {
  files: File[]
  folders: { file: File | null; entry: FileSystemDirectoryEntry }[]
}

function droppedIn({ dataTransfer }: DragEvent): Dropped {
  const dropped: Dropped = { files: [], folders: [] }
  for (const item of [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file')) {
    const entry = item.webkitGetAsEntry()
    const file = item.getAsFile()
    if (entry && isFolder(entry)) dropped.folders.push({ file, entry })
    else if (file) dropped.files.push(file)
  }
  return dropped
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

/** The files in a folder, however deep; what cannot be read is none. */
async function filesIn(folder: FileSystemDirectoryEntry, found: File[]): Promise<void> {
  const reader = folder.createReader()
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (entries.length === 0) return
    for (const entry of entries) {
      if (found.length >= mostFiles) return
      if (entry.name.startsWith('.')) continue
      if (isFolder(entry)) await filesIn(entry, found)
      else if (isFile(entry)) {
        const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)))
        if (file) found.push(file)
      }
    }
  }
}

/**
 * Opens the first folder that is a notebook; only the desktop shell knows where a dropped folder is.
 * @returns whether there was one
 */
async function isNotebookOpened(folders: Dropped['folders']): Promise<boolean> {
  for (const { file } of folders) if (file && host !== null && (await host.openNotebook(file))) return true
  return false
}

/** Files dropped anywhere on the window are imported, and what is in folders, unless one is a notebook: that is opened. */
export function useFileDrop(isOpen: () => boolean): { isOver: Ref<boolean> } {
  const imports = useImports()
  const isOver = ref(false)
  useEventListener(document, 'dragover', (event: DragEvent) => {
    if (!(event.dataTransfer?.types.includes('Files') ?? false)) return
    // Without this the browser would leave for the file.
    event.preventDefault()
    isOver.value = isOpen()
  })
  useEventListener(document, 'dragleave', (event: DragEvent) => {
    if (event.relatedTarget === null) isOver.value = false
  })
  const takeIn = async ({ files, folders }: Dropped): Promise<void> => {
    if (await isNotebookOpened(folders)) return
    const all = [...files]
    for (const { entry } of folders) await filesIn(entry, all)
    if (isOpen() && all.length > 0) void imports.start(all)
  }
  useEventListener(document, 'drop', (event: DragEvent) => {
    isOver.value = false
    if (!(event.dataTransfer?.types.includes('Files') ?? false)) return
    event.preventDefault()
    // What was dropped is known only while it is being dropped.
    void takeIn(droppedIn(event))
  })
  return { isOver }
}

import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { host } from '../host.ts'
import { useImports } from '../stores/imports.ts'

/** What was dropped: files, and folders, which come as files without content. */
function droppedIn({ dataTransfer }: DragEvent): { files: File[]; folders: File[] } {
  const items = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file')
  const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory === true
  const filesOf = (those: DataTransferItem[]): File[] => those.flatMap((item) => item.getAsFile() ?? [])
  return {
    files: filesOf(items.filter((item) => !isFolder(item))),
    folders: filesOf(items.filter(isFolder)),
  }
}

/** Opens the first folder that is a notebook; only the desktop shell knows where a dropped folder is. */
async function openFirst(folders: readonly File[]): Promise<void> {
  for (const folder of folders) if (host !== null && (await host.openNotebook(folder))) return
}

/** Files dropped anywhere on the window are imported. */
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
  useEventListener(document, 'drop', (event: DragEvent) => {
    isOver.value = false
    if (!(event.dataTransfer?.types.includes('Files') ?? false)) return
    event.preventDefault()
    const { files, folders } = droppedIn(event)
    void openFirst(folders)
    if (isOpen() && files.length > 0) void imports.start(files)
  })
  return { isOver }
}

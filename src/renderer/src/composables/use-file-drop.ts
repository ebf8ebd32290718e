import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { useImports } from '../stores/imports.ts'

/** Files dropped anywhere on the window are imported. */
export function useFileDrop(isOpen: () => boolean): { isOver: Ref<boolean> } {
  const imports = useImports()
  const isOver = ref(false)
  const hasFiles = (event: DragEvent): boolean =>
    isOpen() && (event.dataTransfer?.types.includes('Files') ?? false)

  useEventListener(document, 'dragover', (event: DragEvent) => {
    if (!hasFiles(event)) return
    // Without this the browser would leave for the file.
    event.preventDefault()
    isOver.value = isOpen()
  })
  useEventListener(document, 'dragleave', (event: DragEvent) => {
    if (event.relatedTarget === null) isOver.value = false
  })
  useEventListener(document, 'drop', (event: DragEvent) => {
    isOver.value = false
    if (!hasFiles(event)) return
    event.preventDefault()
    if (isOpen()) void imports.start([...(event.dataTransfer?.files ?? [])])
  })
  return { isOver }
}

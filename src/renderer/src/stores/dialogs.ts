import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Confirmation {
  title: string
  message: string
  confirm: string
  answer: (yes: boolean) => void
}

/** Which dialogs are open. */
export const useDialogs = defineStore('dialogs', () => {
  const paste = ref(false)
  const exporting = ref(false)
  /** What the export begins with; everything when empty. */
  const exportArticles = ref<string[]>([])
  const exportClaims = ref<string[]>([])
  const palette = ref(false)
  const shortcuts = ref(false)
  const confirmation = ref<Confirmation | null>(null)

  function openExport(selection: { articles?: string[]; claims?: string[] } = {}): void {
    exportArticles.value = selection.articles ?? []
    exportClaims.value = selection.claims ?? []
    exporting.value = true
  }

  /** Asks before something that takes more with it than it seems. */
  function confirm(question: Omit<Confirmation, 'answer'>): Promise<boolean> {
    return new Promise((resolve) => {
      confirmation.value = {
        ...question,
        answer: (yes) => {
          confirmation.value = null
          resolve(yes)
        },
      }
    })
  }

  return {
    paste,
    exporting,
    exportArticles,
    exportClaims,
    palette,
    shortcuts,
    confirmation,
    openExport,
    confirm,
  }
})

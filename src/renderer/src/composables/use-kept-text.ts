import { watchDebounced } from '@vueuse/core'
import { onMounted, type Ref } from 'vue'
import { adoptDraft, forgetDraft, keepDraft, keptDraft } from './kept-drafts.ts'

/** How long typing rests before it is kept, in milliseconds. */
const rest = 300

/**
 * Keeps the text of a form, which saves nothing before it is sent, over a reload or a crash of the window. Emptied, it is forgotten.
 * What is too long for the browser to keep (some millions of characters) stays in the form only.
 */
export function useKeptText(id: string, text: Ref<string>): void {
  onMounted(async () => {
    const kept = keptDraft(id) ?? (await adoptDraft(id, () => text.value === ''))
    if (kept && text.value === '') text.value = kept.text
  })
  watchDebounced(
    text,
    (now) => {
      if (now === '') {
        forgetDraft(id)
        return
      }
      try {
        keepDraft(id, { text: now, from: '' })
      } catch {
        // The browser has no room for it; an older state would be wrong.
        forgetDraft(id)
      }
    },
    { debounce: rest },
  )
}

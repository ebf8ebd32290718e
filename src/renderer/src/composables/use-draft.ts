import { ref, watch, type Ref } from 'vue'

export interface Draft {
  text: Ref<string>
  /** Whether something was typed that is not saved yet. */
  isDirty: Ref<boolean>
  /** To be called when something was typed. */
  typed: () => void
  /** Saves what was typed; it stays a draft when that fails. */
  commit: () => Promise<boolean>
  discard: () => void
}

/**
 * Text that is being typed. What comes from the backend in the meantime never touches it; until it is saved it is
 * also kept on this machine, so that a closed window loses no word.
 * @param id what is edited, the same after a restart
 */
export function useDraft(
  id: () => string,
  value: () => string,
  save: (text: string) => Promise<boolean>,
): Draft {
  const text = ref(value())
  const isDirty = ref(false)
  const storageKey = (): string => `ascribe.draft.${id()}`

  const discard = (): void => {
    isDirty.value = false
    text.value = value()
    localStorage.removeItem(storageKey())
  }
  const typed = (): void => {
    isDirty.value = true
    localStorage.setItem(storageKey(), text.value)
  }
  const commit = async (): Promise<boolean> => {
    if (!isDirty.value) return true
    const sent = text.value
    if (sent === value()) {
      discard()
      return true
    }
    const isSaved = await save(sent)
    if (isSaved && text.value === sent) {
      isDirty.value = false
      localStorage.removeItem(storageKey())
    }
    return isSaved
  }

  watch(
    id,
    () => {
      const kept = localStorage.getItem(storageKey())
      isDirty.value = kept !== null && kept !== value()
      text.value = kept ?? value()
    },
    { immediate: true },
  )
  watch(value, (current) => {
    if (!isDirty.value) text.value = current
  })
  return { text, isDirty, typed, commit, discard }
}

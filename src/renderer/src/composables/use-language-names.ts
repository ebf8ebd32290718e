import { computed } from 'vue'
import { useLanguage } from './use-language.ts'

/** What languages are called, by their codes (`pt-BR`); a code that means none stays as it is. */
export function useLanguageNames(): (code: string | null) => string {
  const language = useLanguage()
  const names = computed(() => new Intl.DisplayNames(language.value, { type: 'language' }))
  return (code) => {
    try {
      return code === null ? '' : (names.value.of(code) ?? code)
    } catch {
      // Whoever typed it may have meant something else.
      return code ?? ''
    }
  }
}

import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { languageOf, type Language } from '../../../core/words/language.ts'

/** The language of the window, for words that stand beside code and for what the core tells. */
export function useLanguage(): ComputedRef<Language> {
  const { locale } = useI18n()
  return computed(() => languageOf(locale.value))
}

import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { languageOf, type Language } from '../../core/words/language.ts'
import { speak, type Said } from '../../core/words/say.ts'

export { languages, type Language, type Words } from '../../core/words/language.ts'

/** A sentence of the catalogue in the language of the window. */
export const spoken = (sentence: Said | string): string =>
  speak(sentence, languageOf(document.documentElement.lang))

/** The language of the window, for what is told by functions of the core. */
export function useLanguage(): ComputedRef<Language> {
  const { locale } = useI18n()
  return computed(() => languageOf(locale.value))
}

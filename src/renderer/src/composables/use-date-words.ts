import { useI18n } from 'vue-i18n'
import { dateWords } from '../../../core/words/date-words.ts'
import { languageOf } from '../../../core/words/language.ts'

/** Tells a date in EDTF in words, in the language of the window. */
export function useDateWords(): (date: string | null) => string {
  const { locale } = useI18n()
  return (date) => dateWords(date, languageOf(locale.value))
}

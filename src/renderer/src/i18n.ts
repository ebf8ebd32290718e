import { createI18n } from 'vue-i18n'
import { en } from './locales/en.ts'

/** How moments are written; the words come from the language. */
const datetimeFormats = {
  en: {
    day: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
    time: { hour: '2-digit', minute: '2-digit' },
    minute: { dateStyle: 'medium', timeStyle: 'short' },
  },
} as const

/** All words of the window; another language is one more file in `locales`. */
export const i18n = createI18n({
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en },
  datetimeFormats,
  numberFormats: { en: { percent: { style: 'percent', maximumFractionDigits: 0 } } },
})

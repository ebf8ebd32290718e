import { createI18n } from 'vue-i18n'
import { en } from './locales/en.ts'

/** All words of the window; another language is one more file in `locales`. */
export const i18n = createI18n({
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en },
})

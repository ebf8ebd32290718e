import { createI18n } from 'vue-i18n'
import { terms } from '../../core/words/terms.ts'
import { en } from './locales/en.ts'
import { places } from './places/list.ts'
import type { Language } from './words.ts'

/** How moments are written; the words come from the language. */
const datetimeFormats = {
  en: {
    day: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
    time: { hour: '2-digit', minute: '2-digit' },
    minute: { dateStyle: 'medium', timeStyle: 'short' },
  },
} as const

/** What the places say, as `places.<name>.…`. */
const wordsOfPlaces = (language: Language): Record<string, (typeof places)[number]['words'][Language]> =>
  Object.fromEntries(places.map(({ name, words }) => [name, words[language]]))

/** All words of the window; another language is one more file in `locales`, and asked for wherever words stand beside code. */
export const i18n = createI18n({
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en: { ...en, terms, places: wordsOfPlaces('en') } },
  datetimeFormats,
  numberFormats: { en: { percent: { style: 'percent', maximumFractionDigits: 0 } } },
})

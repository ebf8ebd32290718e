import { createI18n } from 'vue-i18n'
import { catalogues } from '../../core/words/catalogues.ts'
import {
  directions,
  languages,
  pluralRules,
  type Language,
  type Translated,
  type Words,
} from '../../core/words/language.ts'
import { en } from './locales/en.ts'
import { places } from './places/list.ts'

/** How moments are written; the words come from the language. */
const moments = {
  day: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
} as const
const percent = { percent: { style: 'percent', maximumFractionDigits: 0 } } as const

/** What the places say, as `places.<name>.…`. */
const wordsOfPlaces = (language: Language): Record<string, (typeof places)[number]['words'][Language]> =>
  Object.fromEntries(places.map(({ name, words }) => [name, words[language]]))

/** The words of the window; those of other languages are loaded when one is chosen. */
const loaded: Words<() => Promise<Translated<typeof en>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./locales/de.ts')).de,
  ar: async () => (await import('./locales/ar.ts')).ar,
}

/** All words of the window: its own, the field's, and those that stand beside places and actions. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en: { ...en, terms: catalogues.en.terms, places: wordsOfPlaces('en') } },
  datetimeFormats: Object.fromEntries(languages.map((language) => [language, moments])),
  numberFormats: Object.fromEntries(languages.map((language) => [language, percent])),
  pluralRules,
})

/** Speaks a language from now on. */
export async function speakIn(language: Language): Promise<void> {
  const { terms } = catalogues[language]
  const words = { ...(await loaded[language]()), terms, places: wordsOfPlaces(language) }
  i18n.global.setLocaleMessage(language, words)
  i18n.global.locale.value = language
  document.documentElement.lang = language
  document.documentElement.dir = directions[language]
}

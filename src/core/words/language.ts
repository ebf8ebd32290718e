/** The languages that the program speaks. */
export const languages = ['en', 'de', 'ar'] as const
export type Language = (typeof languages)[number]

/** What each is called in itself. */
export const languageNames: Words = { en: 'English', de: 'Deutsch', ar: 'العربية' }

/** In which direction each is written. */
export const directions: Words<'ltr' | 'rtl'> = { en: 'ltr', de: 'ltr', ar: 'rtl' }

/** The language that a tag names (`de-AT` is German); the first one for what the program does not speak. */
export const languageOf = (tag: string): Language => spokenAmong([tag])

/** The first language among some that the program speaks; its first one when it speaks none. */
export function spokenAmong(tags: readonly string[]): Language {
  const primary = tags.map((tag) => tag.split(/[-_]/)[0]?.toLowerCase())
  const found = primary.flatMap((tag) => languages.find((one) => one === tag) ?? [])
  return found[0] ?? languages[0]
}

/** The same words in every language: one that is added is asked for by the compiler wherever words stand. */
export type Words<T = string> = Readonly<Record<Language, T>>

/** A word that every language has: the name of a format, say. */
export const everywhere = (word: string): Words => ({ en: word, de: word, ar: word })

/** A catalogue in another language: the same keys, with words of its own. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/**
 * Which of the forms of a sentence, with `|` between them, goes with a count: of six those of `Intl.PluralRules`, of three none, one
 * and more, of two one and more.
 */
export function formOf(language: Language, count: number, forms: number): number {
  if (forms === categories.length) return categories.indexOf(new Intl.PluralRules(language).select(count))
  const form = Math.min(Math.abs(count), 2)
  return forms >= 3 ? form : form === 1 ? 0 : forms - 1
}

/** The same, as the library for messages asks for it. */
export const pluralRules = Object.fromEntries(
  languages.map((language) => [
    language,
    (count: number, forms: number): number => formOf(language, count, forms),
  ]),
)

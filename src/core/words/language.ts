/** The languages that the program speaks. */
export const languages = ['en'] as const
export type Language = (typeof languages)[number]

/** The language that a tag names (`en`); the first one for what the program does not speak. */
export const languageOf = (tag: string): Language => languages.find((one) => one === tag) ?? languages[0]

/** The same words in every language: one that is added is asked for by the compiler wherever words stand. */
export type Words<T = string> = Readonly<Record<Language, T>>

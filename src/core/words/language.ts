/** The languages that the program speaks. */
export const languages = ['en'] as const
export type Language = (typeof languages)[number]

/** The same words in every language: one that is added is asked for by the compiler wherever words stand. */
export type Words<T = string> = Readonly<Record<Language, T>>

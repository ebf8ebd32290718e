import { ar } from './ar/ar.ts'
import { de } from './de/de.ts'
import { en } from './en.ts'
import type { Translated, Words } from './language.ts'

/** What the program says wherever it speaks, in every language. */
export const catalogues: Words<Translated<typeof en>> = { en, de, ar }

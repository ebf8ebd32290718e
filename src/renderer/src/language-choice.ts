import { languages, spokenAmong, type Language } from '../../core/words/language.ts'

/** A language of the window, or that of the system. */
export type LanguageChoice = 'system' | Language
/** Under what the browser keeps it. */
export const languageKey = 'ascribe.language'

/** The language of a choice; for the system's, the first of the user's languages that is spoken here. */
export const languageFor = (choice: string | null): Language =>
  languages.find((one) => one === choice) ?? spokenAmong(navigator.languages)

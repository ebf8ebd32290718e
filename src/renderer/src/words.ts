import { languageOf } from '../../core/words/language.ts'
import { speak, type Said } from '../../core/words/say.ts'

export { languages, type Language, type Translated, type Words } from '../../core/words/language.ts'

/** A sentence of the catalogue in the language of the window. */
export const spoken = (sentence: Said | string): string =>
  speak(sentence, languageOf(document.documentElement.lang))

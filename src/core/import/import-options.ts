import type { Said } from '../words/say.ts'
import type { Words } from '../words/language.ts'

/** Another way to read a file, which the user may ask for: at once, or when it is seen what came of the usual one. */
export interface ImportOption<Name extends string = OptionName> {
  /** What `take` of an input is then. */
  name: Name
  /** On the command line with `--` before it. */
  flag: string
  label: Words
  hint: string
  /** Whether what it makes is another version of the article that was read, or articles beside it. */
  makes: 'version' | 'articles'
  /** Whether it is offered for a file of which this is told, or that could not be read for this (a code). */
  isOffered: (told: readonly Pick<Said, 'say'>[], problem: string | null) => boolean
  /** How many times longer than usual it may take. */
  patience: number
}

/** What tells that there are pictures of pages in a file. */
const pictures: ReadonlySet<string> = new Set(['warnings.pagesWithoutWords', 'warnings.pagesGarbled'])

/** The words in pictures of pages. */
export const recognisedWords = {
  name: 'recognised',
  flag: 'ocr',
  label: { en: 'Recognise its words', de: 'Wörter darin erkennen', ar: 'تعرّف على كلماته' },
  hint: 'recognise the words of pictures of pages',
  makes: 'version',
  isOffered: (told, problem) => problem === 'pictures-only' || told.some(({ say }) => pictures.has(say)),
  // To recognise the words of a page takes as long as to read a book.
  patience: 40,
} as const satisfies ImportOption<string>

/** A book, chapter by chapter. */
export const chaptersOfBook = {
  name: 'chapters',
  flag: 'chapters',
  label: {
    en: 'Each chapter as an article, too',
    de: 'Auch jedes Kapitel als Artikel',
    ar: 'كل فصل مقالًا أيضًا',
  },
  hint: 'each chapter of a book as an article of its own',
  makes: 'articles',
  isOffered: (_told, problem) => problem === null,
  patience: 1,
} as const satisfies ImportOption<string>

/** All of them, without the importers, which take a moment to load. */
export const importOptions = [recognisedWords, chaptersOfBook] as const
export type OptionName = (typeof importOptions)[number]['name']

import type { About, Statement } from './statement.ts'

/** Goes up when statements are found in another way; what an older one found is found anew. */
export const engineVersion = 3

type Reader = (text: string, about: About) => Statement[]

const patterns = () => import('./patterns/read-by-patterns.ts')

/** The languages that are read, each with its file; what it needs is loaded when it is first asked for. */
const languages: Readonly<Record<string, () => Promise<{ read: Reader }>>> = {
  en: () => import('./english/index.ts'),
  de: async () => ({ read: (await patterns()).readerOf((await import('./patterns/german.ts')).german) }),
  fr: async () => ({ read: (await patterns()).readerOf((await import('./patterns/french.ts')).french) }),
  es: async () => ({ read: (await patterns()).readerOf((await import('./patterns/spanish.ts')).spanish) }),
}

/** The language that a text is read as: by its tag (BCP 47), English where none is known; null where it is none of them. */
export function languageOf(tag: string | null): string | null {
  const language = (tag ?? 'en').toLowerCase().split(/[-_]/)[0] ?? ''
  return language in languages ? language : null
}

/**
 * What is said in a text, and who says it: certain and doubtful, in the order of the text. Nothing where its language is not read.
 * Offsets are UTF-16 code units.
 */
export async function statementsIn(text: string, tag: string | null, about: About): Promise<Statement[]> {
  const language = languageOf(tag)
  if (language === null) return []
  const reader = await languages[language]?.()
  return reader?.read(text, about) ?? []
}

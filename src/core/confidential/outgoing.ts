import { wordsOf, type ExportedFile } from '../export/exporter.ts'
import { ConfidentialNames, type NamedSpan } from './confidential-names.ts'
import type { Language } from '../words/language.ts'
import { descriptorIn, replaceNames, type ConfidentialChoice } from './withhold.ts'

/** Where a confidential source is named in what would go out. */
export interface NamedPlace {
  /** The path of the file, or what the text belongs to. */
  where: string
  /** The words around it, with the name. */
  excerpt: string
  /** Where the name stands in the excerpt, in UTF-16 code units. */
  start: number
  end: number
  /** A surname alone may be somebody else's. */
  isCertain: boolean
}

/** How much of a text is shown around a name, in UTF-16 code units. */
const around = 60
/** More of them are only counted. */
export const mostPlaces = 500

/** Every place where one is named in a text. */
export function placesIn(names: ConfidentialNames, where: string, text: string): NamedPlace[] {
  return names.find(text).map((span) => ({ where, ...excerptOf(text, span), isCertain: span.isCertain }))
}

/** Every place where one is named in files: in their paths and in what they hold. */
export function placesInFiles(names: ConfidentialNames, files: readonly ExportedFile[]): NamedPlace[] {
  if (names.isEmpty) return []
  return files.flatMap((file) => [
    // The folders are ours.
    ...placesIn(names, file.path, file.path.slice(file.path.lastIndexOf('/') + 1)).filter(
      ({ isCertain }) => isCertain,
    ),
    ...placesIn(names, file.path, wordsOf(file)),
  ])
}

/** A text of a picture as it goes out; null for one that is left out. */
export function textGoingOut(
  names: ConfidentialNames,
  text: string,
  choice: ConfidentialChoice,
  language: Language,
): string | null {
  const certain = names.find(text).filter(({ isCertain }) => isCertain)
  if (certain.length === 0 || choice === 'include') return text
  return choice === 'omit' ? null : replaceNames(text, certain, descriptorIn(language))
}

/**
 * A file without what is still left of names after they were taken out of every record: a first name at the end of one field
 * and a surname at the beginning of the next. A name of one word that is left is a word of ours.
 */
export function withoutRest(names: ConfidentialNames, file: ExportedFile, language: Language): ExportedFile {
  const { content } = file
  // What is no text was made of records that had none.
  if (typeof content !== 'string') return file
  const rest = names.find(content).filter(({ isCertain, words }) => isCertain && words > 1)
  return rest.length === 0 ? file : { ...file, content: replaceNames(content, rest, descriptorIn(language)) }
}

function excerptOf(text: string, { start, end }: NamedSpan): Pick<NamedPlace, 'excerpt' | 'start' | 'end'> {
  const first = Math.max(0, start - around)
  const newline = text.slice(end, end + around).indexOf('\n')
  const lineStart = first + text.slice(first, start).lastIndexOf('\n') + 1
  const [from, to] = [
    wholeLetter(text, lineStart),
    wholeLetter(text, newline === -1 ? Math.min(text.length, end + around) : end + newline),
  ]
  return { excerpt: text.slice(from, to), start: start - from, end: end - from }
}

/** Not in the middle of a letter of two code units. */
const wholeLetter = (text: string, at: number): number =>
  at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))
    ? at - 1
    : at

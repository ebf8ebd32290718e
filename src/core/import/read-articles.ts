import { actionOf, messageOf, Problem, problem } from '../problem.ts'
import { directionOfLanguage, directionOfText } from '../text/direction.ts'
import { languageByWords } from '../text/language-by-words.ts'
import { readText } from '../text/read-text.ts'
import { makeTextOfRecord, type TextOfRecord } from '../text/text-of-record.ts'
import { checkSize } from './check-size.ts'
import { chooseImporter } from './choose-importer.ts'
import type { ImportedDocument, Importer, ImportInput, ImportTask } from './importer.ts'
import { importers } from './registry.ts'
import { said, type Said } from '../words/say.ts'
import { oneLine } from './values.ts'

/** What an import yields: the document, its text of record, and the direction that it reads in. */
export interface ReadArticle extends ImportedDocument {
  format: string
  mediaType: string
  /** The extension that the original is kept under, where its name has none. */
  extension: string
  text: TextOfRecord
  direction: 'ltr' | 'rtl'
}

/**
 * Reads the bytes of a file: one article or many.
 * @throws Problem `empty-file`, `too-large`, `not-text`, `unsupported`, `nothing-to-read`, `bad-input`
 */
export async function* readArticles(
  input: ImportInput,
  task: Omit<ImportTask, 'readInner'>,
  among: readonly Importer[] = importers,
): AsyncGenerator<ReadArticle> {
  const name = input.fileName
  checkSize(name, input.bytes.length)
  const importer = chooseImporter(among, input)
  // One that says what was left out is given when all were seen.
  let last: ReadArticle | undefined
  const leftOut: Said[] = []
  for await (const document of documentsOf(importer, input, taskAt(0, task, importer, among))) {
    const article = orLeftOut(importer, document, name, leftOut)
    if (article === undefined) continue
    if (last) yield last
    last = article
  }
  if (!last) throw nothingIn(name)
  last.warnings.push(...leftOut)
  yield last
}

/** So deep files may stand in each other: a message in a message in an archive. */
const deepest = 4

/** The task of reading what stands so deep in a file. */
function taskAt(
  depth: number,
  task: Omit<ImportTask, 'readInner'>,
  outer: Importer,
  among: readonly Importer[],
): ImportTask {
  const readInner = async function* (inner: ImportInput): AsyncGenerator<ImportedDocument> {
    // What is deeper is not opened once more.
    const possible = depth < deepest ? among : among.filter((one) => one !== outer && one.holdsMany !== true)
    const chosen = chooseImporter(possible, inner)
    const own = taskAt(depth + 1, task, chosen, among)
    for await (const one of chosen.read(inner, own)) yield { ...one, kind: one.kind ?? kindOf(chosen) }
  }
  return { ...task, readInner }
}

/** The article of a document; of many, one without anything to read is left out, and named. */
function orLeftOut(
  importer: Importer,
  document: ImportedDocument,
  file: string,
  leftOut: Said[],
): ReadArticle | undefined {
  try {
    return articleOf(document, importer, document.attached?.fileName ?? file)
  } catch (error) {
    if (importer.holdsMany !== true || !(error instanceof Problem)) throw error
    const name = document.attached?.fileName ?? oneLine(document.title)
    leftOut.push(said('warnings.attachmentLeftOut', { name, why: messageOf(error.said) }))
    return undefined
  }
}

async function* documentsOf(
  importer: Importer,
  input: ImportInput,
  task: ImportTask,
): AsyncGenerator<ImportedDocument> {
  try {
    yield* importer.read(input, task)
  } catch (error) {
    throw ofFile(input.fileName, error)
  }
}

function articleOf(document: ImportedDocument, importer: Importer, name: string): ReadArticle {
  const language = languageByWords(readText(document.html), document.language)
  const isOther = language !== document.language
  const readingDirection = (isOther ? null : document.direction) ?? directionOfLanguage(language)
  const text = textOf({ ...document, language }, readingDirection, name)
  if (text.text.trim() === '') throw nothingIn(name)
  // What is packed is kept as it was packed; what was attached, as what it is.
  const kind = document.attached && document.kind ? document.kind : kindOf(importer)
  return {
    ...document,
    ...kind,
    language,
    metadataFrom: isOther ? { ...document.metadataFrom, language: 'its words' } : document.metadataFrom,
    title: oneLine(document.title) || 'Untitled',
    byline: oneLine(document.byline),
    text,
    direction: readingDirection ?? directionOfText(text.text),
  }
}

const kindOf = ({ format, mediaTypes, extensions }: Importer): NonNullable<ImportedDocument['kind']> => ({
  format,
  mediaType: mediaTypes[0] ?? 'application/octet-stream',
  extension: extensions[0] ?? 'bin',
})

const nothingIn = (name: string): Problem => problem('nothing-to-read', 'nothingToRead', { name })

/** A failure with the name of the file. */
function ofFile(name: string, error: unknown): Problem {
  if (!(error instanceof Problem)) return brokenDocument(name, error)
  if (error.message.includes(`“${name}”`)) return error
  return problem(error.code, 'inFile', {
    file: name,
    what: messageOf(error.said),
    then: actionOf(error.said) ?? '',
  })
}

function textOf(
  document: ImportedDocument,
  direction: 'ltr' | 'rtl' | undefined,
  name: string,
): TextOfRecord {
  try {
    return makeTextOfRecord(document.html, {
      language: document.language,
      direction,
      baseUrl: document.baseUrl,
      hasMarks: document.hasMarks,
    })
  } catch (error) {
    throw ofFile(name, error)
  }
}

const brokenDocument = (name: string, cause: unknown): Problem =>
  problem('bad-input', cause instanceof RangeError ? 'nestedTooDeep' : 'brokenStructure', { name }, { cause })

import { Problem } from '../problem.ts'
import { makeTextOfRecord, type TextOfRecord } from '../text/text-of-record.ts'
import { directionOfLanguage, directionOfText } from '../text/direction.ts'
import { checkSize } from './check-size.ts'
import { html } from './html.ts'
import type { ImportedDocument, Importer, ImportInput } from './imported.ts'
import { markdown } from './markdown.ts'
import { oneLine } from './values.ts'
import { plainText } from './plain-text.ts'

export const importers: readonly Importer[] = [html, markdown, plainText]

/** What an import yields: the document, its text of record, and the direction that it reads in. */
export interface ReadArticle extends ImportedDocument {
  format: string
  mediaType: string
  text: TextOfRecord
  direction: 'ltr' | 'rtl'
}

/**
 * Reads the bytes of one article.
 * @throws Problem `empty-file`, `too-large`, `not-text`, `unsupported`, `nothing-to-read`, `bad-input`
 */
export function readArticle(input: ImportInput): ReadArticle {
  const name = input.fileName
  checkSize(name, input.bytes.length)
  const importer = chooseImporter(input)
  const document = readWith(importer, input)
  const readingDirection = document.direction ?? directionOfLanguage(document.language)
  const text = textOf(document, readingDirection, name)
  if (text.text.trim() === '') {
    throw new Problem(
      'nothing-to-read',
      `There is nothing to read in “${name}”.`,
      'If the page fills itself by script, save it from the browser after it has loaded, or paste its text.',
    )
  }
  const direction = readingDirection ?? directionOfText(text.text)
  const title = oneLine(document.title) || 'Untitled'
  return {
    ...document,
    title,
    byline: oneLine(document.byline),
    format: importer.format,
    mediaType: importer.mediaType,
    text,
    direction,
  }
}

function readWith(importer: Importer, input: ImportInput): ImportedDocument {
  try {
    return importer.read(input)
  } catch (error) {
    throw ofFile(input.fileName, error)
  }
}

/** A failure with the name of the file. */
const ofFile = (name: string, error: unknown): Problem =>
  error instanceof Problem
    ? new Problem(error.code, `“${name}”: ${error.message}`, error.action)
    : brokenDocument(name, error)

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
    })
  } catch (error) {
    throw ofFile(name, error)
  }
}

function brokenDocument(name: string, cause: unknown): Problem {
  const reason =
    cause instanceof RangeError ? 'its elements are nested too deeply' : 'its structure is broken'
  return new Problem(
    'bad-input',
    `“${name}” could not be read: ${reason}.`,
    'Copy the text and import it by pasting.',
    { cause },
  )
}

function chooseImporter({ bytes, fileName, mediaType }: ImportInput): Importer {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  if (start.startsWith('%PDF-')) {
    throw new Problem(
      'unsupported',
      `“${fileName}” is a PDF, which Ascribe cannot read yet.`,
      'Save the article as a web page or paste its text.',
    )
  }
  const looksLikeHtml = /^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(withoutComments(start))
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  const byType = importers.find((importer) => importer.mediaType === mediaType)
  const byExtension = importers.find(
    (importer) => extension !== undefined && importer.extensions.includes(extension),
  )
  if (looksLikeHtml) return html
  return byExtension ?? byType ?? plainText
}

/** The start of a file without the comments, marks and white space before its content. */
function withoutComments(start: string): string {
  let rest = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    rest = end === -1 ? '' : rest.slice(end + 3).trimStart()
  }
  return rest
}

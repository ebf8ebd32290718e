import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { problem } from '../../problem.ts'
import { toEdtfDate } from '../dates.ts'
import { readText } from '../../text/read-text.ts'
import { openArchive, type Archive } from '../archive.ts'
import { chaptersOfBook } from '../import-options.ts'
import { titleFromFileName, type ImportedDocument, type Importer, type ImportInput } from '../importer.ts'
import { pictureIn } from '../office/pictures.ts'
import { oneLine, toLanguageTag } from '../values.ts'
import { allBelow, attribute, below, childrenOf, type XmlElement, parseXml } from '../xml.ts'
import { htmlOf } from './xhtml.ts'

/** A book (EPUB 2 and 3): its chapters in the order of the book, with their notes, and the pages of the printed one where it names them. */
export const epub: Importer = {
  format: 'epub',
  noun: { en: 'an e-book (EPUB)', de: 'ein E-Book (EPUB)', ar: 'كتاب إلكتروني (EPUB)' },
  extensions: ['epub'],
  mediaTypes: ['application/epub+zip'],
  options: [chaptersOfBook],
  sniff: ({ text }) => (text.startsWith('PK') && text.includes('application/epub+zip') ? 0.96 : 0),
  *read(input, { progress }) {
    const archive = openArchive(input.bytes)
    if (archive.names.includes('META-INF/encryption.xml') && isLocked(archive))
      throw problem('unsupported', 'bookLocked', {})
    const book = readBook(archive, input, progress)
    if (input.take === 'chapters') yield* byChapter(book)
    else yield { ...book.document, html: book.chapters.join('\n') }
  },
}

/** Fonts may be scrambled; texts that are belong to a shop. */
const isLocked = (archive: Archive): boolean =>
  [...allBelow(archive.xml('META-INF/encryption.xml'), 'CipherReference')].some((one) =>
    /html?$/i.test(attribute(one, 'URI') ?? ''),
  ) || archive.names.includes('META-INF/rights.xml')

/** A book: what it says of itself, and its chapters as HTML. */
interface Book {
  document: ImportedDocument
  chapters: string[]
}

/** Each chapter as an article of its own, called by its heading. */
function* byChapter({ document, chapters }: Book): Generator<ImportedDocument> {
  for (const [at, html] of chapters.entries()) {
    const heading = /<h[1-3][^>]*>(.*?)<\/h[1-3]>/s.exec(html)?.[1]
    const name = oneLine(readText(heading ?? ''))
    const text = readText(html)
    // Covers and half-titles are pages of the printed book, and no chapters.
    if (text.trim().length < 20) continue
    const title = `${document.title}: ${name === '' ? String(at + 1) : name}`
    yield {
      ...document,
      title,
      html,
      metadataFrom: { ...document.metadataFrom, title: 'heading of the chapter' },
    }
  }
}

function readBook(
  archive: Archive,
  { fileName, given }: ImportInput,
  progress: (done: number, total: number) => void,
): Book {
  const place = attribute([...allBelow(archive.xml('META-INF/container.xml'), 'rootfile')][0], 'full-path')
  const book = place === undefined ? undefined : archive.xml(place)
  if (place === undefined || !book) throw problem('bad-input', 'documentDamaged', {})
  const parts = chapterPaths(book, folderOf(place))
  const numbers = new Map(parts.map((path, at) => [path, at]))
  const html = parts.map((path, at) => {
    progress(at, parts.length)
    return chapterOf(archive, path, numbers)
  })
  const metadata = metadataOf(book)
  const title = metadata('title')[0]
  const authors = metadata('creator').map(asSpoken)
  const published = metadata('date')[0]
  const language = metadata('language')[0]
  const document = {
    title: given?.title ?? title ?? titleFromFileName(fileName),
    byline: authors.join(', '),
    authors,
    outlet: metadata('publisher')[0] ?? null,
    published: published === undefined ? null : toEdtfDate(published.slice(0, 10)),
    language: language === undefined ? null : toLanguageTag(language),
    direction: null,
    urls: [],
    tags: [],
    html: '',
    hasMarks: true,
    baseUrl: undefined,
    metadataFrom: {
      title: given?.title === undefined ? (title === undefined ? 'file name' : 'book: title') : 'you',
      ...(authors.length > 0 ? { authors: 'book: creator' } : {}),
      ...(published === undefined ? {} : { published: 'book: date' }),
    },
    warnings: [],
  }
  return { document, chapters: html }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** A path as the archive has it, from one that is relative to a folder. */
function pathFrom(folder: string, relative: string): string {
  const parts: string[] = []
  for (const part of `${folder}${decoded(relative.split('#')[0] ?? '')}`.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  return parts.join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The chapters in the order in which they are read, without the table of contents. */
function chapterPaths(book: XmlElement, folder: string): string[] {
  const manifest = new Map(
    [...allBelow(book, 'item'), ...allBelow(book, 'opf:item')].map((item) => [
      attribute(item, 'id') ?? '',
      item,
    ]),
  )
  const spine = [...allBelow(book, 'itemref'), ...allBelow(book, 'opf:itemref')]
  return spine.flatMap((one) => {
    const item = manifest.get(attribute(one, 'idref') ?? '')
    const isContents = /\bnav\b/.test(attribute(item, 'properties') ?? '')
    const href = attribute(item, 'href')
    return href === undefined || isContents ? [] : [pathFrom(folder, href)]
  })
}

function chapterOf(archive: Archive, path: string, numbers: ReadonlyMap<string, number>): string {
  const text = archive.text(path)
  const body = text === undefined ? undefined : below(parseXml(withCharacters(text)), 'body')
  if (!body) return ''
  const prefix = (at: number): string => `c${at}-`
  return htmlOf(body, {
    prefix: prefix(numbers.get(path) ?? 0),
    link: (href) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href
      const [to = '', name = ''] = href.split('#')
      const chapter = numbers.get(to === '' ? path : pathFrom(folderOf(path), to))
      return chapter === undefined || name === '' ? undefined : `#${prefix(chapter)}${name}`
    },
    picture: (source) => pictureIn(archive, pathFrom(folderOf(path), source)),
  })
}

/** Characters that XHTML names are those of HTML (`&eacute;`); what marks up stays as it is. */
const withCharacters = (text: string): string =>
  text.replace(/&([A-Za-z][A-Za-z0-9]{1,31});/g, (whole, name: string) => {
    const character = decodeNamedCharacterReference(name)
    return character === false || /[<>&"']/.test(character) ? whole : character
  })

/** What the book states of itself (Dublin Core). */
function metadataOf(book: XmlElement): (name: string) => string[] {
  const place = below(book, 'metadata') ?? below(book, 'opf:metadata')
  const stated = childrenOf(below(place, 'dc-metadata') ?? place)
  return (name) =>
    stated
      .filter(({ tagName }) => tagName === `dc:${name}`)
      .map(({ textContent }) => oneLine(textContent ?? ''))
      .filter((value) => value !== '')
}

/** “Marrin, Ilse” as she is called. */
function asSpoken(name: string): string {
  const [family, given, ...more] = name.split(/,\s*/)
  return family !== undefined && given !== undefined && more.length === 0 ? `${given} ${family}` : name
}

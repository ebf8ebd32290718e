import { said, type Said } from '../words/say.ts'
import { Readability } from '@mozilla/readability'
import {
  chooseArticle,
  isNotice,
  htmlOfPart,
  partsOf,
  partsToTake,
  type Parts,
  type PartToTake,
} from './article-choice.ts'
import { decode, declaredEncoding } from './decode.ts'
import { titleFromFileName, type ImportedDocument, type Importer, type ImportInput } from './importer.ts'
import { budget } from '../text/budget.ts'
import { measureHtml } from '../text/measure.ts'
import { withoutLinkLists } from './link-lists.ts'
import { lettersOf } from './outlet-names.ts'
import { authorsIn, authorsOf } from './page-authors.ts'
import { verdictsOf } from './claim-reviews.ts'
import { originalOf } from './page-copy.ts'
import { readPageMetadata } from './page-metadata.ts'
import { chooseTitle, titlesIn } from './page-title.ts'
import { texts, type PageStatements } from './page-statements.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { readText } from '../text/read-text.ts'
import type { PageDocument } from './page-document.ts'
import { parsePage, type ParsedPage } from './parse-page.ts'
import { everywhere } from '../words/language.ts'

/** A whole saved page (its article is found by Readability) or a fragment (taken as it is). */
export const html: Importer = {
  format: 'html',
  noun: { en: 'a web page', de: 'eine Webseite', ar: 'صفحة ويب' },
  extensions: ['html', 'htm', 'xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  paste: { label: everywhere('HTML') },
  sniff: ({ text }) => (/^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(withoutComments(text)) ? 0.9 : 0),
  *read(input) {
    const { text, warnings } = decode(input.bytes, declaredEncoding(input.bytes), input.encoding)
    measureHtml(text)
    yield /<(?:!doctype|html|head|body)[\s>]/i.test(text.slice(0, 100_000))
      ? readPage(text, input, warnings)
      : readFragment(text, input, warnings)
  },
}

/** The start of a file without the comments, declarations and white space before its content. */
function withoutComments(start: string): string {
  let rest = start.trimStart()
  for (;;) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '?>' : undefined
    if (close === undefined) return rest
    const end = rest.indexOf(close)
    rest = end === -1 ? '' : rest.slice(end + close.length).trimStart()
  }
}

function readFragment(text: string, { fileName, given }: ImportInput, warnings: Said[]): ImportedDocument {
  const { document } = parsePage(`<!doctype html><html><head></head><body>${text}</body></html>`)
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim()
  const title = given?.title ?? (heading === undefined || heading === '' ? undefined : heading)
  return {
    title: title ?? titleFromFileName(fileName),
    byline: '',
    authors: [],
    outlet: null,
    published: null,
    language: null,
    direction: null,
    urls: given?.url === undefined ? [] : [given.url],
    tags: [],
    html: text,
    baseUrl: given?.url,
    metadataFrom: { title: given?.title !== undefined ? 'you' : title === undefined ? 'file name' : 'h1' },
    warnings,
  }
}

function readPage(text: string, { fileName, given, take }: ImportInput, warnings: Said[]): ImportedDocument {
  const page = parsePage(text)
  const { document } = page
  const metadata = readPageMetadata(document, text, given?.url)
  const { statements, outlet } = metadata
  // The search for the article takes the page apart, and all of it is seldom asked for.
  const whole = (): string => page.again().querySelector('body')?.innerHTML ?? text
  const baseUrl = given?.url ?? metadata.urls[0]?.value
  const host = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl).hostname : ''
  // Before the article is found, which takes the page apart.
  const about = { outlet: outlet?.value, host }
  const [titles, stated] = [titlesIn(statements), authorsOf(statements, about, page.lines)]
  const part = typeof take === 'number' ? htmlOfPart(document, take) : undefined
  // What the user takes is taken as it stands, and nothing is to be said about it.
  const called = chooseTitle(titles, { ...about, found: '', fileName }).value
  const found = findArticle(
    page,
    { again: page.again, title: called, letters: page.letters },
    take === undefined ? warnings : [],
  )
  const body = take === undefined ? articleStated(statements, found) : undefined
  if (body !== undefined) warnings.push(said('warnings.articleStated'))
  const title = chooseTitle(titles, { ...about, found: found?.title ?? '', fileName })
  const authors = stated ?? authorsIn([{ value: found?.byline ?? '', from: 'byline' }], about)
  if (metadata.unreadDate !== undefined) {
    warnings.push(said('warnings.dateAmbiguous', { date: metadata.unreadDate }))
  }
  const from: Record<string, string> = { title: given?.title === undefined ? title.from : 'you' }
  const note = (field: string, value: { from: string } | undefined): void => {
    if (value) from[field] = value.from
  }
  note('authors', authors)
  note('outlet', metadata.outlet)
  note('published', metadata.published)
  note('language', metadata.language)
  note('urls', metadata.urls[0])
  const verdicts = verdictsOf(statements)
  return {
    title: given?.title ?? title.value,
    byline: found?.byline ?? authors?.names.join(', ') ?? '',
    authors: authors?.names ?? [],
    outlet: metadata.outlet?.value ?? null,
    published: metadata.published?.value ?? null,
    language: metadata.language?.value ?? null,
    direction: metadata.direction,
    urls: [
      ...new Set([
        ...(given?.url === undefined ? [] : [originalOf(given.url).address]),
        ...metadata.urls.slice(0, budget.addresses).map(({ value }) => value),
      ]),
    ],
    tags: [],
    copy: metadata.copy,
    ...(verdicts.length > 0 ? { note: verdicts.join('\n\n') } : {}),
    html: take === 'whole' ? whole() : (part ?? body ?? found?.content ?? whole()),
    baseUrl,
    metadataFrom: from,
    warnings,
  }
}

/** What a page states as its article is taken where so much less of it is shown: without scripts it shows a notice, or the lead. */
const [leastStated, shownShare] = [600, 0.5]

/** The article as the page states it for search engines, as HTML; undefined where what it shows is as long. */
function articleStated(statements: PageStatements, found: FoundArticle | undefined): string | undefined {
  const [body = ''] = statements.articles.flatMap((item) => texts(item['articleBody']))
  const letters = lettersOf(readText(body))
  if (
    letters.length < leastStated ||
    lettersOf(readText(found?.content ?? '')).length > shownShare * letters.length
  )
    return undefined
  return /<p[\s>]/i.test(body)
    ? body
    : body
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('\n')
}

interface FoundArticle {
  title: string
  byline: string | undefined
  content: string
}

/**
 * Less of the longer paragraphs of a page than this is told, or of all that there is to read in it; and less than so many letters,
 * of a page that has more.
 */
const [smallShare, smallShareOfAll, fewLetters] = [0.4, 0.3, 250]

/** What is known of a page. */
interface Asked extends Pick<ParsedPage, 'again'> {
  /** How many letters there are to read in it, those that lead elsewhere aside. */
  letters: number
  title: string
}

function findArticle(
  { document, depths }: ParsedPage,
  page: Asked,
  warnings: Said[],
): FoundArticle | undefined {
  const isTooDeep = depths > budget.depths
  const kept = notesIn(document)
  const parts = isTooDeep ? undefined : partsOf(document)
  const article = isTooDeep ? null : readerOf(document).parse()
  const content = article?.content
  if (typeof content !== 'string' || content.trim() === '') {
    warnings.push(said('warnings.wholePage'))
    return undefined
  }
  const byline = article?.byline?.replace(/\s+/g, ' ').trim()
  const chosen = parts ? chosenContent(parts, content, article?.textContent ?? '', page, warnings) : content
  return {
    title: article?.title?.trim() ?? '',
    byline: byline === '' ? undefined : byline,
    content: chosen + lacking(kept, chosen, article?.textContent ?? ''),
  }
}

/** What was found, or the part of the page that is rather its article; says so where little of the page was taken. */
function chosenContent(parts: Parts, content: string, found: string, page: Asked, warnings: Said[]): string {
  const { part, share } = chooseArticle(parts, found, page.title)
  // The search for the article has taken the page apart.
  const instead = part === null ? undefined : htmlOfPart(page.again(), part)
  const letters = lettersOf(found).length
  const shareOfAll = Math.min(1, letters / Math.max(1, page.letters))
  const isLittle =
    share < smallShare ||
    (!instead && shareOfAll < smallShareOfAll) ||
    (share < 1 && letters < fewLetters && !instead)
  const percent = Math.round(Math.min(share, instead ? share : shareOfAll) * 100)
  if (isLittle) warnings.push(said('warnings.partOfPage', { percent }))
  else if (isNotice(found)) warnings.push(said('warnings.noticeOnly'))
  return withoutLinkLists(instead ?? content)
}

/** Where pages have the notes of a text: lists in their footers, in Word’s and in wikis’ pages. */
const notes =
  '[class*="footnote"],[class*="endnote"],[role="doc-endnotes"],ol.references,.reflist,[style*="footnote-list"]'
/** A list of notes is no shorter, and not longer than this, in UTF-16 code units. */
const [shortestNotes, longestNotes] = [12, 200_000]

interface Notes {
  html: string
  words: string
}

/** The notes of a text. To be asked for before the article is found, which takes the page apart. */
function notesIn(document: PageDocument): Notes[] {
  const found: Notes[] = []
  for (const element of document.querySelectorAll(notes)) {
    const words = lettersOf((element.textContent ?? '').slice(0, longestNotes))
    if (words.length < shortestNotes || found.some((one) => one.words.includes(words))) continue
    found.push({ html: element.outerHTML, words })
    if (found.length === 50) break
  }
  return found
}

/** Those of the notes that the article refers to and that are not among the words that were taken. */
function lacking(kept: readonly Notes[], content: string, taken: string): string {
  const words = lettersOf(taken)
  const targets = new Set([...content.matchAll(/href="[^"#]*#([^"]{1,100})"/g)].map(([, name]) => name))
  const isMeant = ({ html }: Notes): boolean =>
    [...html.matchAll(/\b(?:id|name)="([^"]{1,100})"/g)].some(([, name]) => targets.has(name))
  return kept
    .filter((one) => isMeant(one) && !words.includes(one.words.slice(0, 60)))
    .map(({ html }) => `<section>${html}</section>`)
    .join('')
}

/** Elements within a line that Readability does not know as such, and would break the line at. */
const phrasing = ['U', 'S', 'STRIKE', 'TT', 'BIG', 'BDI', 'DEL', 'INS', 'NOBR', 'RB']

function readerOf(document: PageDocument): Readability {
  const reader = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0])
  const known: unknown = Reflect.get(reader, 'PHRASING_ELEMS')
  if (Array.isArray(known)) Reflect.set(reader, 'PHRASING_ELEMS', [...(known as unknown[]), ...phrasing])
  return reader
}

/** The parts of a saved page that can be taken instead of the article that is found. */
export const partsOfPage = (bytes: Uint8Array): PartToTake[] => {
  const { text } = decode(bytes, declaredEncoding(bytes))
  measureHtml(text)
  return partsToTake(parsePage(text).document)
}

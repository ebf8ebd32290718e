import { isAmbiguousDate, toEdtfDate } from './dates.ts'
import { stated, texts, type PageStatements, type Stated } from './page-statements.ts'

/** What is longer is no line with a date. */
const longestLine = 160
/** The beginning of a page, in UTF-16 code units, in which a labelled date is looked for. */
const beginning = 40_000

/** Words before the day of publication, in the languages that dates are read in. */
const labels =
  'published|posted|updated|date|veröffentlicht|erschienen|erstellt|publiziert|geschrieben|stand|datum|vom|publié|paru|mis en ligne|publicado|publicada|fecha|pubblicato|data|geplaatst|gepubliceerd|опубликовано|дата|نشر|发布|发表|掲載|公開'

/** What readers see, and no statement for programs. */
const shown: ReadonlySet<string> = new Set(['date line', 'time', 'text', 'line'])

export interface PublicationDate {
  published: Stated | undefined
  /** A date that can be read in two ways. */
  ambiguous: string | undefined
}

/**
 * When a page says that it was published; the first statement in order of trust wins.
 * @param source the page as text
 */
export function publicationDate(
  statements: PageStatements,
  { language, addresses, source }: { language: string | null; addresses: readonly string[]; source: string },
): PublicationDate {
  const dayFirst = isDayFirst(language)
  const all = [
    ...statedDates(statements),
    ...shownDates(statements),
    ...inAddresses(addresses),
    ...alone(source),
  ]
  const read = all.flatMap(({ value, from }) => {
    const date = toEdtfDate(value, dayFirst)
    // A year in the words of a page is some year.
    const isVague = shown.has(from) && date !== null && date.length < 'yyyy-mm-dd'.length
    return date === null || isPlaceholder(date) || isVague ? [] : [{ value: date, from, statement: value }]
  })
  const [first] = read
  if (!first)
    return { published: undefined, ambiguous: all.find(({ value }) => isAmbiguousDate(value))?.value }
  const local = read.find(({ statement }) => isSameMoment(statement, first.statement))
  const { value, from } = local ?? first
  return { published: { value, from }, ambiguous: undefined }
}

/** Whether the day comes first between slashes; in English that hangs on the country. */
function isDayFirst(language: string | null): boolean | undefined {
  if (language === null || language === 'en') return undefined
  return !language.startsWith('en-US')
}

/** The beginning of the computers' calendar, and of the database's: nothing was filled in. */
const isPlaceholder = (date: string): boolean =>
  /^(?:1970-01-01|0001-01-01|1899-12-30|1900-01-01)$/.test(date)

/** The same moment by the publisher's own clock, where the first statement is by that of Greenwich. */
function isSameMoment(statement: string, utc: string): boolean {
  if (!/(?:Z|[+-]00:?00)$/.test(utc) || !/[+-](?!00:?00)\d{2}:?\d{2}$/.test(statement)) return false
  return Date.parse(statement) === Date.parse(utc)
}

function statedDates(statements: PageStatements): Stated[] {
  return [
    ...statements.linked((item) => texts(item['datePublished']), 'datePublished'),
    ...statements.meta(
      ...['article:published_time', 'article:published', 'og:published_time', 'og:article:published_time'],
      ...['citation_publication_date', 'citation_date', 'dc.date.issued', 'dcterms.issued', 'dc.date'],
      ...['dcterms.date', 'dcterms.created', 'dc.date.created', 'datepublished', 'date_published'],
      ...['parsely-pub-date', 'pubdate', 'publishdate', 'publish_date', 'publish-date', 'publication_date'],
      ...['sailthru.date', 'date', 'article.published', 'published_time', 'publishtime', 'release_date'],
    ),
    ...statements.attribute(
      'time[pubdate],time[itemprop~="datePublished"]',
      'datetime',
      'time datePublished',
    ),
    ...statements.attribute('[itemprop~="datePublished"]', 'content', 'itemprop datePublished'),
    ...statements.content('[itemprop~="datePublished"]', 'itemprop datePublished'),
    ...statements.linked((item) => texts(item['dateCreated']), 'dateCreated'),
    ...statements.attribute(
      '[property~="schema:dateCreated"],[itemprop~="dateCreated"]',
      'content',
      'dateCreated',
    ),
  ]
}

/** Dates that readers see: in elements for moments, in lines for dates, and behind a word that says what they are. */
function shownDates(statements: PageStatements): Stated[] {
  const classes = [
    'date',
    'Date',
    'datum',
    'publish',
    'posted',
    'fecha',
    'timestamp',
    'entry-meta',
    'post-meta',
  ]
  const selector = classes.map((name) => `[class*="${name}"],[id*="${name}"]`).join(',')
  const lines = statements.content(selector, 'date line').filter(({ value }) => value.length < longestLine)
  return [
    ...statements.attribute('time[class*="publish"],time[class*="entry-date"]', 'datetime', 'time'),
    ...statements.attribute('article time[datetime],main time[datetime]', 'datetime', 'time').slice(0, 1),
    ...lines,
    ...statements.attribute('time[datetime]', 'datetime', 'time').slice(0, 1),
    ...statements.content('time', 'time').slice(0, 1),
    ...labelled(statements),
  ]
}

/** “Veröffentlicht am 4. März 2031” in the words of the page. */
function labelled(statements: PageStatements): Stated[] {
  const words = statements.page.querySelector('body')?.textContent?.slice(0, beginning) ?? ''
  const pattern = new RegExp(
    String.raw`(?<![\p{L}])(?:${labels})(?![\p{L}])[^\n\d]{0,24}(\d[^\n]{4,30}|\p{L}{3,10}\.?\s\d{1,2},?\s\d{4})`,
    'giu',
  )
  const found: Stated[] = []
  for (const [, date] of words.matchAll(pattern)) {
    found.push(...stated(date, 'text'))
    if (found.length === 5) break
  }
  return found
}

/** The day in an address: `/2031/03/04/`, `2031-03-04-ferry`. */
const inAddresses = (addresses: readonly string[]): Stated[] =>
  addresses.flatMap((address) => {
    const day = /[/_-]((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
      address,
    )
    return day ? stated(`${day[1] ?? ''}-${day[2] ?? ''}-${day[3] ?? ''}`, 'address') : []
  })

/** Lines that say nothing but a date, and perhaps who and at what time: `<h3>21.01.2022</h3>`. */
function alone(source: string): Stated[] {
  const found: Stated[] = []
  for (const [, words = ''] of source.matchAll(/>([^<>]{6,48})</g)) {
    if (!/\d{4}|\d\./.test(words)) continue
    const rest = words
      .replace(/\d{1,2}:\d{2}(?::\d{2})?|[\d./,:-]/g, '')
      .replace(/\p{L}+/gu, (word) => (word.length > 12 ? word : 'w'))
    if (rest.replace(/\s/g, '').length <= 4) found.push(...stated(words, 'line'))
    if (found.length === 5) break
  }
  return found
}

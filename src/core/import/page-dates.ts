import { isAside } from './author-lines.ts'
import { isAmbiguousDate, toEdtfDate } from './dates.ts'
import type { PageElement } from './page-document.ts'
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
  const seen: Stated[] = []
  let first: ReadDate | undefined
  for (const { value: statement, from } of datesIn(statements, addresses, source)) {
    seen.push({ value: statement, from })
    const date = toEdtfDate(statement, dayFirst)
    // A year in the words of a page is some year.
    const isVague = shown.has(from) && date !== null && date.length < 'yyyy-mm-dd'.length
    if (date === null || isPlaceholder(date) || isVague) continue
    const read = { value: date, from, statement }
    if (first !== undefined && isSameMoment(statement, first.statement)) return found(read)
    if (first !== undefined && local.has(from) && isNextDay(first, date)) return found(read)
    first ??= read
    // Only where that is by the clock of Greenwich the publisher's own is looked for.
    if (!isUtc(first.statement)) break
  }
  if (first) return found(first)
  return { published: undefined, ambiguous: seen.find(({ value }) => isAmbiguousDate(value))?.value }
}

/** Where the day stands as the publisher has it. */
const local: ReadonlySet<string> = new Set(['address', 'date line'])

/** Whether it is that of another zone: the day before one that had just begun at Greenwich, or behind one that was to end. */
function isNextDay({ value, statement }: ReadDate, date: string): boolean {
  const days = (Date.parse(date) - Date.parse(value)) / 86_400_000
  const hour = Number(/T(\d{2})/.exec(statement)?.[1] ?? Number.NaN)
  return (days === -1 && hour < 12) || (days === 1 && hour >= 10)
}

interface ReadDate extends Stated {
  statement: string
}
const found = ({ value, from }: ReadDate): PublicationDate => ({
  published: { value, from },
  ambiguous: undefined,
})

/** What may say when it was published, the surest first; what readers see is looked for only where programs are told nothing. */
function* datesIn(
  statements: PageStatements,
  addresses: readonly string[],
  source: string,
): Generator<Stated> {
  yield* statedDates(statements)
  yield* shownDates(statements)
  yield* inAddresses(addresses)
  yield* alone(source)
}

/** Whether the day comes first between slashes; in English that hangs on the country. */
function isDayFirst(language: string | null): boolean | undefined {
  if (language === null || language === 'en') return undefined
  return !language.startsWith('en-US')
}

/** The beginning of the computers' calendar, and of the database's: nothing was filled in. */
const isPlaceholder = (date: string): boolean =>
  /^(?:1970-01-01|0001-01-01|1899-12-30|1900-01-01)$/.test(date)

const isUtc = (statement: string): boolean => /(?:Z|[+-]00:?00)$/.test(statement)
/** The same moment by the publisher's own clock, where the first statement is by that of Greenwich. */
function isSameMoment(statement: string, utc: string): boolean {
  if (!isUtc(utc) || !/[+-](?!00:?00)\d{2}:?\d{2}$/.test(statement)) return false
  return Date.parse(statement) === Date.parse(utc)
}

const metas = [
  ...['article:published_time', 'article:published', 'og:published_time', 'og:article:published_time'],
  ...['citation_publication_date', 'citation_date', 'dc.date.issued', 'dcterms.issued', 'dc.date'],
  ...['dcterms.date', 'dcterms.created', 'dc.date.created', 'datepublished', 'date_published'],
  ...['parsely-pub-date', 'pubdate', 'publishdate', 'publish_date', 'publish-date', 'publication_date'],
  ...['sailthru.date', 'date', 'article.published', 'published_time', 'publishtime', 'release_date'],
]
const published = '[itemprop~="datePublished"]'
const created = '[property~="schema:dateCreated"],[itemprop~="dateCreated"]'

/** Dates that programs are told. */
function* statedDates(statements: PageStatements): Generator<Stated> {
  yield* statements.linked((item) => texts(item['datePublished']), 'datePublished')
  yield* statements.meta(...metas)
  yield* statements.attribute(`time[pubdate],time${published}`, 'datetime', 'time datePublished')
  yield* statements.attribute(published, 'content', 'itemprop datePublished')
  yield* statements.content(published, 'itemprop datePublished')
  yield* statements.linked((item) => texts(item['dateCreated']), 'dateCreated')
  yield* statements.attribute(created, 'content', 'dateCreated')
}

/** Parts that are called after what they hold. */
const dateLines = [
  ...['date', 'Date', 'datum', 'publish', 'posted', 'fecha', 'timestamp', 'entry-meta', 'post-meta'],
]
  .map((name) => `[class*="${name}"],[id*="${name}"]`)
  .join(',')

/** Dates that readers see: in elements for moments, in lines for dates, and behind a word that says what they are. */
function* shownDates(statements: PageStatements): Generator<Stated> {
  yield* statements.attribute('time[class*="publish"],time[class*="entry-date"]', 'datetime', 'time')
  yield* momentsOf(statements, 'article time[datetime],main time[datetime]').slice(0, 1)
  for (const element of statements.page.querySelectorAll(dateLines)) {
    const line = element.textContent ?? ''
    if (line.length < longestLine && !isAside(element)) yield* stated(line, 'date line')
  }
  yield* momentsOf(statements, 'time[datetime]').slice(0, 1)
  yield* statements.content('time', 'time').slice(0, 1)
  yield* labelled(statements)
}

/** What stands before the day on which something was changed. */
const changed =
  /(?:updated|modified|edited|aktualisiert|geändert|mis(?:e)? à jour|modifié|actualizad[oa]|modificad[oa]|aggiornato|atualizado|bijgewerkt|обновлено|изменено|تحديث|更新)[^\p{L}]{0,12}$/iu

/** The moments in a page, without those at which it was changed, and those of what others say in it. */
function momentsOf({ page }: PageStatements, selector: string): Stated[] {
  const found: Stated[] = []
  let [parent, around]: [PageElement | null, string] = [null, '']
  for (const element of page.querySelectorAll(selector)) {
    // Asked once: one part of a page may have as many moments as words.
    if (element.parentElement !== parent) {
      parent = element.parentElement
      around = parent?.textContent ?? ''
    }
    const before = around.slice(0, Math.max(0, around.indexOf(element.textContent ?? '')))
    if (changed.test(before.slice(-40)) || isAside(element)) continue
    found.push(...stated(element.getAttribute('datetime'), 'time'))
    if (found.length > 0) break
  }
  return found
}

const labelledDate = new RegExp(
  String.raw`(?<![\p{L}])(?:${labels})(?![\p{L}])[^\n\d]{0,24}(\d[^\n]{4,30}|\p{L}{3,10}\.?\s\d{1,2},?\s\d{4})`,
  'giu',
)
/** “Veröffentlicht am 4. März 2031” in the words of the page. */
function labelled(statements: PageStatements): Stated[] {
  const words = statements.page.querySelector('body')?.textContent?.slice(0, beginning) ?? ''
  const found: Stated[] = []
  for (const [, date] of words.matchAll(labelledDate)) {
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

import { isMonth, isWeekday } from './dates.ts'
import { lettersOf, siteOf } from './outlet-names.ts'
import { names, type PageStatements, type Stated } from './page-statements.ts'
import { withoutAround, withoutAtEnd } from '../text/scan.ts'
import { oneLine } from './values.ts'

export interface Authors {
  names: string[]
  from: string
}

/** A name is no longer than this, in UTF-16 code units, and no list of authors has more names. */
const [longestName, mostNames] = [60, 200]
/** What is longer is no line that names who wrote. */
const longestLine = 100

/** What stands before names in a line that names who wrote: “By”, “Von”, “Text:”, “Posted by”. */
const before = new RegExp(
  String.raw`^(?:(?:written|posted|published|story|words|report(?:ing)?|text(?: und interview)?|interview|autor(?:in|en|innen)?|author[s]?|auteur[s]?|autore|autrice|autora?|verfasst|geschrieben|veröffentlicht|publié|publicado|redaktion) ?(?:by|von|par|por|di|:)|by|von|par|por|di|da|door|от|автор|text|autor(?:in)?|author[s]?|auteur|autore)(?: ?: ?| )`,
  'iu',
)
/** Lines that say something else: when it was, where it was found, that nobody is named. */
const noName =
  /^(?:posted|published|veröffentlicht|publiziert|erschienen|erstellt|geschrieben|publié|updated|am|on|in|the|admin|administrator|author|autor|autoren|unknown|anonymous|none|null|undefined|redaktion|staff|webmaster|root|guest|editor|kommentare?|comments?|share|home|link|more|mehr|profile?)(?: (?:am|on|by|von|in|le|el))? ?:?$/iu
const separators = /[,;|•·/]| (?:&|and|und|et|y|e|en|och|og|и) /iu

/** What a page says of who wrote it, the surest statement first. */
function* authorLines(statements: PageStatements): Generator<Stated[]> {
  for (const item of statements.articles)
    yield names(item['author']).map((value) => ({ value, from: 'JSON-LD author' }))
  for (const name of metas) yield statements.meta(name)
  for (const { selector, from } of shown) yield statements.content(selector, from).slice(0, 6)
  for (const selector of labelled) yield statements.content(selector, 'byline').filter(isLabelled).slice(0, 2)
}

/** Where a page was published: who publishes did not write. */
interface About {
  /** As the page has it. */
  outlet: string | undefined
  host: string
}

/**
 * Who wrote a page, by the first statement that names somebody. What is no name (a date, an address, the outlet) is none. To be
 * asked for before the article is found, which takes the page apart.
 */
export function authorsOf(statements: PageStatements, about: About): Authors | undefined {
  for (const line of authorLines(statements)) {
    const found = authorsIn(line, about)
    if (found) return found
  }
  return undefined
}

/** The names in a statement, if it names somebody who is not the outlet. */
export function authorsIn(line: readonly Stated[], about: About): Authors | undefined {
  const people = line.filter(({ value }) => !isOutlet(value, about))
  const all = people.flatMap(({ value }) => namesIn(value)).filter((name) => !isOutlet(name, about))
  const found = [...new Set(all)].slice(0, mostNames)
  return found.length > 0 ? { names: found, from: line[0]?.from ?? 'byline' } : undefined
}

const metas = [
  ...['citation_author', 'dc.creator', 'dcterms.creator', 'author', 'parsely-author', 'sailthru.author'],
  ...['article:author', 'article:author_name', 'article.author', 'dc.contributor', 'byl'],
]

/** Where readers see who wrote, the surest place first. */
const shown = [
  { selector: '[itemprop~="author"] [itemprop~="name"]', from: 'itemprop author' },
  { selector: '[itemprop~="author"]', from: 'itemprop author' },
  { selector: '[rel~="author"]', from: 'rel author' },
  { selector: '.author.vcard .fn,.byline .fn,.reader-credits', from: 'byline' },
  {
    selector: '.author-name,.author__name,.authorname,.article-author,.post-author,.entry-author',
    from: 'byline',
  },
  { selector: '[class*="byline"],[class*="Byline"]', from: 'byline' },
  { selector: 'p.author,span.author,div.author,a.author,.autor,.article__author,.autoren', from: 'byline' },
]

/** Where a line may stand that says “By …”: parts that are called so, and lines of the text. */
const labelled = [
  '[class*="author"],[class*="contributor"],[class*="wrote"],[class*="credit"]',
  'address,p,h4,h5,h6,small',
]
const isLabelled = ({ value }: Stated): boolean =>
  value.length < longestLine && /^\S{2,12}:? \p{Lu}/u.test(value) && before.test(value)

/** The names in a line that names who wrote; none where it says anything else. */
export function namesIn(line: string): string[] {
  let rest = withoutEntities(oneLine(line))
  // Twice: “Text: Von …”.
  for (let times = 0; times < 2; times += 1) rest = rest.replace(before, '')
  // What follows a name in the same line is a date, a role, an address.
  const cut = rest.search(/[|•·@(]|, (?:am|on) | (?:am|on) \d|\d|https?:| – \d| - https?/iu)
  if (cut !== -1) rest = withoutDay(rest.slice(0, cut))
  const found = rest.split(separators).map((name) => withoutAround(name, ' :,–-'))
  // Who else worked on it, and what somebody is, are no names of authors.
  if (notByAuthor.test(rest)) return []
  const wanted = found.filter((name) => name !== '' && !roles.test(name))
  return wanted.length > 0 && wanted.every(isName) ? wanted : []
}

/** Lines that name others: who took the picture, who translated. */
const notByAuthor =
  /^(?:photo|foto|bild|picture|image|illustration|translat|übersetz|edited|reviewed|fact.?check|last updated|share|advertis|anzeige|our )/iu
const roles =
  /(?:writer|editor|correspondent|reporter|korrespondent|redakteurin?|redaktion|contributor|staff)$/iu

/** Without the beginning of a date at its end: “Ana Duarte Monday, March”. */
function withoutDay(line: string): string {
  const words = line.split(' ')
  const isDay = (word: string): boolean => word === '' || isMonth(word) || isWeekday(withoutAtEnd(word, ','))
  while (words.length > 0 && isDay(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

const isName = (name: string): boolean =>
  name.length <= longestName &&
  name.split(' ').length <= 6 &&
  /\p{L}/u.test(name) &&
  !/\d|https?:|www\.|[@<>{}=]/u.test(name) &&
  !/[.!?]$/u.test(name.replace(/\b(?:\p{L}|jr|sr|dr|st)\.$/iu, '')) &&
  !noName.test(name) &&
  !isWeekday(name)

/** Whether a name is that of the outlet, or of its address. */
function isOutlet(name: string, { outlet, host }: About): boolean {
  const letters = lettersOf(name)
  const isAddress = /\.(?:de|com|at|ch|org|net|fr|es|it)$/i.test(name)
  return letters === lettersOf(outlet ?? '') || letters === siteOf(host) || isAddress
}

/** Entities that were escaped twice. */
const entities: Record<string, string> = {
  ...{
    amp: '&',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    oacute: 'ó',
    aacute: 'á',
    eacute: 'é',
    iacute: 'í',
    uacute: 'ú',
  },
  ...{ ntilde: 'ñ', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', egrave: 'è', agrave: 'à', ccedil: 'ç' },
  ...{ Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', Eacute: 'É', Aacute: 'Á', Oacute: 'Ó' },
}
const withoutEntities = (text: string): string =>
  text
    .replace(/&(#\d+|\w+);/g, (whole, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Math.min(0x10ffff, Number(name.slice(1))))
        : (entities[name] ?? whole),
    )
    .toWellFormed()

import { isMonth, isWeekday } from './dates.ts'
import { lettersOf, siteOf } from './outlet-names.ts'
import { beforeNames, declaredAuthors, shownAuthors } from './author-lines.ts'
import { foldTitle, type PageStatements, type Stated } from './page-statements.ts'
import { withoutAround, withoutAtEnd } from '../text/scan.ts'
import { genderOf } from '../statements/english/given-names.ts'
import { oneLine } from './values.ts'

export interface Authors {
  names: string[]
  from: string
}

/** A name is no longer than this, in UTF-16 code units, and no list of authors has more names. */
const [longestName, mostNames] = [60, 200]

/** Lines that say something else: when it was, where it was found, that nobody is named. */
const noName =
  /^(?:posted|published|veröffentlicht|publiziert|erschienen|erstellt|geschrieben|publié|updated|am|on|in|the|admin|administrator|author|autor|autoren|unknown|anonymous|none|null|undefined|redaktion|staff|webmaster|root|guest|editor|kommentare?|comments?|share|home|link|more|mehr|profile?|name|publisher|user)(?: (?:am|on|by|von|in|le|el))? ?:?$/iu
const separators = /[,;|•·/]| (?:&|and|und|et|y|e|en|och|og|и) /iu

/** Where a page was published: who publishes did not write. */
interface About {
  /** As the page has it. */
  outlet: string | undefined
  host: string
}

/**
 * Who wrote a page, by the first statement that names somebody; a later one counts where it says more: all of these and others, or
 * a name where the first has but a sign (“mlr”, “ana.duarte”). What is no name (a date, an address, the outlet) is none. To be asked
 * for before the article is found, which takes the page apart.
 * @param lines the short lines of the page
 */
export function authorsOf(
  statements: PageStatements,
  about: About,
  lines: readonly string[] = [],
): Authors | undefined {
  let found: Authors | undefined
  const take = (line: readonly Stated[]): void => {
    const named = authorsIn(line, about)
    if (named && (!found || saysMore(named.names, found.names))) found = named
  }
  for (const line of declaredAuthors(statements)) take(line)
  if (found && !found.names.every(isSign)) return found
  const staff: Stated[] = []
  for (const line of shownAuthors(statements, lines)) {
    take(line)
    if (found && !found.names.every(isSign)) return found
    staff.push(...line.filter(({ value }) => isStaff(value)))
  }
  const [first] = staff
  return found ?? (first && { names: [first.value.replace(beforeNames, '')], from: first.from })
}

/** A sign of somebody rather than a name: of one word, of few capital letters or none. */
const isSign = (name: string): boolean => /^(?:\p{Lu}{1,4}|[^\p{Lu}\s]+)$/u.test(name)
const isStaff = (line: string): boolean =>
  line.length <= longestName &&
  /(?:\bstaff(?: writers?)?|\bredaktion|\beditors?|\bnewsroom|\brédaction)$/iu.test(line)

/** Whether names are all of those that were found, and others; or names where those are signs. */
function saysMore(names: readonly string[], found: readonly string[]): boolean {
  const folded = names.map(foldTitle)
  if (found.every(isSign)) return names.some((name) => !isSign(name))
  return names.length > found.length && found.every((name) => folded.includes(foldTitle(name)))
}

/** The names in a statement, if it names somebody who is not the outlet. */
export function authorsIn(line: readonly Stated[], about: About): Authors | undefined {
  const people = line.filter(({ value }) => !isOutlet(value, about))
  const all = people.flatMap(({ value }) => namesIn(value)).filter((name) => !isOutlet(name, about))
  const found = [...new Set(all)].slice(0, mostNames)
  return found.length > 0 ? { names: found, from: line[0]?.from ?? 'byline' } : undefined
}

/** The names in a line that names who wrote; none where it says anything else. */
export function namesIn(line: string): string[] {
  let rest = withoutEntities(oneLine(line))
  const isLabelled = /^[^:]{2,20}:/u.test(rest) && beforeNames.test(rest)
  // Twice: “Text: Von …”.
  for (let times = 0; times < 2; times += 1) rest = rest.replace(beforeNames, '')
  // What follows a name in the same line is a date, a role, an address.
  const cut = rest.search(
    /[|•·@(]| (?:publiée?|published|posted|updated|veröffentlicht|aktualisiert|mis à jour|publicado|actualizado|pubblicato|modifié)(?= |$)| (?:for|pour|für|para) (?:the )?\p{Lu}|, (?:am|on) | (?:am|on) \d|\d|https?:| – \d| - https?/iu,
  )
  if (cut !== -1) rest = withoutDay(rest.slice(0, cut))
  const found = rest.split(separators).map((name) => withoutAround(name, ' :,–-'))
  // Who else worked on it, and what somebody is, are no names of authors.
  if (notByAuthor.test(rest)) return []
  const wanted = inOrder(found.filter((name) => name !== '' && !roles.test(name) && !notByAuthor.test(name)))
  // “Autorin: Ana Duarte, who leads the office.”: what follows the name is more about her.
  const others = wanted.findIndex((name) => !isName(name))
  if (others === -1) return wanted
  return isLabelled ? wanted.slice(0, others) : []
}

/** Lines that name others: who took the picture, who translated. */
const notByAuthor =
  /^(?:photo|foto|bild|picture|image|illustration|translat|übersetz|edited|reviewed|fact.?check|last updated|share|advertis|anzeige|our )/iu
const roles =
  /^(?:envoyée?s? spéciale?s?|correspondante?|special|senior|chief|political|corresponsal|enviad[oa] especial)(?= |$)|(?:writer|editor|correspondent|reporter|korrespondent|redakteurin?|redaktion|contributor|staff)$/iu

/** “Berg, Anna” is Anna Berg. */
function inOrder(names: string[]): string[] {
  const [family, given, ...more] = names
  const areWords = [family, given].every((name) => name !== undefined && /^\p{Lu}[\p{L}'’-]+$/u.test(name))
  const isTurned =
    areWords &&
    more.length === 0 &&
    genderOf(given ?? '') !== undefined &&
    genderOf(family ?? '') === undefined
  return isTurned ? [`${given} ${family}`] : names
}

/** Without the beginning of a date at its end: “Ana Duarte Monday, March”. */
function withoutDay(line: string): string {
  const words = line.split(' ')
  const isDay = (word: string): boolean =>
    isMonth(word) || isWeekday(withoutAtEnd(word, ',')) || /^(?:le|am|on|el|il|op|em)?$/u.test(word)
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
  const isCompany = /\b(?:gmbh|inc|ltd|llc|s\.?a\.?s?|b\.?v|e\. ?v)\b\.?(?:,|$)/iu.test(name)
  return letters === lettersOf(outlet ?? '') || letters === siteOf(host) || isAddress || isCompany
}

/** Entities that were escaped twice. */
const entities: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  oacute: 'ó',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  uacute: 'ú',
  ntilde: 'ñ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  Eacute: 'É',
  Aacute: 'Á',
  Oacute: 'Ó',
}
const withoutEntities = (text: string): string =>
  text
    .replace(/&(#\d+|\w+);/g, (whole, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Math.min(0x10ffff, Number(name.slice(1))))
        : (entities[name] ?? whole),
    )
    .toWellFormed()

import { budget } from '../text/budget.ts'
import { directionOfText } from '../text/direction.ts'
import { publicationDate } from './page-dates.ts'
import { ids, names, PageStatements, stated, texts, type Stated } from './page-statements.ts'
import type { PageDocument } from './parse-page.ts'
import { isWebAddress, toLanguageTag } from './values.ts'

/** All that a page says about itself in meta elements, JSON-LD, OpenGraph, and in what its readers see. */
export interface PageMetadata {
  statements: PageStatements
  outlet: Stated | undefined
  published: Stated | undefined
  /** A date that is stated in a form that cannot be read with certainty. */
  unreadDate: string | undefined
  language: Stated | undefined
  direction: 'ltr' | 'rtl' | null
  urls: Stated[]
}

/**
 * Reads the metadata of a page; the first statement in order of trust wins, and each says where it stands.
 * @param source the page as text, for the comments that browsers write when they save it
 * @param address the one that the user gives
 */
export function readPageMetadata(page: PageDocument, source: string, address?: string): PageMetadata {
  const statements = new PageStatements(page)
  const languages = [
    ...statements.attribute('html', 'lang', 'html lang'),
    ...statements.linked((item) => texts(item['inLanguage']), 'inLanguage'),
    ...statements.meta('content-language', 'og:locale', 'language', 'dc.language'),
  ].flatMap(({ value, from }) => stated(toLanguageTag(value), from))
  const urls = addressesOf(statements, source)
  const date = publicationDate(statements, {
    source,
    language: languages[0]?.value ?? null,
    addresses: [...(address === undefined ? [] : [address]), ...urls.map(({ value }) => value)],
  })
  return {
    statements,
    outlet: [
      ...statements.linked((item) => names(item['publisher']), 'publisher'),
      ...statements.meta('og:site_name', 'citation_journal_title', 'application-name', 'dc.publisher'),
    ][0],
    published: date.published,
    unreadDate: date.ambiguous,
    language: languages[0],
    direction: directionOf(statements, page),
    urls,
  }
}

/** A page in a script that is written from right to left says so seldom, or says the contrary. */
function directionOf(statements: PageStatements, page: PageDocument): 'ltr' | 'rtl' | null {
  const said = statements.attribute('html,body', 'dir', 'dir').map(({ value }) => value.toLowerCase())
  if (said.includes('rtl')) return 'rtl'
  const words = page.querySelector('body')?.textContent?.slice(0, budget.statement * 10) ?? ''
  if (directionOfText(words) === 'rtl') return 'rtl'
  return said.includes('ltr') ? 'ltr' : null
}

function addressesOf(statements: PageStatements, source: string): Stated[] {
  return [
    ...statements.attribute('link[rel~="canonical"]', 'href', 'canonical link'),
    ...statements.meta('og:url', 'citation_public_url'),
    ...statements.linked((item) => [...texts(item['url']), ...ids(item['mainEntityOfPage'])], 'url'),
    ...savedFrom(source),
    ...statements.attribute('a.reader-domain', 'href', 'reader view'),
  ]
    .map(({ value, from }) => ({ value: ofOriginal(value), from }))
    .filter(({ value }) => isWebAddress(value))
}

/** The address of what an archive keeps a copy of. */
const ofOriginal = (address: string): string =>
  /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/\S+)/.exec(address)?.[1] ?? address

/** Comments of Chrome, Edge and SingleFile in saved pages. */
function savedFrom(source: string): Stated[] {
  const start = source.slice(0, 4096)
  const chrome = /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(start)?.[1]
  const singleFile = /<!--[\s\S]{0,200}?\burl:\s*(\S+)/i.exec(start)?.[1]
  return [...stated(chrome, 'saved from url'), ...stated(singleFile, 'SingleFile url')]
}

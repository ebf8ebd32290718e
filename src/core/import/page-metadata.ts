import { budget } from '../text/budget.ts'
import { directionOfText } from '../text/direction.ts'
import type { PageCopy } from '../records/article.ts'
import { copyOf, originalOf } from './page-copy.ts'
import { publicationDate } from './page-dates.ts'
import { ids, names, PageStatements, stated as asStated, texts, type Stated } from './page-statements.ts'
import type { PageDocument } from './page-document.ts'
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
  /** Those of the original, where this is a copy. */
  urls: Stated[]
  copy: PageCopy | null
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
  ].flatMap(({ value, from }) => asStated(toLanguageTag(value), from))
  const stated = addressesOf(statements, source)
  const urls = stated.map(({ value, from }) => ({ value: originalOf(value).address, from }))
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
    copy: copyOf([...(address === undefined ? [] : [address]), ...stated.map(({ value }) => value)], source),
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
  ].filter(({ value }) => isWebAddress(value))
}

/** Comments of Chrome, Edge and SingleFile in saved pages. */
function savedFrom(source: string): Stated[] {
  const start = source.slice(0, 4096)
  const chrome = /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(start)?.[1]
  const singleFile = /<!--[\s\S]{0,200}?\burl:\s*(\S+)/i.exec(start)?.[1]
  return [...asStated(chrome, 'saved from url'), ...asStated(singleFile, 'SingleFile url')]
}

import { toEdtfDate } from './dates.ts'
import { budget } from '../text/budget.ts'
import type { PageDocument } from './parse-page.ts'
import { isWebAddress, oneLine, toLanguageTag } from './values.ts'

/** A value and what in the document states it. */
export interface Stated {
  value: string
  from: string
}

type Json = Record<string, unknown>

/** All that a page says about itself in meta elements, JSON-LD and OpenGraph. */
export interface PageMetadata {
  titles: Stated[]
  authors: { names: string[]; from: string } | undefined
  outlet: Stated | undefined
  published: Stated | undefined
  /** A date that is stated in a form that cannot be read with certainty. */
  unreadDate: string | undefined
  language: Stated | undefined
  direction: 'ltr' | 'rtl' | null
  urls: Stated[]
}

/** No article has more authors; what is longer is no list of them. */
const mostNames = 200
const articleTypes = /(?:Article|Posting|Report|Review|WebPage)$/

/**
 * Reads the metadata of a page; the first statement in order of trust wins, and each says where it stands.
 * @param source the page as text, for the comments that browsers write when they save it
 */
export function readPageMetadata(page: PageDocument, source: string): PageMetadata {
  const metas = collectMetas(page)
  const jsonLd = collectJsonLd(page)
  const meta = (...names: string[]): Stated[] =>
    names.flatMap((name) => (metas.get(name) ?? []).flatMap((value) => stated(value, name)))
  const linked = (field: (item: Json) => string[], label: string): Stated[] =>
    jsonLd.flatMap((item) => field(item).flatMap((value) => stated(value, `JSON-LD ${label}`)))
  const attribute = (selector: string, name: string, from: string): Stated[] =>
    [...page.querySelectorAll(selector)].flatMap((element) => stated(element.getAttribute(name), from))
  const content = (selector: string, from: string): Stated[] =>
    [...page.querySelectorAll(selector)].flatMap((element) => stated(element.textContent, from))

  const dates = [
    ...linked((item) => texts(item['datePublished']), 'datePublished'),
    ...meta(
      'article:published_time',
      'citation_publication_date',
      'citation_date',
      'dc.date.issued',
      'dc.date',
      'dcterms.created',
    ),
    ...meta('parsely-pub-date', 'pubdate', 'publishdate', 'publish_date', 'sailthru.date', 'date'),
    ...attribute(
      'time[pubdate],time[itemprop~="datePublished"],meta[itemprop="datePublished"]',
      'datetime',
      'time datePublished',
    ),
    ...attribute('meta[itemprop="datePublished"]', 'content', 'itemprop datePublished'),
  ]
  const published = dates.flatMap(({ value, from }) => stated(toEdtfDate(value), from))[0]
  const authorList = jsonLd.map((item) => names(item['author'])).find((list) => list.length > 0)
  const metaAuthors = meta(
    'citation_author',
    'dc.creator',
    'author',
    'parsely-author',
    'sailthru.author',
    'article:author',
  ).filter(({ value }) => !URL.canParse(value))
  const firstFrom = metaAuthors[0]?.from
  const languages = [
    ...attribute('html', 'lang', 'html lang'),
    ...linked((item) => texts(item['inLanguage']), 'inLanguage'),
    ...meta('content-language', 'og:locale', 'language'),
  ].flatMap(({ value, from }) => stated(toLanguageTag(value), from))
  const direction = attribute('html,body', 'dir', 'dir').map(({ value }) => value.toLowerCase())
  return {
    titles: [
      ...linked((item) => [...texts(item['headline']), ...texts(item['name'])], 'headline'),
      ...meta(
        'og:title',
        'citation_title',
        'dc.title',
        'dcterm.title',
        'parsely-title',
        'twitter:title',
        'title',
      ),
      ...content('h1', 'h1'),
      ...content('title', 'title'),
    ],
    authors: authorList
      ? { names: authorList, from: 'JSON-LD author' }
      : firstFrom === undefined
        ? undefined
        : {
            names: metaAuthors.filter(({ from }) => from === firstFrom).map(({ value }) => value),
            from: firstFrom,
          },
    outlet: [
      ...linked((item) => names(item['publisher']), 'publisher'),
      ...meta('og:site_name', 'citation_journal_title', 'application-name', 'dc.publisher'),
    ][0],
    published,
    unreadDate: published ? undefined : dates[0]?.value,
    language: languages[0],
    direction: direction.includes('rtl') ? 'rtl' : direction.includes('ltr') ? 'ltr' : null,
    urls: [
      ...attribute('link[rel~="canonical"]', 'href', 'canonical link'),
      ...meta('og:url', 'citation_public_url'),
      ...linked((item) => [...texts(item['url']), ...ids(item['mainEntityOfPage'])], 'url'),
      ...savedFrom(source),
    ].filter(({ value }) => isWebAddress(value)),
  }
}

function stated(value: string | null | undefined, from: string): Stated[] {
  const trimmed = value == null ? '' : oneLine(value.slice(0, budget.statement))
  return trimmed ? [{ value: trimmed, from }] : []
}

function collectMetas(page: PageDocument): Map<string, string[]> {
  const metas = new Map<string, string[]>()
  for (const element of page.querySelectorAll('meta')) {
    const keys = [
      element.getAttribute('property'),
      element.getAttribute('name'),
      element.getAttribute('http-equiv'),
    ]
    const value = element.getAttribute('content')?.trim()
    if (!value) continue
    for (const key of keys.flatMap((names) => names?.toLowerCase().split(/\s+/) ?? [])) {
      if (key === '') continue
      const values = metas.get(key)
      if (values) values.push(value)
      else metas.set(key, [value])
    }
  }
  return metas
}

function collectJsonLd(page: PageDocument): Json[] {
  const found: Json[] = []
  const visit = (json: unknown): void => {
    // Not by calling itself: JSON may be nested deeper than programs can call.
    const open: unknown[] = [json]
    for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
      if (Array.isArray(value)) for (const item of value.toReversed()) open.push(item)
      else if (isJson(value)) {
        if (texts(value['@type']).some((type) => articleTypes.test(type))) found.push(value)
        open.push(value['@graph'])
      }
    }
  }
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      visit(JSON.parse(withoutCdata((script.textContent ?? '').trim())))
    } catch {
      // Broken JSON-LD is common on the web; the page's other statements are read all the same.
      continue
    }
  }
  return found.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)))
}

/** Some pages put their JSON-LD into a CDATA section. */
const withoutCdata = (json: string): string =>
  json.startsWith('<![CDATA[') && json.endsWith(']]>') ? json.slice('<![CDATA['.length, -']]>'.length) : json

const isJson = (value: unknown): value is Json => value !== null && typeof value === 'object'
const isPage = (item: Json): boolean => texts(item['@type']).includes('WebPage')
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item.trim() !== '',
  )
const ids = (value: unknown): string[] => (isJson(value) ? texts(value['@id']) : texts(value))

function names(value: unknown): string[] {
  const list: unknown[] = (Array.isArray(value) ? value : [value]).slice(0, mostNames)
  return list
    .flatMap((item) => (isJson(item) ? texts(item['name']) : texts(item)))
    .map(oneLine)
    .filter((name) => name !== '')
}

/** Comments of Chrome, Edge and SingleFile in saved pages. */
function savedFrom(source: string): Stated[] {
  const start = source.slice(0, 4096)
  const chrome = /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(start)?.[1]
  const singleFile = /<!--[\s\S]{0,200}?\burl:\s*(\S+)/i.exec(start)?.[1]
  return [...stated(chrome, 'saved from url'), ...stated(singleFile, 'SingleFile url')]
}

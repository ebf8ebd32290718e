import { budget } from '../text/budget.ts'
import type { PageDocument } from './page-document.ts'
import { oneLine } from './values.ts'

/** A value and what in the document states it. */
export interface Stated {
  value: string
  from: string
}

export type Json = Record<string, unknown>

/** No article has more authors; what is longer is no list of them. */
const mostNames = 200
const articleTypes = /(?:Article|Posting|Report|Review|WebPage)$/

/** What a page says of itself, by where it says it. */
export class PageStatements {
  readonly #metas: Map<string, string[]>
  /** What JSON-LD describes, by its @id. */
  readonly #named: Map<string, Json>
  /** The descriptions of articles in JSON-LD, that of this page first. */
  readonly articles: Json[]
  /** What fact-checks in the page judge (schema.org/ClaimReview). */
  readonly reviews: readonly Json[]

  readonly page: PageDocument

  constructor(page: PageDocument) {
    this.page = page
    this.#metas = collectMetas(page)
    const { found, reviews, named } = collectJsonLd(page)
    this.reviews = reviews
    this.#named = named
    this.articles = ofThisPage(found, [
      ...this.meta('og:title', 'og:url'),
      ...this.content('title', 'title'),
      ...this.content('h1', 'h1'),
      ...this.attribute('link[rel~="canonical"]', 'href', 'canonical link'),
    ])
  }

  /** The content of meta elements, by name. */
  meta(...names: string[]): Stated[] {
    return names.flatMap((name) => (this.#metas.get(name) ?? []).flatMap((value) => stated(value, name)))
  }

  /** What JSON-LD says. */
  linked(field: (item: Json) => string[], label: string): Stated[] {
    return this.articles.flatMap((item) => field(item).flatMap((value) => stated(value, `JSON-LD ${label}`)))
  }

  /** What JSON-LD refers to by its @id, where it is described elsewhere in the page. */
  resolved(value: unknown): unknown[] {
    const all: unknown[] = Array.isArray(value) ? value.slice(0, mostNames) : [value]
    return all.map((item) => {
      const [id] = isJson(item) && item['name'] === undefined ? ids(item) : []
      return (id === undefined ? undefined : this.#named.get(id)) ?? item
    })
  }

  attribute(selector: string, name: string, from: string): Stated[] {
    return [...this.page.querySelectorAll(selector)].flatMap((element) =>
      stated(element.getAttribute(name), from),
    )
  }

  /** The words in elements. */
  content(selector: string, from: string): Stated[] {
    return [...this.page.querySelectorAll(selector)].flatMap((element) => stated(element.textContent, from))
  }
}

export function stated(value: string | null | undefined, from: string): Stated[] {
  const trimmed = value == null ? '' : oneLine(value.slice(0, budget.statement))
  return trimmed ? [{ value: trimmed, from }] : []
}

function collectMetas(page: PageDocument): Map<string, string[]> {
  const metas = new Map<string, string[]>()
  for (const element of page.querySelectorAll('meta')) {
    const keys = [
      element.getAttribute('property'),
      element.getAttribute('name'),
      element.getAttribute('itemprop'),
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

function collectJsonLd(page: PageDocument): { found: Json[]; reviews: Json[]; named: Map<string, Json> } {
  const found: Json[] = []
  const reviews: Json[] = []
  const named = new Map<string, Json>()
  const visit = (json: unknown): void => {
    // Not by calling itself: JSON may be nested deeper than programs can call.
    const open: unknown[] = [json]
    for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
      if (Array.isArray(value)) for (const item of value.toReversed()) open.push(item)
      else if (isJson(value)) {
        const types = texts(value['@type'])
        // What a fact-check judges is another article's.
        if (types.includes('ClaimReview')) reviews.push(value)
        else if (types.some((type) => articleTypes.test(type))) found.push(value)
        if (texts(value['name']).length > 0) for (const id of ids(value)) named.set(id, value)
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
  return { found: found.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b))), reviews, named }
}

/** Of several articles (the page lists others, too) those that the page names as its own, where it does. */
function ofThisPage(articles: Json[], named: readonly Stated[]): Json[] {
  const names = new Set(named.map(({ value }) => foldTitle(value)))
  const [title = ''] = named.filter(({ from }) => from === 'title').map(({ value }) => foldTitle(value))
  const isNamed = (item: Json): boolean =>
    [...texts(item['headline']), ...texts(item['url']), ...ids(item['mainEntityOfPage'])].some((value) => {
      const folded = foldTitle(value)
      return folded !== '' && (names.has(folded) || (folded.length > 12 && title.startsWith(folded)))
    })
  const own = articles.filter(isNamed)
  return own.length > 0
    ? [...own, ...articles.filter(isPage).filter((item) => !own.includes(item))]
    : articles
}

/** A title without what is set otherwise from place to place. */
export const foldTitle = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKC')
    .replace(/["'“”„‟«»‘’‚‹›\u00ad]/gu, '')
    .replace(/[\s–—-]+/gu, ' ')
    .trim()

/** Some pages put their JSON-LD into a CDATA section. */
const withoutCdata = (json: string): string =>
  json.startsWith('<![CDATA[') && json.endsWith(']]>') ? json.slice('<![CDATA['.length, -']]>'.length) : json

const isJson = (value: unknown): value is Json => value !== null && typeof value === 'object'
const isPage = (item: Json): boolean => texts(item['@type']).includes('WebPage')
export const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item.trim() !== '',
  )
export const ids = (value: unknown): string[] => (isJson(value) ? texts(value['@id']) : texts(value))

/** The names of what JSON-LD names: people, organisations. */
export function names(value: unknown): string[] {
  const list: unknown[] = (Array.isArray(value) ? value : [value]).slice(0, mostNames)
  return list
    .flatMap((item) => (isJson(item) ? texts(item['name']) : texts(item)))
    .map(oneLine)
    .filter((name) => name !== '')
}

import { isByOthers } from './short-lines.ts'
import { names, stated, type PageStatements, type Stated } from './page-statements.ts'
import type { PageElement } from './page-document.ts'

/** What a page declares of who wrote it, to machines, the surest statement first. */
export function* declaredAuthors(statements: PageStatements): Generator<Stated[]> {
  for (const item of statements.articles)
    yield names(statements.resolved(item['author'])).map((value) => ({ value, from: 'JSON-LD author' }))
  for (const name of metas) yield statements.meta(name)
  yield labelledMetas(statements)
}

/**
 * Where its readers see who wrote, the surest place first.
 * @param lines the short lines of the page
 */
export function* shownAuthors(statements: PageStatements, lines: readonly string[]): Generator<Stated[]> {
  for (const { selector, from } of shown) {
    const elements = [...statements.page.querySelectorAll(selector)].filter((element) => !isAside(element))
    yield elements.slice(0, 6).flatMap((element) => stated(withoutTime(element), from))
  }
  const said = lines.flatMap((line) => namedIn(line) ?? [])
  yield said.slice(0, 2).map((value) => ({ value, from: 'byline' }))
  yield statements.meta('twitter:creator').filter(({ value }) => !value.startsWith('@'))
}

const metas = [
  ...['citation_author', 'dc.creator', 'dcterms.creator', 'author', 'parsely-author', 'sailthru.author'],
  ...['article:author', 'article:author_name', 'article.author', 'dc.contributor', 'byl'],
]

/** What is shown where an address is shared: “Written by” in one element, the name in the next. */
function labelledMetas(statements: PageStatements): Stated[] {
  return [1, 2].flatMap((n) => {
    const [label] = statements.meta(`twitter:label${n}`)
    return label && isLabel.test(label.value) ? statements.meta(`twitter:data${n}`) : []
  })
}
const isLabel =
  /^(?:written by|verfasst von|escrito por|écrit par|scritto da|geschreven door|автор|author|autor)$/iu

const shown = [
  { selector: '[itemprop~="author"] [itemprop~="name"]', from: 'itemprop author' },
  { selector: '[itemprop~="author"]', from: 'itemprop author' },
  { selector: '.author.vcard .fn,.byline .fn,.reader-credits', from: 'byline' },
  { selector: '[rel~="author"]', from: 'rel author' },
  {
    selector:
      '.author-name,.author__name,.authorname,.article-author,.post-author,.entry-author,.article__author-name',
    from: 'byline',
  },
  { selector: '[class*="byline"],[class*="Byline"]', from: 'byline' },
  { selector: 'p.author,span.author,div.author,a.author,.autor,.article__author,.autoren', from: 'byline' },
  {
    selector: 'a[href*="/author/"],a[href*="/authors/"],a[href*="/autor/"],a[href*="/autoren/"]',
    from: 'link to the author',
  },
]

/** The words of an element, with its moments set apart: some pages put no space between a name and a day. */
function withoutTime(element: PageElement): string {
  let words = element.textContent ?? ''
  for (const { textContent } of [...element.querySelectorAll('time')].slice(0, 20))
    if (textContent !== null && textContent !== '') words = words.replace(textContent, ' | ')
  return words
}

/** In the comments, in the foot of the page, among its ways to other pages. */
export function isAside(element: PageElement): boolean {
  for (let part: PageElement | null = element; part; part = part.parentElement) {
    const { tagName } = part
    if (
      isByOthers(
        tagName.toLowerCase(),
        `${part.getAttribute('id') ?? ''} ${part.getAttribute('class') ?? ''}`,
      )
    )
      return true
  }
  return false
}

/** What stands before names in a line that names who wrote: “By”, “Von”, “Text:”, “Posted by”. */
export const beforeNames = new RegExp(
  String.raw`^(?:(?:作者|記者|记者|撰文|文|取材・文)\s*[：:＝=/／]\s*|(?:بقلم|كتبت?|إعداد)(?:\s?[:：])?\s+|(?:ein (?:gast)?beitrag von|propos recueillis par|recogido por|escrito por|scritto da|a cura di|testo di|texte (?:de|par)|текст|автор|tekst(?: door| i)?|opracowała?)(?: ?: ?| )|(?:(?:written|posted|published|story|words|report(?:ing)?|text(?: und interview)?|interview|autor(?:in|en|innen)?|author[s]?|auteur[s]?|autore|autrice|autora?|verfasst|geschrieben|erstellt|veröffentlicht|publié|publicado|redaktion) ?(?:by|von|par|por|di|:)|by|von|par|por|di|da|door|от|автор|text|autor(?:in)?|author[s]?|auteur|autore)(?: ?: ?| ))`,
  'iu',
)
const particle = /^(?:von|van|der|den|de|del|la|le|di|da|dos|al|bin|und|and|&|y|et|e|en)$/u
/** A line that ends with who wrote, after the day. */
const afterDay = /(?:\d|Uhr),? (?:von|by|par|por|di) (?<names>\p{Lu}.*)$/u

/** The names in a short line that says who wrote: “By Ana Duarte”, “Autorin: …”, “6.11.2031 13:30 von Olga”; null in any other. */
function namedIn(line: string): string | null {
  const [label] = beforeNames.exec(line) ?? []
  if (label === undefined) return afterDay.exec(line)?.groups?.['names'] ?? null
  const rest = line.slice(label.length).replace(/(?: (?:le|am|on|el|il|op|em))? \d.*$/u, '')
  if (!/^\p{Lu}/u.test(rest)) return null
  // “By Monday they knew” is no line that names who wrote.
  const isOnlyNames = rest.split(/[\s,;]+/).every((word) => /^\p{Lu}/u.test(word) || particle.test(word))
  return label.includes(':') || isOnlyNames ? line : null
}

import { currentVersion, type Article } from '../../records/article.ts'
import type { Id } from '../../records/base.ts'

/** What is cited: an article with the name of its outlet. */
export interface Cited {
  article: Article
  authors: readonly string[]
  outlet: string | null
}

/**
 * Keys of citations: the first author’s last word, or the outlet’s first, and the year; letters where two are alike. Keys are of
 * letters and digits, which Pandoc takes anywhere (its manual, “Citation syntax”).
 */
export function citeKeys(cited: readonly Cited[]): ReadonlyMap<Id<'article'>, string> {
  const keys = new Map<Id<'article'>, string>()
  const taken = new Map<string, number>()
  for (const { article, authors, outlet } of cited) {
    const word = authors[0]?.trim().split(/\s+/).at(-1) ?? outlet?.trim().split(/\s+/).at(-1) ?? ''
    const letters =
      word
        .normalize('NFC')
        .match(/[\p{L}\p{N}]+/gu)
        ?.join('') ?? ''
    const base = `${letters === '' ? 'anon' : letters}${article.published?.slice(0, 4).replace(/\D/g, '') ?? ''}`
    const times = taken.get(base.toLowerCase()) ?? 0
    taken.set(base.toLowerCase(), times + 1)
    keys.set(article.id, times === 0 ? base : `${base}x${times + 1}`)
  }
  return keys
}

/** Items of CSL-JSON (citationstyles.org, schema 1.0) as one file. */
export function cslJson(cited: readonly Cited[], keys: ReadonlyMap<Id<'article'>, string>): string {
  const items = cited.map(({ article, authors, outlet }) => ({
    id: keys.get(article.id),
    type: 'article-newspaper',
    title: article.title,
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    ...(outlet === null ? {} : { 'container-title': outlet }),
    ...dated('issued', article.published),
    ...dated('accessed', article.retrieved),
    ...(article.urls[0] === undefined ? {} : { URL: article.urls[0] }),
    ...archived(article),
    ...(article.language === null ? {} : { language: article.language }),
  }))
  return `${JSON.stringify(items, null, 2)}\n`
}

/** Where a copy of it is kept. */
function archived(article: Article): Record<string, unknown> {
  const address = currentVersion(article).copy?.address ?? null
  return address === null ? {} : { archive: new URL(address).host, archive_location: address }
}

/** A day, month or year; what is vaguer is no date for CSL. */
function dated(name: string, date: string | null): Record<string, unknown> {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(date ?? '') ?? []
  if (year === undefined || Number(month ?? 1) > 12) return {}
  const parts = [year, month, day].flatMap((part) => (part === undefined ? [] : [Number(part)]))
  return { [name]: { 'date-parts': [parts] } }
}

/** The same for BibLaTeX. */
export function bibliography(cited: readonly Cited[], keys: ReadonlyMap<Id<'article'>, string>): string {
  return cited
    .map(({ article, authors, outlet }) => {
      const fields: [string, string | undefined | null][] = [
        ['title', inBraces(article.title)],
        // Braces keep a name whole: what is first and what is last in it, the program does not know.
        ['author', authors.map((name) => inBraces(name)).join(' and ')],
        ['journaltitle', outlet === null ? null : inBraces(outlet)],
        ['date', /^\d{4}(?:-\d{2}){0,2}$/.test(article.published ?? '') ? article.published : null],
        ['url', article.urls[0]?.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign))],
        ['langid', article.language],
      ]
      const lines = fields.flatMap(([name, value]) =>
        value === undefined || value === null || value === '' ? [] : [`  ${name} = {${value}},`],
      )
      return `@article{${keys.get(article.id) ?? ''},\n${lines.join('\n')}\n}\n`
    })
    .join('\n')
}

const signs: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
}
const inBraces = (words: string): string =>
  `{${words
    .replace(/\s+/g, ' ')
    .replace(/[\\{}~^]/g, (sign) => signs[sign] ?? sign)
    .replace(/[#$%&_]/g, String.raw`\$&`)}}`

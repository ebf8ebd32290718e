import { problem } from '../../problem.ts'
import { toEdtfDate } from '../dates.ts'
import { decode } from '../decode.ts'
import { titleFromFileName, type ImportedDocument, type Importer, type ImportInput } from '../importer.ts'
import { namesIn } from '../page-authors.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { isWebAddress, oneLine, toLanguageTag } from '../values.ts'

/** What tools that take articles out of pages write: Readability, Postlight’s parser, trafilatura. */
export const readerJson: Importer = {
  format: 'reader-json',
  noun: { en: 'an article as JSON', de: 'ein Artikel als JSON', ar: 'مقال بصيغة JSON' },
  extensions: ['json'],
  mediaTypes: ['application/json'],
  holdsMany: true,
  sniff: ({ text }) =>
    /^\s*\{/.test(text) &&
    /"title"\s*:/.test(text) &&
    /"(?:content|textContent|text|html|article_html)"\s*:/.test(text)
      ? 0.7
      : 0,
  *read(input) {
    yield articleIn(input)
  },
}

/** The names of a thing in what the tools write, the better ones first. */
const names = {
  html: ['content', 'html', 'article_html'],
  text: ['textContent', 'text', 'raw_text'],
  author: ['author', 'byline', 'authors'],
  date: ['date_published', 'publishedTime', 'date', 'published'],
  outlet: ['siteName', 'sitename', 'site_name', 'source-hostname'],
  url: ['url', 'source', 'link'],
  language: ['lang', 'language'],
} as const

function articleIn({ bytes, fileName, given }: ImportInput): ImportedDocument {
  const { text, warnings } = decode(bytes)
  const value = parsed(text)
  const take = (keys: readonly string[]): string => {
    for (const key of keys) {
      const one = value[key]
      const found = Array.isArray(one) ? one.filter((part) => typeof part === 'string').join(', ') : one
      if (typeof found === 'string' && found.trim() !== '') return found
    }
    return ''
  }
  const html = take(names.html)
  const plain = take(names.text)
  if (html === '' && plain === '')
    throw problem('unsupported', 'formatNotRead', {
      name: fileName,
      format: 'JSON data',
      then: 'If there is an article in it, copy its text and import it by pasting.',
    })
  const isHtml = /<[a-z][^>]*>/i.test(html)
  const title = oneLine(typeof value['title'] === 'string' ? value['title'] : '')
  const byline = oneLine(take(names.author))
  const [url, language, outlet, date] = [names.url, names.language, names.outlet, names.date].map(take)
  return {
    title: given?.title ?? (title === '' ? titleFromFileName(fileName) : title),
    byline,
    authors: namesIn(byline).length > 0 ? namesIn(byline) : byline === '' ? [] : [byline],
    outlet: outlet === '' ? null : (outlet ?? null),
    published: date === undefined || date === '' ? null : toEdtfDate(date),
    language: language === undefined || language === '' ? null : toLanguageTag(language),
    direction: null,
    urls: url !== undefined && isWebAddress(url) ? [url] : [],
    tags: [],
    html: isHtml ? html : asParagraphs(plain === '' ? html : plain),
    baseUrl: url !== undefined && isWebAddress(url) ? url : undefined,
    metadataFrom: { title: given?.title !== undefined ? 'you' : title === '' ? 'file name' : 'JSON: title' },
    warnings,
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ...value }
  } catch (cause) {
    throw problem('bad-input', 'documentDamaged', {}, { cause })
  }
  throw problem('bad-input', 'documentDamaged', {})
}

const asParagraphs = (text: string): string =>
  text
    .split(/\n\s*\n|\r\n\s*\r\n/)
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n')

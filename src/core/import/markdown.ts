import { said, type Said } from '../words/say.ts'
import MarkdownIt from 'markdown-it'
import { parse as parseYaml } from 'yaml'
import { budget } from '../text/budget.ts'
import { toEdtfDate } from './dates.ts'
import { decode } from './decode.ts'
import { titleFromFileName, type Importer } from './importer.ts'
import { isWebAddress, toLanguageTag } from './values.ts'

const renderer = new MarkdownIt({ html: true, linkify: false, typographer: false })
const frontmatterBlock = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/

/** Markdown with optional YAML frontmatter (title, author, date, url, outlet, lang, tags). */
export const markdown: Importer = {
  format: 'markdown',
  noun: 'Markdown',
  extensions: ['md', 'markdown', 'mdown'],
  mediaTypes: ['text/markdown'],
  paste: { label: 'Markdown' },
  sniff: ({ text }) => (/^---[ \t]*\r?\n[a-z]\w*:/i.test(text) ? 0.5 : 0),
  *read({ bytes, fileName, given }) {
    const { text, warnings } = decode(bytes)
    const block = frontmatterBlock.exec(text)
    const front = block ? readFrontmatter(block[1] ?? '', warnings) : null
    const body = block && front ? text.slice(block[0].length) : text
    const heading = /^\s*#[ \t]+(.+)/.exec(body)
    const headingText = heading?.[1]
      ?.trim()
      .replace(/(?<![#\\])#+$/, '')
      .trim()
    const from: Record<string, string> = {}
    const take = (field: string, ...keys: string[]): string | null => {
      for (const key of keys) {
        const [value] = strings(front?.[key])
        if (value !== undefined) {
          from[field] = `frontmatter: ${key}`
          return value
        }
      }
      return null
    }
    const frontTitle = take('title', 'title')
    if (frontTitle === null) from['title'] = heading ? 'first heading' : 'file name'
    if (given?.title !== undefined) from['title'] = 'you'
    const byline = take('authors', 'author', 'authors', 'byline') ?? ''
    const stated = take('published', 'date', 'published')
    const published = stated === null ? null : toEdtfDate(stated)
    if (stated !== null && published === null) warnings.push(said('warnings.dateUnread', { date: stated }))
    const statedUrl = take('urls', 'url', 'source', 'canonical')
    const url = statedUrl !== null && isWebAddress(statedUrl) ? statedUrl : null
    if (url !== statedUrl) warnings.push(said('warnings.notAnAddress', { address: statedUrl ?? '' }))
    const language = take('language', 'lang', 'language')
    const headingIsTitle = heading !== null && frontTitle === null
    yield {
      title: given?.title ?? frontTitle ?? headingText ?? titleFromFileName(fileName),
      byline,
      authors: strings(front?.['authors'] ?? front?.['author'] ?? front?.['byline']),
      outlet: take('outlet', 'outlet', 'publisher', 'publication', 'site'),
      published,
      language: language === null ? null : toLanguageTag(language),
      direction: take('direction', 'dir') === 'rtl' ? 'rtl' : null,
      urls: url === null ? [] : [url],
      tags: strings(front?.['tags']),
      html: renderer.render(headingIsTitle ? body.slice(heading[0].length) : body),
      baseUrl: url ?? undefined,
      metadataFrom: from,
      warnings,
    }
  },
}

/** The fields of the frontmatter; null when the block is none, but text between two rules. */
function readFrontmatter(yaml: string, warnings: Said[]): Record<string, unknown> | null {
  if (yaml.trim() === '') return {}
  if (yaml.length > budget.frontmatter) {
    warnings.push(said('warnings.frontmatterTooLong'))
    return {}
  }
  try {
    // Every value as it is written: `2031.10` is not a number, nor `no` a truth value.
    const value: unknown = parseYaml(yaml, { schema: 'failsafe' })
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null
  } catch {
    warnings.push(said('warnings.frontmatterBroken'))
    return {}
  }
}

/** The strings in a YAML value: one, a list, or things that have a name (Quarto, Hugo). */
function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strings(item))
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (value !== null && typeof value === 'object' && 'name' in value) return strings(value.name)
  return []
}

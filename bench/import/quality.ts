import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ReadArticle } from '../../src/core/import/read-articles.ts'
import { corpusPages } from '../../tests/support/corpus.ts'

/** A page with the text that a person took from it. */
export interface GoldPage {
  bytes: Uint8Array
  fileName: string
  url: string
  text: string
}

/** A page with passages that must be in its text and others that must not, and with what it says about itself. */
export interface MarkedPage {
  bytes: Uint8Array
  fileName: string
  url: string
  with: string[]
  without: string[]
  title: string | undefined
  author: string | undefined
  date: string | undefined
}

const folder = (name: string): string => join(corpusPages, name)
const pageAt = (path: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(path)))

/** The pages of the benchmark of article extraction; none where they are not beside the project. */
export function goldPages(): GoldPage[] {
  const file = join(folder('articles'), 'ground-truth.json')
  if (!existsSync(file)) return []
  const gold = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { articleBody: string; url: string }>
  return Object.entries(gold).map(([id, { articleBody, url }]) => ({
    bytes: pageAt(join(folder('articles'), 'html', `${id}.html.gz`)),
    fileName: `${id}.html`,
    url,
    text: articleBody,
  }))
}

/** The pages of trafilatura’s evaluation. */
export function markedPages(): MarkedPage[] {
  const file = join(folder('articles-2'), 'evaldata.json')
  if (!existsSync(file)) return []
  const marked = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    Pick<MarkedPage, 'with' | 'without' | 'title' | 'author' | 'date'> & { file: string }
  >
  return Object.entries(marked).flatMap(([url, page]) => {
    const path = join(folder('articles-2'), 'html', `${page.file}.gz`)
    return existsSync(path) ? [{ ...page, url, bytes: pageAt(path), fileName: page.file }] : []
  })
}

/** How much of what is right was taken, and how much of what was taken is right. */
export interface Score {
  precision: number
  recall: number
  f1: number
}

const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** By words, each as often as it stands there. */
export function wordScore(text: string, gold: string): Score {
  const [mine, theirs] = [tokens(text), tokens(gold)]
  const left = new Map<string, number>()
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of mine) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    shared += 1
  }
  return scoreOf(shared, mine.length, theirs.length)
}

const scoreOf = (right: number, taken: number, wanted: number): Score => {
  const precision = taken === 0 ? 0 : right / taken
  const recall = wanted === 0 ? 0 : right / wanted
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

export const meanScore = (scores: readonly Score[]): Score => {
  const mean = (of: keyof Score): number => scores.reduce((sum, one) => sum + one[of], 0) / scores.length
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') }
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ')
const folded = (text: string): string =>
  plain(text)
    .replace(/[“”„"'‘’]/g, '')
    .trim()
    .toLowerCase()

/** What was taken from marked pages, over all of them. */
export interface Taken {
  /** Of the passages that must be there. */
  recall: number
  /** Of the passages that are there, those that must be. */
  precision: number
  /** Pages from which none arrived, and nothing was said. */
  silent: number
  authors: Stated
  dates: Stated
  titles: Stated
}
/** Of what is stated: how much was read right, how much wrong. */
interface Stated {
  right: number
  wrong: number
}

export function takenFrom(read: readonly { page: MarkedPage; article: ReadArticle | null }[]): Taken {
  let [found, wanted, extra, silent] = [0, 0, 0, 0]
  for (const { page, article } of read) {
    const text = plain(article?.text.text ?? '')
    const there = page.with.filter((passage) => text.includes(plain(passage))).length
    found += there
    wanted += page.with.length
    extra += page.without.filter((passage) => text.includes(plain(passage))).length
    if (there === 0 && page.with.length > 0 && article !== null && article.warnings.length === 0) silent += 1
  }
  return {
    recall: found / wanted,
    precision: found / (found + extra),
    silent,
    authors: stated(read, ({ author }) => author, isAuthor),
    dates: stated(
      read,
      ({ date }) => date,
      ({ published }, date) => (published === null ? null : published.slice(0, 10) === date),
    ),
    titles: stated(
      read,
      ({ title }) => title,
      ({ title }, gold) => (title === '' ? null : folded(title) === folded(gold)),
    ),
  }
}

/** One of the authors is in a gold name, or the other way round. */
function isAuthor({ authors }: ReadArticle, gold: string): boolean | null {
  if (authors.length === 0) return null
  const names = gold.split(/[;,]/).map(folded)
  return authors.some((author) =>
    names.some((name) => name !== '' && (name.includes(folded(author)) || folded(author).includes(name))),
  )
}

/** @param isRight null where nothing was read */
function stated(
  read: readonly { page: MarkedPage; article: ReadArticle | null }[],
  goldOf: (page: MarkedPage) => string | undefined,
  isRight: (article: ReadArticle, gold: string) => boolean | null,
): Stated {
  let [all, right, wrong] = [0, 0, 0]
  for (const { page, article } of read) {
    const gold = goldOf(page)
    if (gold === undefined || gold === '') continue
    all += 1
    const answer = article === null ? null : isRight(article, gold)
    if (answer === true) right += 1
    else if (answer === false) wrong += 1
  }
  return { right: right / all, wrong: wrong / all }
}

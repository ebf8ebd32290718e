import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { JSDOM, VirtualConsole } from 'jsdom'
import type { ReadArticle } from '../src/core/import/read-articles.ts'
import { corpusPages } from '../tests/support/corpus.ts'
import { readArticle } from '../tests/support/read-article.ts'
import { goldPages, markedPages, meanScore, takenFrom, wordScore, type Score } from './import/quality.ts'
import { compare, median, times } from './measure.ts'

const rounds = 3

/** Import of real pages: how fast, and how much of what is right; ours, text of record included, against peers in the same run. */
export async function importBench(): Promise<string[]> {
  return [...(await speed()), ...(await rightWords()), ...(await rightFacts())]
}

async function speed(): Promise<string[]> {
  const folder = join(corpusPages, 'pages')
  if (!existsSync(folder)) return [`skipped: the corpus of real pages is not at ${folder}`]
  const pages = readdirSync(folder).map((name) => readFileSync(join(folder, name, 'source.html')))
  const ours = await times(rounds, async () => {
    for (const bytes of pages) await readArticle({ bytes, fileName: 'source.html' })
  })
  const theirs = await times(rounds, () => {
    for (const bytes of pages) {
      const { window } = new JSDOM(bytes, { virtualConsole: new VirtualConsole() })
      new Readability(window.document).parse()
      window.close()
    }
  })
  const perSecond = (taken: number): string =>
    `${((pages.length * 1000) / taken).toFixed(1)} pages per second`
  return [
    compare(
      `${pages.length} pages, read to the text of record`,
      median(ours),
      'Readability with jsdom, no text of record',
      median(theirs),
    ),
    `that is ${perSecond(median(ours))} against ${perSecond(median(theirs))} (goal: 2.5 times)`,
  ]
}

/** A page by Readability alone, and by Defuddle; what fails counts as nothing. */
function readability(bytes: Uint8Array, url: string): string {
  const { window } = new JSDOM(Buffer.from(bytes), { url, virtualConsole: new VirtualConsole() })
  const text = new Readability(window.document).parse()?.textContent ?? ''
  window.close()
  return text
}
async function defuddle(bytes: Uint8Array, url: string): Promise<string> {
  const { window } = new JSDOM(Buffer.from(bytes), { url, virtualConsole: new VirtualConsole() })
  // It tells pages with broken data on the console.
  const { error } = console
  console.error = () => undefined
  try {
    const { content } = await Defuddle(window.document, url, { useAsync: false })
    return new JSDOM(content).window.document.body.textContent
  } catch {
    return ''
  } finally {
    console.error = error
    window.close()
  }
}
const ours = async (bytes: Uint8Array, fileName: string): Promise<ReadArticle | null> => {
  try {
    return await readArticle({ bytes, fileName })
  } catch {
    return null
  }
}

const three = (value: number): string => value.toFixed(4)

async function rightWords(): Promise<string[]> {
  const pages = goldPages()
  if (pages.length === 0) return ['skipped: the benchmark of article extraction is not beside the project']
  const scores = { Ascribe: [] as Score[], Readability: [] as Score[], Defuddle: [] as Score[] }
  for (const { bytes, fileName, url, text } of pages) {
    scores.Ascribe.push(wordScore((await ours(bytes, fileName))?.text.text ?? '', text))
    scores.Readability.push(wordScore(readability(bytes, url), text))
    scores.Defuddle.push(wordScore(await defuddle(bytes, url), text))
  }
  return Object.entries(scores).map(([name, all]) => {
    const { f1, precision, recall } = meanScore(all)
    const goal = name === 'Ascribe' ? ' (goals: F1 0.962, recall 0.985)' : ''
    return `${name}, ${all.length} pages of the benchmark: F1 ${three(f1)}, precision ${three(precision)}, recall ${three(recall)}${goal}`
  })
}

async function rightFacts(): Promise<string[]> {
  const pages = markedPages()
  if (pages.length === 0) return ['skipped: the marked pages are not beside the project']
  const read = []
  for (const page of pages) read.push({ page, article: await ours(page.bytes, page.fileName) })
  const { recall, precision, silent, authors, dates, titles } = takenFrom(read)
  const percent = ({ right, wrong }: { right: number; wrong: number }): string =>
    `${(100 * right).toFixed(1)} % right, ${(100 * wrong).toFixed(1)} % wrong`
  return [
    `${pages.length} marked pages: passages found ${three(recall)} (goal 0.93), rightly ${three(precision)} (goal 0.87), none and not a word said: ${silent} (goal 0)`,
    `authors ${percent(authors)} (goals 72, 8); dates ${percent(dates)} (goal 82); titles ${percent(titles)} (goal 78)`,
  ]
}

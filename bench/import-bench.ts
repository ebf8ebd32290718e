import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'
import { corpusPages } from '../tests/support/corpus.ts'
import { readArticle } from '../tests/support/read-article.ts'
import { compare, median, times } from './measure.ts'

const rounds = 3

/** Import of real pages: ours, text of record included, against Readability on jsdom alone. */
export async function importBench(): Promise<string[]> {
  const folder = join(corpusPages, 'pages')
  if (!existsSync(folder)) return [`skipped: the corpus of real pages is not at ${folder}`]
  const pages = readdirSync(folder).map((name) => readFileSync(join(folder, name, 'source.html')))
  const ours = await times(rounds, async () => {
    for (const bytes of pages) await readArticle({ bytes, fileName: 'source.html' })
  })
  const theirs = await times(rounds, () => {
    for (const bytes of pages) {
      const { window } = new JSDOM(bytes)
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
    `that is ${perSecond(median(ours))} against ${perSecond(median(theirs))}`,
  ]
}

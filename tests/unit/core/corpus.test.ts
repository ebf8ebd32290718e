import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareTexts, corpusPages, normalise } from '../../support/corpus.ts'
import { readArticle } from '../../support/read-article.ts'

/** Real pages are not part of the project; where they are absent the test says so and is skipped. */
const pages = join(corpusPages, 'pages')
const isThere = existsSync(pages)
if (!isThere) console.warn(`skipped: the corpus of real pages is not at ${corpusPages}`)

describe.skipIf(!isThere)('65 real pages', () => {
  it('import without error, with the expected text, title and byline', async () => {
    const names = readdirSync(pages)
    const reading = names.map(async (name) => {
      const folder = join(pages, name)
      const expected = JSON.parse(readFileSync(join(folder, 'expected-metadata.json'), 'utf8')) as {
        title: string | null
        byline: string | null
      }
      const article = await readArticle({
        bytes: readFileSync(join(folder, 'source.html')),
        fileName: 'source.html',
      })
      const text = `<div>${readFileSync(join(folder, 'expected.html'), 'utf8')}</div>`
      const wanted = await readArticle({ bytes: new TextEncoder().encode(text), fileName: 'expected.html' })
      return {
        name,
        similarity: compareTexts(article.text.text, wanted.text.text),
        // What is expected there has the name of the outlet, and of the author, in it.
        title: normalise(expected.title ?? '').includes(normalise(article.title)),
        byline: normalise(article.byline) === normalise(expected.byline ?? ''),
      }
    })
    const results = await Promise.all(reading)
    const sorted = results.map(({ similarity }) => similarity).sort((a, b) => a - b)
    const median = sorted[sorted.length >> 1] ?? 0
    const titles = results.filter(({ title }) => title).length
    const bylines = results.filter(({ byline }) => byline).length
    const report = results.map(
      (r) => `${r.similarity.toFixed(3)} ${r.title ? ' ' : 'T'}${r.byline ? ' ' : 'B'} ${r.name}`,
    )
    console.log(
      `${report.join('\n')}\nmedian ${median.toFixed(3)}, titles ${titles}, bylines ${bylines} of ${names.length}`,
    )
    expect(names).toHaveLength(65)
    expect(median).toBeGreaterThanOrEqual(0.95)
    expect(titles / names.length).toBeGreaterThanOrEqual(0.9)
    expect(bylines / names.length).toBeGreaterThanOrEqual(0.9)
  }, 60_000)
})

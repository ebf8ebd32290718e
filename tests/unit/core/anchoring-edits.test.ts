import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/make-notebook/random.ts'
import { Vocabulary } from '../../../scripts/make-notebook/vocabulary.ts'
import { locateAll } from '../../../src/core/anchoring/locate.ts'
import { tries } from '../../support/length.ts'
import { corpusPages, corpusTexts } from '../../support/corpus.ts'
import {
  editText,
  longText,
  passagesIn,
  score,
  seeded,
  sumOf,
  truthOf,
  type Score,
} from '../../support/edited-text.ts'

const pages = join(corpusPages, 'pages')
const isThere = existsSync(pages)
if (!isThere) console.warn(`skipped: the corpus of real pages is not at ${corpusPages}`)

/** Edits each text, carries passages over, and adds up how that went. */
function tried(all: readonly string[], seeds: readonly number[], passages: number): Score {
  return sumOf(
    all.flatMap((text, at) =>
      seeds.map((seed) => {
        const random = seeded(seed * 1000 + at)
        const edited = editText(text, random)
        const places = passagesIn(text, passages, random)
        const answers = locateAll(edited.text, places, text)
        return score(edited.text, places, truthOf(edited, places, text), answers)
      }),
    ),
  )
}

function report(what: string, { there, found, gone, orphaned, wrong }: Score): void {
  console.log(`${what}: ${found} of ${there} found, ${orphaned} of ${gone} orphaned, ${wrong} wrong`)
}

/** Texts of no language, so that the promise is tried wherever the project lies. */
function madeTexts(count: number): string[] {
  const words = new Vocabulary(new Random(11))
  return Array.from({ length: count }, () => Array.from({ length: 14 }, () => words.paragraph(55)).join('\n'))
}

describe('passages of texts that were made and edited', () => {
  it('are found, or said to be gone, and never put in a wrong place', () => {
    const result = tried(madeTexts(12), [1, 2, 3], 40)
    report('12 texts, three edits of each', result)
    expect(result.missed.filter((line) => line.includes('"sure":true'))).toEqual([])
    expect(result.there).toBeGreaterThan(1_000)
    expect(result.found / result.there).toBeGreaterThanOrEqual(0.99)
    expect(result.gone).toBeGreaterThan(20)
    expect(result.orphaned / result.gone).toBeGreaterThanOrEqual(0.99)
  })

  it('and are not put in the place of another copy where a paragraph stands many times', () => {
    const texts = madeTexts(12).map((text) => repeated(text.split('\n')))
    const result = tried(
      texts,
      Array.from({ length: tries(2, 40) }, (_, at) => at + 1),
      40,
    )
    report('12 texts of one paragraph, over and over', result)
    // But for the few copies that came to stand between the very lines that the other had stood between: nobody could tell.
    expect(result.wrong / result.there).toBeLessThan(0.01)
  })
})

/** The first paragraph five times, each under a line of its own. */
const repeated = ([paragraph = '', ...others]: string[]): string =>
  others
    .slice(0, 5)
    .map((other) => `${other.slice(0, 20)}\n${paragraph}`)
    .join('\n')

describe.skipIf(!isThere)('passages of real pages that were edited', () => {
  const seeds = [1, 2, 3, 4, 5, 6].slice(0, tries(1, 6))

  it('are found, or said to be gone, and never put in a wrong place', async () => {
    const result = tried(await corpusTexts(), seeds, 40)
    report(`65 pages, edited ${seeds.length} times`, result)
    expect(result.missed.filter((line) => line.includes('"sure":true'))).toEqual([])
    expect(result.there).toBeGreaterThan(1_500 * seeds.length)
    expect(result.found / result.there).toBeGreaterThanOrEqual(0.99)
    expect(result.gone).toBeGreaterThan(60 * seeds.length)
    // One in a hundred of all; of one edit of each, some ninety, it may be another one.
    expect(result.orphaned / result.gone).toBeGreaterThanOrEqual(tries(0.97, 0.99))
  })

  it('and of a text of a million characters', async () => {
    const length = tries(120_000, 1_000_000)
    const long = longText(await corpusTexts(), length, seeded(7))
    expect(long).toHaveLength(length)
    const result = tried([long], [1, 2].slice(0, tries(1, 2)), 1_000)
    report(`${length.toLocaleString('en')} characters`, result)
    expect(result.missed.filter((line) => line.includes('"sure":true'))).toEqual([])
    expect(result.found / result.there).toBeGreaterThanOrEqual(0.99)
    expect(result.orphaned / result.gone).toBeGreaterThanOrEqual(0.99)
  })
})

interface Stored {
  rows: {
    target: {
      selector: {
        type: string
        start?: number
        end?: number
        exact?: string
        prefix?: string
        suffix?: string
      }[]
    }[]
  }[]
}

describe.skipIf(!isThere)('annotations that another program made on saved pages', () => {
  it.each(['minimal', 'wikipedia-regression-testing'])('find their places in %s', (name) => {
    const folder = join(corpusPages, 'anchoring')
    const page = new JSDOM(readFileSync(join(folder, `${name}.html`)))
    const text = page.window.document.body.textContent
    const stored = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Stored
    const places = stored.rows.flatMap(({ target }) =>
      target.map(({ selector }) => {
        const quote = selector.find(({ type }) => type === 'TextQuoteSelector')
        const position = selector.find(({ type }) => type === 'TextPositionSelector')
        return {
          start: position?.start ?? 0,
          end: position?.end ?? 0,
          exact: quote?.exact ?? '',
          prefix: quote?.prefix ?? '',
          suffix: quote?.suffix ?? '',
        }
      }),
    )
    expect(places.length).toBeGreaterThan(0)
    for (const [at, found] of locateAll(text, places).entries()) {
      expect(found.state).toMatch(/exact|moved/)
      if (found.state !== 'orphan')
        expect(text.slice(found.start, found.end).replace(/\s+/g, ' ')).toBe(
          places[at]?.exact.replace(/\s+/g, ' '),
        )
    }
  })
})

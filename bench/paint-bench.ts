import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build, type Rolldown } from 'vite'
import { findChromium } from '../scripts/find-chromium.ts'
import { compare, median } from './measure.ts'

const characters = 300_000
const counts = [1_000, 10_000]
const rounds = 5
const ways = ['highlights', 'marks', 'plain'] as const

/** Opening an article with many highlights in real Chromium: ours against `<mark>` elements and no highlights at all. */
export async function paintBench(): Promise<string[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) return ['skipped: no Chromium was found; name one with ASCRIBE_CHROMIUM']
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto('about:blank')
    await page.addScriptTag({ content: await bundle() })
    const lines: string[] = []
    for (const count of counts) {
      const taken: Record<(typeof ways)[number], number[]> = { highlights: [], marks: [], plain: [] }
      for (let round = 0; round < rounds; round += 1) {
        for (const way of ways) {
          taken[way].push(
            await page.evaluate(([w, c, n]) => window.openArticle(w, c, n), [
              way,
              characters,
              count,
            ] as const),
          )
        }
      }
      const what = `${characters.toLocaleString('en')} characters, ${count.toLocaleString('en')} highlights, to paint`
      lines.push(compare(what, median(taken.highlights), '<mark> elements', median(taken.marks)))
      lines.push(compare(what, median(taken.highlights), 'no highlights', median(taken.plain)))
    }
    return lines
  } finally {
    await browser.close()
  }
}

declare global {
  interface Window {
    openArticle: (way: (typeof ways)[number], characters: number, count: number) => Promise<number>
  }
}

/** The page's script: the program's own modules, bundled. */
async function bundle(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'page/painting.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: 'painting',
      },
    },
  })) as Rolldown.RolldownOutput[]
  const [chunk] = output[0]?.output ?? []
  if (!chunk) throw new Error('the page of the benchmark could not be bundled')
  return chunk.code
}

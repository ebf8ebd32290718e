import type { Browser, Page } from '@playwright/test'
import { timed, type Row } from '../engine/report.ts'
import { median } from '../measure.ts'
import type { ReadingPage, Way } from '../page/ways.ts'
import { bundle } from './bundle.ts'

declare global {
  interface Window {
    reading: ReadingPage
  }
}

const characters = 1_000_000
const highlights = 10_000
const rounds = 5

const styles = `
  body { margin: 0; font: 16px/1.5 serif; }
  .scroll { position: fixed; inset: 0; overflow: auto; }
  .scroll > div { max-width: 620px; margin: 0 auto; }
  mark, ::highlight(ascribe-yellow) { background: #fde9a9 }
`

/** The text on the screen, with the reader's own component and with its peers, in one page of real Chromium. */
export async function inPage(browser: Browser): Promise<Row[]> {
  const script = await bundle('reading.ts')
  const page = await newPage(browser, script)
  const ours = await opening(page)
  const rows = [...ours.rows, ...(await lookingUp(page)), ...(await scrolling(page))]
  await page.close()
  return [...rows, await againstRecogito(await newPage(browser, script), ours.median)]
}

async function newPage(browser: Browser, script: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.setContent(`<style>${styles}</style>`)
  await page.addScriptTag({ content: script })
  await page.evaluate(([c, n]) => window.reading.prepare(c, n), [characters, highlights] as const)
  return page
}

/** After so long, in milliseconds, it is not waited for any longer. */
const patience = 30_000

async function againstRecogito(page: Page, ours: number): Promise<Row> {
  const theirs = await Promise.race([
    page.evaluate(() => window.reading.open('recogito')),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), patience)),
  ])
  // A page that is busy does not answer; its window is closed with it.
  void page.close().catch(() => undefined)
  const peer = `@recogito/text-annotator${theirs === null ? ', which was not done after' : ''}`
  return {
    ...timed(`${opened}, times faster`, ours, peer, theirs ?? patience, 5),
    ratio: (theirs ?? patience) / ours,
    atLeast: true,
  }
}

const opened = 'from the text of 1,000,000 characters with 10,000 highlights to the paint'

async function opening(page: Page): Promise<{ rows: Row[]; median: number }> {
  const taken: Record<Exclude<Way, 'recogito'>, number[]> = { ours: [], plain: [], marks: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ['ours', 'plain', 'marks'] as const)
      taken[way].push(await page.evaluate((name) => window.reading.open(name), way))
  }
  const ours = median(taken.ours)
  const marks = median(taken.marks)
  const rows = [
    timed(opened, ours, 'the same as plain HTML, without highlights,', median(taken.plain), 1.5),
    {
      ...timed(`${opened}, times faster`, ours, '<mark> elements', marks, 10),
      ratio: marks / ours,
      atLeast: true,
    },
  ]
  return { rows, median: ours }
}

async function lookingUp(page: Page): Promise<Row[]> {
  const ratios: Row[] = []
  await page.evaluate(() => window.reading.open('ours'))
  const taken = { ours: [] as number[], alone: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    const { ours, alone } = await page.evaluate(() => window.reading.lookUp(200))
    taken.ours.push(ours / 100)
    taken.alone.push(alone / 100)
  }
  ratios.push(
    timed(
      'the highlights under the pointer',
      median(taken.ours),
      'caretPositionFromPoint alone',
      median(taken.alone),
      2,
    ),
  )
  return ratios
}

async function scrolling(page: Page): Promise<Row[]> {
  const slow: Record<'ours' | 'plain', number[]> = { ours: [], plain: [] }
  const longest: Record<'ours' | 'plain', number[]> = { ours: [], plain: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ['plain', 'ours'] as const) {
      await page.evaluate((name) => window.reading.open(name), way)
      const result = await page.evaluate(() => window.reading.scroll())
      slow[way].push(result.slow)
      longest[way].push(result.longest)
    }
  }
  const words = (way: 'ours' | 'plain'): string =>
    `${median(slow[way])} of 180 frames over 50 ms (longest ${median(longest[way]).toFixed(0)} ms)`
  return [
    {
      what: 'scroll and jump',
      ours: words('ours'),
      peer: `without highlights, as plain HTML, ${words('plain')}`,
      ratio: median(slow.ours) - median(slow.plain),
      goal: 0,
    },
  ]
}

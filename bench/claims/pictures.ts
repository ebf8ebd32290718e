import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build-if-needed.ts'
import { chromiumArgs, findChromium } from '../../scripts/find-chromium.ts'
import { makeNotebook, sizeFor } from '../../scripts/make-notebook/make.ts'
import { Random } from '../../scripts/make-notebook/random.ts'
import { startAscribe } from '../../tests/support/ascribe.ts'
import type { Row } from '../engine/report.ts'
import { framesOf, type Frames } from './frames.ts'

const claims = 10_000

/** The views of ten thousand claims in real Chromium: how many frames they miss while they move. */
export async function pictureRows(): Promise<Row[]> {
  const executablePath = findChromium()
  if (executablePath === undefined || !buildIfNeeded()) {
    console.error('The views are not measured: there is no Chromium, or the window could not be built.')
    return []
  }
  const home = join(tmpdir(), 'ascribe-bench-pictures')
  const folder = join(home, 'notebook')
  await rm(home, { recursive: true, force: true })
  const size = { ...sizeFor(500), claims, evidence: claims * 3, sources: claims / 5 }
  await makeNotebook(folder, size, new Random(1), () => undefined)
  const running = await startAscribe(home, folder)
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await page.goto(running.address)
    await page.getByRole('heading', { name: 'Library' }).waitFor()
    return await measured(page)
  } finally {
    await browser.close()
    await running.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function measured(page: Page): Promise<Row[]> {
  const plain = await plainList(page)
  const table = await tableOf(page)
  return [
    rowOf(`the table of ${claims} claims, scrolled`, table, 'a bare list of as many lines', plain),
    rowOf('the same, grouped by source', await tableOf(page, 'source'), 'a bare list', plain),
    ...(await timelineRows(page, plain)),
    await graphRow(page, plain),
  ]
}

/** So many more frames may be late than those of a bare list in the same run. */
const mostLate = 3

const words = ({ late, longest, count }: Frames): string =>
  `${late} of ${count} frames late (longest ${longest.toFixed(0)} ms)`

const rowOf = (what: string, ours: Frames, peer: string, theirs: Frames): Row => ({
  what,
  ours: words(ours),
  peer: `${peer} ${words(theirs)}`,
  ratio: ours.late - theirs.late,
  goal: mostLate,
})

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

/** What Chromium does on this machine without any program. */
async function plainList(page: Page): Promise<Frames> {
  await page.evaluate((count) => {
    const host = document.createElement('div')
    host.id = 'plain'
    host.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: white; contain: strict'
    host.innerHTML = Array.from(
      { length: count },
      (_, n) => `<div style="height: 52px; content-visibility: auto">Line ${n} of a list</div>`,
    ).join('')
    document.body.append(host)
  }, claims)
  const frames = await framesOf(page, '#plain', 'scroll')
  await page.evaluate(() => document.querySelector('#plain')?.remove())
  return frames
}

async function tableOf(page: Page, group = ''): Promise<Frames> {
  await goTo(page, '#/claims')
  await page.getByRole('combobox', { name: 'Group claims' }).selectOption(group)
  await page.locator('[data-index="5"]').waitFor()
  return framesOf(page, '.scroller:has([role=grid])', 'scroll')
}

async function timelineRows(page: Page, plain: Frames): Promise<Row[]> {
  await goTo(page, '#/timeline')
  const canvas = '.scroller:has(canvas)'
  await page.locator(`${canvas} canvas`).waitFor()
  return [
    rowOf(
      `the timeline of ${claims} claims, moved`,
      await framesOf(page, canvas, 'pan'),
      'a bare list, scrolled',
      plain,
    ),
    rowOf('the same, zoomed', await framesOf(page, canvas, 'zoom'), 'a bare list, scrolled', plain),
  ]
}

/** Without a graphics card, as in most tests, Chromium draws the picture by the processor alone. */
async function graphRow(page: Page, plain: Frames): Promise<Row> {
  await goTo(page, '#/graph')
  await page.locator('.sigma-mouse').waitFor()
  const status = page.getByRole('status').first()
  await status.getByText(/nodes/).waitFor()
  const fewer = (await status.textContent()) ?? ''
  await page.getByRole('combobox', { name: 'How many claims' }).selectOption('5000')
  await status.getByText(fewer).waitFor({ state: 'hidden' })
  await page.getByText(/^Finding places/).waitFor()
  await page.getByText(/^Finding places/).waitFor({ state: 'hidden', timeout: 180_000 })
  const size = await status.textContent()
  const frames = await framesOf(page, '.sigma-mouse', 'pan-keys')
  const slow = ({ slow: over, count, longest }: Frames): string =>
    `${over} of ${count} frames over 50 ms (longest ${longest.toFixed(0)} ms)`
  return {
    what: `the graph (${size?.trim() ?? ''}), moved`,
    ours: slow(frames),
    peer: `a bare list, scrolled ${slow(plain)}`,
    ratio: frames.slow - plain.slow,
    goal: mostLate,
  }
}

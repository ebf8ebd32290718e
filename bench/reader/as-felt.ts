import { cp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { describe } from '../../src/core/anchoring/describe.ts'
import { fresh, type Id } from '../../src/core/records/base.ts'
import { startAscribe } from '../../tests/support/ascribe.ts'
import { generated, largeSize, openNotebook } from '../engine/notebooks.ts'
import type { Row } from '../engine/report.ts'

/** In milliseconds: up to these a key, and another page, seem to be there at once. */
const mostForKey = 50
const mostForPage = 100
const highlights = 1_000
const statements = 300

/**
 * What a user feels in a notebook of ten thousand articles: keys in an article with a thousand highlights and three hundred statements,
 * going from page to page, and what is given back when an article is left.
 */
export async function asFelt(browser: Browser): Promise<Row[]> {
  const home = join(tmpdir(), 'ascribe-bench-felt')
  const folder = join(home, 'notebook')
  await rm(home, { recursive: true, force: true })
  await cp(await generated(largeSize), folder, { recursive: true })
  const { article, ordinary } = await prepare(folder)
  const running = await startAscribe(home, folder)
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await page.goto(running.address)
    await page.getByRole('heading', { name: 'Library' }).waitFor({ timeout: 180_000 })
    const rows = [
      await keysRow(page, article),
      await pagesRow(page, ordinary),
      await memoryRow(page, article),
    ]
    await page.close()
    return rows
  } finally {
    await running.stop()
    await rm(home, { recursive: true, force: true })
  }
}

/** An article of the notebook (the one with the most highlights), and one in which as many people say something as there are statements, and as many highlights. */
async function prepare(folder: string): Promise<Record<'article' | 'ordinary', Id<'article'>>> {
  const { app, backend, close } = await openNotebook(folder)
  const { rows } = await backend.articles.list({ sort: 'highlights', descending: true, limit: 1 })
  const [ordinary] = rows
  if (!ordinary) throw new Error('The notebook has no articles.')
  const [first, last] = [
    ['Ann', 'Boris', 'Clara', 'David', 'Edna'],
    ['Lee', 'Marsh', 'Novak', 'Orr', 'Pike', 'Quill', 'Rand'],
  ]
  const paragraphs = Array.from({ length: statements }, (_, n) => {
    const who = `${first[n % first.length] ?? ''} ${last[n % last.length] ?? ''}`
    return `${who} said that ${n + 2} boats had left the harbour of Lorne before the storm reached it. Nobody had counted them twice.`
  })
  const { id } = await backend.articles.paste({
    content: paragraphs.join('\n\n'),
    mediaType: 'text/plain',
    title: 'As felt',
  })
  const { html } = await backend.articles.text({ id, version: 1 })
  const text = html.replace(/<[^>]*>/g, '')
  await app.store.commit('Mark', async (draft) => {
    for (let n = 0; n < highlights; n += 1) {
      const start = Math.floor((n * (text.length - 20)) / highlights)
      const place = { article: id, version: 1, ...describe(text, start, start + 12) }
      await draft.put('annotation', {
        ...fresh(draft.at),
        ...place,
        earlier: [],
        proposal: null,
        page: null,
        state: 'exact',
        style: 'yellow',
        note: '',
        tags: [],
      })
    }
  })
  await close()
  return { article: id, ordinary: ordinary.id }
}

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

async function openArticle(page: Page, id: string): Promise<void> {
  await goTo(page, `#/articles/${id}`)
  await page.getByRole('document', { name: 'As felt' }).waitFor()
  await page
    .getByRole('list', { name: 'Statements' })
    .getByRole('article')
    .first()
    .waitFor({ timeout: 60_000 })
  await page.getByRole('document', { name: 'As felt' }).focus()
}

/** The keys of somebody who reads and decides, each with a pause after it; typing in the claim that is decided about, too. */
const keys: readonly string[] = [
  ...Array.from({ length: 40 }, () => 'j'),
  ...Array.from({ length: 10 }, () => 'k'),
  ...Array.from({ length: 20 }, () => '.'),
  ...Array.from({ length: 20 }, () => 'ArrowDown'),
  ...Array.from({ length: 10 }, () => 'Shift+ArrowRight'),
  ...['j', 'e', ...Array.from('Some words of a claim that are typed')],
]

const near = (taken: readonly number[], share: number): number =>
  taken.toSorted((a, b) => a - b)[Math.floor(taken.length * share)] ?? Number.NaN

async function keysRow(page: Page, id: string): Promise<Row> {
  await openArticle(page, id)
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(globalThis, { taken })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // What is posted in a frame's callback comes right behind its paint.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = (): void => void taken.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  for (const key of keys) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    // As fast as one who reads goes on.
    await page.waitForTimeout(100)
  }
  const taken = await page.evaluate(() => (globalThis as unknown as { taken: number[] }).taken)
  const p95 = near(taken, 0.95)
  return {
    what: `key to paint, ${taken.length} keys, ${highlights} highlights and ${statements} statements, 95th percentile`,
    ours: `${p95.toFixed(0)} ms (half of them ${near(taken, 0.5).toFixed(0)} ms)`,
    peer: `${mostForKey} ms`,
    ratio: p95 / mostForKey,
    goal: 1,
  }
}

/** Where each page is there: its heading, and what it has to show. */
const pages: Record<string, string> = {
  '#/library': '[role=table] [data-row="3"]',
  '#/claims': '[role=grid] [data-index="3"]',
  '#/sources': '[role=table] [data-row="3"]',
  '#/tags': 'main li button',
  '#/history': 'main li',
}

async function pagesRow(page: Page, id: string): Promise<Row> {
  const places: Record<string, string> = { ...pages, [`#/articles/${id}`]: 'main .scroll h1' }
  const slowest: [string, number][] = []
  const all = Object.entries(places)
  const taken = new Map(all.map(([hash]): [string, number[]] => [hash, []]))
  for (let round = 0; round < 6; round += 1)
    for (const [hash, selector] of all) {
      const time = await turnTo(page, hash, selector)
      // The first time its code is fetched.
      if (round > 0) taken.get(hash)?.push(time)
      await page.waitForTimeout(400)
    }
  for (const [hash, times] of taken) slowest.push([hash, near(times, 0.5)])
  slowest.sort(([, one], [, other]) => other - one)
  const [[hash, time] = ['', Number.NaN]] = slowest
  return {
    what: `from one page to another among ${largeSize} articles, the slowest of ${all.length} (${hash.slice(0, 12)})`,
    ours: `${time.toFixed(0)} ms (the quickest ${(slowest.at(-1)?.[1] ?? Number.NaN).toFixed(0)} ms)`,
    peer: `${mostForPage} ms`,
    ratio: time / mostForPage,
    goal: 1,
  }
}

/** @returns the time from leaving a page until what the next one has to show is painted, in milliseconds */
const turnTo = (page: Page, to: string, at: string): Promise<number> =>
  page.evaluate(
    async ([hash, selector]) => {
      const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
      const title = document.querySelector('main h1')
      await frame()
      const before = performance.now()
      location.hash = hash
      // The page before has rows, too: it is gone when its heading is.
      // An article is there when its highlights are painted.
      const isPainted = (): boolean =>
        !hash.includes('/articles/') || (CSS.highlights.get('ascribe-yellow')?.size ?? 0) > 0
      CSS.highlights.clear()
      while (title?.isConnected === true || !document.querySelector(selector) || !isPainted()) {
        if (performance.now() - before > 20_000) throw new Error(`${hash} does not come`)
        await frame()
      }
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = resolve
          port2.postMessage(null)
        })
      })
      return performance.now() - before
    },
    [to, at] as const,
  )

async function memoryRow(page: Page, id: string): Promise<Row> {
  const session = await page.context().newCDPSession(page)
  await goTo(page, '#/trash')
  await page.getByRole('heading', { name: 'Trash' }).waitFor()
  const before = await heapOf(page, session)
  await openArticle(page, id)
  const read = await heapOf(page, session)
  await goTo(page, '#/trash')
  await page.getByRole('heading', { name: 'Trash' }).waitFor()
  // What was asked for is kept for a while, for who comes back at once.
  await page.waitForTimeout(20_000)
  const after = await heapOf(page, session)
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return {
    what: 'memory of the window after an article was left',
    ours: `${megabytes(after)} (with it ${megabytes(read)})`,
    peer: `before it was opened ${megabytes(before)}`,
    ratio: after / before,
    goal: 1.2,
  }
}

async function heapOf(page: Page, session: CDPSession): Promise<number> {
  await page.waitForTimeout(1_500)
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

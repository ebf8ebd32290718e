import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { describe } from '../../src/core/anchoring/describe.ts'
import { fresh } from '../../src/core/records/base.ts'
import { makeTag } from '../../src/core/records/tag.ts'
import { startAscribe } from '../../tests/support/ascribe.ts'
import { newApp } from '../engine/notebooks.ts'
import { plainBackend } from '../../tests/support/backend.ts'
import { timed, type Row } from '../engine/report.ts'
import { median } from '../measure.ts'
import { memoryOf } from './memory.ts'

const rounds = 5
const styles = ['yellow', 'blue', 'green', 'red'] as const

/** The whole window, on a notebook with a long report that has many highlights, the same with a few, and with none. */
export async function inWindow(browser: Browser): Promise<Row[]> {
  const home = join(tmpdir(), 'ascribe-bench-reader')
  const folder = join(home, 'notebook')
  await rm(home, { recursive: true, force: true })
  const ids = await prepare(folder)
  const running = await startAscribe(home, folder)
  try {
    return await measured(browser, running.address, ids)
  } finally {
    await running.stop()
    await rm(home, { recursive: true, force: true })
  }
}

type Ids = Record<'many' | 'hundred' | 'first' | 'none', string>

async function prepare(folder: string): Promise<Ids> {
  const app = newApp()
  await app.create('Bench', folder)
  await app.store.model.whole
  const backend = plainBackend(app)
  /** @param among so many they would be, evenly over the text; only the first `count` of them are there */
  const make = async (title: string, count: number, among = count): Promise<string> => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `${title} ${n} ${line(n)}`.slice(0, 99))
    const { id } = await backend.articles.paste({
      content: lines.join('\n\n'),
      mediaType: 'text/plain',
      title,
    })
    const text = lines.join('\n')
    await app.store.commit('Mark', async (draft) => {
      const tag = await draft.put('tag', makeTag(`Tag of ${title}`))
      for (let n = 0; n < count; n += 1) {
        const start = Math.floor((n * text.length) / among / 100) * 100 + 10
        await draft.put('annotation', {
          ...fresh(draft.at),
          article: id,
          version: 1,
          ...describe(text, start, start + 18),
          earlier: [],
          proposal: null,
          page: null,
          state: 'exact',
          style: styles[n % 4] ?? 'yellow',
          note: '',
          tags: n % 10 === 0 ? [tag.id] : [],
        })
      }
    })
    return id
  }
  const ids = {
    many: await make('Many', 10_000),
    hundred: await make('Hundred', 100),
    first: await make('First', 200, 10_000),
    none: await make('None', 0),
  }
  await app.close()
  return ids
}

const words =
  'the envoys said that talks on Lorne had been held in secret and would go on until spring'.split(' ')
const line = (n: number): string =>
  Array.from({ length: 19 }, (_, at) => words[(n * 7 + at * 5) % words.length]).join(' ')

async function measured(browser: Browser, address: string, ids: Ids): Promise<Row[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await page.goto(address)
  await page.getByRole('navigation').first().waitFor()
  await page.evaluate(() => {
    location.hash = '#/library'
  })
  await page.getByRole('heading', { name: 'Library' }).waitFor()
  const rows: Row[] = []
  const open: number[] = []
  const plain: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => {
      location.hash = '#/library'
    })
    await page.reload()
    await page.getByRole('heading', { name: 'Library' }).waitFor()
    open.push(await openFromLibrary(page, 'Many', ids.many))
    plain.push(await openPlain(page, ids.none))
  }
  const what = 'the window, from the click to the painted text with 10,000 highlights'
  rows.push(timed(what, median(open), 'fetching and showing the same text as plain HTML', median(plain), 1.5))
  rows.push(
    timed(
      'add one highlight, key press to paint',
      await adding(page, ids.many),
      'with none but those near the screen',
      await adding(page, ids.first),
      1.2,
    ),
  )
  rows.push(
    timed(
      'jump to a highlight from the side list',
      await jumping(page, ids.many),
      'with 100',
      await jumping(page, ids.hundred),
      2,
    ),
  )
  rows.push(
    timed(
      'filter the list by tag',
      await filtering(page, ids.many, 'Tag of Many'),
      'with 100',
      await filtering(page, ids.hundred, 'Tag of Hundred'),
      2,
    ),
  )
  const bases = {
    origin: new URL(page.url()).origin,
    secret: await page.evaluate(() => sessionStorage.getItem('ascribe-secret') ?? ''),
  }
  await page.close()
  const ours = await memoryOf(browser, bases, (other) => openById(other, ids.many))
  const theirs = await memoryOf(browser, bases, async (other) => {
    await openPlain(other, ids.none)
  })
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`
  rows.push({
    what: 'memory of the window with the article',
    ours: megabytes(ours),
    peer: `the text as plain HTML in an empty window ${megabytes(theirs)}`,
    ratio: ours / theirs,
    goal: 1.5,
  })
  return rows
}

/** Waits, in the page, until highlights are painted. @returns the time since the click */
async function openFromLibrary(page: Page, title: string, id: string): Promise<number> {
  const link = page.getByRole('table', { name: 'Library' }).getByRole('link', { name: title, exact: true })
  await link.waitFor()
  return page.evaluate(async (article) => {
    const target = document.querySelector<HTMLElement>(`a[href$="${article}"]`)
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    const before = performance.now()
    target?.click()
    while ((CSS.highlights.get('ascribe-yellow')?.size ?? 0) === 0) await frame()
    await frame()
    return performance.now() - before
  }, id)
}

/** What the window would do without Ascribe: ask for the text, and show it. */
const openPlain = (page: Page, id: string): Promise<number> =>
  page.evaluate(async (article) => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    const before = performance.now()
    const answer = await fetch('/rpc/articles/text', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'ascribe-secret': sessionStorage.getItem('ascribe-secret') ?? '',
      },
      body: JSON.stringify({ json: { id: article, version: 1 } }),
    })
    const { json } = (await answer.json()) as { json: { html: string } }
    const host = document.createElement('div')
    host.style.cssText = 'position: fixed; inset: 0; overflow: auto'
    document.body.append(host)
    host.attachShadow({ mode: 'open' }).innerHTML = json.html
    host.getBoundingClientRect()
    await frame()
    await frame()
    const taken = performance.now() - before
    const isKept = document.querySelector('main') === null
    if (!isKept) host.remove()
    return taken
  }, id)

async function openById(page: Page, id: string): Promise<void> {
  await page.evaluate((article) => {
    location.hash = `#/articles/${article}`
  }, id)
  await page.locator('article[role=document]').waitFor()
  await page.waitForTimeout(600)
}

const showHighlights = (page: Page): Promise<void> => page.getByRole('tab', { name: /^Highlights/ }).click()

/** From the key until a new highlight on the first lines is painted. */
async function adding(page: Page, id: string): Promise<number> {
  await openById(page, id)
  const taken: number[] = []
  for (let round = 0; round < 9; round += 1) {
    await page.locator('article[role=document]').focus()
    await page.keyboard.press('Control+Home')
    // Each time another passage: the same one would look as before.
    for (let n = 0; n < round; n += 1) await page.keyboard.press('ArrowDown')
    for (let n = 0; n < 2; n += 1) await page.keyboard.press('Shift+Control+ArrowRight')
    taken.push(
      await page.evaluate(async () => {
        const size = (): number => CSS.highlights.get('ascribe-violet')?.size ?? 0
        const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
        const had = size()
        const before = performance.now()
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: '5', bubbles: true, composed: true }),
        )
        while (size() === had) await frame()
        // What is posted in a frame's callback comes right behind its paint.
        await new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = resolve
            port2.postMessage(null)
          })
        })
        return performance.now() - before
      }),
    )
    await page.keyboard.press('Escape')
    // As fast as a person marks; the document of the article is written behind it meanwhile.
    await page.waitForTimeout(700)
  }
  return median(taken)
}

/** From a click in the list to the frame with the passage in the middle. */
async function jumping(page: Page, id: string): Promise<number> {
  await openById(page, id)
  await showHighlights(page)
  const taken: number[] = []
  for (let round = 0; round < 9; round += 1) {
    await page.getByRole('list', { name: 'Highlights' }).evaluate((list, n) => {
      const scroller = list.parentElement
      if (scroller) scroller.scrollTop = ((n * 7) % 10) * 0.1 * scroller.scrollHeight
    }, round)
    await page.waitForTimeout(200)
    taken.push(
      await page.getByRole('list', { name: 'Highlights' }).evaluate(async (list) => {
        const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
        const buttons = [...list.querySelectorAll<HTMLElement>('li .quote')]
        const before = performance.now()
        buttons[buttons.length >> 1]?.click()
        while ((CSS.highlights.get('ascribe-active')?.size ?? 0) === 0) await frame()
        await frame()
        return performance.now() - before
      }),
    )
    await page.keyboard.press('Escape')
    await page.waitForTimeout(100)
  }
  return median(taken)
}

async function filtering(page: Page, id: string, tag: string): Promise<number> {
  await openById(page, id)
  await showHighlights(page)
  const taken: number[] = []
  for (let round = 0; round < 7; round += 1) {
    taken.push(
      await page.getByRole('combobox', { name: 'Show which highlights' }).evaluate(async (element, name) => {
        const select = element as HTMLSelectElement
        const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
        const option = [...select.options].find(({ text }) => text === name)
        const before = performance.now()
        select.value = option?.value ?? ''
        select.dispatchEvent(new Event('change', { bubbles: true }))
        await frame()
        await frame()
        return performance.now() - before
      }, tag),
    )
    await page.getByRole('combobox', { name: 'Show which highlights' }).selectOption('all')
    await page.waitForTimeout(100)
  }
  return median(taken)
}

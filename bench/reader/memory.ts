import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'

/**
 * What the process of a fresh window takes, after garbage was collected, in bytes: what it has for itself alone, as the system
 * counts it (Linux: private pages).
 */
export async function memoryOf(
  browser: Browser,
  { origin, secret }: { origin: string; secret: string },
  show: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  await context.addInitScript((kept) => sessionStorage.setItem('ascribe-secret', kept), secret)
  const before = await renderers(browser)
  const page = await context.newPage()
  await page.goto(origin)
  await show(page)
  await page.waitForTimeout(1_500)
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const mine = (await renderers(browser)).filter((pid) => !before.includes(pid))
  const sizes = await Promise.all(mine.map(privateBytes))
  await context.close()
  return Math.max(...sizes)
}

async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

async function privateBytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  const kilobytes = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)]
  return kilobytes.reduce((sum, [, size]) => sum + Number(size) * 1024, 0)
}

import { cp } from 'node:fs/promises'
import { test as base, type Page } from '@playwright/test'
import { createApp } from '../support/app.ts'
import { join } from 'node:path'
import { App } from '../../src/backend/app.ts'
import { version } from '../../src/backend/program/version.ts'
import { startServer } from '../../src/serve/server.ts'
import { root, temporaryFolder, type Running } from '../support/ascribe.ts'
import '../support/built-threads.ts'

interface Window {
  /** A program of its own, with a home folder in which there is only the sample notebook, not open. */
  running: Pick<Running, 'address'> & { app: App }
  /** The window, with the sample notebook open. */
  sample: Page
  home: string
}

/** Tests that need the window; every page that is opened reports its errors as failures. */
export const test = base.extend<Window, { madeOnce: string }>({
  madeOnce: [
    async ({}, use) => {
      const folder = await temporaryFolder()
      const app = createApp(folder.path)
      await app.openSample()
      await app.store.model.whole
      await app.close()
      await use(folder.path)
      await folder.remove()
    },
    { scope: 'worker' },
  ],
  home: async ({ madeOnce }, use) => {
    const folder = await temporaryFolder()
    await cp(madeOnce, folder.path, { recursive: true, preserveTimestamps: true })
    await use(folder.path)
    await folder.remove()
  },
  running: async ({ home }, use) => {
    // Within this process: each worker loads the program once, not for every test. What needs a process of its own starts one.
    const app = new App({ version, home, anyPath: true, stays: true })
    const server = await startServer({ app, port: 0, windowFolder: join(root, 'out/renderer') })
    await use({ address: server.address, app })
    await server.close()
    await app.close()
  },
  sample: async ({ page, running }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('ERR_INCOMPLETE_CHUNKED_ENCODING'))
        errors.push(message.text())
    })
    await running.app.openSample()
    await page.goto(running.address)
    await page.getByRole('heading', { name: 'Library' }).waitFor()
    await use(page)
    base.expect(errors).toEqual([])
  },
})

export const { expect } = test

/** Goes to a place of the window by its address. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

/** By how many pixels the document is wider and higher than the window; it never should be. */
export const overflowOf = (page: Page): Promise<{ width: number; height: number }> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    const main = document.querySelector('main')
    return {
      width: Math.max(scrollWidth - clientWidth, main ? main.scrollWidth - main.clientWidth : 0),
      height: scrollHeight - clientHeight,
    }
  })

/** The highlights, beside an article. */
export const showHighlights = (page: Page): Promise<void> =>
  page.getByRole('tab', { name: /^Highlights/ }).click()

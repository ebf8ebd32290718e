import { test as base, type Page } from '@playwright/test'
import { startAscribe, temporaryFolder, type Running } from '../support/ascribe.ts'

interface Window {
  /** A program of its own, with an empty home folder. */
  running: Running
  /** The window, with the sample notebook open. */
  sample: Page
  home: string
}

/** Tests that need the window; every page that is opened reports its errors as failures. */
export const test = base.extend<Window>({
  home: async ({}, use) => {
    const folder = await temporaryFolder()
    await use(folder.path)
    await folder.remove()
  },
  running: async ({ home }, use) => {
    const running = await startAscribe(home)
    await use(running)
    await running.stop()
  },
  sample: async ({ page, running }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('ERR_INCOMPLETE_CHUNKED_ENCODING'))
        errors.push(message.text())
    })
    await page.goto(running.address)
    await page.getByRole('button', { name: 'Open the sample notebook' }).click()
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

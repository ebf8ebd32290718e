import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { startAscribe, temporaryFolder } from '../support/ascribe.ts'
import { doTheWholeJob, type Program } from './the-whole-job.ts'

test('the whole job, in a browser', async ({ page }) => {
  test.setTimeout(120_000)
  const folder = await temporaryFolder()
  const home = join(folder.path, 'home')
  let running = await startAscribe(home)

  const program = (current: Page): Program => ({
    page: current,
    async chooseFiles(files, open) {
      const chooser = current.waitForEvent('filechooser')
      await open()
      await (await chooser).setFiles(files)
    },
    async exportTo(target) {
      await current.getByRole('radio', { name: 'A folder on this computer' }).check()
      await current.getByRole('textbox', { name: 'Folder' }).fill(target)
      await current.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
    },
    async restart() {
      await running.stop()
      running = await startAscribe(home)
      await current.goto(running.address)
      return program(current)
    },
  })

  try {
    await page.goto(running.address)
    await doTheWholeJob(program(page), join(folder.path, 'export'))
  } finally {
    await running.stop()
    await folder.remove()
  }
})

test('an address that was used explains itself, and a second tab is let in by the first', async ({
  page,
  context,
  browser,
}) => {
  const folder = await temporaryFolder()
  const running = await startAscribe(join(folder.path, 'home'))
  try {
    await page.goto(running.address)
    await page.getByRole('heading', { name: 'Ascribe' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    expect(await context.cookies()).toEqual([])
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(running.address)
    await expect(
      stranger.getByRole('heading', { name: 'This address has let somebody in already' }),
    ).toBeVisible()
    await stranger.getByRole('button', { name: 'Try again' }).click()
    await expect(
      stranger.getByRole('heading', { name: 'This address has let somebody in already' }),
    ).toBeVisible()
    const second = await context.newPage()
    await second.goto(running.address)
    await expect(second.getByRole('button', { name: 'Open the sample notebook' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: 'Open the sample notebook' })).toBeVisible()
  } finally {
    await running.stop()
    await folder.remove()
  }
})

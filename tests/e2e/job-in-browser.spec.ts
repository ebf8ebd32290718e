import { join } from 'node:path'
import { test, type Page } from '@playwright/test'
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
      await current.getByRole('heading', { name: 'Ascribe' }).waitFor()
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

import { join } from 'node:path'
import { _electron, test } from '@playwright/test'
import { findElectron, whyNoWindow } from '../../scripts/find-electron.ts'
import { root, temporaryFolder } from '../support/ascribe.ts'
import { doTheWholeJob, type Program } from './the-whole-job.ts'

const executablePath = findElectron()

const reason =
  executablePath === undefined
    ? 'Electron’s binary is not here (“npm start” downloads it where it can)'
    : whyNoWindow()

test('the whole job, in Electron', async () => {
  if (reason !== undefined) console.log(`skipped: ${reason}`)
  test.skip(reason !== undefined, reason ?? '')
  test.setTimeout(120_000)
  const folder = await temporaryFolder()
  const home = join(folder.path, 'home')

  const launch = async (): Promise<{ program: Program; close: () => Promise<void> }> => {
    const electron = await _electron.launch({
      executablePath: executablePath ?? '',
      args: [root, `--user-data-dir=${join(folder.path, 'profile')}`],
      env: { ...process.env, ASCRIBE_HOME: home },
    })
    const page = await electron.firstWindow()
    const answerDialog = (filePaths: string[]): Promise<void> =>
      electron.evaluate(({ dialog }, paths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths })
      }, filePaths)
    const program: Program = {
      page,
      async chooseFiles(files, open) {
        await answerDialog(files)
        await open()
      },
      async exportTo(target) {
        await answerDialog([target])
        await page.getByRole('radio', { name: 'A folder on this computer' }).check()
        await page.getByRole('button', { name: 'Choose folder…' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
      },
      async restart() {
        await electron.close()
        const next = await launch()
        closeLast = next.close
        return next.program
      },
    }
    return { program, close: () => electron.close() }
  }

  const first = await launch()
  let closeLast = first.close
  try {
    await doTheWholeJob(first.program, join(folder.path, 'export'))
  } finally {
    await closeLast()
    await folder.remove()
  }
})

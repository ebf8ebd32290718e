import { chromium, type Browser } from '@playwright/test'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { chromiumArgs, findChromium } from '../scripts/find-chromium.ts'
import { formatRow, type Row } from './engine/report.ts'
import { asFelt } from './reader/as-felt.ts'
import { inPage } from './reader/in-page.ts'
import { inWindow } from './reader/in-window.ts'

/** In the page frames come as soon as they are ready: waiting for the screen's next one would hide up to 16 ms of difference. */
const freeFrames = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/** The reader in real Chromium: a text of a million characters with ten thousand highlights, against its peers. */
export async function readerBench(): Promise<string[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) return ['skipped: no Chromium was found; name one with ASCRIBE_CHROMIUM']
  if (!buildIfNeeded()) return ['skipped: the window could not be built']
  const within = async (args: string[], work: (browser: Browser) => Promise<Row[]>): Promise<Row[]> => {
    const browser = await chromium.launch({ executablePath, args: [...chromiumArgs, ...args] })
    try {
      return await work(browser)
    } finally {
      await browser.close()
    }
  }
  // The window is measured as its users have it, frame by frame.
  const rows = await within(freeFrames, inPage)
  for (const work of [inWindow, asFelt]) rows.push(...(await within([], work)))
  return rows.map(formatRow)
}

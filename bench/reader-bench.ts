import { chromium } from '@playwright/test'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { findChromium } from '../scripts/find-chromium.ts'
import { formatRow } from './engine/report.ts'
import { inPage } from './reader/in-page.ts'
import { inWindow } from './reader/in-window.ts'

/** The reader in real Chromium: a text of a million characters with ten thousand highlights, against its peers. */
export async function readerBench(): Promise<string[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) return ['skipped: no Chromium was found; name one with ASCRIBE_CHROMIUM']
  if (!buildIfNeeded()) return ['skipped: the window could not be built']
  // Frames come as soon as they are ready: waiting for the screen's next one would hide up to 16 ms of difference.
  const args = ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync']
  const browser = await chromium.launch({ executablePath, args })
  try {
    return [...(await inPage(browser)), ...(await inWindow(browser))].map(formatRow)
  } finally {
    await browser.close()
  }
}

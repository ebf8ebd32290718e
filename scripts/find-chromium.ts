import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const candidates: Record<string, string[]> = {
  linux: [
    // Without a window around the page: a test costs a fraction of what it does in the whole browser.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
}

/** Parts of the browser's own window that cost more than the page in it, and that nobody sees. */
const unseen = [
  'InitialWebUI',
  'PreloadTopChromeWebUI',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
  'WebUIToolbarWebView',
]
/** How a Chromium is started for tests, figures and pictures; as root it has no sandbox. */
export const chromiumArgs: readonly string[] = ['--no-sandbox', `--disable-features=${unseen.join()}`]

/** A Chromium for the tests: the one that ASCRIBE_CHROMIUM or CHROME_PATH names, the system's, or Playwright's own. */
export function findChromium(): string | undefined {
  const named = process.env['ASCRIBE_CHROMIUM'] ?? process.env['CHROME_PATH']
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return [...(candidates[process.platform] ?? []), chromium.executablePath()].find((path) => existsSync(path))
}

/** Finds a Chromium, or tries to get one: through Playwright, or through apt on Debian as root. */
export function ensureChromium(): string | undefined {
  const there = findChromium()
  if (there !== undefined) return there
  console.log('No Chromium was found; trying to get one…')
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    for (const name of ['chromium-headless-shell', 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
      const installed = findChromium()
      if (installed !== undefined) return installed
    }
  }
  try {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 5 * 60_000 })
  } catch {
    return undefined
  }
  return findChromium()
}

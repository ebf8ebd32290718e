import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { startAscribe, temporaryFolder } from '../tests/support/ascribe.ts'
import { buildIfNeeded, root } from './build-if-needed.ts'
import { chromiumArgs, ensureChromium } from './find-chromium.ts'

/**
 * `npm run screenshots`: the pictures of the README in `docs/images`; and in `test-results/screenshots`, to be looked at, every view in
 * both colour schemes and two sizes, and every place in a narrow window, with words twice as large, in German and in Arabic.
 */

const images = join(root, 'docs/images')
const all = join(root, 'test-results/screenshots')
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]
const schemes = ['light', 'dark'] as const
const article = 'Envoys met in secret on Lorne, officials say'
const another = 'Secret talks held on Lorne, sources say'

const views: Record<string, (page: Page) => Promise<void>> = {
  library: async (page) => {
    await goTo(page, '#/library')
    await page.getByRole('link', { name: article }).waitFor()
  },
  reader: async (page) => {
    await goTo(page, '#/library')
    await page.getByRole('link', { name: article }).click()
    await page.getByRole('document', { name: article }).waitFor()
    await page.getByRole('tab', { name: /^Highlights/ }).click()
    await page.getByRole('button', { name: 'Show in the text: has the authority' }).click()
  },
  'reader-claims': async (page) => {
    await page.getByRole('tab', { name: /Claims/ }).click()
    await page.getByRole('link', { name: 'Envoys of both sides met directly' }).waitFor()
  },
  'reader-statements': async (page) => {
    await page.getByRole('tab', { name: /^Statements/ }).click()
    await page.getByRole('list', { name: 'Statements' }).getByRole('article').first().waitFor()
  },
  'reader-find': async (page) => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('lorne')
    await page.getByRole('search').getByText(/of 2/).waitFor()
  },
  'reader-settings': async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'How articles look' }).click()
    await page.getByText('Sepia').click()
  },
  'reader-focus': async (page) => {
    await page.getByText('Plain', { exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Only the text' }).click()
  },
  'reader-beside': async (page) => {
    await page.getByRole('button', { name: 'Show everything again' }).click()
    await page.getByRole('button', { name: 'Two articles side by side' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Secret talks held/ })
      .click()
    await page.getByRole('document', { name: 'Secret talks held on Lorne, sources say' }).waitFor()
  },
  claims: async (page) => {
    await goTo(page, '#/claims')
    await page.getByRole('link', { name: 'Envoys of both sides met directly' }).waitFor()
  },
  claim: async (page) => {
    await page.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
    await page.getByRole('region', { name: 'Supported by 4' }).waitFor()
  },
  'claim-chain': async (page) => {
    await page.getByRole('button', { name: 'Change this piece of evidence' }).first().click()
    await page
      .getByRole('button', { name: /^The way it is put: Two people/ })
      .first()
      .click()
    await page.getByRole('combobox', { name: /^On which terms/ }).waitFor()
  },
  'claim-add': async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add supporting evidence' }).click()
    await page.getByRole('combobox', { name: 'Find a passage' }).fill('talks')
    await page.getByRole('listbox').getByRole('option').first().waitFor()
  },
  workbench: async (page) => {
    await goTo(page, '#/library')
    await page.getByRole('link', { name: another }).click()
    await page.getByRole('list', { name: 'Statements' }).getByRole('article').first().waitFor()
    await page.getByRole('document', { name: another }).focus()
    for (let n = 0; n < 2; n += 1) await page.keyboard.press('j')
    await page.getByRole('textbox', { name: 'Claim' }).waitFor()
  },
  'claim-figure': async (page) => {
    await goTo(page, '#/claims')
    await page.getByRole('link', { name: /^1,483 people/ }).click()
    await page.getByRole('heading', { name: /^What is said of the same/ }).scrollIntoViewIfNeeded()
    await page.getByRole('img', { name: /^Figures along time/ }).waitFor()
  },
  openWork: async (page) => {
    await goTo(page, '#/open-work')
    await page.getByRole('heading', { name: /^Claims with one origin only/ }).waitFor()
  },
  contradictions: async (page) => {
    await goTo(page, '#/contradictions')
    await page.getByText('Another value of the same quantity').first().waitFor()
  },
  names: async (page) => {
    await goTo(page, '#/names')
    await page.getByRole('region', { name: /^Spellings of/ }).waitFor()
  },
  reprints: async (page) => {
    await goTo(page, '#/reprints')
    await page.getByRole('button', { name: /passages in both/ }).click()
    await page.getByRole('deletion').first().waitFor()
  },
  timeline: async (page) => {
    await goTo(page, '#/timeline')
    await page.getByRole('img', { name: /^A picture of claims/ }).waitFor()
  },
  graph: async (page) => {
    await goTo(page, '#/graph')
    await page.getByText(/^Finding places/).waitFor()
    await page.getByText(/^Finding places/).waitFor({ state: 'hidden' })
  },
  matrix: async (page) => {
    await goTo(page, '#/matrix')
    await page.getByRole('link', { name: /^Lorne meeting, Maritime Council/ }).waitFor()
  },
  'source-not-named': async (page) => {
    await goTo(page, '#/sources')
    await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Two people briefed on the talks' }).click()
    await page.getByRole('region', { name: 'A source that is not named' }).waitFor()
  },
  sources: async (page) => {
    await goTo(page, '#/sources')
    await page.getByRole('link', { name: 'North Wire' }).waitFor()
  },
  source: async (page) => {
    await page.getByRole('link', { name: 'Maritime Council' }).click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
  },
  tags: async (page) => {
    await goTo(page, '#/tags')
    await page.getByRole('button', { name: /Casualties/ }).click()
  },
  history: async (page) => {
    await goTo(page, '#/history')
    await page.getByRole('button', { name: /Add highlights, claims and sources/ }).click()
    await page.getByRole('button', { name: 'Restore as it was then' }).first().waitFor()
  },
  trash: async (page) => {
    await goTo(page, '#/trash')
    await page.getByRole('heading', { name: 'Trash' }).waitFor()
  },
  health: async (page) => {
    await goTo(page, '#/health')
    await page.getByRole('button', { name: 'Check everything' }).click()
    await page.getByText('Everything is as it should be.').waitFor()
  },
  export: async (page) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByText('# Sample: The Lorne talks').waitFor()
  },
  palette: async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('lorne')
    await page.getByRole('option').first().waitFor()
  },
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.keyboard.press('Escape')
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/${hash}`)
}

async function takeAll(browser: Browser, home: string): Promise<void> {
  for (const colorScheme of schemes) {
    for (const viewport of sizes) {
      // A home of its own each: what was left open would be open again.
      const running = await startAscribe(join(home, `${colorScheme} ${viewport.width}`))
      const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' })
      const name = (view: string): string => join(all, `${view}-${colorScheme}-${viewport.width}.png`)
      await page.goto(running.address)
      await page.getByRole('textbox', { name: 'Title' }).fill('Empty')
      await page.screenshot({ path: name('start') })
      await page.getByRole('button', { name: 'Make notebook' }).click()
      await page.getByRole('heading', { name: 'Bring in the first article' }).waitFor()
      await page.screenshot({ path: name('empty') })
      await page.keyboard.press('Control+k')
      await page.keyboard.type('close the')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Open the sample notebook' }).click()
      await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
      await page.screenshot({ path: name('tour') })
      await page.getByRole('button', { name: 'End the tour' }).click()
      for (const [view, open] of Object.entries(views)) {
        await open(page)
        await page.waitForTimeout(150)
        await page.screenshot({ path: name(view) })
        const isForReadme = view === 'workbench' && viewport.width === 1280
        if (isForReadme) await page.screenshot({ path: join(images, `reader-${colorScheme}.png`) })
      }
      await page.close()
      await running.stop()
    }
  }
}

const others = {
  narrow: { viewport: { width: 640, height: 800 } },
  'twice-as-large': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  german: { viewport: { width: 1280, height: 800 }, locale: 'de-DE' },
  arabic: { viewport: { width: 1280, height: 800 }, locale: 'ar', colorScheme: 'dark' },
} as const

/** Every place that the sidebar leads to, and the first record of each list, whatever language their names are in. */
async function takePlaces(browser: Browser, home: string): Promise<void> {
  for (const [kind, context] of Object.entries(others)) {
    const running = await startAscribe(join(home, kind))
    const page = await browser.newPage({ ...context, reducedMotion: 'reduce' })
    await page.goto(running.address)
    await page.getByRole('button', { name: /sample|Beispiel|المثال/ }).click()
    await page.locator('nav a[href="#/library"]').waitFor()
    await page.getByRole('button', { name: /^End the tour|Rundgang beenden|أنه/ }).click()
    const links = page.locator('nav a[href^="#/"]')
    const hashes = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    const take = async (name: string): Promise<void> => {
      await page.locator('main h1').first().waitFor()
      await page.waitForTimeout(700)
      await page.screenshot({ path: join(all, `${name}-${kind}.png`) })
    }
    for (const hash of new Set(hashes.map((one) => one.replace(/\?.*/, '')))) {
      await goTo(page, hash)
      const name = hash.slice(2).replaceAll('/', '-')
      await take(name)
      const first = page.locator('.rows a').first()
      if (!['library', 'claims', 'sources'].includes(name)) continue
      await first.click()
      await take(`${name}-first`)
    }
    await page.close()
    await running.stop()
  }
}

const executablePath = ensureChromium()
if (executablePath === undefined || !buildIfNeeded()) {
  console.error('Screenshots need a Chromium (ASCRIBE_CHROMIUM=/path/to/chrome) and a build that works.')
  process.exit(1)
}
await mkdir(images, { recursive: true })
await mkdir(all, { recursive: true })
const folder = await temporaryFolder()
const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] })
try {
  await takeAll(browser, join(folder.path, 'home'))
  await takePlaces(browser, join(folder.path, 'others'))
} finally {
  await browser.close()
  await folder.remove()
}
console.log(`Pictures of the README: ${images}\nAll views: ${all}`)

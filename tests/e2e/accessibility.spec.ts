import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { isListed, placeGroups } from '../../src/renderer/src/places/place.ts'
import { places } from '../../src/renderer/src/places/list.ts'
import { some } from '../support/length.ts'
import { expect, goTo, test } from './window.ts'

/** Only contrast depends on the colours: the other rules are asked once. */
async function checkView(page: Page, name: string, rules: 'all' | 'contrast'): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // Only what is wrong is told: to list all that is right takes as long again.
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
  })
  const { violations } = await (
    rules === 'all' ? axe.withTags(tags) : axe.withRules(['color-contrast'])
  ).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect.soft(found, name).toEqual([])
}

type Open = (page: Page) => Promise<void>

/** What a place of the sidebar shows when it is complete, where that is more than its heading. */
const complete: Record<string, Open> = {
  library: (page) => page.getByRole('link', { name: /^Envoys met in secret/ }).waitFor(),
  claims: (page) => page.getByRole('link', { name: 'Envoys of both sides met directly' }).waitFor(),
  sources: (page) => page.getByRole('link', { name: 'North Wire' }).waitFor(),
  tags: (page) => page.getByRole('button', { name: /Casualties/ }).waitFor(),
  openWork: (page) => page.getByRole('heading', { name: /^Claims with one origin only/ }).waitFor(),
  contradictions: (page) => page.getByText('Another value of the same quantity').first().waitFor(),
  names: (page) => page.getByRole('region', { name: /^Spellings of/ }).waitFor(),
  reprints: (page) => page.getByRole('button', { name: '4 passages in both' }).waitFor(),
  timeline: (page) => page.getByRole('img', { name: /^A picture of claims/ }).waitFor(),
  graph: (page) => page.getByRole('searchbox', { name: 'Find a node' }).waitFor(),
  matrix: (page) => page.getByRole('link', { name: 'Lorne meeting, Maritime Council: 2' }).waitFor(),
  history: (page) => page.getByRole('button', { name: /Add highlights, claims and sources/ }).waitFor(),
  trash: (page) => page.getByText('The trash is empty.').waitFor(),
  health: (page) => page.getByRole('button', { name: 'Check everything' }).waitFor(),
}

/** What one comes to from a place: the pages of records, dialogs, and parts that are opened. */
type States = Record<string, Open>

const reading: States = {
  article: async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('tab', { name: /^Highlights/ }).click()
    await page.getByRole('button', { name: 'Show in the text: has the authority to speak to anyone' }).click()
    await page.getByRole('button', { name: 'Delete highlight' }).waitFor()
  },
  'claims of an article': async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('tab', { name: /Claims/ }).click()
    await page.getByRole('link', { name: 'Envoys of both sides met directly' }).waitFor()
  },
  'about an article': async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('tab', { name: 'About' }).click()
    await page.getByRole('textbox', { name: 'Outlet' }).waitFor()
  },
  'how articles look': async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('button', { name: 'How articles look' }).click()
    await page.getByText('Sepia').click()
  },
  'finding, in sepia': async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('tab', { name: 'Outline' }).click()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('lorne')
    await page.getByRole('search').getByText(/of 2/).waitFor()
  },
  'articles side by side': async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('button', { name: 'Two articles side by side' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Statement on reports/ })
      .click()
    await page.getByRole('document', { name: 'Statement on reports of a meeting' }).waitFor()
  },
  'a highlight to review': async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('tab', { name: 'About' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add a newer version' }).click()
    const text =
      'Two people briefed on the talks told the paper that envoys of both sides met on the island of Lorne in February.'
    await (await chooser).setFiles({ name: 'new.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'One highlight to review' }).click()
    await page.getByRole('button', { name: 'This is it' }).waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
  },
  'what was not found': async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('button', { name: '7 highlights not found' }).click()
    await page.getByText('Its words stand in version 1.').first().waitFor()
  },
  versions: async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('link', { name: 'Compare versions' }).first().click()
    await page.getByRole('list', { name: 'What the publisher changed' }).waitFor()
  },
}

const claims: States = {
  newClaim: async (page) => {
    await goTo(page, '#/claims/new')
    await page.getByRole('textbox', { name: 'Statement' }).waitFor()
  },
  claim: async (page) => {
    await goTo(page, '#/claims')
    await page.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
    await page.getByRole('button', { name: 'Change this piece of evidence' }).first().click()
    await page
      .getByRole('button', { name: /^The way it is put: Two people/ })
      .first()
      .click()
    await page.getByRole('combobox', { name: /^On which terms/ }).waitFor()
  },
  'choosing many claims': async (page) => {
    await goTo(page, '#/claims')
    await page.getByRole('combobox', { name: 'Group claims' }).selectOption({ label: 'By tag' })
    await page
      .getByRole('checkbox', { name: /^Choose “Diesel/ })
      .first()
      .check()
    await page.getByRole('toolbar', { name: 'With the chosen claims' }).waitFor()
  },
  'a figure': async (page) => {
    await goTo(page, '#/claims')
    await page.getByRole('combobox', { name: 'Group claims' }).selectOption({ label: 'Not grouped' })
    await page.getByRole('link', { name: /^1,483 people/ }).click()
    await page.getByRole('img', { name: /^Figures along time/ }).waitFor()
    await page
      .getByRole('button', { name: /^Decide about the origin/ })
      .first()
      .click()
  },
  'a reprint': async (page) => {
    await goTo(page, '#/reprints')
    await page.getByRole('button', { name: '4 passages in both' }).click()
    await page.getByRole('deletion').first().waitFor()
  },
  'timeline as a table': async (page) => {
    await goTo(page, '#/timeline')
    await page.getByRole('button', { name: 'Table' }).click()
    await page.getByRole('table', { name: 'Timeline' }).waitFor()
  },
  'a node': async (page) => {
    await goTo(page, '#/graph')
    await page.getByRole('searchbox', { name: 'Find a node' }).fill('North Wire')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'What is chosen' }).waitFor()
  },
}

const others: States = {
  'a source that is not named': async (page) => {
    await goTo(page, '#/sources')
    await page.getByRole('link', { name: 'Two people briefed on the talks' }).click()
    await page.getByRole('region', { name: 'A source that is not named' }).waitFor()
  },
  source: async (page) => {
    await goTo(page, '#/sources')
    await page.getByRole('link', { name: 'Ilse Marrin' }).click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
  },
  'a tag': async (page) => {
    await goTo(page, '#/tags')
    await page.getByRole('button', { name: /Casualties/ }).click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
  },
  'a step of history': async (page) => {
    await goTo(page, '#/history')
    await page.getByRole('button', { name: /Add highlights, claims and sources/ }).click()
    await page.getByRole('button', { name: 'Restore as it was then' }).first().waitFor()
  },
  'a check': async (page) => {
    await goTo(page, '#/health')
    await page.getByRole('button', { name: 'Check everything' }).click()
    await page.getByText('Everything is as it should be.').waitFor()
  },
  palette: async (page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('rounded')
    await page
      .getByRole('option', { name: /rounded/ })
      .first()
      .waitFor()
  },
  export: async (page) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByText('# Sample: The Lorne talks').waitFor()
  },
  paste: async (page) => {
    await page.getByRole('button', { name: 'Paste text' }).click()
    await page.getByRole('dialog').waitFor()
  },
  shortcuts: async (page) => {
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  },
}

/** In parts, so that they can be checked side by side. */
const parts = { reading, claims, others }

/** All rules in light; only contrast depends on the colours, so it is asked for again in dark. */
async function checkBoth(page: Page, name: string): Promise<void> {
  await checkView(page, name, 'all')
  await page.emulateMedia({ colorScheme: 'dark' })
  await checkView(page, `${name}, dark`, 'contrast')
  await page.emulateMedia({ colorScheme: 'light' })
}

test.use({ colorScheme: 'light' })

for (const group of placeGroups)
  test(`no place has violations: ${group}`, async ({ sample }) => {
    for (const { name, path } of places.filter(isListed).filter((one) => one.group === group)) {
      await goTo(sample, `#${path ?? `/${name}`}`)
      await sample.getByRole('heading', { level: 1 }).waitFor()
      await complete[name]?.(sample)
      await checkBoth(sample, name)
    }
  })

test('each page of a record is among what is opened', () => {
  const pages = places.filter((one) => !isListed(one)).map(({ name }) => name)
  expect(Object.keys({ ...reading, ...claims, ...others })).toEqual(expect.arrayContaining(pages))
})

for (const [part, states] of Object.entries(parts))
  test(`nothing that is opened has violations: ${part}`, async ({ sample }) => {
    // The colours of the dark are those of the places, which are all looked at in both.
    const inDark = new Set(some(Object.keys(states), 3))
    for (const [name, open] of Object.entries(states)) {
      await test.step(name, async () => {
        await goTo(sample, '#/library')
        await sample.keyboard.press('Escape')
        await open(sample)
        if (inDark.has(name)) await checkBoth(sample, name)
        else await checkView(sample, name, 'all')
        await sample.keyboard.press('Escape')
      })
    }
  })

test('the start has no violations', async ({ page, sample }) => {
  await expect(sample.getByRole('dialog')).toHaveCount(0)
  await sample.keyboard.press('Control+k')
  await sample.getByRole('dialog').waitFor()
  await sample.keyboard.type('close the notebook')
  await sample.getByRole('option', { name: /Close the notebook/i }).waitFor()
  await sample.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Open the sample notebook' }).waitFor()
  await checkBoth(page, 'start')
})

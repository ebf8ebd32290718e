import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, test } from './window.ts'

/** Only contrast depends on the colours: the other rules are asked once. */
async function checkView(page: Page, name: string, rules: 'all' | 'contrast'): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const axe = new AxeBuilder({ page })
  const { violations } = await (
    rules === 'all' ? axe.withTags(tags) : axe.withRules(['color-contrast'])
  ).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect.soft(found, name).toEqual([])
}

type Views = Record<string, (page: Page) => Promise<void>>

const reading: Views = {
  library: async (page) => page.getByRole('heading', { name: 'Library' }).waitFor(),
  reader: async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
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
  'comparing versions': async (page) => {
    await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
    await page.getByRole('link', { name: 'Compare versions' }).first().click()
    await page.getByRole('list', { name: 'What the publisher changed' }).waitFor()
  },
}

const claims: Views = {
  claims: async (page) => {
    await goTo(page, '#/claims')
    await page.getByRole('link', { name: 'Envoys of both sides met directly' }).waitFor()
  },
  claim: async (page) => {
    await goTo(page, '#/claims')
    await page.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
    await page.getByRole('button', { name: 'Edit who says so' }).first().click()
    await page.getByRole('combobox', { name: 'Through whom?' }).waitFor()
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
    await page.getByRole('button', { name: 'Decide about the origin of' }).first().click()
  },
  'open work': async (page) => {
    await goTo(page, '#/open-work')
    await page.getByRole('heading', { name: /^Claims with one origin only/ }).waitFor()
  },
  contradictions: async (page) => {
    await goTo(page, '#/contradictions')
    await page.getByText('Another value of the same quantity').first().waitFor()
  },
  'name variants': async (page) => {
    await goTo(page, '#/names')
    await page.getByRole('region', { name: /^Spellings of/ }).waitFor()
  },
  reprints: async (page) => {
    await goTo(page, '#/reprints')
    await page.getByRole('button', { name: '4 passages in both' }).click()
    await page.getByRole('deletion').first().waitFor()
  },
  timeline: async (page) => {
    await goTo(page, '#/timeline')
    await page.getByRole('img', { name: /^A picture of claims/ }).waitFor()
  },
  'timeline as a table': async (page) => {
    await goTo(page, '#/timeline')
    await page.getByRole('button', { name: 'Table' }).click()
    await page.getByRole('table', { name: 'Timeline' }).waitFor()
  },
  graph: async (page) => {
    await goTo(page, '#/graph')
    await page.getByRole('searchbox', { name: 'Find a node' }).fill('North Wire')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'What is chosen' }).waitFor()
  },
  'tag matrix': async (page) => {
    await goTo(page, '#/matrix')
    await page.getByRole('link', { name: 'Lorne meeting, Maritime Council: 2' }).waitFor()
  },
}

const others: Views = {
  'a source that is not named': async (page) => {
    await goTo(page, '#/sources')
    await page.getByRole('link', { name: 'Two people briefed on the talks' }).click()
    await page.getByRole('region', { name: 'A source that is not named' }).waitFor()
  },
  sources: async (page) => {
    await goTo(page, '#/sources')
    await page.getByRole('link', { name: 'North Wire' }).waitFor()
  },
  source: async (page) => {
    await goTo(page, '#/sources')
    await page.getByRole('link', { name: 'Ilse Marrin' }).click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
  },
  tags: async (page) => {
    await goTo(page, '#/tags')
    await page.getByRole('button', { name: /Casualties/ }).click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
  },
  history: async (page) => {
    await goTo(page, '#/history')
    await page.getByRole('button', { name: /Add highlights, claims and sources/ }).click()
    await page.getByRole('button', { name: 'Restore as it was then' }).first().waitFor()
  },
  trash: async (page) => {
    await goTo(page, '#/trash')
    await page.getByText('The trash is empty.').waitFor()
  },
  health: async (page) => {
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
for (const [part, views] of Object.entries(parts))
  test(`no view has violations: ${part}`, async ({ sample }) => {
    for (const [name, open] of Object.entries(views)) {
      await test.step(name, async () => {
        await goTo(sample, '#/library')
        await sample.keyboard.press('Escape')
        await open(sample)
        await checkBoth(sample, name)
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

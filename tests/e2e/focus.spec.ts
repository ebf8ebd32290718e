import type { Page } from '@playwright/test'
import { expect, goTo, test } from './window.ts'

/** The control that has the focus; nobody has it where it is lost. */
const isSomewhere = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)
const staysSomewhere = async (page: Page, what: string): Promise<void> =>
  expect.poll(() => isSomewhere(page), { message: what }).toBe(true)

const text = (name: string, words: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(words),
})

test('the focus is never lost, whatever goes away', async ({ sample }) => {
  await test.step('what was told of an import', async () => {
    const chooser = sample.waitForEvent('filechooser')
    await sample.getByRole('button', { name: 'Import', exact: true }).click()
    await (
      await chooser
    ).setFiles([
      text('The ferry sailed at noon.txt', 'The ferry sailed at noon. Nobody was on board.'),
      text('b.txt', ''),
    ])
    // The one article that came in is shown first, and takes the focus.
    await sample.getByRole('document', { name: /^The ferry/ }).waitFor()
    await expect(sample.getByRole('main')).toBeFocused()
    const dismiss = sample.getByRole('button', { name: 'Dismiss' })
    await dismiss.focus()
    await sample.keyboard.press('Enter')
    await expect(dismiss).toHaveCount(0)
    await staysSomewhere(sample, 'after the panel')
  })
  await test.step('a highlight that is undone', async () => {
    await goTo(sample, '#/library')
    await sample.getByRole('link', { name: /^The ferry sailed at noon/ }).click()
    await sample.getByRole('document', { name: /^The ferry/ }).focus()
    for (const key of ['p', '1']) await sample.keyboard.press(key)
    const highlight = sample.getByRole('button', { name: /^Show in the text: The ferry/ })
    await highlight.focus()
    await sample.keyboard.press('Control+z')
    await expect(highlight).toHaveCount(0)
    await staysSomewhere(sample, 'after undo')
  })
  await test.step('a note that is given up, sentence by sentence', async () => {
    await sample.getByRole('document', { name: /^The ferry/ }).focus()
    for (const key of ['=', 'n']) await sample.keyboard.press(key)
    await sample.getByRole('textbox', { name: /^Note on/ }).waitFor()
    await sample.keyboard.type('Who was on board?')
    await sample.keyboard.press('Escape')
    await staysSomewhere(sample, 'after the note')
  })
  await test.step('the notebook itself', async () => {
    await sample.keyboard.press('Control+k')
    await sample.keyboard.type('close the notebook')
    await sample.getByRole('option', { name: /Close the notebook/ }).waitFor()
    await sample.keyboard.press('Enter')
    await sample.getByRole('button', { name: 'Open the sample notebook' }).waitFor()
    await staysSomewhere(sample, 'at the start')
    await sample.getByRole('button', { name: 'Open the sample notebook' }).focus()
    await sample.keyboard.press('Enter')
    await sample.getByRole('heading', { name: 'Who says so independently' }).waitFor()
    await staysSomewhere(sample, 'in the notebook')
  })
})

test('who clicks beside everything is nowhere, and stays there', async ({ sample }) => {
  await goTo(sample, '#/claims')
  await sample.getByRole('searchbox', { name: 'Filter claims' }).focus()
  await sample.getByRole('heading', { name: 'Claims', level: 1 }).click()
  await goTo(sample, '#/sources')
  await sample.getByRole('heading', { name: 'Sources', level: 1 }).waitFor()
  await expect(sample.getByRole('main')).toBeFocused()
})

test('the keys of undo mean the notebook where a field has nothing to take back', async ({ sample }) => {
  await goTo(sample, '#/claims')
  await sample.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
  // The filter of the list is called so, too.
  await sample.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  const status = sample.getByRole('combobox', { name: 'Status' })
  const before = await status.inputValue()
  await test.step('a choice', async () => {
    await status.selectOption({ label: 'refuted' })
    await expect(sample.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled()
    await status.focus()
    await sample.keyboard.press('Control+z')
    await expect(status).toHaveValue(before)
    await sample.keyboard.press('Control+y')
    await expect(status).toHaveValue('refuted')
  })
  await test.step('a field that is empty', async () => {
    await goTo(sample, '#/claims')
    const filter = sample.getByRole('searchbox', { name: 'Filter claims' })
    await filter.focus()
    await sample.keyboard.press('Control+z')
    await expect(sample.getByRole('status').filter({ hasText: /^Undone:/ })).toBeVisible()
  })
  await test.step('a field that was typed into takes back its own', async () => {
    const filter = sample.getByRole('searchbox', { name: 'Filter claims' })
    await filter.fill('')
    await filter.pressSequentially('ferry')
    await sample.keyboard.press('Control+z')
    await expect(filter).not.toHaveValue('ferry')
  })
})

test('J and K go through the lists of articles, sources and tags; Enter opens', async ({ sample: page }) => {
  await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).waitFor()
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.textContent ?? null)
  await page.keyboard.press('j')
  const first = await focused()
  await page.keyboard.press('j')
  expect(await focused()).not.toBe(first)
  await page.keyboard.press('k')
  expect(await focused()).toBe(first)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('document', { name: first ?? '' })).toBeVisible()
  await goTo(page, '#/sources')
  await page.getByRole('link', { name: 'Ilse Marrin' }).waitFor()
  await page.keyboard.press('j')
  await expect(page.getByRole('row').nth(1).getByRole('link').first()).toBeFocused()
  await goTo(page, '#/tags')
  await page.getByRole('button', { name: /^Casualties/ }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible()
})

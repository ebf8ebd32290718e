import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, test } from './window.ts'

const title = 'Secret talks held on Lorne, sources say'

const openStatements = async (page: Page): Promise<void> => {
  await goTo(page, '#/library')
  await page.getByRole('table', { name: 'Library' }).getByRole('link', { name: title }).click()
  await page.getByRole('document', { name: title }).waitFor()
  await page.getByRole('tab', { name: 'Statements' }).click()
}
const list = (page: Page) => page.getByRole('list', { name: 'Statements' })
const open = (page: Page) =>
  list(page)
    .getByRole('article')
    .filter({ has: page.getByRole('button', { name: /^Take Y/ }) })
const claimsMade = (page: Page): Promise<string | null> =>
  page.getByRole('tab', { name: /^Claims/ }).textContent()

test('statements are found in the text, taken with one key and refused with one, and stay so', async ({
  sample: page,
}) => {
  await openStatements(page)
  await expect(open(page).first()).toBeVisible()
  const before = await open(page).count()
  const claimsBefore = await claimsMade(page)
  // Taken: a highlight, a claim and its chain, in one step; the focus goes on to the next open one.
  const first = open(page).first().getByRole('button').first()
  const words = (await first.textContent())?.trim() ?? ''
  await first.focus()
  await page.keyboard.press('y')
  await expect(list(page).getByRole('article').filter({ hasText: words }).getByText('Taken')).toBeVisible()
  await expect(page.getByRole('tab', { name: /^Claims/ })).not.toHaveText(claimsBefore ?? '')
  await expect(open(page)).toHaveCount(before - 1)
  await expect(open(page).getByRole('button').first()).toBeFocused()
  // Refused: it goes from the list, and is not offered again.
  const second = ((await open(page).first().getByRole('button').first().textContent()) ?? '').trim()
  await page.keyboard.press('x')
  await expect(open(page)).toHaveCount(before - 2)
  await page.reload()
  await page.getByRole('tab', { name: 'Statements' }).click()
  await expect(open(page)).toHaveCount(before - 2)
  await page.getByRole('button', { name: 'Show the refused ones' }).click()
  const refused = list(page).getByRole('article').filter({ hasText: second }).first()
  await refused.getByRole('button', { name: 'Offer again' }).click()
  await expect(open(page)).toHaveCount(before - 1)
  const { violations } = await new AxeBuilder({ page }).include('aside').analyze()
  expect(violations).toEqual([])
})

test('a statement is added to a claim that says it already, as what the outlet says, and by arrow keys', async ({
  sample: page,
}) => {
  await openStatements(page)
  await expect(open(page).first()).toBeVisible()
  const all = await open(page).count()
  const first = open(page).first().getByRole('button').first()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(first).not.toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(first).toBeFocused()
  await page.keyboard.press('o')
  await expect(open(page)).toHaveCount(all - 1)
  await page.keyboard.press('Control+z')
  await expect(open(page)).toHaveCount(all)
})

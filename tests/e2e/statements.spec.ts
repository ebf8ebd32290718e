import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, goTo, test } from './window.ts'

const title = 'Secret talks held on Lorne, sources say'

const openStatements = async (page: Page): Promise<void> => {
  await goTo(page, '#/library')
  await page.getByRole('table', { name: 'Library' }).getByRole('link', { name: title }).click()
  await text(page).waitFor()
  await expect(cards(page).first()).toBeVisible()
  await text(page).focus()
}
const text = (page: Page): Locator => page.getByRole('document', { name: title })
const list = (page: Page): Locator => page.getByRole('list', { name: 'Statements' })
const cards = (page: Page): Locator => list(page).getByRole('article')
const current = (page: Page): Locator => list(page).locator('[aria-current=true]')
const words = (page: Page): Locator => current(page).getByRole('textbox', { name: 'Claim' })
const claimsMade = (page: Page): Promise<string | null> =>
  page.getByRole('tab', { name: /^Claims/ }).textContent()

/** Goes on to the next statement that is open. */
async function toOpen(page: Page): Promise<string> {
  for (let n = 0; n < 10; n += 1) {
    await page.keyboard.press('j')
    await expect(current(page)).toHaveCount(1)
    if ((await current(page).getByRole('button', { name: /^Take/ }).count()) > 0) break
  }
  return (await words(page).inputValue()).trim()
}
/** Counts the keys that the page is given from now on. @returns how many there were */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let count = 0
    document.documentElement.dataset['keys'] = '0'
    document.addEventListener(
      'keydown',
      () => {
        count += 1
        document.documentElement.dataset['keys'] = String(count)
      },
      { capture: true },
    )
  })
  return async () => Number(await page.locator('html').getAttribute('data-keys'))
}

test('a statement is taken with one key in the text, and another one refused with one', async ({
  sample: page,
}) => {
  await openStatements(page)
  const claimsBefore = await claimsMade(page)
  const first = await toOpen(page)
  const keys = await countKeys(page)
  await page.keyboard.press('y')
  await expect(page.getByRole('tab', { name: /^Claims/ })).not.toHaveText(claimsBefore ?? '')
  // The next open one is the current one, and the focus never left the text.
  await expect(words(page)).not.toHaveValue(first)
  expect(await keys()).toBe(1)
  await expect(text(page)).toBeFocused()
  // Taken back, it is the current one again.
  await page.keyboard.press('Control+z')
  await expect(words(page)).toHaveValue(first)
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('y')
  await expect(words(page)).not.toHaveValue(first)
  const second = (await words(page).inputValue()).trim()
  await page.keyboard.press('x')
  await expect(words(page)).not.toHaveValue(second)
  await expect(cards(page).filter({ hasText: second })).toHaveCount(0)
  await page.reload()
  await expect(cards(page).first()).toBeVisible()
  await expect(cards(page).filter({ hasText: second })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the refused ones' }).click()
  await cards(page).filter({ hasText: second }).first().getByRole('button').first().click()
  await current(page).getByRole('button', { name: 'Offer again' }).click()
  await expect(current(page).getByRole('button', { name: /^Take/ })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('aside').analyze()
  expect(violations).toEqual([])
})

test('its words and who says it are changed in place before it is taken', async ({ sample: page }) => {
  await openStatements(page)
  await toOpen(page)
  await page.keyboard.press('e')
  await expect(words(page)).toBeFocused()
  await page.keyboard.type('The meeting went on for four hours.')
  // Escape returns to the text, and keeps what was written.
  await page.keyboard.press('Escape')
  await expect(text(page)).toBeFocused()
  await expect(words(page)).toHaveValue('The meeting went on for four hours.')
  const chain = current(page).getByRole('group', { name: 'Who says so, and through whom' })
  // Who is not there yet is only named: nobody is made for a chain that is not taken.
  const sources = page.getByRole('link', { name: /^Sources/ })
  const before = await sources.textContent()
  await chain
    .getByRole('button', { name: /^Change/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: /^Instead of/ }).fill('Mara Vell')
  await page.getByRole('option', { name: 'New person “Mara Vell”' }).click()
  await expect(chain).toContainText('Mara Vell')
  await expect(chain).toContainText('new')
  expect(await sources.textContent()).toBe(before)
  await chain
    .getByRole('button', { name: /^Change/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: /^Instead of/ }).fill('Ilse Marrin')
  await page
    .getByRole('option', { name: /^Ilse Marrin/ })
    .first()
    .click()
  await expect(chain).toContainText('Ilse Marrin')
  await chain
    .getByRole('button', { name: /^The way it is put: Ilse Marrin/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: 'How Ilse Marrin puts it' }).selectOption('confirms')
  await page.keyboard.press('Escape')
  await words(page).focus()
  await page.keyboard.press('Enter')
  await expect(words(page)).not.toHaveValue('The meeting went on for four hours.')
  await page.getByRole('tab', { name: /^Claims/ }).click()
  const claim = page.getByRole('article').filter({ hasText: 'The meeting went on for four hours.' })
  await expect(claim).toContainText(/Ilse Marrin.*confirm/)
})

test('a statement is added to a claim that says it already, and taken as what the outlet says', async ({
  sample: page,
}) => {
  await openStatements(page)
  const alike = cards(page).filter({ hasText: 'second round' }).first()
  await alike.getByRole('button').first().click()
  const claimsBefore = await claimsMade(page)
  // Added to the likest, as support: three keys, and no claim is made.
  const keys = await countKeys(page)
  await page.keyboard.press('a')
  const offer = current(page).getByRole('list', { name: 'Claims that say nearly the same' })
  await expect(offer.getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(current(page).getByRole('button', { name: 'It supports this' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cards(page).filter({ hasText: 'second round' }).first().getByRole('button')).toHaveCount(1)
  await expect(page.getByRole('tab', { name: /^Claims/ })).toHaveText(claimsBefore ?? '')
  expect(await keys()).toBe(3)
  await expect(text(page)).toBeFocused()
  await toOpen(page)
  const own = (await words(page).inputValue()).trim()
  await page.keyboard.press('o')
  await page.getByRole('tab', { name: /^Claims/ }).click()
  await expect(page.getByRole('article').filter({ hasText: own }).first()).toContainText('Isles Today')
})

test('a claim from a selection takes its chain along: three keys', async ({ sample: page }) => {
  await openStatements(page)
  await page.keyboard.press('Control+Home')
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowDown')
  // The sentence, a claim of it, and its chain with it.
  await page.keyboard.press('w')
  const keys = await countKeys(page)
  await page.keyboard.press('c')
  const field = page.getByRole('textbox', { name: 'Statement' })
  await expect(field).toBeFocused()
  const statement = await field.inputValue()
  await page.keyboard.press('Enter')
  const claim = page.getByRole('article').filter({ hasText: statement })
  // The selection is one, the claim and its chain are two more.
  expect(await keys()).toBe(2)
  await expect(claim.getByRole('group', { name: 'Who says so, and through whom' })).toContainText(
    /Isles Today/,
  )
})

test('a passage is linked to any claim that is found by typing, with the stance of a key', async ({
  sample: page,
}) => {
  await openStatements(page)
  await page.getByRole('tab', { name: /^Highlights/ }).click()
  await page.getByRole('button', { name: /^Show in the text: held face-to-face/ }).click()
  await page.keyboard.press('l')
  const part = page.getByRole('group', { name: 'Add to a claim that is there' })
  await expect(part).toBeVisible()
  await part.getByRole('combobox', { name: 'Find a claim' }).fill('second round')
  await page
    .getByRole('option', { name: /second round/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect(part.getByRole('button', { name: 'It supports this' })).toBeFocused()
  // Its key takes the other one; what O is for in the text is not meant here.
  await page.keyboard.press('o')
  await expect(part).toBeVisible()
  await page.keyboard.press('d')
  await expect(page.getByText('Added to the claim.')).toBeVisible()
  await expect(text(page)).toBeFocused()
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: /^A second round/ }).click()
  await expect(page.getByRole('region', { name: 'Disputed by 1' })).toContainText('held face-to-face')
})

test('a passage of a second article becomes support for a claim: three keys', async ({ sample: page }) => {
  await openStatements(page)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('p')
  const keys = await countKeys(page)
  await page.keyboard.press('l')
  const part = page.getByRole('group', { name: 'Add to a claim that is there' })
  // The likest is offered first, else what was worked on last.
  const first = part.getByRole('list').getByRole('button').first()
  await expect(first).toBeFocused()
  const claim = (await first.locator('.serif').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(part.getByRole('button', { name: 'It supports this' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Added to the claim.')).toBeVisible()
  await expect(text(page)).toBeFocused()
  expect(await keys()).toBe(3)
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: claim }).first().click()
  await expect(page.getByRole('region', { name: /^Supported by/ })).toContainText(title)
})

test('keys mean the same while a popup is under the pointer, and before the statements are found', async ({
  sample: page,
}) => {
  await openStatements(page)
  await page.getByRole('tab', { name: /^Highlights/ }).click()
  await page.getByRole('button', { name: /^Show in the text: held face-to-face/ }).click()
  // Of a statement that is not on the screen nothing is decided.
  await page.keyboard.press('j')
  await expect(current(page)).toHaveCount(1)
  await text(page).getByText('face-to-face').first().hover()
  await expect(page.locator('[data-peek]')).toBeVisible()
  const before = await current(page).getAttribute('data-index')
  await page.keyboard.press('j')
  await expect(page.locator('[data-peek]')).toHaveCount(0)
  await expect(current(page)).toHaveCount(1)
  expect(await list(page).locator('li:has([aria-current=true])').getAttribute('data-index')).not.toBe(before)
})

test('in a low window the text is there first, and the statement that is decided about comes with it', async ({
  sample: page,
}) => {
  await page.setViewportSize({ width: 640, height: 400 })
  await goTo(page, '#/library')
  await page.getByRole('table', { name: 'Library' }).getByRole('link', { name: title }).click()
  await expect(text(page)).toBeInViewport()
  await expect(page.getByRole('tab', { name: /^Statements/ })).toHaveCount(0)
  await text(page).focus()
  await toOpen(page)
  await expect(current(page)).toBeInViewport()
  await expect(text(page)).toBeInViewport()
  // What is not on the screen is not decided about.
  await page.getByRole('button', { name: 'Side panel' }).click()
  await text(page).focus()
  await page.keyboard.press('y')
  await expect(current(page).getByRole('button', { name: /^Take/ })).toBeInViewport()
})

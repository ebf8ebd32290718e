import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { makeNotebook, sizeFor } from '../../scripts/make-notebook/make.ts'
import { Random } from '../../scripts/make-notebook/random.ts'
import { startAscribe, type Running } from '../support/ascribe.ts'
import { expect, goTo, test } from './window.ts'

const claim = 'Diesel on the outer islands'
const openClaim = async (page: Page, statement: string | RegExp = claim): Promise<void> => {
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: statement }).click()
  await page.getByRole('textbox', { name: 'Statement' }).waitFor()
}
const statementOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Statement' })
const secondWindow = async (context: BrowserContext, running: Pick<Running, 'address'>): Promise<Page> => {
  const other = await context.newPage()
  await other.goto(new URL('/', running.address).href)
  // It begins where somebody was last.
  await other.getByRole('navigation', { name: 'Places' }).waitFor()
  return other
}

test('what one window is typing is not the draft of another; what a window left behind is', async ({
  sample: page,
  context,
  running,
}) => {
  await openClaim(page)
  const before = await statementOf(page).inputValue()
  await statementOf(page).fill('Half a sentence')
  const other = await secondWindow(context, running)
  await openClaim(other)
  await expect(statementOf(other)).toHaveValue(before)
  await statementOf(page).pressSequentially(' made whole.')
  await statementOf(page).press('Enter')
  await expect(statementOf(other)).toHaveValue('Half a sentence made whole.')
  await statementOf(other).focus()
  await other.keyboard.press('Tab')
  await expect(other.getByText('Not saved yet.')).toHaveCount(0)
  await expect(statementOf(page)).toHaveValue('Half a sentence made whole.')

  // A window that closes saves what it can; this one is gone before it could.
  await other.route('**/rpc/claims/update', (route) => route.abort())
  await statementOf(other).fill('Left behind')
  await other.close()
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: 'Half a sentence made whole.' }).click()
  await expect(statementOf(page)).toHaveValue('Left behind')
  await expect(page.getByText('Not saved yet.')).toBeVisible()
})

test('two windows that type in the same field: neither text is lost, and one is asked', async ({
  sample: page,
  context,
  running,
}) => {
  await openClaim(page)
  const other = await secondWindow(context, running)
  await openClaim(other)
  await statementOf(page).fill('From here')
  await statementOf(other).fill('From there')
  await statementOf(other).press('Enter')
  await expect(other.getByRole('heading', { level: 1, name: 'From there' })).toBeAttached()
  await expect(page.getByRole('heading', { level: 1, name: 'From there' })).toBeAttached()
  await statementOf(page).press('Enter')
  const question = page.getByRole('alert').filter({ hasText: 'changed elsewhere' })
  await expect(question).toContainText('From there')
  await expect(statementOf(page)).toHaveValue('From here')
  await expect(statementOf(other)).toHaveValue('From there')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(statementOf(other)).toHaveValue('From here')
  await expect(question).toHaveCount(0)

  await statementOf(page).fill('Again from here')
  await statementOf(other).fill('Again from there')
  await statementOf(other).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Again from there' })).toBeAttached()
  await statementOf(page).press('Enter')
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect(statementOf(page)).toHaveValue('Again from there')
})

test('Enter in a type-ahead waits for the list of what is typed', async ({ sample: page }) => {
  await openClaim(page)
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'figure' })
  await page.getByRole('textbox', { name: 'Value' }).fill('12')
  await page.keyboard.press('Enter')
  const claimant = page.getByRole('combobox', { name: 'Whose figure' })
  await claimant.focus()
  await expect(page.getByRole('option', { name: /Maritime Council/ })).toBeVisible()
  await claimant.pressSequentially('Oban Teller', { delay: 0 })
  await claimant.press('Enter')
  await expect(page.getByRole('group', { name: 'Figure' }).getByRole('link')).toHaveText('Oban Teller')
  await page.getByRole('button', { name: 'Not this source’s figure' }).click()
  await claimant.focus()
  await page.keyboard.insertText('oban teller')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Figure' }).getByRole('link')).toHaveText('Oban Teller')

  await page.getByRole('button', { name: /^Add a tag/ }).click()
  await page.keyboard.insertText('casualties')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Take the tag Casualties off' })).toBeVisible()
})

test('a figure goes only when that is asked for', async ({ sample: page }) => {
  await openClaim(page, /^1,483 people had died/)
  const value = page.getByRole('textbox', { name: 'Value' })
  const unit = page.getByRole('textbox', { name: 'Unit' })
  const before = await unit.inputValue()
  expect(before).not.toBe('')
  await value.fill('')
  await page.keyboard.press('Tab')
  await expect(value).toHaveValue('1483')
  await expect(unit).toHaveValue(before)
  await value.fill('some')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('alert').filter({ hasText: '“some” is not a number' })).toBeVisible()
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: /^1,483 people had died/ }).click()
  await expect(value).toHaveValue('some')
  await expect(value).toHaveAttribute('aria-invalid', 'true')
  await expect(value).toHaveAccessibleDescription(/is not a number/)
  await value.press('Escape')
  await expect(value).toHaveValue('1483')
  await page.getByRole('button', { name: 'Remove figure' }).click()
  await expect(unit).toHaveCount(0)
  await expect(value).toBeFocused()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(unit).toHaveValue(before)
})

test('a date that is none looks unsaved, whenever it is shown', async ({ sample: page }) => {
  await openClaim(page)
  const said = page.getByRole('textbox', { name: 'Said', exact: true })
  const message = page.getByRole('alert').filter({ hasText: 'Write a date as' })
  await said.fill('March 3rd')
  await said.press('Tab')
  await expect(message).toBeVisible()
  await openClaim(page)
  await expect(said).toHaveValue('March 3rd')
  await expect(message).toBeVisible()
  await page.reload()
  await expect(said).toHaveValue('March 3rd')
  await expect(said).toHaveAttribute('aria-invalid', 'true')
  await said.fill('2031-03-03')
  await said.press('Enter')
  await expect(message).toHaveCount(0)
})

test('editing in the table stays with its claim when rows move, and keeps what cannot be saved', async ({
  sample: page,
  context,
  running,
}) => {
  await goTo(page, '#/claims')
  const grid = page.getByRole('grid', { name: 'Claims' })
  const row = (statement: string): Locator => grid.getByRole('row').filter({ hasText: statement })
  await expect(grid.getByRole('columnheader', { name: 'Changed' })).toHaveAttribute('aria-sort', 'descending')

  // Another window puts a claim before it.
  const edited = grid.locator('[data-index="2"]')
  const before = (await edited.getByRole('link').textContent()) ?? ''
  await edited.locator('[data-column="0"]').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('Half typed')
  const other = await secondWindow(context, running)
  await openClaim(other)
  await other.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'refuted' })
  await expect(grid.locator('[data-index="0"]')).toContainText(claim)
  const editor = grid.getByRole('textbox', { name: 'Statement' })
  await expect(editor).toBeFocused()
  await page.keyboard.type(' and finished')
  await page.keyboard.press('Enter')
  // It is the newest now, and has the focus still.
  await expect(grid.locator('[data-index="0"]')).toContainText('Half typed and finished')
  await expect(grid.locator('[data-index="0"] [data-column="0"]')).toBeFocused()
  await expect(row(before)).toHaveCount(0)

  // A date that is none stays in its cell.
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Happened' }).check()
  await page.getByRole('checkbox', { name: 'Credibility' }).check()
  await page.keyboard.press('Escape')
  const heads = await grid.getByRole('columnheader').allTextContents()
  const columnOf = (name: string): number => heads.findIndex((head) => head.includes(name)) - 1
  await row(claim)
    .locator(`[data-column="${columnOf('Happened')}"]`)
    .focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('March 3rd')
  await page.keyboard.press('Enter')
  const date = grid.getByRole('textbox', { name: 'Happened' })
  await expect(date).toHaveValue('March 3rd')
  await expect(date).toBeFocused()
  await expect(grid.getByRole('alert')).toContainText('Write a date as')
  await date.press('ControlOrMeta+a')
  await page.keyboard.type('2031-03-03')
  await page.keyboard.press('Enter')
  await expect(date).toHaveCount(0)
  await expect(row(claim)).toContainText('Mar 3, 2031')

  // A grade that is chosen in the table keeps its reason.
  await openClaim(other)
  const reason = other.getByRole('textbox', { name: 'Why this credibility' })
  await reason.fill('Two captains said so.')
  await reason.press('Enter')
  await row(claim)
    .locator(`[data-column="${columnOf('Credibility')}"]`)
    .focus()
  await page.keyboard.press('F2')
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await expect(other.getByRole('combobox', { name: 'Credibility' })).toHaveValue('2')
  await expect(reason).toHaveValue('Two captains said so.')
})

test('what is typed in a row that goes out of sight is saved; what cannot be is there again', async ({
  page,
  home,
}) => {
  const folder = join(home, 'large')
  await makeNotebook(folder, sizeFor(300), new Random(1), () => undefined)
  const running = await startAscribe(home, folder)
  await page.goto(running.address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, '#/claims')
  const grid = page.getByRole('grid', { name: 'Claims' })
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Happened' }).check()
  await page.keyboard.press('Escape')
  await grid.getByRole('button', { name: 'Statement' }).click()
  await expect(grid.getByRole('columnheader', { name: 'Statement' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  const scrollBy = (pixels: number): Promise<void> => page.mouse.wheel(0, pixels)
  const first = grid.locator('[data-index="1"]')
  await first.locator('[data-column="0"]').hover()

  await first.locator('[data-column="0"]').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('000 typed, then scrolled away')
  await scrollBy(6_000)
  await expect(first).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  await scrollBy(-9_000)
  await expect(grid.getByRole('link', { name: '000 typed, then scrolled away' })).toBeVisible()

  const heads = await grid.getByRole('columnheader').allTextContents()
  const happened = heads.findIndex((head) => head.includes('Happened')) - 1
  await first.locator(`[data-column="${happened}"]`).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('March 3rd')
  await scrollBy(6_000)
  await expect(first).toHaveCount(0)
  await scrollBy(-9_000)
  await expect(grid.getByRole('textbox', { name: 'Happened' })).toHaveValue('March 3rd')
  await expect(grid.getByRole('alert')).toContainText('Write a date as')
  await running.stop()
})

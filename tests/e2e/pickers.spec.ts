import { expect, goTo, test } from './window.ts'

test('a claim that is found by typing is chosen, also when it is not among the first ten', async ({
  sample: page,
}) => {
  // Newer ones than it, so that it is found by its words alone.
  await page.evaluate(async () => {
    const headers = {
      'Content-Type': 'application/json',
      'Ascribe-Secret': sessionStorage.getItem('ascribe-secret') ?? '',
    }
    for (let n = 1; n <= 12; n += 1)
      await fetch('/rpc/claims/create', {
        method: 'POST',
        headers,
        body: JSON.stringify({ json: { statement: `A newer claim, number ${n}` } }),
      })
  })
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: /about 1,500 people/i }).click()
  const picker = page.getByRole('combobox', { name: 'Add a related claim' })
  await picker.fill('Diesel on the outer islands')
  await picker.evaluate((field) => field.scrollIntoView({ block: 'center' }))
  const option = page.getByRole('option', { name: /^Diesel on the outer islands/ })
  await expect(option).toBeVisible()
  await option.dispatchEvent('pointerdown')
  await option.dispatchEvent('pointerup')
  await option.dispatchEvent('click')
  await expect(page.getByRole('link', { name: /^Diesel on the outer islands/ })).toBeVisible()
})

test('after a source was merged, its claims name the one that stands for it', async ({ sample: page }) => {
  await goTo(page, '#/sources')
  await page.getByRole('link', { name: 'Lorne Gazette', exact: true }).click()
  await page.getByRole('combobox', { name: /merge/i }).first().fill('Isles Today')
  await page
    .getByRole('option', { name: /Isles Today/ })
    .first()
    .click()
  await page.getByRole('alertdialog').getByRole('button').last().click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await goTo(page, '#/claims')
  await page
    .getByRole('link', { name: /^Envoys of both sides met directly/ })
    .first()
    .click()
  await expect(page.getByText('a source that is no longer in the notebook')).toHaveCount(0)
  await expect(page.getByText('as reported by Lorne Gazette').first()).toBeVisible()
  await expect(page.getByText('nobody named')).toHaveCount(0)
})

test('Enter on the whole name of a tag means that tag, also when it is on already', async ({
  sample: page,
}) => {
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: /about 1,500 people/i }).click()
  const tags = page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: /^Add a tag/ }) })
    .last()
  const put = async (name: string): Promise<void> => {
    await tags.getByRole('button', { name: /^Add a tag/ }).click()
    const field = page.getByRole('combobox', { name: /^Add a tag/ })
    await field.fill(name)
    await field.press('Enter')
    await expect(field).toHaveCount(0)
  }
  await put('port strike')
  await put('port')
  await expect(tags.getByRole('button', { name: 'Take the tag port strike off' })).toBeVisible()
  await expect(tags.getByRole('button', { name: 'Take the tag port off', exact: true })).toBeVisible()
  await tags.getByRole('button', { name: 'Take the tag port strike off' }).click()
  await put('port')
  await expect(tags.getByRole('button', { name: 'Take the tag port off', exact: true })).toBeVisible()
  await expect(tags.getByRole('button', { name: 'Take the tag port strike off' })).toHaveCount(0)
})

test('the list of open work scrolls within its place, also from its old address', async ({
  sample: page,
}) => {
  await page.setViewportSize({ width: 1000, height: 420 })
  await goTo(page, '#/gaps')
  await expect(page).toHaveURL(/#\/open-work$/)
  const list = page.locator('[data-scroller]')
  await expect.poll(() => list.evaluate((it) => it.scrollHeight > it.clientHeight)).toBe(true)
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
})

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
  const confirm = page.getByRole('alertdialog').getByRole('button').last()
  if (await confirm.isVisible().catch(() => false)) await confirm.click()
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: /^Envoys of both sides met directly/ }).click()
  await expect(page.getByText('a source that is no longer in the notebook')).toHaveCount(0)
  await expect(page.getByText('as reported by Lorne Gazette').first()).toBeVisible()
  await expect(page.getByText('nobody named')).toHaveCount(0)
})

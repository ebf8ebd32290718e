import { expect, goTo, test } from './window.ts'

test('what another window saved meanwhile is not overwritten unasked, and nothing added is lost', async ({
  sample,
  running,
}) => {
  const stale = await sample.context().newPage()
  // A window that hears of no change.
  await stale.route('**/rpc/changes', (route) => route.abort())
  await stale.goto(running.address)
  await stale.getByRole('navigation', { name: 'Places' }).waitFor()
  for (const page of [sample, stale]) {
    await goTo(page, '#/claims')
    await page.getByRole('link', { name: /^1,483 people/ }).click()
    await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  }
  const status = (page: typeof sample) => page.getByRole('combobox', { name: 'Status' })

  await status(sample).selectOption({ label: 'disputed' })
  await sample.getByRole('button', { name: 'Add supporting evidence' }).click()
  await sample.getByRole('button', { name: 'Without a passage' }).click()
  await expect(sample.getByRole('heading', { name: 'Supported by 3' })).toBeVisible()

  await stale.getByRole('button', { name: 'Add supporting evidence' }).click()
  await stale.getByRole('button', { name: 'Without a passage' }).click()
  await status(stale).selectOption({ label: 'confirmed' })
  await expect(sample.getByRole('heading', { name: 'Supported by 4' })).toBeVisible()

  await goTo(stale, '#/claims')
  await stale.reload()
  await goTo(stale, '#/claims')
  await stale.getByRole('link', { name: /^1,483 people/ }).click()
  await stale.getByRole('heading', { name: 'Supported by 4' }).waitFor()
  await status(sample).selectOption({ label: 'refuted' })
  await expect(sample.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await status(stale).selectOption({ label: 'unverified' })
  const dialog = stale.getByRole('dialog', { name: 'Something else was saved meanwhile' })
  await expect(dialog).toContainText('refuted')
  await expect(dialog).toContainText('unverified')
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(status(sample)).toHaveValue('unverified')
})

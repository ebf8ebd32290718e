import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './window.ts'

test('what the program is, what it is made of, and what went wrong in it', async ({
  sample: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('Control+k')
  await page.keyboard.type('about ascribe')
  await page.getByRole('option', { name: 'About Ascribe' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'About Ascribe' })
  await expect(dialog.getByText(/^Version \d+\.\d+\.\d+/)).toBeVisible()
  await expect(dialog.getByText('Nothing has gone wrong yet.')).toBeVisible()
  await expect(dialog.locator('pre')).toContainText('markdown-it 15.0.3 (MIT)')
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
  await page.screenshot({ path: 'test-results/about.png' })
  await dialog.getByRole('button', { name: 'Copy a report' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Ascribe 0.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

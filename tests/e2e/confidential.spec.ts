import AxeBuilder from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, goTo, test } from './window.ts'

/** Marks a source of the sample as never named. */
async function neverName(page: Page, name: string): Promise<void> {
  await goTo(page, '#/sources')
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('checkbox', { name: /^Confidential/ }).check()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

test('an export that would name a confidential source shows where, and asks what becomes of the names', async ({
  sample: page,
}) => {
  await neverName(page, 'Ilse Marrin')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const places = dialog.getByRole('region', { name: 'Confidential sources are named' })
  await expect(places.getByRole('status')).toContainText('Nothing is written before you choose')
  await expect(places.getByRole('listitem').first()).toContainText('Ilse Marren')
  const write = dialog.getByRole('button', { name: 'Export', exact: true })
  await expect(write).toBeDisabled()
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
  await page.screenshot({ path: 'test-results/confidential-export.png' })

  await places.getByRole('radio', { name: /Replace them/ }).check()
  await expect(places.getByRole('status')).toContainText('With this, none is named.')
  const download = page.waitForEvent('download')
  await write.click()
  await download
  await expect(dialog.getByText(/Names of confidential sources were replaced in/)).toBeVisible()
})

test('a picture that would name a confidential source asks, too', async ({ sample: page }) => {
  await neverName(page, 'Maritime Council')
  await goTo(page, '#/graph')
  await page.getByRole('searchbox', { name: 'Find a node' }).fill('No representative of the Maritime Council')
  await page.keyboard.press('Enter')
  await page
    .getByRole('complementary', { name: 'What is chosen' })
    .getByRole('button', { name: 'Only what is around it' })
    .click()
  const save = page.getByRole('button', { name: /SVG/ })
  await expect(async () => {
    await save.click()
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  const dialog = page.getByRole('dialog', { name: 'The picture names confidential sources' })
  await dialog.getByRole('radio', { name: /Replace them/ }).check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the picture' }).click()
  const svg = await readFile(await (await download).path(), 'utf8')
  expect(svg).not.toContain('Maritime Council')
  expect(svg).toContain('onfidential source')
})

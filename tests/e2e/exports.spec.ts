import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, goTo, test } from './window.ts'

test('what the list of claims shows goes out as a table and as a memo', async ({ sample: page, home }) => {
  await goTo(page, '#/claims')
  await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor()
  await page.getByRole('searchbox').first().fill('Envoys')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Export the list' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('radio', { name: 'The claims that the list shows' })).toBeChecked()
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('CSV')
  await expect(dialog.getByText(/^.?Claim,Kind,Status/)).toBeVisible()
  await dialog.getByRole('radio', { name: /folder/i }).check()
  const folder = join(home, 'out')
  await dialog.getByRole('textbox').fill(folder)
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText(folder)
  const lines = (await readFile(join(folder, 'claims-shown.csv'), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('Envoys of both sides met')
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('Story memo')
  await expect(dialog.getByRole('combobox', { name: 'Preview' })).toContainText('.html')
})

test('a folder follows; what was changed there is shown, chosen and taken in', async ({
  sample: page,
  home,
}) => {
  const folder = join(home, 'vault')
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: /folder/i }).check()
  await dialog.getByRole('textbox').fill(folder)
  const follow = dialog.getByRole('checkbox', { name: 'Let the folder follow every change' })
  await follow.check()
  await expect.poll(() => readdir(folder).catch(() => [])).toContain('index.md')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Export follows' })).toBeVisible()

  // A change in the window is there a moment later.
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
  await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  await page.getByRole('combobox', { name: 'Status' }).selectOption('refuted')
  const [name = ''] = (await readdir(join(folder, 'claims'))).filter((one) => one.startsWith('Envoys of'))
  const file = join(folder, 'claims', name)
  await expect.poll(() => readFile(file, 'utf8')).toContain('status: refuted')

  // And a change in the folder can be taken in.
  await writeFile(file, (await readFile(file, 'utf8')).replace('status: refuted', 'status: confirmed'))
  await page.getByRole('button', { name: 'Export follows' }).click()
  await expect(dialog.getByRole('textbox')).toHaveValue(folder)
  await expect(follow).toBeChecked()
  await dialog.getByRole('button', { name: 'What was changed there' }).click()
  await expect(dialog.getByRole('checkbox', { name: /Status/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Take these in' }).click()
  await expect(dialog.getByText('Nobody changed the note, tags or status')).toBeVisible()
  await follow.uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Export follows' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('confirmed')
})

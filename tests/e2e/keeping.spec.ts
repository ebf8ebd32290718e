import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ascribe, startAscribe } from '../support/ascribe.ts'
import { expect, goTo, test } from './window.ts'

test('a deleted article comes back from the trash; emptying it asks first', async ({ sample: page }) => {
  await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Delete article' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('link', { name: 'Trash' }).click()
  await expect(page.getByText('with 8 highlights')).toBeVisible()
  await page.getByRole('button', { name: 'Restore “Envoys met in secret on Lorne, officials say”' }).click()
  await expect(page.getByText('The trash is empty.')).toBeVisible()
  await goTo(page, '#/library')
  await expect(page.getByText('5 articles', { exact: true })).toBeVisible()
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: 'Diesel on the outer islands' }).click()
  await page.getByRole('button', { name: 'Delete claim' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('link', { name: 'Trash' }).click()
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Empty the trash' }).click()
  await expect(page.getByText('One record is gone.')).toBeVisible()
  await expect(page.getByText('The trash is empty.')).toBeVisible()
})

test('the history of a claim shows what was changed word by word, and brings it back', async ({
  sample: page,
}) => {
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
  const statement = page.getByRole('textbox', { name: 'Statement' })
  const before = await statement.inputValue()
  await statement.fill(before.replace('directly', 'openly'))
  await statement.blur()
  await expect(page.getByText('Saved')).toBeVisible()
  await page.getByRole('link', { name: 'History', exact: true }).last().click()
  await expect(page.getByRole('heading', { name: 'History of one record' })).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('button', { name: /Change claim/ })
    .first()
    .click()
  await expect(page.locator('del')).toContainText('directly')
  await expect(page.locator('ins')).toContainText('openly')
  await page.getByRole('button', { name: 'Restore as it was before' }).click()
  await expect(
    page
      .getByRole('main')
      .getByRole('button', { name: /Restore “Envoys of both sides met directly.* as of/ }),
  ).toBeVisible()
  await page.goBack()
  await expect(statement).toHaveValue(before)
})

test('notebook health finds damage, repairs it, and makes and restores a backup', async ({ page, home }) => {
  const notebook = join(home, 'damaged')
  await ascribe(home, 'init', notebook, '--title', 'Damaged')
  const file = join(home, 'article.txt')
  await writeFile(file, 'A text that will be damaged and mended.')
  await ascribe(home, 'import', notebook, file)
  const [document = ''] = await readdir(join(notebook, 'articles'))
  const before = await readFile(join(notebook, 'articles', document), 'utf8')
  await truncate(join(notebook, 'articles', document), 30)
  const running = await startAscribe(home, notebook)
  await page.goto(running.address)
  await page.getByRole('alert').getByRole('link', { name: 'Open “Notebook health”' }).click()
  await page.getByRole('button', { name: 'Check everything' }).click()
  await expect(page.getByText(`articles/${document}`, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Repair what can be repaired' }).click()
  await expect(page.getByText('Everything is as it should be.')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await readFile(join(notebook, 'articles', document), 'utf8')).toBe(before)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('the copy is whole')).toBeVisible()
  await page.getByRole('button', { name: /^Restore the copy of/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/Restored into .*restored/)).toBeVisible()
  await expect(page.getByText('1 article', { exact: true })).toBeVisible()
  await running.stop()
})

test('a file that another program changes is taken in; two versions of one thing are shown to decide', async ({
  page,
  home,
}) => {
  const notebook = join(home, 'shared')
  await ascribe(home, 'init', notebook, '--title', 'Shared')
  const running = await startAscribe(home, notebook)
  await page.goto(running.address)
  // Only then has the window read the address that it was opened with.
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, '#/claims')
  await page.getByRole('button', { name: 'New claim' }).click()
  const statement = page.getByRole('textbox', { name: 'Statement' })
  await statement.fill('Words from here.')
  await statement.blur()
  const claims = join(notebook, 'claims')
  // Beside it there may be the temporary file of the next write.
  const documents = async (): Promise<string[]> =>
    (await readdir(claims).catch(() => [])).filter((name) => name.endsWith('.json'))
  await expect.poll(documents).toHaveLength(1)
  const path = join(claims, (await documents())[0] ?? '')
  await expect.poll(() => readFile(path, 'utf8')).toContain('Words from here.')
  await writeFile(path, (await readFile(path, 'utf8')).replace('Words from here.', 'Words from an editor.'))
  await expect(statement).toHaveValue('Words from an editor.')
  const copy = (await readFile(path, 'utf8')).replace('Words from an editor.', 'Words from a laptop.')
  await writeFile(path.replace('.json', ' (conflict).json'), copy)
  await goTo(page, '#/health')
  await expect(page.getByRole('heading', { name: 'Two versions of the same thing' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Take this over' }).check()
  await page.getByRole('button', { name: 'Take over what is chosen' }).click()
  await expect(page.getByText('Decided. The other file was put aside.')).toBeVisible()
  await goTo(page, '#/claims')
  await expect(page.getByRole('link', { name: 'Words from a laptop.' })).toBeVisible()
  await running.stop()
})

import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ascribe, startAscribe } from '../support/ascribe.ts'
import { highlights, placeOf, savedPage, selectByMouse } from './the-whole-job.ts'
import { expect, goTo, showHighlights, test } from './window.ts'

const firstArticle = 'Envoys met in secret on Lorne, officials say'
const openArticle = async (page: Page, title = firstArticle): Promise<void> => {
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('document', { name: title }).waitFor()
}

test('the keyboard alone: open, read, mark, note, tag, claim, undo, statements, evidence, export', async ({
  sample: page,
}) => {
  const press = (...keys: string[]): Promise<void> =>
    keys.reduce(async (before, key) => {
      await before
      await page.keyboard.press(key)
    }, Promise.resolve())
  await page.getByRole('link', { name: 'Statement on reports of a meeting' }).focus()
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(page.getByRole('link', { name: firstArticle })).toBeFocused()
  await press('Enter')
  const text = page.getByRole('document', { name: firstArticle })
  await text.waitFor()
  // Past the button that changes the head.
  await press('Tab', 'Tab')
  await expect(text).toBeFocused()
  await press(
    'Control+End',
    'Shift+Control+ArrowLeft',
    'Shift+Control+ArrowLeft',
    'Shift+Control+ArrowLeft',
    'n',
  )
  const note = page.getByRole('textbox', { name: /^Note on/ })
  await expect(note).toBeFocused()
  await page.keyboard.type('Written *without* a mouse')
  await press('Control+Enter')
  await expect(page.getByText('Written without a mouse')).toBeVisible()
  await expect(highlights(page)).toHaveCount(9)
  await press('t')
  await expect(page.getByRole('combobox', { name: /^Add a tag/ })).toBeFocused()
  await page.keyboard.type('Supplies')
  await press('ArrowDown', 'Enter')
  await expect(
    highlights(page)
      .last()
      .getByRole('group', { name: /^Tags of/ }),
  ).toContainText('Supplies')
  await press('c')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
  await page.keyboard.type('The stores are nearly empty.')
  await press('Enter')
  await expect(page.getByRole('link', { name: 'The stores are nearly empty.' })).toBeVisible()
  // Where the next passage is chosen.
  await expect(text).toBeFocused()
  await press('Control+z')
  await expect(page.getByRole('link', { name: 'The stores are nearly empty.' })).toHaveCount(0)
  await press('g', 'c')
  await expect(page.getByRole('heading', { level: 1, name: 'Claims' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await press('Control+k')
  await page.keyboard.type('registrar')
  await expect(page.getByRole('option', { name: /registrar/ }).first()).toBeVisible()
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Counting the dead' })).toBeVisible()

  await press('g', 'l')
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
  const link = page.getByRole('link', { name: 'Secret talks held on Lorne, sources say' })
  await link.waitFor()
  const isThere = (): Promise<boolean> => link.evaluate((element) => element === document.activeElement)
  for (let n = 0; n < 6 && !(await isThere()); n += 1) await press('j')
  await expect(link).toBeFocused()
  await press('Enter')
  const other = page.getByRole('document', { name: 'Secret talks held on Lorne, sources say' })
  await other.waitFor()
  const current = page.getByRole('list', { name: 'Statements' }).locator('[aria-current=true]')
  const take = current.getByRole('button', { name: /^Take/ })
  for (let n = 0; n < 8 && (await take.count()) === 0; n += 1) {
    await press('j')
    await expect(current).toHaveCount(1)
  }
  await press('y')
  await expect(page.getByText('Taken.')).toBeVisible()
  await expect(other).toBeFocused()
  // A passage of this article becomes evidence of a claim, and its stance is said by a key.
  await press('p', 'l')
  const linking = page.getByRole('group', { name: 'Add to a claim that is there' })
  await expect(linking.getByRole('list').getByRole('button').first()).toBeFocused()
  await press('m')
  await expect(page.getByText('Added to the claim.')).toBeVisible()
  await press('Control+e')
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('pre')).toContainText('# Sample: The Lorne talks')
  await press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(other).toBeFocused()
})

test('clicks go through overlapping highlights; the text and the list know each other', async ({
  sample: page,
}) => {
  await openArticle(page)
  await selectByMouse(page, 'the island of Lorne')
  await page.keyboard.press('2')
  await expect(highlights(page)).toHaveCount(9)
  const chosen = page
    .locator('[aria-current=true]')
    .filter({ has: page.getByRole('button', { name: /^Show in the text/ }) })
  await expect(chosen).toContainText('the island of Lorne')
  await page.keyboard.press('Escape')
  const place = await page.evaluate(() => {
    const [range] = CSS.highlights.get('ascribe-overlap') ?? []
    const live = document.createRange()
    if (range) {
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
    }
    const { left, top, width, height } = live.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
  await page.mouse.click(place.x, place.y)
  await expect(chosen.getByRole('button', { name: /^Show in the text: the island/ })).toBeVisible()
  await page.mouse.click(place.x, place.y)
  await expect(chosen.getByRole('button', { name: /^Show in the text: Two people/ })).toBeVisible()
  await page.mouse.click(place.x, place.y)
  await expect(chosen.getByRole('button', { name: /^Show in the text: the island/ })).toBeVisible()
})

test('deleting a highlight that a claim rests on asks first; undo brings both back', async ({
  sample: page,
}) => {
  await openArticle(page)
  await showHighlights(page)
  await page.getByRole('button', { name: 'Show in the text: three men with briefcases' }).click()
  await page.getByRole('button', { name: 'Delete highlight' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(highlights(page)).toHaveCount(8)
  await page.keyboard.press('Delete')
  await expect(page.getByRole('alertdialog')).toContainText('One claim rests on it')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(highlights(page)).toHaveCount(7)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(highlights(page)).toHaveCount(8)
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
  await expect(
    page.getByRole('blockquote').filter({ hasText: 'three men with briefcases and no luggage' }).first(),
  ).toBeVisible()
})

test('articles, claims, tags can be deleted after a question, and come back', async ({ sample: page }) => {
  const yes = (name: string): Promise<void> =>
    page.getByRole('alertdialog').getByRole('button', { name }).click()
  await openArticle(page)
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Delete article' }).click()
  await yes('Delete')
  await expect(page.getByText('4 articles', { exact: true })).toBeVisible()
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: 'Diesel on the outer islands' }).click()
  await page.getByRole('button', { name: 'Delete claim' }).click()
  await yes('Delete')
  await expect(page.getByText('10 claims', { exact: true })).toBeVisible()
  await goTo(page, '#/tags')
  await page.getByRole('button', { name: /^Casualties/ }).click()
  await page.getByRole('combobox', { name: 'Merge into' }).selectOption({ label: 'Denials' })
  await yes('Merge')
  await expect(page.getByRole('button', { name: /^Casualties/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Delete tag' }).click()
  await yes('Delete')
  await expect(page.getByRole('button', { name: /^Denials/ })).toHaveCount(0)
  for (const step of ['Delete tag', 'Merge tag', 'Delete claim', 'Delete “Envoys']) {
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByText(`Undone: ${step}`)).toBeVisible()
  }
  await expect(page.getByRole('button', { name: /^Casualties/ })).toBeVisible()
  await goTo(page, '#/library')
  await expect(page.getByText('5 articles', { exact: true })).toBeVisible()
})

test('two windows show the same, and typing in one is not disturbed by the other', async ({
  sample: page,
  context,
  running,
}) => {
  const other = await context.newPage()
  await other.goto(new URL('/', running.address).href)
  await openArticle(page)
  await openArticle(other)
  await page.getByRole('tab', { name: 'About' }).click()
  const authors = page.getByRole('textbox', { name: 'Authors, with commas' })
  await authors.fill('Somebody who is still being')
  await selectByMouse(other, 'a hospital network that keeps its own register')
  await other.keyboard.press('5')
  await expect(page.getByRole('tab', { name: 'Highlights 9' })).toBeVisible()
  await authors.press('End')
  await authors.pressSequentially(' typed')
  await authors.press('Enter')
  await other.getByRole('tab', { name: 'About' }).click()
  await expect(other.getByRole('textbox', { name: 'Authors, with commas' })).toHaveValue(
    'Somebody who is still being typed',
  )
  // Also what the command line is told to do is refused while the window writes.
  await page.getByRole('textbox', { name: 'Outlet' }).fill('Not saved when the window closes')
  await page.reload()
  await page.getByRole('tab', { name: 'About' }).click()
  await expect(page.getByRole('textbox', { name: 'Outlet' })).toHaveValue('Not saved when the window closes')
})

test('a notebook that another program has open is read only, and says so', async ({
  sample: page,
  home,
  browser,
}) => {
  const second = await startAscribe(home)
  const other = await (await browser.newContext()).newPage()
  // It is the notebook that was open last, here too.
  await other.goto(second.address)
  await expect(other.getByRole('alert')).toContainText('open in another Ascribe window or command')
  await openArticle(other)
  await selectByMouse(other, 'the first direct contact')
  await expect(other.getByRole('toolbar', { name: 'Mark the selected passage' })).toHaveCount(0)
  await expect(other.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  // What is done in the one that writes is seen in the other one.
  await openArticle(page)
  await selectByMouse(page, 'the first direct contact')
  await page.keyboard.press('2')
  await showHighlights(other)
  await expect(highlights(other)).toHaveCount(9)
  await goTo(other, '#/claims')
  await expect(other.getByRole('grid').getByText('Seen in both windows')).toHaveCount(0)
  await goTo(page, '#/claims')
  await page.getByRole('button', { name: 'New claim' }).click()
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
  await page.keyboard.type('Seen in both windows')
  await page.keyboard.press('Enter')
  await expect(other.getByRole('grid').getByText('Seen in both windows')).toBeVisible()
  await second.stop()
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue('Seen in both windows')
})

test('bad files are named one by one, and the good ones are in', async ({ sample: page, home }) => {
  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(home, name)
    await writeFile(path, content)
    return path
  }
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const files = [
    await file('empty.html', ''),
    await file('program.txt', new Uint8Array(300)),
    await file('nothing.html', '<!doctype html><html><body><script>render()</script></body></html>'),
    await file('paper.gif', 'GIF89a'),
    await file('good.txt', 'A good text.'),
    savedPage,
  ]
  await (await chooser).setFiles(files)
  const panel = page.getByRole('region', { name: 'Import' })
  await expect(panel).toContainText('2 imported, 4 failed')
  for (const words of [
    '“empty.html” is empty.',
    'This file is not text',
    'There is nothing to read in “nothing.html”',
    '“paper.gif” is a picture',
  ]) {
    await expect(panel).toContainText(words)
  }
  await expect(page.getByText('7 articles', { exact: true })).toBeVisible()
})

test('files dropped on the window are imported', async ({ sample: page }) => {
  const content = await readFile(savedPage, 'utf8')
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'dropped.html', { type: 'text/html' }))
    return transfer
  }, content)
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data })
  await expect(page.getByText('Drop to import')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  await expect(
    page.getByRole('link', { name: 'Ferry contract went to director’s cousin' }).first(),
  ).toBeVisible()
})

test('text that was pasted and not imported is there again after a reload', async ({ sample: page }) => {
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('From the tip line')
  await page.getByRole('textbox', { name: 'Text' }).fill('The ferry was empty.')
  const isKept = (): Promise<boolean> =>
    page.evaluate(() =>
      Object.values(localStorage).some((kept: string) => kept.includes('The ferry was empty.')),
    )
  await expect.poll(isKept).toBe(true)
  await page.reload()
  await page.getByRole('button', { name: 'Paste text' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('From the tip line')
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('The ferry was empty.')
  await page.getByRole('button', { name: 'Import', exact: true }).last().click()
  await page.getByRole('document', { name: 'From the tip line' }).waitFor()
  await expect.poll(isKept).toBe(false)
})

test('pasted text becomes an article, with the formatting that the clipboard had', async ({
  sample: page,
}) => {
  await page.getByRole('button', { name: 'Paste text' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A pasted page')
  await dialog.getByRole('textbox', { name: 'Text' }).evaluate((field: HTMLTextAreaElement) => {
    field.focus()
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<p>One <b>bold</b> word.</p><script>alert(1)</script>')
    clipboardData.setData('text/plain', 'One bold word.')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    field.setRangeText('One bold word.', 0, 0, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
  await expect(dialog.getByText('Formatting and links of the copied text are kept.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import' }).click()
  const text = page.getByRole('document', { name: 'A pasted page' })
  await expect(text.locator('b')).toHaveText('bold')
})

test('a right-to-left article reads and marks from right to left', async ({ sample: page, home }) => {
  const path = join(home, 'arabic.html')
  await writeFile(
    path,
    '<!doctype html><html lang="ar" dir="rtl"><head><title>هدنة في الجزر</title></head><body><article><p>قال شخصان مطلعان على المحادثات إن المبعوثين التقوا في جزيرة لورن في أواخر فبراير.</p></article></body></html>',
  )
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(path)
  await page.getByRole('heading', { level: 1, name: 'هدنة في الجزر' }).waitFor()
  const text = page.getByRole('document', { name: 'هدنة في الجزر' })
  await expect(text).toHaveAttribute('dir', 'rtl')
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('3')
  await expect(highlights(page).first()).toContainText('قال شخصان')
})

test('damaged files are named, the rest is open; nothing is overwritten', async ({ page, home }) => {
  const notebook = join(home, 'damaged')
  await ascribe(home, 'init', notebook, '--title', 'Damaged')
  const { stdout } = await ascribe(
    home,
    'import',
    notebook,
    savedPage,
    join(savedPage, '../another-page.md'),
    '--json',
  )
  const [first] = JSON.parse(stdout) as { id: string }[]
  await truncate(join(notebook, 'articles', `${first?.id ?? ''}.json`), 20)
  const running = await startAscribe(home, notebook)
  await page.goto(running.address)
  await expect(page.getByRole('alert')).toContainText(`articles/${first?.id ?? ''}.json`)
  await expect(page.getByRole('link', { name: 'Another page' })).toBeVisible()
  await page.getByRole('link', { name: 'Another page' }).click()
  await expect(page.getByText('A page that no other test imports.')).toBeVisible()
  await goTo(page, `#/articles/${first?.id ?? ''}`)
  await expect(page.getByRole('heading', { name: 'This article cannot be opened' })).toBeVisible()
  await running.stop()
  expect(await readFile(join(notebook, 'articles', `${first?.id ?? ''}.json`), 'utf8')).toHaveLength(20)
})

test('a list is as it was when one comes back to it', async ({ sample: page }) => {
  await page.getByRole('searchbox', { name: 'Filter articles' }).fill('Lorne')
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Title' })
  await expect(page.getByText('4 articles', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Talks on our island' }).click()
  await page.getByRole('document', { name: 'Talks on our island: what is known' }).waitFor()
  await page.goBack()
  await expect(page.getByText('4 articles', { exact: true })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Filter articles' })).toHaveValue('Lorne')
  await expect(page.getByRole('columnheader', { name: /^Title/ })).toHaveAttribute('aria-sort', 'ascending')
})

test('pages and pictures are as they were when one comes back to them', async ({ sample: page }) => {
  const main = page.locator('#main')
  const top = (): Promise<number> => main.evaluate((one) => one.scrollTop)
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: /^Envoys of both sides met/ }).click()
  const link = page.getByRole('region', { name: 'Related claims' }).getByRole('link').first()
  await link.scrollIntoViewIfNeeded()
  // In the moment of the click: parts of the page may still come above it.
  const before = await link.evaluate((one: HTMLElement) => {
    const { scrollTop } = document.querySelector('#main') ?? { scrollTop: 0 }
    one.click()
    return scrollTop
  })
  expect(before).toBeGreaterThan(200)
  await expect(page.getByRole('heading', { level: 1, name: /^Envoys of both sides met/ })).toHaveCount(0)
  await expect.poll(top).toBe(0)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: /^Envoys of both sides met/ })).toBeAttached()
  await expect.poll(top).toBe(before)
  // An address that is typed is no way back.
  await goTo(page, (await link.getAttribute('href')) ?? '')
  await expect(page.getByRole('heading', { level: 1, name: /^Envoys of both sides met/ })).toHaveCount(0)
  await page.waitForTimeout(300)
  expect(await top()).toBe(0)

  await goTo(page, '#/timeline')
  await page.getByText('7 claims with a date').waitFor()
  const picture = page.getByRole('img', { name: /^A picture of claims along time/ })
  const drawn = (): Promise<string> =>
    picture.evaluate((one) => (one.querySelector('canvas') ?? (one as HTMLCanvasElement)).toDataURL())
  const whole = await drawn()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(async () => (await drawn()) === whole).toBe(false)
  const zoomed = await drawn()
  await goTo(page, '#/tags')
  await page.goBack()
  await page.getByText('7 claims with a date').waitFor()
  await expect.poll(async () => (await drawn()) === zoomed).toBe(true)
})

test('tags filter articles, claims and sources, and count the same everywhere', async ({ sample: page }) => {
  const tag = page.getByRole('navigation').getByRole('link', { name: /^Negotiation/ })
  // Of what they are is said beside the number, to who hears it, too.
  await expect(tag).toHaveText(/^Negotiation\d+: 4 articles, \d+ highlights, 4 claims$/)
  const [count = ''] = /\d+/.exec((await tag.textContent()) ?? '') ?? []
  expect(await tag.getByTitle(/4 articles/).getAttribute('title')).toContain('4 claims')
  await tag.click()
  await expect(page.getByText('4 articles', { exact: true })).toBeVisible()
  await goTo(page, '#/claims')
  await expect(tag).toContainText(count)
  await tag.click()
  await expect(page.getByText('4 claims', { exact: true })).toBeVisible()
  // It is kept as any other filter, until all are wanted.
  await goTo(page, '#/sources')
  await goTo(page, '#/claims')
  await expect(page.getByText('4 claims', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByText(/^1\d claims$/)).toBeVisible()
  await goTo(page, '#/tags')
  await expect(page.getByRole('button', { name: /^Negotiation/ })).toHaveText(new RegExp(`4 claims${count}$`))
  await goTo(page, '#/sources')
  await page.getByRole('link', { name: 'North Wire' }).click()
  await page.getByRole('button', { name: 'Add a tag: North Wire' }).click()
  await page.getByRole('combobox', { name: /^Add a tag/ }).fill('Wires')
  await page.getByRole('option', { name: 'New tag “Wires”' }).click()
  await goTo(page, '#/sources')
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Wires/ })
    .click()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('the export dialog previews, leaves what others wrote, downloads', async ({ sample: page, home }) => {
  await writeFile(join(home, 'index.md'), 'mine')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Preview' }).selectOption({ index: 3 })
  await expect(dialog.locator('pre')).toContainText('type: article')
  await dialog.getByRole('radio', { name: 'A folder on this computer' }).check()
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(home)
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText(
    'Left as they are, because they are not Ascribe’s or you changed what is new, too: index.md',
  )
  await expect(dialog.getByRole('status')).toContainText('Files written: 29.')
  expect(await readFile(join(home, 'index.md'), 'utf8')).toBe('mine')
  await dialog.getByRole('combobox', { name: 'Written for' }).selectOption('Plain')
  await expect(dialog.locator('pre')).toContainText('<!-- ascribe article ')
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('Story memo')
  await expect(dialog.locator('pre')).toContainText('<!doctype html>')
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('Markdown')
  await dialog.getByRole('radio', { name: 'Zip file to download' }).check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('Sample- The Lorne talks.zip')
  await expect(dialog.getByRole('status')).toContainText('Files written: 30.')
})

test('the notebook menu leads from one notebook to another, and back to where it was left', async ({
  page,
  home,
}) => {
  const running = await startAscribe(home)
  try {
    await page.goto(running.address)
    await page.getByRole('textbox', { name: 'Title' }).fill('Harbour')
    await page.getByRole('button', { name: 'Make notebook' }).click()
    await page.getByRole('heading', { name: 'Bring in the first article' }).waitFor()
    await goTo(page, '#/sources')
    await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor()
    const menu = page.getByRole('button', { name: /^Notebook: / })
    await menu.click()
    await page.getByRole('menuitem', { name: 'New notebook…' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Ferries')
    await page.getByRole('dialog').getByRole('button', { name: 'Make notebook' }).click()
    await expect(menu).toHaveAccessibleName('Notebook: Ferries')
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Harbour' }).press('Enter')
    await expect(menu).toHaveAccessibleName('Notebook: Harbour')
    await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible()

    // The sidebar folds to pictures, which keep their names.
    await page.keyboard.press('Control+b')
    const places = page.getByRole('navigation', { name: 'Places' })
    expect((await places.boundingBox())?.width).toBeLessThan(60)
    await places.getByRole('link', { name: 'Timeline' }).click()
    await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible()
    await page.reload()
    expect((await places.boundingBox())?.width).toBeLessThan(60)
    await places.getByRole('button', { name: 'Unfold the sidebar' }).click()
    expect((await places.boundingBox())?.width).toBeGreaterThan(150)
  } finally {
    await running.stop()
  }
})

test('what is known of a passage is shown under the pointer and at the caret', async ({ sample: page }) => {
  await openArticle(page)
  const { x1, y1 } = await placeOf(page, 'has the authority to speak')
  await page.mouse.move(x1 + 20, y1)
  const popup = page.getByRole('dialog', { name: 'What was made of this passage' })
  await expect(popup.getByRole('link', { name: /^The envoy may speak/ })).toBeVisible()
  await expect(popup).toContainText('supports')
  await expect(popup).toContainText('1 independent origin for it')
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
  // Elsewhere it goes away by itself.
  await page.mouse.move(5, 5)
  await expect(popup).toHaveCount(0)

  // With the keyboard: Enter shows it, Escape leads back to the text.
  await page.mouse.click(x1 + 20, y1)
  await page.keyboard.press('Enter')
  await expect(popup).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(popup).toHaveCount(0)
  // The same over the one that the pointer brought up.
  await page.mouse.move(x1 + 22, y1)
  await expect(popup).toBeVisible()
  await expect(popup).not.toBeFocused()
  await page.keyboard.press('Enter')
  await expect(popup).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(popup.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(popup).toHaveCount(0)
  await expect(page.getByRole('document', { name: firstArticle })).toBeFocused()
})

test('the sample is shown by a short tour, which who ended it is not shown again', async ({
  page,
  running,
}) => {
  await page.goto(running.address)
  await page.getByRole('button', { name: 'Open the sample notebook' }).click()
  const tour = page.getByRole('region', { name: 'A short tour' })
  await expect(tour).toContainText('1 of 4')
  await expect(page.getByRole('heading', { name: 'Who says so independently' })).toBeVisible()
  expect((await new AxeBuilder({ page }).include('section.tour').analyze()).violations).toEqual([])
  const next = tour.getByRole('button', { name: 'Next' })
  await next.focus()
  for (const step of ['2 of 4', '3 of 4', '4 of 4']) {
    await page.keyboard.press('Enter')
    await expect(tour).toContainText(step)
    await expect(tour.getByRole('button', { name: /Next|Done/ })).toBeFocused()
  }
  await expect(page.getByRole('heading', { name: 'Open work', level: 1 })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(tour).toHaveCount(0)
  await page.getByRole('button', { name: /^Notebook: / }).click()
  await page.getByRole('menuitem', { name: 'Close the notebook' }).click()
  await page.getByRole('button', { name: 'Open the sample notebook' }).click()
  await expect(page.getByRole('heading', { name: 'Who says so independently' })).toBeVisible()
  await expect(tour).toHaveCount(0)
})

test('a program that was stopped is told of, and what comes back is shown', async ({ page, home }) => {
  const running = await startAscribe(home, '--port', '0')
  await page.goto(running.address)
  await page.getByRole('button', { name: 'Open the sample notebook' }).click()
  await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  const alert = page.getByRole('alert').filter({ hasText: 'Ascribe does not answer' })
  await expect(alert).toHaveCount(0)
  await running.stop()
  await expect(alert).toBeVisible()
  await expect(page.getByText('Not connected')).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)
  await goTo(page, '#/claims')
  await expect(page.getByText('no claims')).toHaveCount(0)
})

test('Escape closes an open list, then the dialog that it is in', async ({ sample: page }) => {
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('combobox', { name: 'Colours' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('select:open').count()).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('select:open').count()).toBe(0)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  // From the menu, too, the focus comes back to where it was.
  const menu = page.getByRole('button', { name: /^Notebook: / })
  await menu.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'New notebook…' }).press('Enter')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
})

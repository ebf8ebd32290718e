import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { root } from '../support/ascribe.ts'

export const savedPage = join(root, 'tests/fixtures/pages/saved-news-page.html')

/** One run of the program, in a browser or in Electron. */
export interface Program {
  page: Page
  /** Answers the file dialog that `open` brings up with these files. */
  chooseFiles: (files: string[], open: () => Promise<void>) => Promise<void>
  /** Exports into a folder through the dialog that is open. */
  exportTo: (folder: string) => Promise<void>
  /** Ends the program and starts it again with the same notebooks. */
  restart: () => Promise<Program>
}

/** Where words of the article begin and end in the window. */
export async function placeOf(
  page: Page,
  words: string,
): Promise<{ x1: number; y1: number; x2: number; y2: number }> {
  const box = await page.evaluate((wanted) => {
    const hosts = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? [])
    const article = hosts.map((shadow) => shadow.querySelector('article')).find((element) => element !== null)
    const walker = article && document.createTreeWalker(article, 4)
    for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      node.parentElement?.scrollIntoView({ block: 'center' })
      const rects = [...range.getClientRects()]
      const first = rects[0]
      const last = rects.at(-1)
      return first && last
        ? { x1: first.left, y1: first.top + first.height / 2, x2: last.right, y2: last.top + last.height / 2 }
        : null
    }
    return null
  }, words)
  if (!box) throw new Error(`“${words}” does not stand in the article`)
  return box
}

/** Selects words in the article with the mouse, as a reader does: press, drag, release. */
export async function selectByMouse(page: Page, words: string): Promise<void> {
  const box = await placeOf(page, words)
  await page.mouse.move(box.x1 + 0.5, box.y1)
  await page.mouse.down()
  await page.mouse.move((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2)
  await page.mouse.move(box.x2 - 0.5, box.y2, { steps: 4 })
  // A hand rests for a frame before it lets go; the browser extends the selection once a frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await page.mouse.up()
}

export const highlights = (page: Page): Locator =>
  page.getByRole('list', { name: 'Highlights' }).getByRole('listitem')

async function addHop(card: Locator, page: Page, label: string, name: string, option: RegExp): Promise<void> {
  const field = card.getByRole('combobox', { name: label })
  const more = card.getByRole('button', { name: label })
  await field.or(more).first().waitFor()
  if ((await field.count()) === 0) await more.click()
  await field.fill(name)
  await page.getByRole('option', { name: option }).click()
  await expect(card.getByRole('group', { name: 'Who says so, and through whom' })).toContainText(name)
}

/** Opens how somebody in a chain puts it, and on which terms. */
export async function openHow(card: Locator | Page, name: string): Promise<void> {
  await card
    .getByRole('button', { name: new RegExp(`^The way it is put: ${name}`) })
    .first()
    .click()
}

/** The main job, from the first start to the exported files. */
export async function doTheWholeJob(program: Program, exportFolder: string): Promise<void> {
  let { page } = program

  // Start, open the sample.
  await page.getByRole('button', { name: 'Open the sample notebook' }).click()
  // It begins with the claim that shows what it is for.
  await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  await page.getByRole('link', { name: /^Library/ }).click()
  await expect(page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' })).toBeVisible()

  // Import a saved news page from a file.
  await program.chooseFiles([savedPage], () =>
    page.getByRole('button', { name: 'Import', exact: true }).click(),
  )
  await expect(
    page.getByRole('heading', { level: 1, name: 'Ferry contract went to director’s cousin' }),
  ).toBeVisible()
  await expect(page.getByText('The Tideway Courier').first()).toBeVisible()
  await page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Dismiss' }).click()

  await page.getByRole('document', { name: 'Ferry contract went to director’s cousin' }).waitFor()

  // Highlight by mouse, with the toolbar.
  await selectByMouse(page, 'one evening and forty pages')
  await page
    .getByRole('toolbar', { name: 'Mark the selected passage' })
    .getByRole('button', { name: 'Blue, dotted line' })
    .click()
  await expect(highlights(page)).toHaveCount(1)
  await expect(highlights(page).first()).toContainText('one evening and forty pages')

  // Overlap it with a second one, by key.
  await selectByMouse(page, 'the board had been given “one evening')
  await page.keyboard.press('4')
  await expect(highlights(page)).toHaveCount(2)

  // Highlight with the keyboard alone.
  await page.getByRole('document', { name: 'Ferry contract went to director’s cousin' }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let word = 0; word < 6; word += 1) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('1')
  await expect(highlights(page)).toHaveCount(3)
  await expect(highlights(page).first()).toContainText('The contract for the night ferry')

  // Make a claim from a passage in two keystrokes.
  await selectByMouse(page, 'said that the price had not been discussed at all')
  await page.keyboard.press('c')
  const statement = page.getByRole('textbox', { name: 'Statement' })
  await expect(statement).toBeFocused()
  await statement.fill('The board never discussed the price of the ferry contract.')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'The board never discussed the price of the ferry contract.' }).click()

  // Two pieces of evidence with chains: the passage, and a denial.
  const supporting = page.getByRole('region', { name: 'Supported by 1' })
  await expect(supporting).toContainText('said that the price had not been discussed at all')
  // Who says so came with the claim, from the words around the passage.
  await expect(supporting).toContainText(
    'A second board member (not named, on background) says, as reported by The Tideway Courier',
  )
  await page.getByRole('button', { name: 'Add disputing evidence' }).click()
  await page.getByRole('button', { name: 'Without a passage' }).click()
  const disputing = page.getByRole('region', { name: 'Disputed by 1' })
  await addHop(disputing, page, 'Who says so?', 'Tomas Reinholt', /New person/)
  await openHow(disputing, 'Tomas Reinholt')
  await page.getByRole('combobox', { name: 'How Tomas Reinholt puts it' }).selectOption('denies')
  await page.keyboard.press('Escape')
  await expect(disputing).toContainText('Tomas Reinholt denies')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('disputed')

  // Tag it.
  await page.getByRole('button', { name: /^Add a tag: The board never/ }).click()
  await page.getByRole('combobox', { name: /^Add a tag/ }).fill('Procurement')
  await page.getByRole('option', { name: 'New tag “Procurement”' }).click()
  const tags = page.getByRole('group', { name: 'The board never discussed the price of the ferry contract.' })
  await expect(tags).toContainText('Procurement')

  // Undo and redo by key.
  await page.getByRole('heading', { name: 'Related claims' }).click()
  await page.keyboard.press('Control+z')
  await expect(tags).not.toContainText('Procurement')
  await page.keyboard.press('Control+Shift+z')
  await expect(tags).toContainText('Procurement')

  // Restart; everything is there, at the place where it was left; find it again by search.
  const restarted = await program.restart()
  page = restarted.page
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(
    'The board never discussed the price of the ferry contract.',
  )
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: /^Library/ })
    .click()
  await page.getByRole('button', { name: 'Search everything' }).click()
  await page
    .getByRole('textbox', { name: 'Search everything, or do something' })
    .fill('never discussed price')
  await page.getByRole('option', { name: /The board never discussed the price/ }).click()
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(
    'The board never discussed the price of the ferry contract.',
  )
  await expect(
    page.getByRole('group', { name: 'The board never discussed the price of the ferry contract.' }),
  ).toContainText('Procurement')

  // Export, read the files.
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('# Sample: The Lorne talks')
  await restarted.exportTo(exportFolder)
  await expect(page.getByRole('status').filter({ hasText: 'Files written' })).toBeVisible()
  await checkExport(exportFolder)
}

async function checkExport(folder: string): Promise<void> {
  const claims = await readdir(join(folder, 'claims'))
  const name = claims.find((file) => file.startsWith('The board never discussed'))
  expect(name).toBeDefined()
  const claim = await readFile(join(folder, 'claims', name ?? ''), 'utf8')
  expect(claim).toMatch(/independent origins? say/)
  expect(claim).toContain('> said that the price had not been discussed at all')
  expect(claim).toContain('(not named, on background) says, as reported by [[sources/The Tideway Courier')
  expect(claim).toContain('[[sources/Tomas Reinholt|Tomas Reinholt]]')
  expect(claim).toContain('  - procurement')
  for (const [, target] of claim.matchAll(/\[\[([^|\]#]+)/g))
    await expect(readFile(join(folder, `${target ?? ''}.md`), 'utf8')).resolves.toContain('---')
  const article = (await readdir(join(folder, 'articles'))).find((file) => file.startsWith('Ferry contract'))
  const text = await readFile(join(folder, 'articles', article ?? ''), 'utf8')
  expect(text.indexOf('The contract for the night ferry')).toBeLessThan(
    text.indexOf('> the board had been given “one evening'),
  )
  expect(await readFile(join(folder, 'index.md'), 'utf8')).toContain('The board never discussed the price')
}

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ascribe } from '../support/ascribe.ts'
import { highlights, selectByMouse } from './the-whole-job.ts'
import { expect, goTo, showHighlights, test } from './window.ts'

const title = 'Envoys met in secret on Lorne, officials say'
const openArticle = async (page: Page, name = title): Promise<void> => {
  await goTo(page, '#/library')
  await page.getByRole('table', { name: 'Library' }).getByRole('link', { name }).click()
  await page.getByRole('document', { name }).waitFor()
}
const article = (page: Page) => page.locator('article[role=document]')
const card = (page: Page, words: string) => highlights(page).filter({ hasText: words })
const choose = async (page: Page, words: string): Promise<void> => {
  await showHighlights(page)
  await page.getByRole('button', { name: `Show in the text: ${words}` }).click()
}

/** What is selected in the article. */
const selected = (page: Page): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? '')
/** The words that a highlight layer paints. */
const painted = (page: Page, layer: string): Promise<string[]> =>
  page.evaluate((name) => {
    const live = document.createRange()
    return [...(CSS.highlights.get(`ascribe-${name}`) ?? [])].map((range) => {
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      return live.toString()
    })
  }, layer)

/** The article as the publisher has it the next day: a number and a name are others, and a paragraph is gone. */
async function editedPage(home: string): Promise<string> {
  const originals = join(home, 'Sample notebook', 'originals')
  for (const name of await readdir(originals)) {
    const source = await readFile(join(originals, name), 'utf8')
    if (!source.includes(`<h1>${title}</h1>`)) continue
    const edited = source
      .replace('counts 1,112 by the end of January', 'counts 1,241 by the end of January')
      .replace(/<p>A harbour pilot.*?<\/p>\n?/s, '')
      .replace('<p>Two people briefed', '<p>This report was updated.</p>\n<p>Two people briefed')
    const file = join(home, 'the next day.html')
    await writeFile(file, edited)
    return file
  }
  throw new Error('the sample has another first article')
}

test('a newer version: what moved, what needs review, what is gone, and what the publisher changed', async ({
  sample: page,
  home,
}) => {
  await openArticle(page)
  await page.getByRole('tab', { name: 'About' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a newer version' }).click()
  await (await chooser).setFiles(await editedPage(home))
  await expect(page.getByRole('region', { name: 'Import' })).toContainText(
    'version 2 added: 6 highlights found, 1 to review, 1 not found',
  )
  await page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Dismiss' }).click()

  await page.getByRole('button', { name: 'One highlight to review' }).click()
  const review = card(page, 'counts 1,112')
  await expect(review.getByRole('deletion')).toContainText('112')
  await expect(review.getByRole('insertion')).toContainText('241')
  expect(await painted(page, 'review')).toEqual(['counts 1,241 by the end of January'])
  await page.keyboard.press('f')
  await expect(page.getByText('One highlight has its place.')).toBeVisible()
  await expect.poll(() => painted(page, 'review')).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'One highlight to review' })).toBeVisible()
  await review.getByRole('button', { name: 'This is it' }).click()
  await expect(page.getByRole('button', { name: 'One highlight to review' })).toHaveCount(0)

  // What was not found shows where it stood, and is put where the user says.
  await page.getByRole('button', { name: 'One highlight not found' }).click()
  await expect(card(page, 'three men with briefcases')).toContainText('Its words stand in version 1.')
  await expect(card(page, 'three men with briefcases')).toContainText('said that he had taken')
  await selectByMouse(page, 'did not answer questions')
  await page.getByRole('button', { name: /^Put the highlight here/ }).click()
  await expect(page.getByRole('button', { name: 'One highlight not found' })).toHaveCount(0)
  expect(await painted(page, 'yellow')).toContain('did not answer questions')

  // The claim keeps the words it was made from.
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: /1,112/ }).click()
  await expect(page.getByText('Taken from version 1 of 2.')).toBeVisible()
  await expect(page.getByText('The newest version says otherwise:')).toBeVisible()
  await page.getByRole('link', { name: 'Taken from version 1 of 2.' }).first().click()
  await expect(page.getByText('An older version: it can be read, not marked.')).toBeVisible()
  await expect(article(page)).toContainText('counts 1,112 by the end of January')

  // What the publisher changed.
  await page.getByRole('link', { name: 'Compare versions' }).first().click()
  const changes = page.getByRole('list', { name: 'What the publisher changed' }).locator('> li')
  await expect(changes).toHaveCount(3)
  await expect(changes.nth(0)).toContainText('This report was updated.')
  await expect(changes.nth(1).getByRole('deletion')).toContainText('1,112')
  await expect(changes.nth(1).getByRole('link', { name: /^Highlight:/ })).toBeVisible()
  await expect(changes.nth(1).getByRole('link', { name: /^Claim:.*1,112/ })).toBeVisible()
  await expect(changes.nth(2)).toContainText('A harbour pilot')
  await page.getByRole('checkbox', { name: /^Only what touches/ }).check()
  await expect(changes).toHaveCount(2)
})

test('the borders of a highlight, by mouse and by keys', async ({ sample: page }) => {
  await openArticle(page)
  await showHighlights(page)
  // What has the focus in the list shows its extent in the text.
  await page.getByRole('button', { name: 'Show in the text: more than 1,480' }).focus()
  expect(await painted(page, 'hovered')).toEqual(['more than 1,480'])
  await choose(page, 'has the authority to speak to anyone')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(
    card(page, 'has the authority to speak').getByRole('button', {
      name: /^Show in the text: has the authority to speak$/,
    }),
  ).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('button', { name: /^Show in the text: the authority to spea$/ })).toBeVisible()

  // Handles: dragged to the word that is nearest, moved with the arrow keys.
  const end = page.getByRole('button', { name: /^End of the highlight/ })
  const box = await end.boundingBox()
  if (!box) throw new Error('no handle')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(
    page.getByRole('button', { name: /^Show in the text: the authority to speak to/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: /^Beginning of the highlight/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(
    page.getByRole('button', { name: /^Show in the text: has the authority to speak to/ }),
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(
    page.getByRole('button', { name: /^Show in the text: the authority to speak to/ }),
  ).toBeVisible()
  // A key in passing does not move what has its place.
  await selectByMouse(page, 'three men with briefcases')
  await page.keyboard.press('f')
  await page.keyboard.press('Escape')
  await expect(
    page.getByRole('button', { name: /^Show in the text: the authority to speak to/ }),
  ).toBeVisible()
})

test('sentence by sentence, without a mouse', async ({ sample: page }) => {
  await openArticle(page)
  await article(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('=')
  await expect.poll(() => selected(page)).toMatch(/^Two people briefed .* were closed\.$/)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => selected(page)).toMatch(/^A spokeswoman .* whom he had met\.$/)
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => selected(page)).toMatch(/^A spokeswoman .* from beginning to end”\.$/)
  await page.keyboard.press('Control+ArrowDown')
  await expect.poll(() => selected(page)).toMatch(/^The Ministry of Health/)
  await page.keyboard.press('2')
  await expect(highlights(page)).toHaveCount(9)
  await page.keyboard.press('Escape')
  await article(page).focus()
  await page.keyboard.press('p')
  await expect.poll(() => selected(page)).toMatch(/^The Ministry of Health .* end of January\.$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('.')
  await expect(page.locator('[aria-current=true]').first()).toBeVisible()
})

test('the first key after the window is there is the reader’s own', async ({ sample: page }) => {
  // As on a quick machine: everything happens half a second after the window was loaded.
  await page.addInitScript(() => Object.defineProperty(Event.prototype, 'timeStamp', { get: () => 500 }))
  await page.reload()
  await openArticle(page)
  await article(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('w')
  await expect.poll(() => selected(page)).toMatch(/^Two people briefed .* were closed\.$/)
})

test('a word by two clicks, a sentence by three, a paragraph by four, the highlights of a stack one after another', async ({
  sample: page,
}) => {
  await openArticle(page)
  await selectByMouse(page, 'who had spoken')
  const at = await page.evaluate(() => {
    const rect = document.getSelection()?.getComposedRanges({
      shadowRoots: [...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ?? []),
    })[0]
    const range = document.createRange()
    if (!rect) throw new Error('nothing is selected')
    range.setStart(rect.startContainer, rect.startOffset)
    range.setEnd(rect.endContainer, rect.endOffset)
    const { left, top, height } = range.getBoundingClientRect()
    return { x: left + 20, y: top + height / 2 }
  })
  await page.keyboard.press('Escape')
  await page.mouse.dblclick(at.x, at.y)
  expect(await selected(page)).toBe('who')
  await page.mouse.click(at.x, at.y, { clickCount: 3 })
  expect(await selected(page)).toBe('It was not clear who had spoken for the Council.')
  await page.keyboard.press('1')
  await expect(highlights(page)).toHaveCount(9)
  await page.mouse.click(at.x, at.y, { clickCount: 4 })
  expect(await selected(page)).toMatch(/^It was not clear .* did not answer questions\.$/)
  await page.keyboard.press('4')
  await expect(highlights(page)).toHaveCount(10)
  await page.keyboard.press('Escape')
  await page.mouse.click(at.x, at.y)
  await expect(page.locator('[aria-current=true]')).toContainText('for the Council.')
  const first = await page.locator('[aria-current=true]').textContent()
  await page.waitForTimeout(600)
  await page.mouse.click(at.x, at.y)
  await expect(page.locator('[aria-current=true]')).not.toHaveText(first ?? '')
})

test('finding, the outline, the place where one was, only the text', async ({ sample: page, home }) => {
  const file = join(home, 'long.md')
  const part = (n: number): string =>
    `## Part ${n}\n\n${Array.from({ length: 60 }, (_, at) => `Line ${n}.${at} of the *long* report.`).join('\n\n')}`
  await writeFile(
    file,
    `---\ntitle: A long report\n---\n${[1, 2, 3, 4, 5, 6].map(part).join('\n\n')}\n\nThe “last” word.`,
  )
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('document', { name: 'A long report' }).waitFor()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('the long report')
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 360')
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('search').getByRole('status')).toHaveText('360 of 360')
  await page.getByRole('textbox', { name: 'Find in this article' }).fill('the "LAST" word')
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1')
  await expect.poll(() => painted(page, 'current')).toEqual(['The “last” word'])
  await page.keyboard.press('Escape')
  expect(await selected(page)).toBe('The “last” word')
  await page.keyboard.press('Escape')

  await page.keyboard.press('i')
  await page.getByRole('list', { name: 'Outline' }).getByRole('button', { name: 'Part 4' }).click()
  const heading = page.getByRole('heading', { name: 'Part 4' })
  await expect(heading).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Part 4' })).toHaveAttribute('aria-current', 'location')
  await page.waitForTimeout(700)
  await openArticle(page)
  await openArticle(page, 'A long report')
  await expect(page.getByRole('heading', { name: 'Part 4' })).toBeInViewport()

  await article(page).focus()
  await page.keyboard.press('z')
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('tablist')).toBeHidden()
  await page.keyboard.press('z')
  await expect(page.getByRole('navigation').first()).toBeVisible()
})

test('two articles side by side, each marked in its own right', async ({ sample: page }) => {
  await openArticle(page)
  await page.keyboard.press('b')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Statement on reports/ })
    .click()
  await expect(article(page)).toHaveCount(2)
  const right = page.getByRole('document', { name: 'Statement on reports of a meeting' })
  await right.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('w')
  await page.keyboard.press('3')
  await expect.poll(() => painted(page, 'green')).toHaveLength(3)
  const regions = page.getByRole('region', { name: /Envoys met|Statement on/ })
  const tops = () => regions.evaluateAll((all) => all.map((one) => one.scrollTop))
  await regions.first().evaluate((one) => one.scrollTo(0, 80))
  await expect.poll(tops).toEqual([80, 0])
  await page.getByRole('button', { name: 'Two articles side by side' }).first().click()
  await expect(article(page)).toHaveCount(1)
})

test('right to left: selected, marked and shown in logical order', async ({ sample: page, home }) => {
  const file = join(home, 'rtl.html')
  const first = 'التقى المبعوثون سرا في جزيرة لورن، قال مسؤولان لوكالة North Wire أمس.'
  await writeFile(
    file,
    `<!doctype html><html lang="ar" dir="rtl"><head><title>محادثات سرية</title></head><body><article><p>${first}</p><p>ولم يصدر بيان.</p></article></body></html>`,
  )
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(file)
  const text = page.getByRole('document', { name: 'محادثات سرية' })
  await text.waitFor()
  expect(await text.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('w')
  expect(await selected(page)).toBe(first)
  await page.keyboard.press('1')
  const quote = highlights(page).getByRole('button', { name: /^Show in the text/ })
  await expect(quote).toHaveText(first)
  expect(await quote.locator('bdi').evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
  // In a text from right to left, the end is on the left.
  await page.keyboard.press('Escape')
  await quote.click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(highlights(page).getByRole('button', { name: /^Show in the text/ })).not.toContainText('أمس')
  const folder = join(home, 'Sample notebook')
  const { stdout } = await ascribe(home, 'list', folder, 'annotations', '--json', '--filter', 'مسؤولان')
  expect(JSON.parse(stdout)).toMatchObject([{ start: 0, state: 'exact' }])
})

test('a passage copied with its citation, and a link that leads back to it', async ({
  sample: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openArticle(page)
  await choose(page, 'has the authority to speak to anyone')
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Copy with citation' }).click()
  await expect
    .poll(copied)
    .toMatch(
      /^“has the authority to speak to anyone” \(M\. Adair, “Envoys met.*The Harbour Post, 2031-03-04, https/,
    )
  await page.getByRole('button', { name: 'Copy a link to this highlight' }).click()
  await expect.poll(copied).toMatch(/#\/articles\/.*\?highlight=/)
  const link = await copied()
  await goTo(page, '#/library')
  await page.goto(link)
  await expect(page.locator('[aria-current=true]')).toContainText('has the authority to speak to anyone')
})

test('versions of what is not there are said not to be', async ({ page, running }) => {
  await page.goto(running.address)
  await page.getByRole('button', { name: 'Open the sample notebook' }).click()
  await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  for (const id of ['0190a0b1-0000-7000-8000-000000000001', 'nonsense']) {
    await goTo(page, `#/articles/${id}/versions`)
    await expect(page.getByRole('heading', { name: 'These versions cannot be compared' })).toBeVisible()
  }
})

test('footnotes lead within the text, formulas are words of it', async ({ sample: page, home }) => {
  const file = join(home, 'notes.html')
  const filler = Array.from({ length: 40 }, (_, n) => `<p>Paragraph ${n} of a long study of ships.</p>`).join(
    '',
  )
  await writeFile(
    file,
    `<!doctype html><html lang="en"><head><title>A study</title></head><body><article><h1>A study</h1>
     <p>Energy is <math alttext="E=mc^2"><mi>E</mi></math> everywhere.<sup><a id="back" href="#note">1</a></sup></p>${filler}
     <ol><li id="note">The first note. <a href="#back">back</a></li></ol></article></body></html>`,
  )
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(file)
  const text = page.getByRole('document', { name: 'A study' })
  await expect(text).toContainText('Energy is E=mc^2 everywhere.')
  await page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('link', { name: '1', exact: true }).click()
  await expect(page.getByText('The first note.')).toBeInViewport()
  await page.getByRole('link', { name: 'back' }).click()
  await expect(page.getByText('Energy is')).toBeInViewport()
})

test('nothing comes between the pointer and the words while a passage is dragged over', async ({
  sample,
}) => {
  await sample.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
  const box = await sample.getByRole('document', { name: /^Envoys/ }).boundingBox()
  if (!box) throw new Error('the text is not there')
  const toolbar = sample.getByRole('toolbar', { name: 'Mark the selected passage' })
  await sample.mouse.move(box.x + 60, box.y + 140)
  await sample.mouse.down()
  await sample.mouse.move(box.x + 260, box.y + 260, { steps: 12 })
  await expect.poll(() => sample.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(20)
  await expect(toolbar).toHaveCount(0)
  await sample.mouse.up()
  await expect(toolbar).toBeVisible()
})

test('the head of an article is changed where it stands', async ({ sample: page }) => {
  await openArticle(page)
  await page.getByRole('button', { name: 'Change the head of the article' }).click()
  const field = page.getByRole('textbox', { name: 'Title' }).first()
  await expect(field).toBeFocused()
  await field.fill('Envoys met on Lorne')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Envoys met on Lorne' })).toBeVisible()
  await expect(article(page)).toBeFocused()
})

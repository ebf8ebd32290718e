import AxeBuilder from '@axe-core/playwright'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openPdf } from '../../src/backend/import/pdf-engine.ts'
import { makeDocx } from '../support/make-office.ts'
import { makePdf } from '../support/make-pdf.ts'
import { expect, showHighlights, test } from './window.ts'

/** Brings a file in, as somebody does who chooses it in a dialog, and opens its article. */
async function bringIn(
  page: Page,
  home: string,
  name: string,
  bytes: Uint8Array,
  title: string,
): Promise<void> {
  const path = join(home, name)
  await writeFile(path, bytes)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(path)
  await page.getByRole('region', { name: 'Import' }).getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  // What is done next is not moved by its going away.
  await page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Dismiss' }).click()
}

const report = makePdf(
  [
    {
      words: [
        [40, 60, 20, 'The Lorne Papers'],
        [40, 110, 10, 'The harbour was closed for eleven days.'],
      ],
    },
    { words: [[40, 60, 10, 'Nobody in the town would say who had given the order.']] },
  ],
  { labels: '0 << /S /r >> 1 << /S /D /St 7 >>' },
)

test('a PDF: its pages, a passage marked on one, and the page in the export', async ({
  sample: page,
  home,
}) => {
  await bringIn(page, home, 'papers.pdf', report, 'The Lorne Papers')
  await page.keyboard.press('#')
  const sheet = page.getByRole('img', { name: 'Page 7' })
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('img', { name: 'Page i' }).locator('img')).toBeVisible()
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])
  const box = await sheet.boundingBox()
  if (!box) throw new Error('the page is nowhere')
  const [x, y] = [
    (n: number): number => box.x + (n * box.width) / 400,
    (n: number): number => box.y + (n * box.height) / 600,
  ]
  // “Nobody in the town” in ten points of Helvetica.
  await page.mouse.move(x(41), y(57))
  await page.mouse.down()
  await page.mouse.move(x(125), y(57), { steps: 5 })
  await page.mouse.up()
  await page
    .getByRole('toolbar', { name: 'Mark the selected passage' })
    .getByRole('button', { name: 'Blue' })
    .click()
  await showHighlights(page)
  await expect(
    page
      .getByText('“Nobody in the town')
      .or(page.getByText('Nobody in the town', { exact: true }))
      .first(),
  ).toBeVisible()
  await expect(sheet.locator('.blue').first()).toBeVisible()

  // The pages alone: what can be done with a passage stands beside it there.
  await page.getByRole('region', { name: 'The Lorne Papers' }).focus()
  await page.keyboard.press('#')
  await expect(page.getByRole('button', { name: 'Text, text and pages, pages' })).toBeVisible()
  const first = page.getByRole('img', { name: 'Page i' })
  await page.getByRole('textbox', { name: 'Page' }).fill('i')
  await page.keyboard.press('Enter')
  await expect(first).toBeInViewport({ ratio: 0.5 })
  await expect(first.locator('img')).toBeVisible()
  // Two side by side; small ones to go by; turned, a passage is where it is seen.
  await page.getByRole('button', { name: 'Two pages side by side' }).click()
  await expect(sheet).toBeInViewport()
  await expect(first).toBeInViewport()
  await page.getByRole('button', { name: 'Two pages side by side' }).click()
  await page.getByRole('button', { name: 'Thumbnails' }).click()
  const small = page.getByRole('navigation', { name: 'Thumbnails' })
  await small.getByRole('button', { name: 'Page 7' }).click()
  await expect(sheet).toBeInViewport({ ratio: 0.5 })
  await expect(small.getByRole('button', { name: 'Page 7' })).toHaveAttribute('aria-current', 'page')
  await small.getByRole('button', { name: 'Page i' }).click()
  await page.getByRole('button', { name: 'Thumbnails' }).click()
  const upright = await first.boundingBox()
  await page.getByRole('button', { name: 'Turn clockwise' }).click()
  await expect
    .poll(async () => {
      const turned = await first.boundingBox()
      return turned && upright && turned.width > turned.height !== upright.width > upright.height
    })
    .toBe(true)
  for (let n = 0; n < 3; n += 1) await page.getByRole('button', { name: 'Turn clockwise' }).click()
  await expect(first).toBeInViewport({ ratio: 0.5 })
  const wide = await first.boundingBox()
  if (!wide) throw new Error('the page is nowhere')
  const per = wide.width / 400
  await page.mouse.move(wide.x + 41 * per, wide.y + 107 * per)
  await page.mouse.down()
  await page.mouse.move(wide.x + 120 * per, wide.y + 107 * per, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByRole('toolbar', { name: 'Mark the selected passage' })).toBeInViewport()

  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Preview' }).selectOption({ index: 1 })
  await expect(dialog).toContainText('Page 7')
})

test('a Word document with tracked changes is read as it would be with all accepted, as a version', async ({
  sample: page,
  home,
}) => {
  const body =
    '<w:p><w:r><w:t xml:space="preserve">The term shall be </w:t></w:r><w:del w:author="Eng" w:date="2031-03-04T10:00:00Z"><w:r><w:delText>twelve</w:delText></w:r></w:del><w:ins w:author="Eng" w:date="2031-03-04T10:00:00Z"><w:r><w:t>twenty-four</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> months.</w:t></w:r></w:p>'
  await bringIn(page, home, 'contract.docx', makeDocx(body), 'contract')
  const text = page.getByRole('region', { name: 'contract' })
  await expect(text.locator('del')).toHaveText('twelve')
  await expect(text.locator('ins')).toHaveAttribute('title', 'Eng, 2031-03-04')
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Tracked changes' }).click()
  await page.getByRole('button', { name: 'As if all had been accepted' }).click()
  await expect(text.getByText('The term shall be twenty-four months.')).toBeVisible()
  await page.getByRole('tabpanel').getByRole('link', { name: 'Compare versions' }).click()
  await expect(page.getByText('Both versions were read from the same file')).toBeVisible()
})

test('a scan: its words are recognised when that is asked for', async ({ sample: page, home }) => {
  const words = ['The harbour was closed for', 'eleven days, and nobody said', 'who had given the order.']
  const file = await openPdf(makePdf([{ words: words.map((text, at) => [30, 80 + at * 30, 24, text]) }]), '')
  const path = join(home, 'scan.png')
  await writeFile(path, file.draw(0, 2))
  file.close()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(path)
  const panel = page.getByRole('region', { name: 'Import' })
  await expect(panel).toContainText('“scan.png” is a picture.')
  await panel.getByRole('button', { name: 'Recognise its words' }).click()
  await panel.getByRole('link', { name: 'scan' }).click({ timeout: 60_000 })
  await expect(page.getByText('The harbour was closed for eleven days')).toBeVisible()
  await expect(page.getByRole('region', { name: 'scan' }).locator('img')).toBeVisible()

  // What was recognised can be read better by somebody: a version of its own.
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Correct the text' }).click()
  const dialog = page.getByRole('dialog', { name: 'Correct the text' })
  const everything = dialog.getByRole('checkbox', { name: 'Only what was not recognised for sure' })
  await everything.uncheck()
  const paragraph = dialog.getByRole('textbox').first()
  await paragraph.fill((await paragraph.inputValue()).replace('eleven', 'twelve'))
  await dialog.getByRole('button', { name: 'Keep as a version' }).click()
  await expect(page.getByText('The harbour was closed for twelve days')).toBeVisible()
  await expect(page.getByText('Kept as version 2')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('The harbour was closed for eleven days')).toBeVisible()
})

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { directions } from '../../src/core/words/language.ts'
import { isListed } from '../../src/renderer/src/places/place.ts'
import { places } from '../../src/renderer/src/places/list.ts'
import { en } from '../../src/renderer/src/locales/en.ts'
import { expect, goTo, overflowOf, test } from './window.ts'

/** Words on controls and labels that do not fit where they are written. */
const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, label, th, .place, .tab, .chip, h1, h2, h3, select')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      // What may be long by nature ends in dots, and says the whole of it elsewhere.
      .filter(
        (element) => !element.closest('.ellipsis, [role=grid], [class*=visually-hidden], .trail, .search'),
      )
      .filter((element) => element.querySelector('.ellipsis') === null)
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}: ${element.innerText.slice(0, 60)}`),
  )

for (const language of ['de', 'ar'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ locale: language, colorScheme: 'light' })

    test('every place is in the language, fits, and has no violations', async ({ page, running }) => {
      await running.app.openSample()
      await page.goto(running.address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect(page.locator('html')).toHaveAttribute('dir', directions[language])
      for (const { name, path, words } of places.filter(isListed)) {
        await goTo(page, `#${path ?? `/${name}`}`)
        await expect(page.getByRole('heading', { name: words[language].title, level: 1 })).toBeVisible()
        // What fits where there is little room fits where there is more, but for what is shown only there: once, in long words.
        for (const width of language === 'de' ? [1280, 760] : [760]) {
          await page.setViewportSize({ width, height: 800 })
          // Pictures take their new size a moment later.
          await expect.poll(() => overflowOf(page), `${name} at ${width}`).toEqual({ width: 0, height: 0 })
          expect.soft(await clipped(page), `${name} at ${width}`).toEqual([])
        }
        await page.setViewportSize({ width: 1280, height: 800 })
        // In English every place is looked at so; what another language adds is the direction.
        if (directions[language] === 'ltr') continue
        const { violations } = await new AxeBuilder({ page })
          .options({ resultTypes: ['violations'], preload: false, iframes: false })
          .analyze()
        expect
          .soft(
            violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
            name,
          )
          .toEqual([])
      }
    })

    test('the page of a claim and an article, and what goes out', async ({ page, running, home }) => {
      await running.app.openSample()
      await page.goto(running.address)
      await goTo(page, '#/claims')
      await page.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
      await page
        .getByRole('textbox', { name: language === 'de' ? 'Behauptung' : 'النص' })
        .first()
        .waitFor()
      for (const width of [1280, 760]) {
        await page.setViewportSize({ width, height: 800 })
        expect.soft(await overflowOf(page), `claim at ${width}`).toEqual({ width: 0, height: 0 })
        expect.soft(await clipped(page), `claim at ${width}`).toEqual([])
      }
      await page.setViewportSize({ width: 1280, height: 800 })
      const problems = async (): Promise<string[]> =>
        (
          await new AxeBuilder({ page })
            .options({ resultTypes: ['violations'], preload: false, iframes: false })
            .analyze()
        ).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      expect.soft(await problems(), 'claim').toEqual([])
      await goTo(page, '#/sources')
      await page.getByRole('link', { name: 'North Wire' }).click()
      await page.getByRole('textbox').first().waitFor()
      expect.soft(await problems(), 'source').toEqual([])
      await goTo(page, '#/library')
      await page.getByRole('link', { name: 'Secret talks held on Lorne, sources say' }).click()
      const text = page.getByRole('document', { name: 'Secret talks held on Lorne, sources say' })
      await text.focus()
      await expect(text).toHaveAttribute('lang', 'en')
      expect.soft(await clipped(page), 'article').toEqual([])
      expect.soft(await problems(), 'article').toEqual([])

      const folder = join(home, 'out')
      await page.keyboard.press('Control+e')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio').nth(1).check()
      await dialog.getByRole('radio').last().check()
      await dialog.getByRole('textbox').last().fill(folder)
      await dialog.getByRole('button', { name: language === 'de' ? 'Exportieren' : 'صدّر' }).click()
      await expect(dialog.getByRole('status').last()).toContainText(folder)
      const [claim = ''] = (await readdir(join(folder, 'claims'))).filter((file) =>
        file.startsWith('Envoys of'),
      )
      const written = await readFile(join(folder, 'claims', claim), 'utf8')
      expect(written).toContain(
        language === 'de' ? '2 unabhängige Ursprünge sagen das' : 'أصول مستقلة تقول ذلك: 2',
      )
      expect(written).toContain('Two people briefed on the talks')
    })
  })

/** The words of the window as a language might have them that needs a third more room, and signs above its letters. */
function stretched(words: unknown): unknown {
  if (typeof words === 'string')
    return words
      .split(' | ')
      .map(
        (form) =>
          `${form.replace(/(?<![{@\w])[aeou](?![^{]*\})/g, (letter) => `${letter}\u0308`)}${'·'.repeat(Math.ceil(form.length / 3))}`,
      )
      .join(' | ')
  if (Array.isArray(words)) return words.map(stretched)
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, stretched(value)]))
}

test.describe('in words that need a third more room', () => {
  test.use({ locale: 'de' })

  test('no word of a place is clipped', async ({ page, running }, info) => {
    await page.route(/\/assets\/de-[^/]*\.js$/, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `export const de = ${JSON.stringify(stretched(en))}`,
      }),
    )
    await running.app.openSample()
    await page.goto(running.address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect(page.getByRole('navigation').first()).toContainText('··')
    for (const { name, path } of places.filter(isListed)) {
      await goTo(page, `#${path ?? `/${name}`}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expect.poll(() => overflowOf(page), name).toEqual({ width: 0, height: 0 })
      expect.soft(await clipped(page), name).toEqual([])
      await page.screenshot({ path: info.outputPath(`${name}.png`) })
    }
  })
})

test('another language is chosen in the settings, at once and for the next time', async ({
  sample: page,
}) => {
  await page.keyboard.press('Control+,')
  await page.getByRole('tab', { name: 'Language and region' }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Bibliothek', level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('neues notizbuch')
  await expect(page.getByRole('option', { name: /Neues Notizbuch/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Bibliothek', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})

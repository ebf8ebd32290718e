import type { Page } from '@playwright/test'
import { isListed } from '../../src/renderer/src/places/place.ts'
import { places } from '../../src/renderer/src/places/list.ts'
import { expect, goTo, overflowOf, test } from './window.ts'

const nothing = { width: 0, height: 0 }

const openClaim = async (page: Page, name: RegExp): Promise<void> => {
  await goTo(page, '#/claims')
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
}

test('the window itself never scrolls, however long a page is', async ({ sample }) => {
  await openClaim(sample, /^1,483 people/)
  // An opened one is called otherwise, so the next one is the first.
  for (let left = 2; left > 0; left -= 1)
    await sample.getByRole('button', { name: 'Change this piece of evidence' }).first().click()
  expect(await overflowOf(sample)).toEqual(nothing)
  await sample.mouse.move(80, 600)
  await sample.mouse.wheel(0, 2_000)
  await expect(sample.getByRole('button', { name: 'Export', exact: true })).toBeInViewport()
  await sample.mouse.move(700, 400)
  await sample.mouse.wheel(0, 20_000)
  await expect(sample.getByRole('button', { name: 'Delete claim' })).toBeInViewport()
  await expect(sample.getByRole('button', { name: 'Export', exact: true })).toBeInViewport()
})

test('no view is wider than a narrow window', async ({ sample }) => {
  await sample.setViewportSize({ width: 760, height: 700 })
  for (const { name, path } of places.filter(isListed)) {
    await goTo(sample, `#${path ?? `/${name}`}`)
    await expect(sample).toHaveTitle(/^\S.* – Sample: The Lorne talks – Ascribe$/)
    await sample.getByRole('heading', { level: 1 }).waitFor()
    expect.soft(await overflowOf(sample), name).toEqual(nothing)
  }
  await openClaim(sample, /^1,483 people/)
  await sample.getByRole('button', { name: 'Change this piece of evidence' }).first().click()
  expect.soft(await overflowOf(sample), 'claim').toEqual(nothing)
  await goTo(sample, '#/sources')
  await sample.getByRole('link', { name: 'North Wire' }).click()
  await sample.getByRole('heading', { name: 'North Wire', level: 1 }).waitFor()
  expect.soft(await overflowOf(sample), 'source').toEqual(nothing)
  await goTo(sample, '#/library')
  await sample.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
  await sample.getByRole('document', { name: /^Envoys/ }).waitFor()
  expect.soft(await overflowOf(sample), 'article').toEqual(nothing)
  await expect(sample.getByRole('button', { name: /^Search everything/ })).toBeInViewport({ ratio: 1 })
})

test('words without spaces make no page wider', async ({ sample }) => {
  const name = 'Dampfschifffahrt'.repeat(7)
  await goTo(sample, '#/sources')
  await sample.getByRole('combobox', { name: 'Find or add a source' }).fill(name)
  await sample.getByRole('option', { name: /^New person/ }).click()
  await sample.getByRole('heading', { name, level: 1 }).waitFor()
  expect.soft(await overflowOf(sample), 'source').toEqual(nothing)
  await goTo(sample, '#/sources')
  await sample.getByRole('link', { name }).waitFor()
  expect.soft(await overflowOf(sample), 'sources').toEqual(nothing)

  await openClaim(sample, /Envoys of both sides met/)
  await sample.getByRole('textbox', { name: 'Statement' }).fill('x'.repeat(600))
  await sample.keyboard.press('Enter')
  await expect(sample.getByRole('heading', { level: 1 })).toHaveText('x'.repeat(600))
  expect.soft(await overflowOf(sample), 'claim').toEqual(nothing)
})

/** How far each drawn row of the claims table reaches over the one below it, in pixels. */
const overlaps = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('[role=grid] .rows > [role=row]')].map((row) =>
      row.getBoundingClientRect(),
    )
    boxes.sort((one, other) => one.top - other.top)
    return boxes.slice(1).flatMap(({ top }, at) => {
      const over = (boxes[at]?.bottom ?? top) - top
      return over > 1 ? [Math.round(over)] : []
    })
  })

test('rows of the claims table stand below each other, however they are grouped', async ({ sample }) => {
  await goTo(sample, '#/claims')
  const groups = sample.getByRole('combobox', { name: 'Group claims' })
  for (const choice of ['By kind', 'By status', 'Not grouped', 'By kind']) {
    await groups.selectOption({ label: choice })
    const headings = sample.getByRole('grid').getByRole('heading')
    if (choice === 'Not grouped') await expect(headings).toHaveCount(0)
    else await expect(headings.first()).toBeVisible()
    await expect.poll(() => overlaps(sample), choice).toEqual([])
  }
})

test('new evidence is shown, and asks who says so', async ({ sample }) => {
  await openClaim(sample, /^1,483 people/)
  await sample.getByRole('button', { name: 'Add supporting evidence' }).click()
  await sample.getByRole('button', { name: 'Without a passage' }).click()
  const field = sample.getByRole('combobox', { name: 'Who says so?' })
  await expect(field).toBeFocused()
  await expect(field).toBeInViewport()
  await sample.keyboard.type('North Wire')
  await sample.getByRole('option', { name: /^North Wire/ }).click()
  await expect(sample.getByRole('button', { name: 'Change North Wire' }).last()).toBeVisible()
})

test('another source is asked for at once, and Escape gives it up', async ({ sample }) => {
  await openClaim(sample, /^1,483 people/)
  const replace = sample.getByRole('button', { name: /^Change / }).first()
  await replace.focus()
  await sample.keyboard.press('Enter')
  const field = sample.getByRole('combobox', { name: /^Instead of/ })
  await expect(field).toBeFocused()
  await sample.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(replace).toBeFocused()
})

test('the focus stays where something was done', async ({ sample }) => {
  await openClaim(sample, /^1,483 people/)
  await test.step('deciding about an origin', async () => {
    const decide = sample.getByRole('button', { name: /^Decide about the origin/ }).first()
    await decide.focus()
    await sample.keyboard.press('Enter')
    await expect(sample.getByRole('combobox', { name: 'This evidence' })).toBeFocused()
    await sample.keyboard.press('Escape')
    await expect(decide).toBeFocused()
  })
  await test.step('moving somebody in a chain', async () => {
    const first = sample
      .getByRole('group', { name: 'Who says so, and through whom' })
      .filter({ hasText: 'as reported by' })
      .first()
    const name =
      (await first
        .getByRole('button', { name: /^Change / })
        .first()
        .textContent()) ?? ''
    await first.getByRole('button', { name: `Change ${name}` }).focus()
    await sample.keyboard.press('Alt+ArrowRight')
    await expect(first.getByRole('button', { name: `Change ${name}` })).toBeFocused()
    await expect(first.getByRole('button', { name: /^Change / }).nth(1)).toHaveText(name)
  })
  await test.step('another stance', async () => {
    const supporting = sample.getByRole('region', { name: /^Supported by/ })
    await supporting.getByRole('button', { name: 'Change this piece of evidence' }).first().click()
    const stance = supporting.getByRole('combobox', { name: 'It', exact: true }).first()
    await stance.focus()
    await stance.selectOption({ label: 'mentions' })
    const mentioning = sample.getByRole('region', { name: /^Mentioned by 2/ })
    await expect(mentioning.locator(':focus')).toHaveValue('mentions')
  })
  await test.step('removing evidence, which can be undone at once', async () => {
    const mentioning = sample.getByRole('region', { name: /^Mentioned by/ })
    for (const more of await mentioning
      .getByRole('button', { name: 'Change this piece of evidence', expanded: false })
      .all())
      await more.click()
    const remove = mentioning.getByRole('button', { name: 'Remove this piece of evidence' })
    await remove.first().focus()
    await sample.keyboard.press('Enter')
    await expect(remove).toHaveCount(1)
    await expect(remove).toBeFocused()
    await sample.keyboard.press('Enter')
    await expect(mentioning.getByRole('heading', { name: 'Mentioned by 0' })).toBeFocused()
    const notice = sample.getByRole('status').filter({ hasText: 'The piece of evidence was removed' })
    await notice.getByRole('button', { name: 'Undo this' }).click()
    await expect(mentioning.getByRole('heading', { name: 'Mentioned by 1' })).toBeVisible()
  })
  await test.step('setting open work aside', async () => {
    await goTo(sample, '#/open-work')
    const aside = sample.getByRole('button', { name: /^Set aside:/ })
    // The claim that undo gave its evidence back is among them again.
    await expect(aside.nth(1)).toHaveAccessibleName(/^Set aside: 1,483 people/)
    const second = (await aside.nth(1).getAttribute('aria-label')) ?? ''
    await aside.first().focus()
    await sample.keyboard.press('Enter')
    await sample.getByRole('dialog').getByRole('textbox').fill('Known')
    await sample.keyboard.press('Enter')
    await expect(sample.getByRole('button', { name: second, exact: true }).first()).toBeFocused()
  })
})

test('what is told covers nothing, and problems go when they are mended', async ({ sample }) => {
  await goTo(sample, '#/claims')
  await sample
    .getByRole('checkbox', { name: /^Choose “Diesel/ })
    .first()
    .check()
  const bar = sample.getByRole('toolbar', { name: 'With the chosen claims' })
  const before = await bar.boundingBox()
  await bar.getByRole('combobox', { name: 'Set status' }).selectOption({ label: 'disputed' })
  const notice = sample.getByRole('status').filter({ hasText: 'changed' })
  await expect(notice).toBeVisible()
  expect(await bar.boundingBox()).toEqual(before)
  const box = await notice.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(before?.y ?? 0)

  await openClaim(sample, /^1,483 people/)
  const value = sample.getByRole('textbox', { name: 'Value' })
  await value.fill('many')
  await value.press('Enter')
  const problem = sample.getByRole('alert').filter({ hasText: '“many” is not a number.' })
  await expect(problem.first()).toBeVisible()
  await value.fill('1483')
  await value.press('Enter')
  await expect(problem).toHaveCount(0)
})

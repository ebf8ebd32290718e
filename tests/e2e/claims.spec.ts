import type { Page } from '@playwright/test'
import { expect, goTo, test } from './window.ts'

const openTalks = async (page: Page): Promise<void> => {
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: /Envoys of both sides met/ }).click()
  await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
}

test('says how many independent origins a claim has, and why, and keeps what the user decides', async ({
  sample,
}) => {
  await openTalks(sample)
  const part = sample.getByRole('region', { name: 'Who says so independently' })
  await expect(part).toContainText(/2\s*independent origins for\s*1\s*against/)
  // The reason stands in one sentence; more of it with the origins.
  await expect(part).toContainText(
    /Of 4 pieces of evidence for it, 3 count once: all of these trace to one report by North Wire; 2 pieces of evidence against it count once: all of these are asserted by Maritime Council\./,
  )
  await expect(part).toContainText('All of these trace to one report by North Wire.')

  const picture = part.getByRole('region', { name: 'Supported by 4' })
  const decide = picture.getByRole('button', {
    name: 'Decide about the origin: Two people briefed on the talks',
  })
  await decide.nth(1).focus()
  await sample.keyboard.press('Enter')
  await expect(part.getByRole('combobox', { name: 'This evidence' })).toBeFocused()
  await sample.keyboard.press('Tab')
  await sample.keyboard.type('She was in the room herself')
  await sample.keyboard.press('Enter')
  await expect(part).toContainText(/3\s*independent origins for/)
  await expect(part).toContainText('Taken apart by hand: She was in the room herself')

  await sample.reload()
  await expect(part).toContainText(/3\s*independent origins for/)
  await picture
    .getByRole('button', { name: /Decide about/ })
    .filter({ hasText: 'Decided' })
    .click()
  await part.getByRole('button', { name: 'Take decision back' }).click()
  await expect(part).toContainText(/2\s*independent origins for/)

  await picture.getByRole('button', { name: 'Change North Wire' }).first().click()
  await sample.getByRole('link', { name: 'Its page' }).click()
  await expect(sample.getByRole('heading', { name: 'North Wire', level: 1 })).toBeVisible()
})

test('merges claims, counts the evidence of both, and takes them apart again', async ({ sample }) => {
  await openTalks(sample)
  const part = sample.getByRole('region', { name: 'Who says so independently' })
  const merged = sample.getByRole('region', { name: 'Merged into this claim' })
  await merged.getByRole('combobox', { name: 'Merge another claim into this one' }).fill('Diesel')
  await sample.getByRole('option', { name: /Diesel on the outer islands/ }).click()
  await sample.getByRole('alertdialog').getByRole('button', { name: 'Merge' }).click()
  await expect(merged.getByRole('link', { name: /Diesel/ })).toBeVisible()
  await expect(part).toContainText(/3\s*independent origins for/)
  await goTo(sample, '#/claims')
  await expect(sample.getByRole('link', { name: /Envoys of both sides met/ })).toBeVisible()
  await expect(sample.getByRole('link', { name: /Diesel/ })).toHaveCount(0)

  // What another claim stands for says so; only its evidence can be worked on there.
  await openTalks(sample)
  await merged.getByRole('link', { name: /Diesel/ }).click()
  await expect(sample.getByText('This claim is merged into another one')).toBeVisible()
  await expect(sample.getByRole('textbox', { name: 'Statement' })).toBeDisabled()
  await expect(sample.getByRole('combobox', { name: 'Status' })).toBeDisabled()
  await expect(sample.getByRole('button', { name: 'Add supporting evidence' })).toBeEnabled()
  await sample.getByRole('button', { name: 'Take out' }).click()
  await expect(sample.getByText('This claim is merged into another one')).toHaveCount(0)
  await expect(sample.getByRole('textbox', { name: 'Statement' })).toBeEnabled()
  await sample.getByRole('button', { name: 'Undo this' }).click()
  await expect(sample.getByText('This claim is merged into another one')).toBeVisible()

  await openTalks(sample)
  await merged.getByRole('button', { name: /^Take out “Diesel/ }).click()
  await expect(part).toContainText(/2\s*independent origins for/)
  await goTo(sample, '#/claims')
  await expect(sample.getByRole('link', { name: /Diesel/ })).toBeVisible()
})

test('evidence is found by its passage, and comes with who says so', async ({ sample }) => {
  await goTo(sample, '#/library')
  await sample.getByRole('link', { name: /^Envoys met in secret/ }).click()
  await sample.getByRole('document', { name: /^Envoys met in secret/ }).waitFor()
  await openTalks(sample)
  await sample.getByRole('button', { name: 'Add supporting evidence' }).click()
  const field = sample.getByRole('combobox', { name: 'Find a passage' })
  await expect(field).toBeFocused()
  // Those of the article that was open last are at hand.
  await field.press('ArrowDown')
  await expect(
    sample.getByRole('option', { name: /highlight in Envoys met in secret/ }).first(),
  ).toBeVisible()
  await expect(
    sample.getByRole('option', { name: /^Look for a passage in Envoys met in secret/ }),
  ).toBeVisible()
  await field.fill('diesel')
  await sample.getByRole('option', { name: /^Prices for diesel.*highlight in Envoys met/ }).click()
  const supporting = sample.getByRole('region', { name: 'Supported by 5' })
  await expect(supporting).toContainText(
    'Chamber of Trade (on the record) says, as reported by The Harbour Post',
  )
  await expect(field).toHaveCount(0)
  // A text is opened where the words stand.
  await sample.getByRole('button', { name: 'Add disputing evidence' }).click()
  await field.fill('straits')
  await sample
    .getByRole('option', { name: /look in / })
    .first()
    .click()
  await expect(sample).toHaveURL(/articles.*find=straits/)
})

test('keys go through the list that a claim was opened from; a new one is made when it is written', async ({
  sample,
}) => {
  await goTo(sample, '#/claims')
  const links = sample.getByRole('grid', { name: 'Claims' }).getByRole('row').getByRole('link')
  const [first, second] = await Promise.all([links.nth(0).textContent(), links.nth(1).textContent()])
  await links.nth(0).click()
  const statement = sample.getByRole('textbox', { name: 'Statement' })
  await expect(statement).toHaveValue(first ?? '')
  await expect(sample.getByText('1 of 11')).toBeVisible()
  await sample.keyboard.press('j')
  await expect(statement).toHaveValue(second ?? '')
  await sample.keyboard.press('k')
  await expect(statement).toHaveValue(first ?? '')
  await goTo(sample, '#/claims')
  await sample.getByRole('button', { name: 'New claim' }).click()
  await expect(statement).toBeFocused()
  await goTo(sample, '#/claims')
  await expect(sample.getByRole('navigation').getByRole('link', { name: /^Claims/ })).toContainText('11')
})

test('a grade and its reason are changed in two windows without a conflict', async ({
  sample,
  context,
  running,
}) => {
  await openTalks(sample)
  const other = await context.newPage()
  await other.goto(running.address)
  // Only then has the window read the address that it was opened with.
  await other.getByRole('heading', { level: 1 }).first().waitFor()
  await openTalks(other)
  const reason = other.getByRole('textbox', { name: 'Why this credibility' })
  await reason.fill('Two captains said so.')
  await Promise.all([
    reason.press('Enter'),
    sample.getByRole('combobox', { name: 'Credibility' }).selectOption('2'),
  ])
  await expect(other.getByRole('combobox', { name: 'Credibility' })).toHaveValue('2')
  await expect(sample.getByRole('textbox', { name: 'Why this credibility' })).toHaveValue(
    'Two captains said so.',
  )
})

test('the list of claims is there after a claim that was opened first', async ({ sample }) => {
  await openTalks(sample)
  await sample.reload()
  await sample.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  await goTo(sample, '#/claims')
  await expect(sample.getByRole('grid', { name: 'Claims' }).getByRole('link').first()).toBeVisible()
})

test('a claim is copied with who says so, as text and with its form', async ({ sample: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(page, '#/claims')
  await page.getByRole('link', { name: 'Envoys of both sides met directly' }).click()
  await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  await page.getByRole('heading', { name: 'Related claims' }).click()
  await page.keyboard.press('q')
  await expect(page.getByRole('status').filter({ hasText: 'Copied: what is said' })).toBeVisible()
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? ''
    return { text: await read('text/plain'), html: await read('text/html') }
  })
  expect(copied.text).toMatch(/^## Envoys of both sides met directly/)
  expect(copied.text).toContain('told North Wire, as reported by The Harbour Post')
  expect(copied.html).toContain('<strong>2 independent origins say so; 1 says otherwise.</strong>')
  // The pilot is confidential.
  for (const words of [copied.text, copied.html]) expect(words).not.toContain('harbour pilot')
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openHow, selectByMouse } from './the-whole-job.ts'
import { expect, goTo, showHighlights, test } from './window.ts'

const openClaim = async (page: Page, name: RegExp): Promise<void> => {
  await goTo(page, '#/claims')
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
const pick = async (page: Page, field: string, typed: string, option: string | RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: field }).fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}
const giveReason = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'The reason' }).fill(reason)
  await page.keyboard.press('Enter')
}

test('a chain is made hop by hop, and reads as a sentence', async ({ sample: page }) => {
  await openClaim(page, /^Diesel on the outer islands/)
  const card = page.getByRole('article').filter({ hasText: 'Prices for diesel' }).last()
  await pick(page, 'Who says so?', 'Shopkeepers', 'Not named: “Shopkeepers”')
  await expect(card).toContainText('Shopkeepers (not named)')
  for (const [typed, option] of [
    ['North', /North Wire/],
    ['Harbour', /The Harbour Post/],
  ] as const) {
    await card.getByRole('button', { name: 'Through whom?' }).click()
    await pick(page, 'Through whom?', typed, option)
    await expect(card.getByRole('combobox', { name: 'Through whom?' })).toHaveCount(0)
  }
  await openHow(card, 'Shopkeepers')
  await page.getByRole('combobox', { name: 'On which terms Shopkeepers speaks' }).selectOption('background')
  await page.getByRole('combobox', { name: 'How Shopkeepers puts it' }).selectOption('confirms')
  await page.keyboard.press('Escape')
  await expect(card).toContainText(
    'Shopkeepers (not named, on background) confirmed to North Wire, as reported by The Harbour Post',
  )
  await card.getByRole('button', { name: 'Change North Wire' }).click()
  await page.getByRole('button', { name: 'Take out' }).click()
  await expect(card).toContainText('confirms, as reported by The Harbour Post')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(card).toContainText('confirmed to North Wire')
  await page.reload()
  await expect(card).toContainText(
    'Shopkeepers (not named, on background) confirmed to North Wire, as reported by The Harbour Post',
  )
  await card
    .getByRole('button', { name: 'Change The Harbour Post' })
    .dragTo(card.getByRole('button', { name: 'Change North Wire' }))
  await expect(card).toContainText('confirmed to The Harbour Post, as reported by North Wire')
  await expect(page.getByRole('region', { name: 'Who says so independently' })).toContainText(
    /1\s*independent origin for/,
  )
})

test('the words around a highlight suggest the chain; one key takes it', async ({ sample: page }) => {
  await page.getByRole('link', { name: 'Envoys met in secret on Lorne, officials say' }).click()
  await showHighlights(page)
  await page.getByRole('button', { name: /^Show in the text: Two people briefed/ }).click()
  await page.getByRole('button', { name: 'Delete highlight' }).waitFor()
  await page.keyboard.press('c')
  // Enter would take the chain, too.
  const statement = page.getByRole('textbox', { name: 'Statement' })
  await statement.fill('The envoys met on Lorne.')
  await statement.blur()
  await page.getByRole('link', { name: 'The envoys met on Lorne.' }).click()
  await page.getByRole('heading', { name: 'Who says so independently' }).waitFor()
  await expect(page.getByText('The words around it say:')).toBeVisible()
  await page.getByRole('heading', { name: 'Related claims' }).click()
  await page.keyboard.press('y')
  const card = page.getByRole('article').filter({ hasText: 'envoys of both sides met' }).last()
  await expect(card).toContainText('told North Wire, as reported by The Harbour Post')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('The words around it say:')).toBeVisible()
})

test('the table by keyboard: choose, edit in place, group, keep a view', async ({ sample: page }) => {
  await goTo(page, '#/claims')
  const grid = page.getByRole('grid', { name: 'Claims' })
  const row = (statement: string): ReturnType<Page['getByRole']> =>
    grid.getByRole('row').filter({ hasText: statement })
  const first = grid.locator('[data-index="0"] [data-column="0"]')
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  await page.keyboard.type('About 1,500 people were said to have been killed.')
  await page.keyboard.press('Enter')
  const changed = row('About 1,500 people were said to have been killed.')
  await expect(changed).toBeVisible()

  await changed.locator('[data-column="2"]').focus()
  await page.keyboard.press('F2')
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
  await expect(changed).toContainText('refuted')
  await page.keyboard.press('Space')
  await row('Diesel').getByRole('checkbox').check()
  const bar = page.getByRole('toolbar', { name: 'With the chosen claims' })
  await expect(bar).toContainText('2 chosen')
  await bar.getByRole('combobox', { name: 'Set status' }).selectOption({ label: 'confirmed' })
  await expect(page.getByText('2 claims were changed.')).toBeVisible()
  await expect(row('Diesel')).toContainText('confirmed')
  await bar.getByRole('button', { name: 'Choose none' }).click()

  // All, none, and with Shift from one row to another one, by mouse and by key.
  const all = grid.getByRole('checkbox', { name: 'Choose all' })
  await all.click()
  await expect(bar).toContainText('11 chosen')
  await expect(all).toBeChecked()
  await all.click()
  await expect(bar).toHaveCount(0)
  const box = (index: number) => grid.locator(`[data-index="${index}"]`).getByRole('checkbox')
  await box(1).click()
  await box(4).click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('4 chosen')
  await expect(box(3)).toBeChecked()
  await expect(all).not.toBeChecked()
  await grid.locator('[data-index="6"] [data-column="0"]').focus()
  await page.keyboard.press('Shift+Space')
  await expect(bar).toContainText('6 chosen')
  await bar.getByRole('button', { name: 'Choose none' }).click()

  await page.getByRole('combobox', { name: 'Group claims' }).selectOption({ label: 'By status' })
  await expect(grid.getByRole('heading', { name: 'confirmed 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Credibility' }).check()
  await page.keyboard.press('Escape')
  await expect(grid.getByRole('columnheader', { name: 'Credibility' })).toBeVisible()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('By where they stand')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Group claims' }).selectOption({ label: 'Not grouped' })
  await page.reload()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'By where they stand', exact: true }).click()
  await expect(grid.getByRole('heading', { name: 'confirmed 2' })).toBeVisible()
})

test('what a claim says more than its excerpts, dates that cannot be, and figures that contradict', async ({
  sample: page,
}) => {
  await openClaim(page, /^The envoy may speak/)
  const part = page.getByRole('region', { name: 'The statement and its excerpts' })
  await expect(part.getByText('Assembly', { exact: true })).toHaveAttribute('title', /none of the excerpts/)
  await part.getByRole('button', { name: 'It is fine; set aside' }).click()
  await giveReason(page, 'The Assembly is meant throughout.')
  await expect(part).toContainText('Set aside: The Assembly is meant throughout.')

  await openClaim(page, /^1,483 people had died/)

  await page.getByRole('textbox', { name: 'Said', exact: true }).fill('2031-03-07')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('it was published before it was said')

  const figures = page.getByRole('region', { name: 'What is said of the same quantity' })
  await expect(figures.getByRole('row', { name: /About 1,500/ })).toContainText('contradicts 2 others')
  await expect(figures.getByRole('row', { name: /1,112/ })).not.toContainText('contradicts')
  const pairs = page.getByRole('region', { name: 'Perhaps the same, or a contradiction' })
  await pairs.getByRole('button', { name: 'Contradicts: About 1,500' }).click()
  await expect(page.getByRole('region', { name: 'Related claims' })).toContainText('About 1,500')
  await expect(pairs.getByRole('listitem')).toHaveCount(1)
})

test('sources are the same, perhaps, or certainly not; merged and taken apart again', async ({
  sample: page,
}) => {
  await goTo(page, '#/names')
  const group = page.getByRole('region', { name: /^Spellings of/ })
  await expect(group).toContainText('fits the initials')
  await group.getByRole('button', { name: 'O. Teller is the same as Oban Teller' }).click()
  await expect(page.getByText('No spellings to decide about.')).toBeVisible()
  await goTo(page, '#/sources')
  await page.getByRole('link', { name: 'Oban Teller' }).click()
  const same = page.getByRole('region', { name: 'The same, or not' })
  await same.getByRole('button', { name: 'Take out O. Teller' }).click()
  await expect(page.getByText('O. Teller stands for itself again.')).toBeVisible()
  await pick(page, 'Somebody else, not…', 'O. T', /^O. Teller/)
  await expect(same.getByRole('group', { name: 'Certainly not' })).toContainText('O. Teller')
  await goTo(page, '#/names')
  await expect(page.getByText('No spellings to decide about.')).toBeVisible()

  await goTo(page, '#/sources')
  const two = page.getByRole('row', { name: /^Two people briefed on the talks/ })
  await expect(
    two.getByTitle('Of 2 claims that it supports or disputes, others say the same independently of 1.'),
  ).toHaveText('1')
  await two.getByRole('link').click()
  await expect(page.getByRole('region', { name: 'What others say of the same' })).toContainText(
    '1 of 2 said independently by others, too',
  )
  await pick(page, 'Perhaps the same as…', 'A harbour', /harbour pilot/)
  await expect(page.getByRole('region', { name: 'What others say of the same' })).toContainText(
    '0 of 2 said independently by others, too',
  )
})

test('a reprint is shown beside what it repeats, and confirmed', async ({ sample: page }) => {
  await goTo(page, '#/reprints')
  const pair = page.getByRole('region', { name: /Secret talks held .* Talks on our island/ })
  await pair.getByRole('button', { name: '4 passages in both' }).click()
  await expect(pair.getByRole('listitem')).toHaveCount(4)
  await pair.getByRole('button', { name: /“Talks on our island.*” repeats “Secret talks/ }).click()
  await expect(page.getByText('Noted. Evidence from both counts as one origin now.')).toBeVisible()
  await expect(page.getByText('Nothing to decide about.')).toBeVisible()
  await openClaim(page, /^Envoys of both sides met directly/)
  await expect(page.getByRole('region', { name: 'Who says so independently' })).toContainText(
    'These are “Secret talks held on Lorne, sources say” and what repeats it',
  )
})

test('the timeline by keyboard and as a table; the picture as a file', async ({ sample: page }) => {
  await goTo(page, '#/timeline')
  await page.getByText('7 claims with a date').waitFor()
  await page.getByRole('group', { name: 'Claims along time' }).focus()
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown')
  await expect(page.getByText(/^Feb 20\s–\s28, 2031: Envoys of both sides met directly/)).toBeAttached()
  await page.keyboard.press('+')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Envoys of both sides/ })).toBeVisible()

  await goTo(page, '#/timeline')
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption({ label: 'By tag' })
  await page.getByRole('button', { name: 'Table' }).click()
  const rows = page.getByRole('table', { name: 'Timeline' }).getByRole('row')
  await expect(rows.filter({ hasText: 'A second round' })).toContainText('about Mar 15, 2031')
  await expect(rows.filter({ hasText: 'Envoys of both' })).toContainText('Lorne meeting')
  await page.getByRole('button', { name: 'Picture' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /SVG/ }).click()
  const svg = await readFile(await (await download).path(), 'utf8')
  expect(svg).toContain('Lorne meeting')
  expect(svg).toContain('Envoys of both sides met directly on Lorne')
  await page.getByRole('button', { name: 'Table' }).click()
  await page.getByRole('combobox', { name: 'Which date' }).selectOption({ label: 'When it was said' })
  await expect(rows.filter({ hasText: 'inflated' })).toContainText('Mar 5, 2031')
})

test('the graph: find a node, what is around it, the same as a table', async ({ sample: page }) => {
  await goTo(page, '#/graph')
  await page.getByRole('searchbox', { name: 'Find a node' }).fill('North Wire')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'What is chosen' })
  await expect(panel.getByRole('heading', { name: 'North Wire' })).toBeVisible()
  await panel.getByRole('button', { name: 'Only what is around it' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'nodes' })).toContainText('6 nodes')
  await page.getByRole('button', { name: 'Table' }).click()
  const table = page.getByRole('table', { name: 'Graph' })
  await expect(table.getByRole('row', { name: /^Two people briefed/ })).toContainText('Anonymous source')
  await page.getByRole('button', { name: 'Picture' }).click()
  await panel.getByRole('button', { name: /Two people briefed/ }).click()
  await panel.getByRole('link', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Two people briefed on the talks' })).toBeVisible()

  await goTo(page, '#/matrix')
  await page.getByRole('link', { name: 'Lorne meeting, Maritime Council: 2' }).click()
  await expect(page.getByText('2 claims', { exact: true })).toBeVisible()
})

test('a picture that is saved names no confidential source, unless that is asked for', async ({
  sample: page,
}) => {
  const pilot = 'A harbour pilot on the Lorne route'
  const notice = page.getByText('One confidential source is not named in the file.')
  const asked = page.getByRole('checkbox', { name: 'With confidential names' })
  const save = async (): Promise<string> => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /SVG/ }).click()
    const svg = await readFile(await (await download).path(), 'utf8')
    // A name may stand in several lines.
    return svg.replace(/<\/text>\s*<text[^>]*>/g, ' ')
  }
  /** What is written in the picture once it has what was asked for. */
  const expectRule = async (shown: string): Promise<void> => {
    await expect.poll(save).toContain(shown)
    const withheld = await save()
    expect(withheld).not.toContain(pilot)
    expect(withheld).toMatch(/[> ]Confidential source 1[< ]/)
    expect(withheld).not.toContain('Confidential source 2')
    expect(withheld).toContain('One confidential source is not named here.')
    await expect(notice).toBeVisible()
    await asked.check()
    const named = await save()
    expect(named).toContain(pilot)
    expect(named).not.toContain('onfidential source')
  }

  await goTo(page, '#/graph')
  await page.getByRole('searchbox', { name: 'Find a node' }).fill('harbour pilot')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'What is chosen' })
  await expect(panel.getByRole('heading', { name: pilot })).toBeVisible()
  await panel.getByRole('button', { name: 'Only what is around it' }).click()
  await expectRule('Confidential source 1')

  await goTo(page, '#/timeline')
  await expect(asked).not.toBeChecked()
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption({ label: 'By who says so' })
  await expectRule('Maritime Council')
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption({ label: 'By tag' })
  await asked.uncheck()
  await expect.poll(save).toContain('Lorne meeting')
  expect(await save()).not.toContain('onfidential source')

  await goTo(page, '#/matrix')
  await expect(page.getByRole('rowheader', { name: pilot })).toBeVisible()
  await expectRule('Maritime Council')
})

test('open work leads to where it is settled, and is set aside with a reason', async ({ sample: page }) => {
  const lines = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /aside|again/ }) })
  const show = async (kind: string): Promise<void> => {
    await goTo(page, '#/open-work')
    await page.getByRole('combobox', { name: 'Which work' }).selectOption(kind)
  }
  await show('no-response')
  await expect(lines).toHaveCount(2)
  await lines
    .filter({ hasText: 'Accused: Outer Isles Hospital Network' })
    .getByRole('link', { name: /inflated their counts/ })
    .click()
  await expect(page.getByRole('button', { name: 'Add disputing evidence' })).toBeFocused()
  await page.getByRole('button', { name: 'Add disputing evidence' }).click()
  await page.getByRole('button', { name: 'Without a passage' }).click()
  const card = page.getByRole('region', { name: 'Disputed by 1' })
  await card.getByRole('combobox', { name: 'Who says so?' }).fill('Outer Isles Hosp')
  await page.getByRole('option', { name: /Outer Isles Hospital Network/ }).click()
  await expect(card).toContainText('Outer Isles Hospital Network says')
  await show('no-response')
  await expect(lines).toHaveCount(1)

  // Each leads to the control where it is settled.
  await show('ungraded-source')
  await lines.getByRole('link').first().click()
  await expect(page.getByRole('combobox', { name: /^Reliability/ })).toBeFocused()
  await show('contradiction')
  await lines.getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Related claims' }).getByRole('link').first()).toBeFocused()

  await show('one-origin')
  const diesel = lines.filter({ hasText: 'Diesel' })
  await diesel.getByRole('button', { name: /^Set aside: Diesel/ }).click()
  await giveReason(page, 'Prices are on every board.')
  await expect(diesel).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Also what was set aside' }).check()
  await expect(diesel).toContainText('Set aside: Prices are on every board.')
  await diesel.getByRole('button', { name: /^Point out again: Diesel/ }).click()
  await expect(diesel).not.toContainText('Prices are on every board.')
})

test('claims that contradict each other or may be one are listed, and decided about', async ({
  sample: page,
}) => {
  await goTo(page, '#/contradictions')
  const perhaps = page.getByRole('region', { name: 'Perhaps the same, or a contradiction' })
  const twins = perhaps.getByRole('region', {
    name: /No representative of the Maritime Council .* No representative/,
  })
  await expect(twins.getByRole('insertion').or(twins.getByRole('deletion'))).toContainText('Maritime')
  await twins.getByRole('button', { name: 'They are one: merge' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge' }).click()
  await expect(twins).toHaveCount(0)
  const figures = perhaps.getByRole('region', { name: /1,483 people had died .* About 1,500/ })
  await figures.getByRole('button', { name: 'They contradict each other' }).click()
  await expect(page.getByRole('region', { name: 'Contradict each other' })).toContainText('About 1,500')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(figures).toBeVisible()
})

test('a tag that was merged is taken out again', async ({ sample: page }) => {
  await goTo(page, '#/tags')
  await page.getByRole('button', { name: /^Supplies/ }).click()
  await page.getByRole('combobox', { name: 'Merge into' }).selectOption({ label: 'Denials' })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByRole('button', { name: /^Supplies/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Take out “Supplies”' }).click()
  await expect(page.getByRole('button', { name: /^Supplies/ })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Stands for' })).toHaveCount(0)
})

test('evidence that was withdrawn stays and counts no more; dates and figures are typed as people type them', async ({
  sample: page,
}) => {
  await openClaim(page, /^Envoys of both sides/)
  const origins = page.getByRole('region', { name: 'Who says so independently' })
  await expect(origins).toContainText(/2\s*independent origins for/)
  await page.getByRole('button', { name: 'Change this piece of evidence' }).first().click()
  await page.getByRole('combobox', { name: 'Whether it still stands' }).first().selectOption('withdrawn')
  await giveReason(page, 'The paper took it back.')
  await expect(origins).toContainText('does not count')
  await expect(page.getByText('was withdrawn.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(origins).not.toContainText('does not count')

  const said = page.getByRole('textbox', { name: 'Said', exact: true })
  await said.fill('March 6, 2031')
  await expect(page.getByText('Read as Mar 6, 2031')).toBeVisible()
  await said.press('Enter')
  await expect(said).toHaveValue('Mar 6, 2031')
  await said.fill('some day')
  await said.press('Enter')
  await expect(page.getByText(/^Write a date as .* early 2031/)).toBeVisible()
  await said.press('Escape')
  // By the calendar: it opens at the day that is known, and is gone through by keys.
  const opener = page.getByRole('button', { name: 'Choose a day: Said' })
  await opener.click()
  const calendar = page.getByRole('dialog', { name: 'Choose a day: Said' })
  await expect(calendar.getByRole('button', { name: 'Thursday, March 6, 2031' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(said).toHaveValue('Mar 5, 2031')
  await expect(opener).toBeFocused()
  await page.keyboard.press('Enter')
  await calendar.getByRole('button', { name: 'Year before' }).click()
  await calendar.getByRole('button', { name: 'All of Mar 2030' }).click()
  await expect(said).toHaveValue('Mar 2030')

  await openClaim(page, /^About 1,500 people/)
  const figure = page.getByRole('group', { name: 'Figure' })
  const value = figure.getByRole('textbox', { name: 'Value' })
  await value.fill('more than 1,600')
  await expect(figure.getByText('Read as more than 1,600')).toBeVisible()
  await value.press('Enter')
  await expect(value).toHaveValue('1600')
  await expect(figure.getByRole('combobox', { name: 'How exactly' })).toHaveValue('more-than')
  await value.fill('30–40')
  await value.press('Enter')
  await expect(figure.getByRole('textbox', { name: 'to', exact: true })).toHaveValue('40')
  // A range says itself how exactly it is told.
  await expect(figure.getByRole('combobox', { name: 'How exactly' })).toHaveCount(0)

  // As it is done in another region.
  await page.keyboard.press('Control+,')
  await page.getByRole('tab', { name: 'Language and region' }).click()
  await page.getByRole('combobox', { name: /^Figures and dates/ }).selectOption({ label: 'German (Germany)' })
  await expect(page.getByRole('dialog')).toContainText('1.234,5 · 14.3.2031')
  await page.keyboard.press('Escape')
  await value.fill('1.600,5')
  await value.press('Enter')
  await expect(value).toHaveValue('1600,5')
})

test('evidence that nobody is named for is gone through with J and Y', async ({ sample: page }) => {
  for (const words of ['lasted four hours', 'second round was planned']) {
    await goTo(page, '#/library')
    await page.getByRole('link', { name: 'Secret talks held on Lorne, sources say' }).click()
    await page.getByRole('document', { name: /^Secret talks/ }).waitFor()
    await selectByMouse(page, words)
    await page.keyboard.press('c')
    await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
    await page.keyboard.press('Escape')
  }
  await goTo(page, '#/open-work')
  await page.getByRole('combobox', { name: 'Which work' }).selectOption('nobody-named')
  const lines = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Set aside/ }) })
  await expect(lines).toHaveCount(3)
  await page.getByRole('heading', { name: 'Open work', level: 1 }).click()
  await page.keyboard.press('j')
  await expect(lines.first().getByRole('link').first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(lines.nth(1)).toContainText(/The words around it/)
  await page.keyboard.press('k')
  // After each the focus is in the next one, which is taken by the same key.
  for (let left = 3; left > 0; left -= 1) {
    await expect(lines.first()).toContainText(/The words around it/)
    const isOwn = (await lines.first().textContent())?.includes('do not tell') === true
    await page.keyboard.press(isOwn ? 'o' : 'y')
    await expect(lines).toHaveCount(left - 1)
  }
  await expect(page.getByText('Nothing of this kind is left.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(lines).toHaveCount(1)
})

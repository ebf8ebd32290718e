import { expect, goTo, test } from './window.ts'

test('what a source is to be asked is kept with it, shown as open work, and answered', async ({
  sample: page,
}) => {
  await goTo(page, '#/sources')
  await page.getByRole('link', { name: 'Ilse Marrin' }).click()
  const part = page.getByRole('region', { name: 'Questions' })
  await part.getByRole('textbox', { name: 'What is to be asked' }).fill('Who let her speak for the Council?')
  await page.keyboard.press('Enter')
  await expect(part.getByRole('listitem')).toContainText('To ask')

  await goTo(page, '#/open-work')
  const which = page.getByRole('combobox', { name: 'Which work' })
  await which.selectOption({ label: 'Questions to sources (1)' })
  await expect(page.getByText('Who let her speak for the Council?')).toBeVisible()
  await goTo(page, '#/sources')
  await expect(page.getByRole('row', { name: /Ilse Marrin/ })).toContainText('1')
  await page.getByRole('link', { name: 'Ilse Marrin' }).click()

  await part.getByRole('button', { name: 'Asked today' }).click()
  await expect(part.getByRole('listitem')).toContainText(/Asked .*, no answer yet/)
  await part.getByRole('textbox', { name: 'Answered', exact: true }).fill('2031-03-06')
  await page.keyboard.press('Enter')
  await expect(part.getByRole('listitem')).toContainText('answered Mar 6, 2031')
  await part.getByRole('textbox', { name: 'The answer' }).fill('Nobody did.')
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(part.getByRole('textbox', { name: 'The answer' })).toHaveValue('Nobody did.')
  await goTo(page, '#/open-work')
  await expect(which.getByRole('option', { name: 'Questions to sources (0)' })).toBeAttached()

  await page.goBack()
  await part.getByRole('button', { name: /^Remove the question/ }).click()
  await expect(part.getByRole('listitem')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(part.getByRole('listitem')).toContainText('Who let her speak for the Council?')
})

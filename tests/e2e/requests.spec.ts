import type { Request } from '@playwright/test'
import { expect, goTo, test } from './window.ts'

test('a changed stance costs at most three requests, and typing in one field asks only for that', async ({
  sample,
}) => {
  const asked: string[] = []
  const open = new Set<Request>()
  const callOf = (request: Request): string | undefined => {
    const { pathname } = new URL(request.url())
    return pathname.startsWith('/rpc/') && pathname !== '/rpc/changes' ? pathname.slice(5) : undefined
  }
  sample.on('request', (request) => {
    const call = callOf(request)
    if (call === undefined) return
    asked.push(call)
    open.add(request)
  })
  const over = (request: Request): void => void open.delete(request)
  sample.on('requestfinished', over)
  sample.on('requestfailed', over)
  /** Everything that was asked is answered, and what follows from the answers would be asked by then. */
  const settled = async (): Promise<void> => {
    await expect
      .poll(async () => {
        // Without a frame that is asked for, a window that has nothing to draw may never be idle.
        await sample.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))),
        )
        return open.size
      })
      .toBe(0)
  }

  await goTo(sample, '#/claims')
  await sample.getByRole('link', { name: /^1,483 people/ }).click()
  await sample.getByRole('img', { name: /^Figures along time/ }).waitFor()
  await settled()
  const supporting = sample.getByRole('region', { name: /^Supported by/ })
  await supporting.getByRole('button', { name: 'Change this piece of evidence' }).first().click()
  await settled()
  asked.length = 0
  await supporting
    .getByRole('combobox', { name: 'It', exact: true })
    .first()
    .selectOption({ label: 'mentions' })
  await expect(sample.getByRole('region', { name: /^Mentioned by 2/ })).toBeVisible()
  await expect(sample.getByRole('region', { name: 'Who says so independently' })).toContainText(
    /1\s*independent origin for/,
  )
  await settled()
  expect(asked.toSorted()).toEqual(['claims/edit', 'claims/figures', 'claims/get'])

  asked.length = 0
  await sample.getByRole('combobox', { name: 'Add a related claim' }).fill('Diesel')
  await sample.getByRole('option', { name: /^Diesel/ }).waitFor()
  await settled()
  expect(new Set(asked)).toEqual(new Set(['claims/list']))
})

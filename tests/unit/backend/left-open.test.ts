import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { App } from '../../../src/backend/app.ts'
import { temporaryFolder } from '../../support/ascribe.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const apps: App[] = []

/** The program, started anew. */
function start(): App {
  const app = new App({ version: '0.0.0', home: folder.path, anyPath: true, stays: true })
  apps.push(app)
  return app
}
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
  await folder.remove()
})

test('the notebook that was open when the program ended is open again, where it was left', async () => {
  const first = start()
  await first.create('Harbour')
  await first.at('/claims/01J')
  await first.close()

  const second = start()
  void second.reopen()
  const { notebook } = await second.stateWhenOpen()
  expect(notebook).toMatchObject({ title: 'Harbour', place: '/claims/01J' })
})

test('one that was closed stays closed, and remembers its place', async () => {
  const first = start()
  const { notebook } = await first.create('Harbour')
  await first.at('/sources')
  await first.leave()

  const second = start()
  await second.reopen()
  expect((await second.state()).notebook).toBeNull()
  const { notebook: again } = await second.open(notebook?.folder ?? '')
  expect(again?.place).toBe('/sources')
})

test('one that is gone is told of, and not tried again', async () => {
  const first = start()
  const { notebook } = await first.create('Harbour')
  await first.close()
  await rename(notebook?.folder ?? '', join(folder.path, 'elsewhere'))

  const second = start()
  await second.reopen()
  const state = await second.state()
  expect(state.notebook).toBeNull()
  expect(state.notReopened?.message).toContain('Harbour')
  await second.create('Another')
  expect((await second.state()).notReopened).toBeNull()
  await second.leave()

  const third = start()
  await third.reopen()
  expect((await third.state()).notReopened).toBeNull()
})

test('a damaged list of notebooks starts again', async () => {
  await writeFile(join(folder.path, '.recent.json'), '{"recent": [{"folder": 7}]')
  const app = start()
  await app.reopen()
  expect(await app.state()).toMatchObject({ recent: [], notebook: null, notReopened: null })
})

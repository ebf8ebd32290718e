import { readFile, stat, writeFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { DefectLog } from '../../../src/backend/program/defect-log.ts'
import { newNotebook } from '../../support/notebooks.ts'

it('a defect in a call is noted, without any words of the notebook', async () => {
  const { app, backend } = await newNotebook()
  Object.defineProperty(app.store.model, 'askNow', {
    value: () => Promise.reject(new TypeError('the claim “Renée Kovář carried it” has no rows')),
  })
  await expect(backend.claims.list({})).rejects.toMatchObject({ status: 500, data: { code: 'defect' } })
  await app.defects.settled()
  const log = await readFile(app.defects.path, 'utf8')
  expect(log).toContain('claims.list TypeError')
  expect(log).toMatch(/at .*defects\.test\.ts:\d+/)
  expect(log).not.toMatch(/Kovář|carried|\/home\/|\/tmp\//)
  expect((await stat(app.defects.path)).mode & 0o077).toBe(0)
})

it('what is expected to fail is no defect', async () => {
  const { app, backend } = await newNotebook()
  await expect(backend.claims.get({ id: '0190a5b2-0000-7000-8000-000000000001' })).rejects.toThrow()
  await app.defects.settled()
  await expect(stat(app.defects.path)).rejects.toThrow('ENOENT')
})

it('the log begins anew when it is long, and keeps the one before', async () => {
  const { home } = await newNotebook()
  const log = new DefectLog(home, '1')
  await mkdir(dirname(log.path), { recursive: true })
  await writeFile(log.path, 'x'.repeat(300_000))
  log.note('somewhere', new RangeError('x'))
  await log.settled()
  expect((await stat(log.path)).size).toBeLessThan(5_000)
  expect((await stat(`${log.path}.1`)).size).toBe(300_000)
})

it('a defect in a thread is noted with where it was in the thread', async () => {
  const { app, backend } = await newNotebook()
  const run = app.thread.run.bind(app.thread)
  app.thread.run = ((_task: string, _input: unknown, options: object) =>
    run('carryOver', { annotations: null } as never, options)) as typeof run
  await expect(
    backend.articles.paste({ content: 'Renée Kovář carried it.', mediaType: 'text/plain', title: 'Secret' }),
  ).rejects.toMatchObject({ data: { code: 'defect' } })
  await app.defects.settled()
  const log = await readFile(app.defects.path, 'utf8')
  expect(log).toContain('articles.paste TypeError')
  expect(log).toMatch(/at .*carry-over[\w-]*\.[jt]s:\d+/)
  expect(log).not.toMatch(/Kovář|carried|Secret/)
})

it('the read model begins anew when its thread ends, and that is noted', async () => {
  const { app, backend } = await newNotebook()
  await backend.claims.create({ statement: 'It rained.' })
  app.store.model.emit('defect', new RangeError('of “It rained.”'))
  await app.defects.settled()
  const log = await readFile(app.defects.path, 'utf8')
  expect(log).toContain('read model RangeError')
  expect(log).not.toContain('rained')
})

it('what the window notes has a name of a program and places of it, nothing else', async () => {
  const { app, backend } = await newNotebook()
  await backend.about.note({
    name: 'TypeError',
    stack: 'TypeError: Renée Kovář\n    at open (http://127.0.0.1:4000/assets/main-x.js:1:20)\nKovář again',
  })
  await backend.about.note({ name: 'Renée Kovář', stack: '' })
  await app.defects.settled()
  const log = await readFile(app.defects.path, 'utf8')
  expect(log).toContain('window TypeError\n    at open (main-x.js:1:20)')
  expect(log).not.toMatch(/Kovář|127\.0/)
})

it('what ends the program is noted at once', async () => {
  const { app } = await newNotebook()
  app.defects.noteNow('shell', new TypeError('of a notebook'))
  expect(await readFile(app.defects.path, 'utf8')).toContain('shell TypeError')
})

import { readFile, stat, writeFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { DefectLog } from '../../../src/backend/defect-log.ts'
import { newNotebook } from '../../support/notebooks.ts'

it('a defect in a call is noted, without any words of the notebook', async () => {
  const { app, backend } = await newNotebook()
  Object.defineProperty(app.store.model, 'askNow', {
    value: () => Promise.reject(new TypeError('the claim “Renée Kovář carried it” has no rows')),
  })
  await expect(backend.claims.list({})).rejects.toThrow()
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

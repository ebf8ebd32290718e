import { speak } from '../../../src/core/words/say.ts'
import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ChangeLog } from '../../../src/storage/change-log.ts'
import { newNotebook, reopen } from '../../support/notebooks.ts'

afterEach(() => vi.useRealTimers())
const setClock = (time: string): unknown => vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })

/** A notebook with three months of log. */
async function threeMonths(): ReturnType<typeof newNotebook> {
  const notebook = await newNotebook()
  for (const month of ['08', '09', '10']) {
    setClock(`2031-${month}-05T10:00:00Z`)
    for (let n = 0; n < 20; n += 1) await notebook.backend.tags.create({ name: `Tag ${month} ${n}` })
  }
  return notebook
}

describe('the log', () => {
  it('is compressed by month; history and undo go through it as before', async () => {
    const { app, backend, folder, home } = await threeMonths()
    const before = await backend.history.list({ limit: 1000 })
    await app.close()
    const august = join(folder, 'log', '2031-08.jsonl')
    const content = await readFile(august)
    expect(await new ChangeLog(folder).compact()).toEqual(['2031-08.jsonl', '2031-09.jsonl'])
    expect(existsSync(august)).toBe(false)
    expect(gunzipSync(await readFile(`${august}.gz`))).toEqual(content)
    expect((await stat(`${august}.gz`)).size).toBeLessThan(content.length / 3)
    const again = await reopen(app, folder, home)
    expect(await again.backend.history.list({ limit: 1000 })).toEqual(before)
    for (let n = 0; n < 45; n += 1) await again.backend.history.undo()
    expect((await again.backend.tags.list()).map(({ name }) => name).sort()).toEqual(
      Array.from({ length: 15 }, (_, n) => `Tag 08 ${n}`).sort(),
    )
    const first = before.rows.at(-1)
    expect((await again.backend.history.get({ id: first?.id ?? '' })).entries[0]?.title).toBe('Tag 08 0')
    expect(await again.backend.health.check()).toEqual([])
  })

  it('that is compressed and damaged is named, and the documents stay', async () => {
    const { app, folder, home } = await threeMonths()
    await app.close()
    await new ChangeLog(folder).compact()
    const path = join(folder, 'log', '2031-08.jsonl.gz')
    const bytes = await readFile(path)
    bytes.fill(0, 30, 60)
    await writeFile(path, bytes)
    const again = await reopen(app, folder, home)
    expect(await again.backend.tags.list()).toHaveLength(60)
    expect(
      (await again.backend.health.check()).some(({ message }) => speak(message).includes('2031-08')),
    ).toBe(true)
  })

  it('is not read to its beginning when the notebook is opened', async () => {
    const { app, folder, home } = await threeMonths()
    await app.close()
    // If anything of the old months were read, this would be noticed.
    for (const month of ['08', '09']) await writeFile(join(folder, 'log', `2031-${month}.jsonl`), 'garbage\n')
    const again = await reopen(app, folder, home)
    expect(again.app.store.findings).toEqual([])
    expect(await again.backend.tags.list()).toHaveLength(60)
    await again.backend.tags.create({ name: 'Goes on' })
    expect(speak((await again.backend.history.undo()).label)).toContain('Goes on')
  })
})

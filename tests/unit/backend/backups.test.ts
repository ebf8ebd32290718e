import { told } from '../../support/told.ts'
import { speak } from '../../../src/core/words/say.ts'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BackupSchedule } from '../../../src/backend/backups/backup-schedule.ts'
import { toPrune } from '../../../src/backend/backups/prune.ts'
import { plainBackend } from '../../support/backend.ts'
import { formatVersion } from '../../../src/core/records/migrations.ts'
import { ascribe, root, temporaryFolder } from '../../support/ascribe.ts'
import { some } from '../../support/length.ts'
import { addArticle, createApp, newNotebook } from '../../support/notebooks.ts'

const day = 86_400_000

describe('a backup', () => {
  it('taken while the notebook is edited restores to a whole notebook', async () => {
    const { app, backend, folder, home } = await newNotebook()
    for (let n = 0; n < 20; n += 1) await addArticle(backend, `Text number ${n} of many.`, `Article ${n}`)
    let isDone = false
    const editing = (async () => {
      for (let n = 0; !isDone; n += 1) await backend.claims.create({ statement: `Claim ${n}` })
    })()
    const backup = await backend.backups.create({})
    isDone = true
    await editing
    expect(await backend.backups.verify({ file: backup.file })).toMatchObject({
      files: expect.any(Number) as number,
    })
    expect((await backend.backups.list()).backups).toHaveLength(1)
    const target = join(home, 'restored')
    const { state } = await backend.backups.restore({ file: backup.file, folder: target })
    expect(state.notebook).toMatchObject({ folder: target, counts: { articles: 20 } })
    await app.store.model.whole
    expect(await backend.health.check()).toEqual([])
    expect(folder).not.toBe(target)
  })

  it('taken while records are deleted, and with odd names in the folder, is whole', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const ids: string[] = []
    for (let n = 0; n < 150; n += 1) ids.push((await backend.claims.create({ statement: `Claim ${n}` })).id)
    await writeFile(join(folder, 'back\\slash.txt'), 'mine')
    const made = backend.backups.create({})
    for (const id of ids.slice(0, 80)) await backend.claims.remove({ id })
    await app.store.save()
    const { file } = await made
    await backend.backups.restore({ file, folder: join(home, 'again') })
    await app.store.model.whole
    expect((await backend.health.check()).filter(({ where }) => where !== 'log')).toEqual([])
  })

  it('that is damaged, not a zip, or not of a notebook is refused, and nothing is left behind', async () => {
    const { backend, home } = await newNotebook()
    const { file } = await backend.backups.create({})
    const bytes = await readFile(file)
    bytes.fill(0x55, 60, 90)
    const bad = join(home, 'bad.zip')
    await writeFile(bad, bytes)
    const text = join(home, 'text.zip')
    await writeFile(text, 'no zip at all')
    for (const [path, words] of [
      [bad, /damaged/],
      [text, /damaged or not a zip/],
      [join(home, 'missing.zip'), /not there/],
    ] as const) {
      await expect(backend.backups.restore({ file: path, folder: join(home, 'new') })).rejects.toThrow(words)
    }
    expect((await readdir(home)).some((name) => name.startsWith('new'))).toBe(false)
    await mkdir(join(home, 'full'))
    await writeFile(join(home, 'full', 'a.txt'), 'mine')
    await expect(backend.backups.restore({ file, folder: join(home, 'full') })).rejects.toThrow(/not empty/)
  })

  it('is made once a day when something has changed, and not otherwise', async () => {
    const { app, backend, home } = await newNotebook()
    const schedule = new BackupSchedule(app.store, app.thread, home, () => undefined)
    onTestFinished(() => schedule.close())
    expect(await schedule.copyIfDue(Date.now())).toBe(true)
    expect(await schedule.copyIfDue(Date.now())).toBe(false)
    expect(await schedule.copyIfDue(Date.now() + 2 * day)).toBe(false)
    await backend.tags.create({ name: 'A' })
    expect(await schedule.copyIfDue(Date.now())).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await schedule.copyIfDue(Date.now() + 2 * day)).toBe(true)
    expect((await backend.backups.list()).backups).toHaveLength(2)
  })

  it('is there on the command line', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await addArticle(backend, 'Some text.', 'An article')
    await app.close()
    const zip = join(home, 'copy.zip')
    expect((await ascribe(home, 'backup', folder, zip)).stdout).toMatch(/Copied and verified/)
    const restored = await ascribe(home, 'restore', zip, join(home, 'again'), '--json')
    expect(JSON.parse(restored.stdout)).toMatchObject({ title: 'Test', counts: { articles: 1 } })
    expect((await ascribe(home, 'check', join(home, 'again'))).code).toBe(0)
    expect((await ascribe(home, 'restore', zip, join(home, 'again'))).stderr).toMatch(/not empty/)
  })
})

describe('pruning', () => {
  it('keeps the newest, and one a day, a week, a month; never one from before a migration (property)', () => {
    const now = Date.UTC(2031, 5, 1)
    const copies = fc.array(
      fc
        .record({ age: fc.integer({ min: 0, max: 900 * 24 }), isKept: fc.boolean() })
        .map(({ age, isKept }) => ({
          at: new Date(now - age * 3_600_000).toISOString(),
          isKept,
        })),
    )
    fc.assert(
      fc.property(copies, (all) => {
        const gone = new Set(toPrune(all, now))
        const kept = all.filter((copy) => !gone.has(copy))
        expect(all.filter(({ isKept }) => isKept).every((copy) => kept.includes(copy))).toBe(true)
        const newest = all.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
        if (newest) expect(kept.some(({ at }) => at === newest.at)).toBe(true)
        for (const copy of gone) {
          const time = Date.parse(copy.at)
          if (now - time > 730 * day) continue
          expect(
            kept.some(({ at }) => Math.floor(Date.parse(at) / (30 * day)) === Math.floor(time / (30 * day))),
          ).toBe(true)
        }
        expect(toPrune(kept, now)).toEqual([])
      }),
    )
  })
})

/** What each had: the sample grew. */
const frozenNotebooks = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((format) => ({
  format,
  claims: format < 5 ? 7 : format === 7 || format === 8 ? 11 : 12,
  sources: format < 5 ? 12 : 14,
}))

// Each step of migration is taken by all older ones: of those between, another third each day.
const [oldest, ...younger] = frozenNotebooks
const newest = younger.pop()
const tried = [oldest, ...some(younger, 3), newest].filter((one) => one !== undefined)

describe.each(tried)('a notebook of format $format', ({ format, claims, sources }) => {
  const frozen = join(root, `tests/fixtures/notebooks/format-${format}`)

  it('is copied, brought to the format of today, and whole', async () => {
    const { path: home, remove } = await temporaryFolder()
    const folder = join(home, 'old')
    await cp(frozen, folder, { recursive: true })
    const app = createApp(home)
    onTestFinished(async () => {
      await app.close()
      await remove()
    })
    await app.open(folder)
    await app.store.model.whole
    const backend = plainBackend(app)
    expect(JSON.parse(await readFile(join(folder, 'notebook.json'), 'utf8'))).toMatchObject({ formatVersion })
    const { backups } = await backend.backups.list()
    expect(backups).toMatchObject([{ isBeforeMigration: true }])
    expect((await app.state()).notebook?.counts).toEqual({
      articles: 5,
      claims,
      sources,
      tags: expect.any(Number) as number,
    })
    expect(await backend.health.check()).toEqual([])
    expect(speak((await backend.history.redo()).label)).toContain(`Undone in format ${format}`)
    const { rows } = await backend.claims.list({ text: `"Written in format ${format}"` })
    expect(rows).toHaveLength(1)
    await backend.claims.update({ id: rows[0]?.id ?? '', fields: { note: 'Written today.' } })
    await app.store.save()
    const document = await readFile(join(folder, 'claims', `${rows[0]?.id ?? ''}.json`), 'utf8')
    expect(JSON.parse(document)).toMatchObject({ format: formatVersion })
    for (let n = 0; n < 3; n += 1) await backend.history.undo()
    expect(await backend.health.check()).toEqual([])
  })

  // What a later format is does not hang on the one that it came from.
  it.runIf(format === formatVersion - 1)(
    'and one of a later format opens to be read, with an explanation, and is left as it is',
    async () => {
      const { path: home, remove } = await temporaryFolder()
      onTestFinished(remove)
      const folder = join(home, 'new')
      await cp(frozen, folder, { recursive: true })
      const file = join(folder, 'notebook.json')
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replace(`"formatVersion": ${format}`, '"formatVersion": 99'),
      )
      const before = (await readdir(folder, { recursive: true })).sort()
      const app = createApp(home)
      const state = await app.open(folder)
      expect(told(state.notebook?.readOnly)).toMatch(/newer Ascribe/)
      await app.store.model.whole
      const backend = plainBackend(app)
      expect((await backend.articles.list({})).total).toBe(5)
      await expect(backend.tags.create({ name: 'A' })).rejects.toThrow(/newer Ascribe/)
      await app.close()
      expect((await readdir(folder, { recursive: true })).sort()).toEqual(before)
    },
  )
})

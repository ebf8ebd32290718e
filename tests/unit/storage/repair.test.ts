import { speak } from '../../../src/core/words/say.ts'
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../support/backend.ts'
import { ascribe } from '../../support/ascribe.ts'
import { addArticle, newNotebook, reopen } from '../../support/notebooks.ts'
import { linkEvidence } from '../../support/claim-edits.ts'
import { tries } from '../../support/length.ts'

/** Something of everything. */
async function fill(backend: Backend): Promise<void> {
  const article = await addArticle(
    backend,
    'The ferry contract was awarded in March. Nobody said why.',
    'Ferries',
  )
  const { claim } = await backend.annotations.createByQuote({
    article,
    quote: 'awarded in March',
    tagNames: ['Ferry'],
    claim: 'The contract was awarded in March.',
  })
  await linkEvidence(backend, { claim: claim?.id ?? '', stance: 'supports', chain: [{ name: 'Ann' }] })
}

/** All that a user sees of the notebook. */
const seen = async (backend: Backend): Promise<unknown> => [
  await backend.articles.list({}),
  await backend.annotations.list({}),
  await backend.claims.list({}),
  await backend.sources.list({}),
  await backend.tags.list(),
  await backend.search({ text: 'contract' }),
]

const only = async (folder: string, name: string): Promise<string> => {
  const [file] = (await readdir(join(folder, name))).filter((entry) => !entry.startsWith('.'))
  return join(folder, name, file ?? '')
}
const garble = async (path: string): Promise<void> => {
  const bytes = await readFile(path)
  bytes.fill(0x7e, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2))
  await writeFile(path, bytes)
}
const damages: Record<string, (path: string) => Promise<void>> = {
  truncated: (path) => truncate(path, 40),
  emptied: (path) => truncate(path, 0),
  deleted: (path) => rm(path),
  garbled: garble,
}
const files: Record<string, (folder: string) => Promise<string>> = {
  'a claim': (folder) => only(folder, 'claims'),
  'an article with its highlights': (folder) => only(folder, 'articles'),
  'a source': (folder) => only(folder, 'sources'),
  'the tags': (folder) => Promise.resolve(join(folder, 'tags.json')),
  'a text': (folder) => only(folder, 'texts'),
}

/** In a short run every third of them for each file, every one of them for some file. */
const damagesOf = (file: string): string[] => {
  const first = Object.keys(files).indexOf(file)
  return Object.keys(damages).filter((_, at) => tries(0, 1) === 1 || (at + first) % 3 === 0)
}

describe('a repair', () => {
  describe.each(Object.keys(files))('of %s', (file) => {
    it.each(damagesOf(file))('that was %s brings everything back', async (damage) => {
      const { app, backend, folder, home } = await newNotebook()
      await fill(backend)
      const before = await seen(backend)
      await app.close()
      await damages[damage]?.((await files[file]?.(folder)) ?? '')
      const again = await reopen(app, folder, home)
      const { repaired, left } = await again.backend.health.repair()
      expect(repaired.length).toBeGreaterThan(0)
      expect(repaired.every(({ isRepairable }) => isRepairable)).toBe(true)
      expect(left).toEqual([])
      expect(await seen(again.backend)).toEqual(before)
      if (damage !== 'truncated') return
      const third = await reopen(again.app, folder, home)
      expect(await third.backend.health.check()).toEqual([])
      expect(await seen(third.backend)).toEqual(before)
    })
  })

  it('puts damaged lines of the log aside, and takes in what only the documents still have', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await fill(backend)
    const before = await seen(backend)
    await app.close()
    const log = join(
      folder,
      'log',
      (await readdir(join(folder, 'log'))).find((name) => name.endsWith('.jsonl')) ?? '',
    )
    const lines = (await readFile(log, 'utf8')).split('\n')
    lines[1] = (lines[1] ?? '').replace('awarded', 'abcrded')
    await writeFile(log, lines.join('\n'))
    const again = await reopen(app, folder, home)
    expect((await again.backend.health.check()).some(({ where }) => where === 'log')).toBe(true)
    expect((await again.backend.health.repair()).left).toEqual([])
    expect(await seen(again.backend)).toEqual(before)
    expect((await readdir(join(folder, 'log'))).some((name) => name.endsWith('.damaged'))).toBe(true)
    expect(await (await reopen(again.app, folder, home)).backend.health.check()).toEqual([])
  })

  it('brings a lost original back from a backup', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await fill(backend)
    await backend.backups.create({})
    await app.close()
    await rm(await only(folder, 'originals'))
    const again = await reopen(app, folder, home)
    expect((await again.backend.health.check()).map(({ message }) => speak(message))).toEqual([
      expect.stringMatching(/original of version 1 .* is missing/),
    ])
    expect((await again.backend.health.repair()).left).toEqual([])
  })

  it('says what it cannot mend', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await fill(backend)
    await app.close()
    await rm(await only(folder, 'originals'))
    const again = await reopen(app, folder, home)
    expect((await again.backend.health.repair()).left).toHaveLength(1)
  })

  it('is there on the command line, for people and for scripts', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await fill(backend)
    await app.close()
    await truncate(await only(folder, 'claims'), 20)
    const check = await ascribe(home, 'check', folder)
    expect(check.code).toBe(1)
    expect(check.stdout).toMatch(/claims\/.*damaged/)
    const repair = await ascribe(home, 'check', folder, '--repair', '--json')
    expect(repair.code).toBe(0)
    expect(JSON.parse(repair.stdout)).toMatchObject({ findings: [], repaired: [{ isRepairable: true }] })
    expect((await ascribe(home, 'check', folder)).stdout).toMatch(/as it should be/)
  })
})

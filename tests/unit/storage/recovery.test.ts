import { said } from '../../../src/core/words/say.ts'
import { told } from '../../support/told.ts'
import { cp, mkdir, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addArticle, createApp, newNotebook, reopen } from '../../support/notebooks.ts'
import { linkEvidence } from '../../support/claim-edits.ts'

afterEach(() => vi.useRealTimers())

const logs = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, 'log'))).filter((name) => name.endsWith('.jsonl')).sort()
const setClock = (time: string): unknown => vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })

describe('recovery', () => {
  it('goes by the order of the log, not by the clock', async () => {
    setClock('2031-10-05T10:00:00Z')
    const { app, backend, folder, home } = await newNotebook()
    const claim = await backend.claims.create({ statement: 'It is so.' })
    setClock('2031-09-05T10:00:00Z')
    await linkEvidence(backend, { claim: claim.id, stance: 'supports', chain: [{ name: 'Ann' }] })
    await app.close()
    expect(await logs(folder)).toEqual(['2031-10.jsonl'])
    await rm(join(folder, 'log', 'applied.json'))
    await rm(join(folder, 'claims'), { recursive: true })
    const again = await reopen(app, folder, home)
    expect((await again.backend.claims.get({ id: claim.id })).claim.evidence).toHaveLength(1)
  })

  it('keeps what was changed by hand when it is not known how far the documents contain the log', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const claim = await backend.claims.create({ statement: 'First words.' })
    await backend.claims.update({ id: claim.id, fields: { statement: 'Second words.' } })
    await app.close()
    const path = join(folder, 'claims', `${claim.id}.json`)
    await writeFile(path, (await readFile(path, 'utf8')).replace('Second words.', 'Words from an editor.'))
    await rm(join(folder, 'log', 'applied.json'))
    const again = await reopen(app, folder, home)
    expect((await again.backend.claims.get({ id: claim.id })).claim.statement).toBe('Words from an editor.')
  })

  it('after a crash keeps what was changed by hand since, beside what the log has', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const { id } = await backend.claims.create({ statement: 'First words.' })
    await app.store.save()
    const path = join(folder, 'claims', `${id}.json`)
    const [document, mark] = [await readFile(path), await readFile(join(folder, 'log/applied.json'))]
    await backend.claims.update({ id, fields: { statement: 'Acknowledged words.' } })
    await app.close()
    // As a crash leaves it, and an editor after that.
    await writeFile(path, document.toString().replace('First words.', 'Words by hand.'))
    await writeFile(join(folder, 'log/applied.json'), mark)
    const again = await reopen(app, folder, home)
    expect((await again.backend.claims.get({ id })).claim.statement).toBe('Acknowledged words.')
    expect(await again.backend.health.conflicts()).toMatchObject([
      { records: [{ before: { statement: 'Acknowledged words.' }, after: { statement: 'Words by hand.' } }] },
    ])
  })

  it('of a log that lost its end goes on from where it is, and says so', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'One' })
    await backend.tags.create({ name: 'Two' })
    await app.close()
    const path = join(folder, 'log', (await logs(folder))[0] ?? '')
    await truncate(path, (await readFile(path, 'utf8')).indexOf('\n') + 1)
    const again = await reopen(app, folder, home)
    expect(await again.backend.health.check()).toContainEqual({
      where: 'log',
      message: said('findings.logShorter'),
      isRepairable: false,
    })
    await again.backend.tags.create({ name: 'Three' })
    // A crash now, before the documents are written.
    await again.app.close()
    const third = await reopen(again.app, folder, home)
    expect((await third.backend.tags.list()).map(({ name }) => name).sort()).toEqual(['One', 'Three', 'Two'])
  })

  it('makes a damaged document of one record again from the log, and puts the damaged one aside', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const claim = await backend.claims.create({ statement: 'It is so.' })
    const article = await addArticle(backend, 'Other things are well.')
    await app.close()
    await truncate(join(folder, 'claims', `${claim.id}.json`), 40)
    await rm(join(folder, 'log', 'applied.json'))
    const again = await reopen(app, folder, home)
    expect((await again.backend.claims.get({ id: claim.id })).claim.statement).toBe('It is so.')
    expect((await again.backend.articles.get({ id: article })).article.id).toBe(article)
    expect((await readdir(join(folder, 'claims'))).some((name) => name.includes('.damaged-'))).toBe(true)
  })
})

describe('the cache', () => {
  it('that is broken behind its first page is made again, at the start or when it shows', async () => {
    const { app, backend, folder, home } = await newNotebook()
    for (let n = 0; n < 20; n += 1)
      await addArticle(backend, `Text ${n} ${'word '.repeat(300)}`, `Title ${n}`)
    await app.close()
    const file = await open(join(folder, '.cache', 'read-model.db'), 'r+')
    await file.write(Buffer.alloc(4096 * 20, 0x5a), 0, 4096 * 20, 4096 * 2)
    await file.close()
    const again = await reopen(app, folder, home)
    expect((await again.backend.articles.list({})).total).toBe(20)
    expect(await again.backend.search({ text: 'title' })).toHaveLength(20)
    expect(await again.backend.health.check()).toEqual([])
  })

  it('forgets an article that was made and undone just before a crash', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await addArticle(backend, 'Stays.', 'Stays')
    await new Promise((resolve) => setTimeout(resolve, 600))
    await addArticle(backend, 'Made, and undone at once.', 'Gone')
    // The cache as it is between the sync of the log and its own turn.
    await cp(join(folder, '.cache'), join(home, 'cache'), { recursive: true })
    await backend.history.undo()
    await app.close()
    await rm(join(folder, '.cache'), { recursive: true })
    await cp(join(home, 'cache'), join(folder, '.cache'), { recursive: true })
    const again = await reopen(app, folder, home)
    expect((await again.backend.articles.list({})).rows.map(({ title }) => title)).toEqual(['Stays'])
    expect(await again.backend.search({ text: 'undone' })).toEqual([])
    expect(await again.backend.health.check()).toEqual([])
  })

  it('that is a file instead of a folder is replaced', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'A' })
    await app.close()
    await rm(join(folder, '.cache'), { recursive: true })
    await writeFile(join(folder, '.cache'), '')
    expect(await (await reopen(app, folder, home)).backend.tags.list()).toHaveLength(1)
  })
})

describe('the lock', () => {
  it.each(['garbage', 'a folder'])('that is %s does not keep the notebook shut', async (what) => {
    const { app, folder, home } = await newNotebook()
    await app.close()
    const path = join(folder, '.lock')
    await rm(path)
    await (what === 'garbage' ? writeFile(path, Buffer.alloc(300, 0x41)) : mkdir(path))
    const next = createApp(home)
    await next.open(folder)
    // What is no file is left alone, and then nobody can be kept from writing at the same time.
    expect(told(next.store.readOnly)).toEqual(
      what === 'garbage' ? '' : expect.stringContaining('“.lock” is a folder'),
    )
    await next.close()
  })
})

describe('the check', () => {
  it('names documents that are gone although the log has them, and goes on', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const claim = await backend.claims.create({ statement: 'It is so.' })
    const article = await addArticle(backend, 'A text.')
    const tag = await backend.tags.create({ name: 'A' })
    await backend.articles.update({ id: article, fields: { tags: [tag.id] } })
    await app.close()
    await rm(join(folder, 'claims', `${claim.id}.json`))
    await rm(join(folder, 'tags.json'))
    const again = await reopen(app, folder, home)
    const findings = await again.backend.health.check()
    expect(findings.map(({ where }) => where).sort()).toEqual([`claims/${claim.id}.json`, 'tags.json'])
  })
})

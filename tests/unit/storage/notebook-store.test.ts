import { told } from '../../support/told.ts'
import { speak } from '../../../src/core/words/say.ts'
import { appendFile, chmod, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeTag } from '../../../src/core/records/tag.ts'
import { NotebookStore } from '../../../src/storage/notebook-store.ts'
import { addArticle, createApp, newNotebook, reopen } from '../../support/notebooks.ts'
import { plainBackend } from '../../support/backend.ts'

const logFile = async (folder: string): Promise<string> => {
  const name = (await readdir(join(folder, 'log'))).find((file) => file.endsWith('.jsonl'))
  return join(folder, 'log', name ?? '')
}

describe('a change', () => {
  it('is in the log when the call has answered, and the documents follow', async () => {
    const { app, backend, folder } = await newNotebook()
    const tag = await backend.tags.create({ name: 'First' })
    expect(await readFile(await logFile(folder), 'utf8')).toContain(tag.id)
    await app.close()
    expect(await readFile(join(folder, 'tags.json'), 'utf8')).toContain('"First"')
  })

  it('survives a crash before its documents were written', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const article = await addArticle(backend, 'The envoys met on Lorne.')
    await backend.annotations.createByQuote({ article, quote: 'on Lorne', claim: 'They met.' })
    const log = await readFile(await logFile(folder))
    await app.close()
    // As if nothing but the log had reached the disk.
    await Promise.all(
      ['articles', 'claims', 'sources', '.cache'].map((name) =>
        rm(join(folder, name), { recursive: true, force: true }),
      ),
    )
    await rm(join(folder, 'log', 'applied.json'))
    expect(await readFile(await logFile(folder))).toEqual(log)
    const again = await reopen(app, folder, home)
    expect((await again.backend.articles.get({ id: article })).annotations).toHaveLength(1)
    expect((await again.backend.claims.list({})).rows[0]?.statement).toBe('They met.')
    expect(await again.backend.health.check()).toEqual([])
  })

  it('whose line is torn is cut off; everything before it is there and new ones follow', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'Kept' })
    await app.close()
    const path = await logFile(folder)
    const whole = await readFile(path)
    await appendFile(path, whole.subarray(0, Math.floor(whole.length / 2)))
    const again = await reopen(app, folder, home)
    expect((await again.backend.tags.list()).map(({ name }) => name)).toEqual(['Kept'])
    await again.backend.tags.create({ name: 'Next' })
    expect(await again.backend.health.check()).toEqual([])
    const third = await reopen(again.app, folder, home)
    expect((await third.backend.tags.list()).map(({ name }) => name)).toEqual(['Kept', 'Next'])
  })

  it('with a garbled line in the middle of the log is named by the check', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'One' })
    await backend.tags.create({ name: 'Two' })
    await app.close()
    const path = await logFile(folder)
    const content = await readFile(path, 'utf8')
    await writeFile(path, content.replace('"One"', '"Onf"'))
    const again = await reopen(app, folder, home)
    expect((await again.backend.health.check()).map(({ where }) => where)).toEqual(['log', 'tags.json'])
    expect(await again.backend.tags.list()).toHaveLength(2)
  })

  it('costs bytes that do not grow with the notebook', async () => {
    const { backend, folder } = await newNotebook()
    const article = await addArticle(backend, `${'The words of a long article. '.repeat(500)}End.`)
    const size = async (): Promise<number> => (await readFile(await logFile(folder))).length
    const cost = async (n: number): Promise<number> => {
      const before = await size()
      await backend.annotations.createByQuote({ article, quote: 'long article', occurrence: n })
      return (await size()) - before
    }
    const first = await cost(1)
    for (let n = 2; n < 60; n += 1) await cost(n)
    expect(await cost(60)).toBeLessThan(first * 1.1)
  })

  it('that fails halfway has not happened at all', async () => {
    const { app, backend } = await newNotebook()
    const { store } = app
    await expect(
      store.commit('half', async (draft) => {
        await draft.put('tag', makeTag('ghost'))
        await draft.put('tag', makeTag(' '))
      }),
    ).rejects.toThrow()
    expect(await backend.tags.list()).toEqual([])
    expect((await store.steps()).undo).toBeNull()
  })
})

describe('undo and redo', () => {
  it('work one after another, and after a restart', async () => {
    const { app, backend, folder, home } = await newNotebook()
    for (const name of ['A', 'B', 'C']) await backend.tags.create({ name })
    const names = async (client = backend): Promise<string[]> =>
      (await client.tags.list()).map(({ name }) => name)
    await backend.history.undo()
    await backend.history.undo()
    expect(await names()).toEqual(['A'])
    const again = await reopen(app, folder, home)
    expect(app).not.toBe(again.app)
    expect(speak((await again.backend.history.redo()).label)).toBe('Add tag “B”')
    expect(await names(again.backend)).toEqual(['A', 'B'])
    await again.backend.tags.create({ name: 'D' })
    await expect(again.backend.history.redo()).rejects.toThrow('There is nothing to redo.')
    for (let step = 0; step < 3; step += 1) await again.backend.history.undo()
    await expect(again.backend.history.undo()).rejects.toThrow('There is nothing to undo.')
    expect(await names(again.backend)).toEqual([])
    expect((await again.backend.history.list({})).total).toBe(10)
  })
})

describe('the read model', () => {
  it('is made again when .cache is gone, and the undo stack with it', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const article = await addArticle(backend, 'The ferry contract was awarded in March.')
    await backend.annotations.createByQuote({ article, quote: 'ferry contract', tagNames: ['Ferry'] })
    const before = {
      hits: await backend.search({ text: 'ferry' }),
      tags: await backend.tags.list(),
      steps: await app.store.steps(),
    }
    await app.close()
    await rm(join(folder, '.cache'), { recursive: true })
    const again = await reopen(app, folder, home)
    expect({
      hits: await again.backend.search({ text: 'ferry' }),
      tags: await again.backend.tags.list(),
      steps: await again.app.store.steps(),
    }).toEqual(before)
  })

  it('that is damaged is made again', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'A' })
    await app.close()
    await writeFile(join(folder, '.cache', 'read-model.db'), 'this is not a database')
    const again = await reopen(app, folder, home)
    expect(await again.backend.tags.list()).toHaveLength(1)
  })

  it('takes in documents that were changed while the notebook was closed, as a change that can be undone', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'Old name' })
    await app.close()
    const path = join(folder, 'tags.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('Old name', 'Name from an editor'))
    const again = await reopen(app, folder, home)
    expect((await again.backend.tags.list())[0]?.name).toBe('Name from an editor')
    expect(speak((await again.backend.history.undo()).label)).toBe('Take in a change made outside Ascribe')
    expect((await again.backend.tags.list())[0]?.name).toBe('Old name')
  })
})

describe('one writer', () => {
  it('at a time; the second reads and says why it cannot write', async () => {
    const { backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'A' })
    const second = await NotebookStore.open(folder)
    expect(told(second.readOnly)).toContain('open in another Ascribe')
    await expect(second.commit('x', (draft) => draft.put('tag', makeTag('B')))).rejects.toMatchObject({
      code: 'read-only',
    })
    await second.close()
    await backend.tags.create({ name: 'C' })
    expect(home).toBeDefined()
  })

  it('does not stay locked when the writer is gone', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'A' })
    const again = await reopen(app, folder, home)
    expect(again.app.store.readOnly).toBeNull()
  })
})

describe('damage', () => {
  it('of one document names it and leaves the rest open', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const good = await addArticle(backend, 'A good article.', 'Good')
    const bad = await addArticle(backend, 'A bad article.', 'Bad')
    await app.close()
    await truncate(join(folder, 'articles', `${bad}.json`), 30)
    const again = await reopen(app, folder, home)
    const state = await again.backend.notebooks.state()
    expect(state.notebook?.damaged.map(({ document }) => document)).toEqual([`articles/${bad}.json`])
    expect((await again.backend.articles.get({ id: good })).article.title).toBe('Good')
    await expect(again.backend.articles.get({ id: bad })).rejects.toThrow(`articles/${bad}.json`)
    await expect(again.backend.articles.update({ id: bad, fields: { note: 'x' } })).rejects.toThrow(/damaged/)
    expect((await readFile(join(folder, 'articles', `${bad}.json`))).length).toBe(30)
  })

  it('of a text or an original is found by the check', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await addArticle(backend, 'Some text of record.')
    await app.close()
    const [text] = await readdir(join(folder, 'texts'))
    await appendFile(join(folder, 'texts', text ?? ''), 'x')
    const [original] = await readdir(join(folder, 'originals'))
    await rm(join(folder, 'originals', original ?? ''))
    const again = await reopen(app, folder, home)
    const findings = await again.backend.health.check()
    expect(findings.map(({ message }) => speak(message)).join('\n')).toMatch(
      /changed by something else[\s\S]*is missing/,
    )
  })

  it('of the highlights shows as one that does not stand at its place', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const article = await addArticle(backend, 'The envoys met on Lorne.')
    await backend.annotations.createByQuote({ article, quote: 'envoys' })
    await app.close()
    const path = join(folder, 'articles', `${article}.json`)
    await writeFile(path, (await readFile(path, 'utf8')).replace('"start": 4', '"start": 5'))
    const again = await reopen(app, folder, home)
    expect((await again.backend.health.check()).map(({ message }) => speak(message))[0]).toMatch(
      /does not stand at its place/,
    )
  })
})

describe('a notebook that cannot be opened', () => {
  it.each([
    ['{"ascribe":"notebook","formatVersion":99}', 'notebook-newer'],
    ['{"formatVersion":1', 'damaged'],
    [null, 'not-a-notebook'],
  ])('%j is refused as %s and left as it is', async (content, code) => {
    const { app, folder, home } = await newNotebook()
    await app.close()
    const path = join(folder, 'notebook.json')
    await (content === null ? rm(path) : writeFile(path, content))
    const names = (await readdir(folder)).sort()
    await expect(createApp(home).open(folder)).rejects.toMatchObject({ code })
    expect((await readdir(folder)).sort()).toEqual(names)
  })

  it('is not made in a folder that has something in it', async () => {
    const { app, folder, home } = await newNotebook()
    await expect(createApp(home).create('Again', folder)).rejects.toMatchObject({ code: 'notebook-exists' })
    await app.close()
  })

  it('in a folder that cannot be written is read only', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('the root user may write everywhere')
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'A' })
    await app.close()
    await chmod(folder, 0o500)
    const next = createApp(home)
    await next.open(folder)
    expect(told(next.store.readOnly)).toContain('cannot be written')
    await expect(plainBackend(next).tags.create({ name: 'B' })).rejects.toThrow()
    await next.close()
    await chmod(folder, 0o700)
  })
})

import { speak } from '../../../src/core/words/say.ts'
import { asId } from '../../../src/core/records/base.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { App } from '../../../src/backend/app.ts'
import { plainBackend } from '../../support/backend.ts'
import { onTestFinished } from 'vitest'
import { addArticle, newNotebook } from '../../support/notebooks.ts'

/** A program that stays open and watches the files of a notebook with one claim. */
async function attended(): Promise<{
  app: App
  backend: ReturnType<typeof plainBackend>
  folder: string
  claim: string
  path: string
}> {
  const first = await newNotebook()
  const { id } = await first.backend.claims.create({ statement: 'First words.' })
  await first.app.close()
  const app = new App({ version: '0', home: first.home, anyPath: true, stays: true })
  onTestFinished(async () => {
    await app.close()
  })
  await app.open(first.folder)
  await app.store.model.whole
  return {
    app,
    backend: plainBackend(app),
    folder: first.folder,
    claim: id,
    path: join(first.folder, 'claims', `${id}.json`),
  }
}

const edit = async (path: string, from: string, to: string): Promise<void> =>
  writeFile(path, (await readFile(path, 'utf8')).replace(from, to))

describe('files that another program changes while the notebook is open', () => {
  it('are noticed and taken in as a change of their own, which can be undone', async () => {
    const { backend, claim, path } = await attended()
    await edit(path, 'First words.', 'Words from an editor.')
    const statement = async (): Promise<string> => (await backend.claims.get({ id: claim })).claim.statement
    const listed = async (): Promise<string | undefined> => (await backend.claims.list({})).rows[0]?.statement
    await expect.poll(listed).toBe('Words from an editor.')
    expect(await statement()).toBe('Words from an editor.')
    expect(speak((await backend.history.undo()).label)).toMatch(/outside Ascribe/)
    expect(await statement()).toBe('First words.')
    expect(await backend.health.check()).toEqual([])
  })

  it('are noticed even in the moment in which they were written here', async () => {
    const { backend, claim, path } = await attended()
    const statement = async (): Promise<string> => (await backend.claims.get({ id: claim })).claim.statement
    for (let round = 0; round < 8; round += 1) {
      await backend.claims.update({ id: claim, fields: { statement: `Ours ${round}.` } })
      // As soon as it has its name.
      while (!readFileSync(path, 'utf8').includes(`Ours ${round}.`)) await new Promise(setImmediate)
      writeFileSync(path, readFileSync(path, 'utf8').replace(`Ours ${round}.`, `Theirs ${round}.`))
      await expect.poll(statement).toBe(`Theirs ${round}.`)
    }
  })

  it('and that are changed here, too, are merged record by record; the same record is for a person to decide', async () => {
    const { app, backend, folder, claim, path } = await attended()
    await app.store.get('claim', asId(claim))
    await edit(path, 'First words.', 'Their words.')
    await backend.claims.update({ id: claim, fields: { statement: 'Our words.' } })
    await app.store.save()
    expect((await backend.claims.get({ id: claim })).claim.statement).toBe('Our words.')
    const conflicts = await backend.health.conflicts()
    expect(conflicts).toMatchObject([
      { records: [{ before: { statement: 'Our words.' }, after: { statement: 'Their words.' } }] },
    ])
    await backend.health.resolve({ file: conflicts[0]?.file ?? '', take: [claim] })
    expect((await backend.claims.get({ id: claim })).claim.statement).toBe('Their words.')
    expect(await backend.health.conflicts()).toEqual([])
    expect(await readdir(join(folder, 'aside'))).toHaveLength(1)
    expect(speak((await backend.history.undo()).label)).toMatch(/conflict/)
  })

  it('and the copy that a sync program makes of a conflict is shown, unless it says nothing new', async () => {
    const { backend, claim, path } = await attended()
    const copy = path.replace('.json', ' (conflicted copy of a laptop).json')
    await writeFile(copy, await readFile(path, 'utf8'))
    expect((await backend.health.conflicts())[0]?.records).toEqual([])
    await edit(copy, 'First words.', 'Words of the laptop.')
    expect((await backend.health.conflicts())[0]?.records).toMatchObject([{ id: claim }])
    expect((await backend.health.check()).map(({ message }) => speak(message))).toEqual([
      expect.stringContaining('second file'),
    ])
  })

  it('half-written or not at all what they should be are named, and what is in memory is kept', async () => {
    const { app, backend, folder, claim, path } = await attended()
    await app.store.get('claim', asId(claim))
    await writeFile(path, '{"claim": ')
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(path, longAgo, longAgo)
    await app.store.takeIn([`claims/${claim}.json`])
    await app.store.save()
    expect((await backend.claims.get({ id: claim })).claim.statement).toBe('First words.')
    expect((await readdir(join(folder, 'claims'))).some((name) => name.includes('.damaged-'))).toBe(true)
    expect(await backend.health.check()).toEqual([])
  })

  it('before something else in them is changed here are taken in first', async () => {
    const { app, backend } = await attended()
    const article = await addArticle(backend, 'One thing. Another thing.')
    const first = await backend.annotations.createByQuote({ article, quote: 'One thing' })
    const second = await backend.annotations.createByQuote({ article, quote: 'Another' })
    const { folder } = app.store
    await app.close()
    const path = join(folder, 'articles', `${article}.json`)
    const notes = (await readFile(path, 'utf8')).split('"note": ""')
    await writeFile(
      path,
      `${notes[0] ?? ''}"note": ""${notes[1] ?? ''}"note": "From an editor"${notes.slice(2).join('"note": ""')}`,
    )
    await app.open(folder)
    await app.store.model.whole
    await backend.annotations.update({ id: second.annotation.id, fields: { note: 'From here' } })
    const { annotations } = await backend.articles.get({ id: article })
    expect(annotations.map(({ note }) => note)).toEqual(['From an editor', 'From here'])
    const { rows } = await backend.history.list({ record: first.annotation.id })
    expect(speak(rows[0]?.label ?? '')).toMatch(/outside Ascribe/)
    expect(await backend.health.check()).toEqual([])
  })

  it('that are gone are made again from the log before something is written into them', async () => {
    const { app, backend } = await attended()
    for (const name of ['One', 'Two']) await backend.tags.create({ name })
    const { folder } = app.store
    await app.close()
    await rm(join(folder, 'tags.json'))
    await app.open(folder)
    await app.store.model.whole
    await backend.tags.create({ name: 'Three' })
    await app.store.save()
    const { tags } = JSON.parse(await readFile(join(folder, 'tags.json'), 'utf8')) as { tags: unknown[] }
    expect(tags).toHaveLength(3)
    expect(await backend.health.check()).toEqual([])
  })

  it('and whose writer is slow are waited for', async () => {
    const { app, backend, claim, path } = await attended()
    await app.store.get('claim', asId(claim))
    const whole = (await readFile(path, 'utf8')).replace('First words.', 'Slow words.')
    await writeFile(path, whole.slice(0, 60))
    await new Promise((resolve) => setTimeout(resolve, 900))
    await writeFile(path, whole)
    const listed = async (): Promise<string | undefined> => (await backend.claims.list({})).rows[0]?.statement
    await expect.poll(listed).toBe('Slow words.')
    expect(await backend.health.check()).toEqual([])
  })

  it('and then deleted are written again from what is in memory, or named', async () => {
    const { app, backend, claim, path } = await attended()
    await rm(path)
    await expect.poll(async () => (await app.state()).notebook?.damaged.length).toBe(1)
    expect((await backend.health.repair()).left).toEqual([])
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ claim: { id: claim } })
    expect((await app.state()).notebook?.damaged).toEqual([])
  })
})

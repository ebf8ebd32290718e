import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../../src/backend/router.ts'
import type { ExportEvent } from '../../../src/contract/exports.ts'
import { linkEvidence } from '../../support/claim-edits.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'

type Done = Extract<ExportEvent, { type: 'done' }>
const run = async (backend: Backend, folder: string): Promise<Done> => {
  const last = (await Array.fromAsync(await backend.exports.run({ folder }))).at(-1)
  if (last?.type !== 'done') throw new Error(JSON.stringify(last))
  return last
}

/** A notebook that was exported, with a claim in it. */
async function exported() {
  const made = await newNotebook()
  const article = await addArticle(made.backend, 'They met, said two people.', 'They met')
  const { id: claim } = await made.backend.claims.create({ statement: 'They met on Monday' })
  const folder = join(made.home, 'vault')
  await run(made.backend, folder)
  const path = join(folder, 'claims', 'They met on Monday.md')
  const read = (): Promise<string> => readFile(path, 'utf8')
  return { ...made, article, claim, folder, path, read }
}

describe('an export into a folder in which people write', () => {
  it('keeps what they wrote beside what is new', async () => {
    const { backend, claim, folder, path, read } = await exported()
    await writeFile(path, `${await read()}\n## My notes\n\nAsk the clerk.\n`)
    await backend.claims.update({ id: claim, fields: { status: 'disputed' } })
    const done = await run(backend, folder)
    expect(done.merged).toEqual(['claims/They met on Monday.md'])
    expect(done.left).toEqual([])
    expect(await read()).toContain('status: disputed')
    expect(await read()).toMatch(/## My notes\n\nAsk the clerk\.\n$/)
    // And again, when nothing is new.
    expect(await run(backend, folder)).toMatchObject({ merged: [], left: [], written: 0 })
    await backend.claims.update({ id: claim, fields: { status: 'confirmed' } })
    await run(backend, folder)
    expect(await read()).toContain('status: confirmed')
    expect(await read()).toContain('Ask the clerk.')
  })

  it('leaves what both changed, names it, and writes the rest', async () => {
    const { backend, claim, article, folder, path, read } = await exported()
    const edited = (await read()).replace('status: unverified', 'status: mine')
    await writeFile(path, edited)
    await backend.claims.update({ id: claim, fields: { status: 'disputed' } })
    await backend.articles.update({ id: article, fields: { note: 'New.' } })
    const done = await run(backend, folder)
    expect(done.left).toEqual(['claims/They met on Monday.md'])
    expect(await read()).toBe(edited)
    expect(await readFile(join(folder, 'articles', 'They met.md'), 'utf8')).toContain('New.')
  })

  it('of a part leaves the rest and its index, and what was left once is merged again later', async () => {
    const { backend, claim, folder, path, read } = await exported()
    const { id: other } = await backend.claims.create({ statement: 'Nobody met' })
    await run(backend, folder)
    const before = await readFile(join(folder, 'index.md'), 'utf8')
    const file = join(folder, 'claims', 'Nobody met.md')
    await writeFile(file, `${await readFile(file, 'utf8')}\nMine.\n`)
    await backend.claims.update({ id: claim, fields: { status: 'disputed' } })
    const [last] = (await Array.fromAsync(await backend.exports.run({ folder, claims: [claim] }))).slice(-1)
    expect(last).toMatchObject({ type: 'done', removed: 0, obsolete: [] })
    expect(await readFile(join(folder, 'index.md'), 'utf8')).toBe(before)
    expect(await read()).toContain('status: disputed')
    await backend.claims.update({ id: other, fields: { status: 'refuted' } })
    expect(await run(backend, folder)).toMatchObject({ left: [], obsolete: [] })
    expect(await readFile(file, 'utf8')).toMatch(/status: refuted[^]*Mine\./)
    expect(path).toBeTruthy()
  })

  it('finds a file where somebody moved it, whatever it is called now', async () => {
    const { backend, claim, folder, path } = await exported()
    const moved = join(folder, 'Monday', 'The meeting.md')
    await mkdir(dirname(moved))
    await rename(path, moved)
    await backend.claims.update({ id: claim, fields: { statement: 'They met on Tuesday' } })
    await run(backend, folder)
    expect(await readFile(moved, 'utf8')).toContain('# They met on Tuesday')
    expect(await readdir(join(folder, 'claims')).catch(() => [])).toEqual([])
    expect(await readFile(join(folder, 'index.md'), 'utf8')).toContain('[[Monday/The meeting')
  })

  it('removes a file that somebody moved when its record is gone, unless it was edited', async () => {
    const { backend, claim, folder, path } = await exported()
    const moved = join(folder, 'Moved.md')
    await rename(path, moved)
    await backend.claims.remove({ id: claim })
    expect(await run(backend, folder)).toMatchObject({ removed: 1, obsolete: [] })
    expect(await readdir(folder)).not.toContain('Moved.md')
  })

  it('leaves to each format its own files and copies', async () => {
    const { backend, claim, folder, path, read } = await exported()
    await writeFile(path, `${await read()}\nMine.\n`)
    const template = {
      fileName: 'each.txt.liquid',
      text: '{% comment %}ascribe: each claim{% endcomment %}{{ claim.statement }}',
    }
    for (const more of [{ format: 'csv' }, { format: 'template', template }, { format: 'memo' }])
      for await (const event of await backend.exports.run({ folder, ...more }))
        expect(event.type).not.toBe('failed')
    await backend.claims.update({ id: claim, fields: { status: 'disputed' } })
    const done = await run(backend, folder)
    expect(done).toMatchObject({ left: [], obsolete: [], removed: 0 })
    expect(await read()).toContain('status: disputed')
    expect(await read()).toMatch(/Mine\.\n$/)
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['claims.csv', 'memo.html']))
    expect(await readdir(join(folder, 'claims'))).toContain('They met on Monday.txt')
  })

  it('keeps the copies of what it had not come to when it is cancelled', async () => {
    const { backend, claim, folder, path, read } = await exported()
    await writeFile(path, `${await read()}\nMine.\n`)
    await backend.claims.update({ id: claim, fields: { status: 'disputed' } })
    const controller = new AbortController()
    const events = await backend.exports.run({ folder }, { signal: controller.signal })
    await events.next()
    controller.abort()
    await events.next().catch(() => undefined)
    const done = await run(backend, folder)
    expect(done.left).toEqual([])
    expect(await read()).toMatch(/Mine\.\n$/)
  })

  it('leaves what was edited where the copy of the last export is lost', async () => {
    const { app, backend, claim, folder, path, read } = await exported()
    await writeFile(path, `${await read()}\nMine.\n`)
    const cache = join(app.store.folder, '.cache')
    for (const name of await readdir(cache)) if (name.startsWith('export-')) await rm(join(cache, name))
    await backend.claims.update({ id: claim, fields: { status: 'disputed' } })
    expect((await run(backend, folder)).left).toEqual(['claims/They met on Monday.md'])
    expect(await read()).toMatch(/Mine\.\n$/)
  })

  it('names what was edited and is not exported any more, and deletes only what is its own', async () => {
    const { backend, claim, folder, path, read } = await exported()
    await writeFile(path, `${await read()}\nMine.\n`)
    await backend.claims.remove({ id: claim })
    const done = await run(backend, folder)
    expect(done.obsolete).toEqual(['claims/They met on Monday.md'])
    expect(await read()).toMatch(/Mine\.\n$/)
  })

  it('writes anew what names a source that became confidential, and keeps no copy of it', async () => {
    const { app, backend, claim, folder } = await exported()
    const { evidence } = await linkEvidence(backend, {
      claim,
      stance: 'supports',
      chain: [{ name: 'Marta Quell', kind: 'person' }],
    })
    const id = evidence[0]?.chain[0]?.source
    if (id === undefined) throw new Error('The evidence names her.')
    await run(backend, folder)
    await backend.sources.update({ id, fields: { confidential: true } })
    await run(backend, folder)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        expect(await readFile(join(entry.parentPath, entry.name), 'utf8')).not.toContain('Quell')
    expect((await backend.health.check()).length).toBe(0)
    expect(app.store.readOnly).toBeNull()
  })
})

describe('what people changed in the files', () => {
  it('is listed, and taken into the notebook where it is wanted, in one step', async () => {
    const { backend, claim, folder, path, read } = await exported()
    await backend.claims.update({ id: claim, fields: { note: 'Ask again.\n\nOn Monday.' } })
    await run(backend, folder)
    expect(await backend.exports.edits({ folder })).toEqual([])
    const edited = (await read())
      .replace('status: unverified', 'status: disputed\ntags:\n  - negotiation/lorne-meeting')
      .replace('On Monday.', 'On Tuesday, said the clerk.')
    await writeFile(path, `${edited}\n## Mine\n\nNot of the notebook.\n`)
    const edits = await backend.exports.edits({ folder })
    expect(edits.map(({ n, field, now }) => [n, field, now])).toEqual([
      [1, 'status', 'disputed'],
      [2, 'tags', 'negotiation/lorne-meeting'],
      [3, 'note', 'Ask again.\n\nOn Tuesday, said the clerk.'],
    ])
    await backend.exports.takeBack({ folder, only: [1, 3] })
    const taken = (await backend.claims.get({ id: claim })).claim
    expect(taken).toMatchObject({
      status: 'disputed',
      note: 'Ask again.\n\nOn Tuesday, said the clerk.',
      tags: [],
    })
    await backend.exports.takeBack({ folder, only: [2] })
    const tags = (await backend.claims.get({ id: claim })).claim.tags
    expect((await backend.tags.list()).find(({ id }) => id === tags[0])?.name).toBe('lorne-meeting')
    // What was taken is no conflict when it is exported again, and what is of the file only stays.
    const done = await run(backend, folder)
    expect(done.left).toEqual([])
    expect(await read()).toContain('Not of the notebook.')
    await backend.history.undo()
    await backend.history.undo()
    expect((await backend.claims.get({ id: claim })).claim.status).toBe('unverified')
    await expect(backend.exports.takeBack({ folder, only: [7] })).rejects.toThrow(/no edit number 7/)
  })

  it('takes only what came and went: tags that came in the notebook stay, and a note is brought together', async () => {
    const { backend, claim, folder, path, read } = await exported()
    const [c, cpp] = [await backend.tags.create({ name: 'C#' }), await backend.tags.create({ name: 'C++' })]
    await backend.claims.update({ id: claim, fields: { note: 'One.\n\nTwo.\n\nThree.', tags: [c.id] } })
    await run(backend, folder)
    const edited = (await read())
      .replace('tags:\n', 'tags:\n  - rain\n')
      .replace('Three.', 'Three, said the clerk.')
    await writeFile(path, edited)
    const meanwhile = await backend.tags.create({ name: 'Meanwhile' })
    await backend.claims.update({
      id: claim,
      add: { tags: [meanwhile.id] },
      fields: { note: 'One, once.\n\nTwo.\n\nThree.' },
    })
    const edits = await backend.exports.edits({ folder })
    await backend.exports.takeBack({ folder, only: edits.map(({ n }) => n) })
    const taken = (await backend.claims.get({ id: claim })).claim
    expect(taken.note).toBe('One, once.\n\nTwo.\n\nThree, said the clerk.')
    const rain = (await backend.tags.list()).find(({ name }) => name === 'rain')?.id
    expect(new Set(taken.tags)).toEqual(new Set([c.id, meanwhile.id, rain]))
    expect(taken.tags).not.toContain(cpp.id)
  })
})

describe('an export that meets what it did not expect', () => {
  it('leaves what somebody put at a path after the folder was listed', async () => {
    const { backend, folder } = await exported()
    for (let n = 0; n < 200; n += 1) await backend.claims.create({ statement: `Claim ${n}` })
    const mine = join(folder, 'claims', 'My own idea.md')
    await backend.claims.create({ statement: 'My own idea' })
    let isPut = false
    const events: ExportEvent[] = []
    for await (const event of await backend.exports.run({ folder })) {
      if (!isPut) await writeFile(mine, 'words of a person')
      isPut = true
      events.push(event)
    }
    expect(events.at(-1)).toMatchObject({ type: 'done', left: ['claims/My own idea.md'] })
    expect(await readFile(mine, 'utf8')).toBe('words of a person')
  })

  it('leaves links, and files in another encoding', async () => {
    const { backend, claim, article, folder, path, home } = await exported()
    const elsewhere = join(home, 'elsewhere.md')
    await writeFile(elsewhere, 'my words')
    await rm(path)
    await symlink(elsewhere, path)
    const latin = join(folder, 'articles', 'They met.md')
    await writeFile(latin, Buffer.concat([await readFile(latin), Buffer.from('Caf\xe9', 'latin1')]))
    await backend.claims.update({ id: claim, fields: { status: 'disputed' } })
    await backend.articles.update({ id: article, fields: { note: 'New.' } })
    expect((await run(backend, folder)).left).toEqual([
      'articles/They met.md',
      'claims/They met on Monday.md',
    ])
    expect(await readFile(elsewhere, 'utf8')).toBe('my words')
    expect((await readFile(latin)).includes(0xe9)).toBe(true)
  })

  it('knows what it wrote where its database is damaged, or there is no room for it', async () => {
    const { app, backend, claim, folder, read } = await exported()
    const cache = join(app.store.folder, '.cache')
    const [name = ''] = (await readdir(cache)).filter((one) => /^export-.*\.db$/.test(one))
    const whole = await readFile(join(cache, name))
    for (const damaged of [Buffer.from('nothing'), whole.fill(7, 4_096)]) {
      // The number of the file stays what it is.
      await writeFile(join(cache, name), damaged)
      await backend.claims.update({ id: claim, fields: { note: `After ${damaged.length}.` } })
      expect(await run(backend, folder)).toMatchObject({ left: [] })
      expect(await read()).toContain(`After ${damaged.length}.`)
    }
  })

  it('renews and removes what names somebody in every folder, also after an export into another one', async () => {
    const { backend, folder, home } = await exported()
    const { id } = await backend.sources.named({ name: 'Marta Quell', kind: 'person' })
    await backend.claims.create({ statement: 'Marta Quell met them' })
    await run(backend, folder)
    await backend.sources.update({ id, fields: { confidential: true } })
    const into = (path: string): Promise<ExportEvent[]> =>
      backend.exports.run({ folder: path, confidential: 'replace' }).then((events) => Array.fromAsync(events))
    await into(join(home, 'other'))
    expect((await into(folder)).at(-1)).toMatchObject({ left: [], earlier: { left: [] } })
    const names = await readdir(folder, { recursive: true })
    const texts = await Promise.all(
      names.filter((one) => one.endsWith('.md')).map((one) => readFile(join(folder, one), 'utf8')),
    )
    expect([...names, ...texts].join('\n')).not.toContain('Quell')
  })

  it('tells of an index that is left each time', async () => {
    const { backend, claim, folder } = await exported()
    const index = join(folder, 'index.md')
    const edited = (await readFile(index, 'utf8'))
      .replace('| Unverified |', '| Mine |')
      .replace('| unverified |', '| mine |')
    await writeFile(index, edited)
    await backend.claims.update({ id: claim, fields: { status: 'disputed' } })
    expect((await run(backend, folder)).left).toEqual(['index.md'])
    expect((await run(backend, folder)).left).toEqual(['index.md'])
  })
})

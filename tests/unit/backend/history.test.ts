import { speak } from '../../../src/core/words/say.ts'
import { tries } from '../../support/length.ts'
import { appendFile, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/core/records/base.ts'
import { ascribe } from '../../support/ascribe.ts'
import { addArticle, newNotebook, reopen } from '../../support/notebooks.ts'
import { linkEvidence } from '../../support/claim-edits.ts'

describe('the history', () => {
  it('is listed when the label of a line is none, and the rest of the notebook is there', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.claims.create({ statement: 'One.' })
    await app.close()
    const month = (await readdir(join(folder, 'log'))).find((name) => name.endsWith('.jsonl')) ?? ''
    const log = join(folder, 'log', month)
    const change = { id: newId(), at: new Date().toISOString(), author: 'A', label: '?', entries: [] }
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const labels = ['7', '{"say":"x"}', '{"say":"history.change","with":{"__proto__":null}}', 'null', deep]
    for (const label of labels) {
      const json = JSON.stringify({ ...change, id: newId() }).replace('"?"', () => label)
      await appendFile(
        log,
        `{"bytes":${json.length},"crc32":"${crc32(json).toString(16)}","change":${json}}\n`,
      )
    }
    const gone = { kind: 'claim', id: newId(), before: {}, after: null }
    const json = JSON.stringify({ ...change, entries: [gone] })
    await appendFile(log, `{"bytes":${json.length},"crc32":"${crc32(json).toString(16)}","change":${json}}\n`)
    await rm(join(folder, '.cache'), { recursive: true })
    const again = await reopen(app, folder, home)
    const { rows } = await again.backend.history.list({})
    expect(rows.map(({ label }) => speak(label))).toEqual([
      'Change the notebook',
      expect.stringContaining('One.'),
    ])
    expect((await again.backend.claims.list({})).rows).toHaveLength(1)
    expect((await again.backend.history.undo()).label).toBeDefined()
  })

  it('of a record brings any state back as a new change', async () => {
    const { backend } = await newNotebook()
    const { id } = await backend.claims.create({ statement: 'One.' })
    await backend.claims.update({ id, fields: { statement: 'Two.' } })
    await backend.claims.update({ id, fields: { statement: 'Three.' } })
    const { rows, total } = await backend.history.list({ record: id })
    expect(total).toBe(3)
    const second = rows[1]?.id ?? ''
    expect((await backend.history.get({ id: second, record: id })).entries).toMatchObject([
      { before: { statement: 'One.' }, after: { statement: 'Two.' } },
    ])
    await backend.history.restore({ change: second, record: id, side: 'before' })
    expect((await backend.claims.get({ id })).claim.statement).toBe('One.')
    await backend.history.restore({ change: second, record: id, side: 'after' })
    expect((await backend.claims.get({ id })).claim.statement).toBe('Two.')
    await backend.history.undo()
    expect((await backend.claims.get({ id })).claim.statement).toBe('One.')
    await expect(
      backend.history.restore({ change: rows[2]?.id ?? '', record: id, side: 'before' }),
    ).rejects.toThrow(/not in the notebook/)
  })

  it('restored state by state is the same as it was (property)', async () => {
    const { backend } = await newNotebook()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }),
        async (all) => {
          // What is the same as before makes no Change.
          const notes = all.filter((note, n) => note !== all[n - 1])
          const { id } = await backend.claims.create({ statement: 'It is so.' })
          for (const note of notes) await backend.claims.update({ id, fields: { note } })
          const { rows } = await backend.history.list({ record: id })
          for (const [back, note] of notes.toReversed().entries()) {
            await backend.history.restore({ change: rows[back]?.id ?? '', record: id, side: 'after' })
            expect((await backend.claims.get({ id })).claim.note).toBe(note)
          }
        },
      ),
      { numRuns: tries(6, 30) },
    )
  })
})

describe('the trash', () => {
  it('brings an article back with its highlights and the evidence that rested on it', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const article = await addArticle(backend, 'The ferry contract was awarded in March.', 'Ferries')
    const { claim } = await backend.annotations.createByQuote({
      article,
      quote: 'awarded in March',
      claim: 'It was awarded.',
    })
    await backend.articles.remove({ id: article })
    await backend.claims.update({ id: claim?.id ?? '', fields: { note: 'written since' } })
    const again = await reopen(app, folder, home)
    expect(await again.backend.trash.list()).toMatchObject([{ id: article, title: 'Ferries', withIt: 1 }])
    expect(await again.backend.trash.restore({ id: article })).toEqual({ title: 'Ferries' })
    expect((await again.backend.annotations.list({})).total).toBe(1)
    const { claim: restored } = await again.backend.claims.get({ id: claim?.id ?? '' })
    expect(restored).toMatchObject({ note: 'written since', evidence: [{ stance: 'supports' }] })
    expect(await again.backend.trash.list()).toEqual([])
    expect(await again.backend.health.check()).toEqual([])
  })

  it('brings a tag back to what carried it', async () => {
    const { backend } = await newNotebook()
    const { id: tag } = await backend.tags.create({ name: 'Ferry' })
    const { id } = await backend.claims.create({ statement: 'It is so.', tags: [tag] })
    await backend.tags.remove({ id: tag })
    expect((await backend.claims.get({ id })).claim.tags).toEqual([])
    await backend.trash.restore({ id: tag })
    expect((await backend.claims.get({ id })).claim.tags).toEqual([tag])
    expect(await backend.tags.list()).toMatchObject([{ name: 'Ferry', claims: 1 }])
  })

  it('brings back with a record what it refers to and was deleted since', async () => {
    const { app, backend } = await newNotebook()
    const article = await addArticle(backend, 'The ferry contract was awarded in March.', 'Ferries')
    await backend.articles.update({ id: article, fields: { outletName: 'The Post' } })
    const { annotation, claim } = await backend.annotations.createByQuote({
      article,
      quote: 'in March',
      tagNames: ['Ferry'],
      claim: 'In March.',
    })
    const id = claim?.id ?? ''
    await linkEvidence(backend, {
      claim: id,
      annotation: annotation.id,
      stance: 'supports',
      chain: [{ name: 'Ann' }],
    })
    await backend.claims.remove({ id })
    const { rows } = await backend.sources.list({ text: 'Ann' })
    await backend.sources.remove({ id: rows[0]?.id ?? '' })
    await backend.articles.remove({ id: article })
    const [tag] = await backend.tags.list()
    await backend.tags.remove({ id: tag?.id ?? '' })
    await backend.trash.restore({ id })
    expect(await backend.health.check()).toEqual([])
    expect((await backend.claims.get({ id })).claim.evidence[0]?.chain).toHaveLength(1)
    expect((await backend.annotations.list({})).rows[0]?.tags).toEqual([tag?.id])
    expect((await app.state()).notebook?.counts).toEqual({ articles: 1, claims: 1, sources: 2, tags: 1 })
  })

  it('brings merged tags back with the one that stood for them, and those below to their place', async () => {
    const { backend } = await newNotebook()
    const make = async (name: string, parent: string | null = null): Promise<string> =>
      (await backend.tags.create({ name, parent })).id
    const [parent, merged] = [await make('Parent'), await make('Merged')]
    const child = await make('Child', parent)
    await backend.tags.merge({ id: merged, into: parent })
    const claim = await backend.claims.create({ statement: 'It is so.', tags: [merged] })
    await backend.tags.remove({ id: parent })
    await backend.trash.restore({ id: merged })
    expect(await backend.health.check()).toEqual([])
    const tags = await backend.tags.list()
    expect(tags.find(({ id }) => id === parent)).toMatchObject({ absorbed: [merged], claims: 1 })
    expect(tags.find(({ id }) => id === child)?.parent).toBe(parent)
    expect((await backend.claims.get({ id: claim.id })).claim.tags).toEqual([merged])
  })

  it('and the history make no circles of merges; a source that stands for others is not deleted', async () => {
    const { backend } = await newNotebook()
    const [x, y] = [
      (await backend.sources.named({ name: 'X' })).id,
      (await backend.sources.named({ name: 'Y' })).id,
    ]
    await backend.sources.merge({ id: x, into: y })
    const change = (await backend.history.list({ record: x })).rows[0]?.id ?? ''
    await expect(backend.sources.remove({ id: y })).rejects.toThrow(/is used/)
    await backend.history.restore({ change, record: x, side: 'before' })
    await backend.sources.merge({ id: y, into: x })
    await expect(backend.history.restore({ change, record: x, side: 'after' })).rejects.toThrow(
      /merged into itself/,
    )
    expect((await backend.sources.list({})).total).toBe(1)
  })

  it('that is emptied leaves nothing of it in the log or on the disk, but who did what and when', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const kept = await addArticle(backend, 'Stays here.', 'Stays')
    const article = await addArticle(backend, 'The informant lives in Harbour Street.', 'Secret')
    await backend.annotations.createByQuote({ article, quote: 'Harbour Street' })
    await backend.articles.remove({ id: article })
    expect(await backend.trash.empty()).toEqual({ records: 2 })
    expect(await backend.trash.list()).toEqual([])
    await expect(backend.trash.restore({ id: article })).rejects.toThrow(/not in the trash/)
    expect(await readdir(join(folder, 'texts'))).toHaveLength(1)
    expect(await readdir(join(folder, 'originals'))).toHaveLength(1)
    const labels = (await backend.history.list({ record: article })).rows.map(({ label }) => speak(label))
    expect(labels).toEqual(['Delete “Secret”', 'Highlight “…”', 'Import “Secret”'])
    await app.close()
    const [log] = (await readdir(join(folder, 'log'))).filter((name) => name.endsWith('.jsonl'))
    const written = await readFile(join(folder, 'log', log ?? ''), 'utf8')
    for (const words of ['lives in', 'Harbour Street']) expect(written).not.toContain(words)
    const again = await reopen(app, folder, home)
    expect(await again.backend.health.check()).toEqual([])
    expect((await again.backend.articles.list({})).rows.map(({ id }) => id)).toEqual([kept])
    await again.backend.tags.create({ name: 'Goes on' })
    await again.backend.history.undo()
    await expect(again.backend.history.undo()).rejects.toThrow(/nothing to undo/)
  })

  it('is there on the command line', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const { id } = await backend.claims.create({ statement: 'It is so.' })
    await backend.claims.remove({ id })
    await app.close()
    expect(JSON.parse((await ascribe(home, 'trash', folder, '--json')).stdout)).toMatchObject([
      { id, kind: 'claim' },
    ])
    expect((await ascribe(home, 'trash', folder, '--restore', id)).stdout).toMatch(/Restored: It is so/)
    expect((await ascribe(home, 'trash', folder)).stdout).toMatch(/empty/)
    const history = await ascribe(home, 'history', folder, '--record', id, '--json')
    expect(JSON.parse(history.stdout)).toHaveLength(3)
    expect((await ascribe(home, 'trash', folder, '--empty', '--json')).stdout).toMatch(/"records": 0/)
  })
})

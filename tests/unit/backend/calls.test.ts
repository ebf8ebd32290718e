import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportEvent } from '../../../src/contract/exports.ts'
import type { Backend } from '../../support/backend.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'
import { linkEvidence, relate, removeEvidence } from '../../support/claim-edits.ts'

const importFiles = async (backend: Backend, ...files: File[]) =>
  Array.fromAsync(await backend.articles.import({ files }))
const code = (expected: string) => ({ data: { code: expected } })

describe('importing', () => {
  it('tells of each file, goes on after a bad one, and counts', async () => {
    const { backend } = await newNotebook()
    const events = await importFiles(
      backend,
      new File(['Good text.'], 'good.txt'),
      new File([''], 'empty.txt'),
      new File(['Good text.'], 'copy.txt'),
    )
    expect(events.map(({ type }) => type)).toEqual([
      'reading',
      'imported',
      'reading',
      'failed',
      'reading',
      'imported',
      'done',
    ])
    expect(events.at(-1)).toEqual({ type: 'done', imported: 1, existing: 1, failed: 1 })
    expect((await backend.articles.list({})).total).toBe(1)
  })

  it('makes an outlet once, whatever the spelling of its case', async () => {
    const { backend } = await newNotebook()
    const page = (outlet: string, text: string): File =>
      new File(
        [
          `<html><head><meta property="og:site_name" content="${outlet}"></head><body><p>${text}</p></body></html>`,
        ],
        'a.html',
      )
    await importFiles(backend, page('The Post', 'One text.'), page('THE POST', 'Another text.'))
    expect((await backend.sources.list({})).rows).toMatchObject([
      { name: 'The Post', kind: 'outlet', articles: 2 },
    ])
  })

  it('can be cancelled between two files', async () => {
    const { backend } = await newNotebook()
    const controller = new AbortController()
    const files = Array.from({ length: 20 }, (_, n) => new File([`Text number ${n}.`], `${n}.txt`))
    for await (const event of await backend.articles.import({ files }, { signal: controller.signal })) {
      if (event.type === 'imported') controller.abort()
    }
    expect((await backend.articles.list({})).total).toBe(1)
  })
})

describe('annotating', () => {
  it('finds a quote in other quotation marks and spaces, and asks which one when there are several', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, '“Never,” he said.\u00a0 He said it twice: “never,” again.')
    const { annotation } = await backend.annotations.createByQuote({ article, quote: '"Never," he said. He' })
    expect(annotation).toMatchObject({ start: 0, exact: '“Never,” he said.\u00a0 He', state: 'exact' })
    await expect(backend.annotations.createByQuote({ article, quote: 'said' })).rejects.toMatchObject(
      code('quote-ambiguous'),
    )
    const second = await backend.annotations.createByQuote({ article, quote: 'said', occurrence: 2 })
    expect(second.annotation.start).toBeGreaterThan(20)
    await expect(
      backend.annotations.createByQuote({ article, quote: 'said', occurrence: 9 }),
    ).rejects.toMatchObject(code('quote-not-found'))
    await expect(backend.annotations.createByQuote({ article, quote: 'not there' })).rejects.toMatchObject(
      code('quote-not-found'),
    )
  })

  it('refuses a selection that does not fit the text', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'Some words.')
    const create = backend.annotations.create({ article, start: 0, end: 4, exact: 'Sane' })
    await expect(create).rejects.toMatchObject(code('bad-input'))
    await expect(
      backend.annotations.create({ article, start: 5, end: 99, exact: 'words.' }),
    ).rejects.toMatchObject(code('bad-input'))
  })

  it('makes tags by name once, and a claim with the passage as its first evidence', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'The price was never discussed.')
    const made = await backend.annotations.createByQuote({
      article,
      quote: 'never discussed',
      tagNames: ['Price', 'price '],
      claim: 'Nobody asked the price.',
    })
    expect(made.claim?.evidence).toMatchObject([
      { annotation: made.annotation.id, stance: 'supports', chain: [] },
    ])
    expect(await backend.tags.list()).toHaveLength(1)
    expect((await backend.articles.get({ id: article })).claims).toHaveLength(1)
  })
})

describe('linking', () => {
  it('completes the evidence of a passage once, and adds a piece after that', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'He denied it.')
    const { annotation, claim } = await backend.annotations.createByQuote({
      article,
      quote: 'denied',
      claim: 'He denied it.',
    })
    const id = claim?.id ?? ''
    const chain = [{ name: 'A. Person' }, { name: 'North Wire' }, { name: 'The Post' }]
    const first = await linkEvidence(backend, {
      claim: id,
      stance: 'disputes',
      chain,
      annotation: annotation.id,
    })
    expect(first.evidence).toHaveLength(1)
    expect(first.evidence[0]).toMatchObject({ stance: 'disputes', annotation: annotation.id })
    const second = await linkEvidence(backend, {
      claim: id,
      stance: 'supports',
      chain: [{ name: 'a. person' }],
      annotation: annotation.id,
    })
    expect(second.evidence).toHaveLength(2)
    const third = await linkEvidence(backend, {
      claim: id,
      stance: 'mentions',
      chain: [{ name: 'A. Person', kind: 'organisation' }],
    })
    expect(third.evidence).toHaveLength(3)
    expect((await backend.sources.list({})).rows.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual([
      'A. Person organisation',
      'A. Person person',
      'North Wire outlet',
      'The Post outlet',
    ])
  })

  it('shows on the page of the source, and protects it from deletion', async () => {
    const { backend } = await newNotebook()
    const claim = await backend.claims.create({ statement: 'It rained.' })
    const { evidence } = await linkEvidence(backend, {
      claim: claim.id,
      stance: 'supports',
      chain: [{ name: 'Witness' }],
    })
    const id = evidence[0]?.chain[0]?.source ?? ''
    expect((await backend.sources.get({ id })).mentions).toMatchObject([
      { claim: claim.id, position: 0, stance: 'supports' },
    ])
    await expect(backend.sources.remove({ id })).rejects.toMatchObject(code('in-use'))
    await removeEvidence(backend, claim.id, evidence[0]?.id ?? '')
    await backend.sources.remove({ id })
    expect((await backend.sources.list({})).total).toBe(0)
  })
})

describe('deleting', () => {
  it('an article takes highlights and evidence with it, and one undo brings all back', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'One two three.')
    const { claim } = await backend.annotations.createByQuote({ article, quote: 'two', claim: 'Two.' })
    const before = await backend.claims.get({ id: claim?.id ?? '' })
    expect(await backend.articles.remove({ id: article })).toEqual({ claims: 1 })
    expect((await backend.claims.get({ id: claim?.id ?? '' })).claim.evidence).toEqual([])
    expect((await backend.search({ text: 'three' })).length).toBe(0)
    expect(await backend.health.check()).toEqual([])
    await backend.history.undo()
    expect((await backend.claims.get({ id: claim?.id ?? '' })).passages).toEqual(before.passages)
    expect((await backend.articles.get({ id: article })).annotations).toHaveLength(1)
    expect((await backend.search({ text: 'three' })).length).toBe(1)
  })

  it('a claim takes the relations that point at it', async () => {
    const { backend } = await newNotebook()
    const [a, b] = [
      await backend.claims.create({ statement: 'A' }),
      await backend.claims.create({ statement: 'B' }),
    ]
    await relate(backend, a.id, { kind: 'contradicts', claim: b.id })
    expect((await backend.claims.get({ id: b.id })).others[a.id]).toEqual({
      statement: 'A',
      status: 'unverified',
      relation: 'contradicts',
    })
    await backend.claims.remove({ id: b.id })
    expect((await backend.claims.get({ id: a.id })).claim.relations).toEqual([])
    await expect(relate(backend, a.id, { kind: 'refines', claim: a.id })).rejects.toMatchObject(
      code('bad-input'),
    )
  })
})

describe('tags', () => {
  it('merge without touching what carries them, filter as one, and can be undone', async () => {
    const { backend } = await newNotebook()
    const first = await addArticle(backend, 'One.', 'One')
    const second = await addArticle(backend, 'Two.', 'Two')
    const [a, b] = [await backend.tags.create({ name: 'A' }), await backend.tags.create({ name: 'B' })]
    await backend.articles.update({ id: first, fields: { tags: [a.id] } })
    await backend.articles.update({ id: second, fields: { tags: [a.id, b.id] } })
    await backend.tags.merge({ id: a.id, into: b.id })
    expect(await backend.tags.list()).toMatchObject([{ name: 'B', absorbed: [a.id], articles: 2 }])
    expect((await backend.articles.list({ tag: b.id })).total).toBe(2)
    expect((await backend.tags.create({ name: 'a' })).id).toBe(b.id)
    await backend.history.undo()
    expect(await backend.tags.list()).toMatchObject([
      { name: 'A', articles: 2 },
      { name: 'B', articles: 1 },
    ])
  })

  it('stand in a tree that cannot bite its tail, and filter with all below them', async () => {
    const { backend } = await newNotebook()
    const top = await backend.tags.create({ name: 'Top' })
    const below = await backend.tags.create({ name: 'Below', parent: top.id })
    const article = await addArticle(backend, 'Text.')
    await backend.articles.update({ id: article, fields: { tags: [below.id] } })
    expect((await backend.articles.list({ tag: top.id })).total).toBe(1)
    await expect(backend.tags.update({ id: top.id, fields: { parent: below.id } })).rejects.toMatchObject(
      code('bad-input'),
    )
    await expect(backend.tags.merge({ id: top.id, into: below.id })).rejects.toMatchObject(code('bad-input'))
    await expect(backend.tags.update({ id: below.id, fields: { name: 'TOP' } })).rejects.toMatchObject(
      code('bad-input'),
    )
    expect(await backend.tags.remove({ id: below.id })).toEqual({ records: 1 })
    expect((await backend.articles.get({ id: article })).article.tags).toEqual([])
    await backend.history.undo()
    expect((await backend.articles.list({ tag: top.id })).total).toBe(1)
  })
})

describe('search', () => {
  it('finds words, beginnings and phrases, in any record, without regard to accents', async () => {
    const { backend } = await newNotebook()
    await addArticle(backend, 'The café at the harbour was closed for the winter.', 'Harbour news')
    await backend.claims.create({ statement: 'The cafe closed in winter.' })
    await backend.sources.named({ name: 'Café owner', kind: 'person' })
    const kinds = async (text: string): Promise<string[]> =>
      (await backend.search({ text })).map(({ kind }) => kind).sort()
    expect(await kinds('CAFE')).toEqual(['article', 'claim', 'source'])
    expect(await kinds('harb')).toEqual(['article'])
    expect(await kinds('"closed for the winter"')).toEqual(['article'])
    expect(await kinds('"for closed"')).toEqual([])
    for (const odd of ['"', '*', 'AND OR NOT', 'a:b', '(', "'; DROP TABLE article;--", '^x', '""']) {
      await expect(backend.search({ text: odd })).resolves.toBeInstanceOf(Array)
    }
  })
})

describe('lists', () => {
  it('sort by any column, page, and count all', async () => {
    const { backend } = await newNotebook()
    for (const title of ['b', 'A', 'c']) await addArticle(backend, `Text of ${title}.`, title)
    const titles = async (query: Parameters<Backend['articles']['list']>[0]): Promise<string[]> =>
      (await backend.articles.list(query)).rows.map(({ title }) => title)
    expect(await titles({ sort: 'title' })).toEqual(['A', 'b', 'c'])
    expect(await titles({ sort: 'title', descending: true, limit: 1, offset: 1 })).toEqual(['b'])
    expect((await backend.articles.list({ limit: 1 })).total).toBe(3)
    for (const sort of ['outlet', 'published', 'created', 'highlights', 'claims', 'language'] as const)
      expect(await titles({ sort })).toHaveLength(3)
    expect(await titles({ text: 'text of b' })).toEqual(['b'])
  })
})

describe('exporting', () => {
  const run = async (backend: Backend, folder?: string): Promise<ExportEvent | undefined> =>
    (await Array.fromAsync(await backend.exports.run(folder === undefined ? {} : { folder }))).at(-1)

  it('again writes nothing, and only takes away what it wrote itself', async () => {
    const { backend, home } = await newNotebook()
    const article = await addArticle(backend, 'Text.', 'Gone soon')
    await addArticle(backend, 'Other.', 'Stays')
    const folder = join(home, 'export')
    expect(await run(backend, folder)).toMatchObject({ type: 'done', written: 3, unchanged: 0 })
    await writeFile(join(folder, 'mine.md'), 'my own file')
    expect(await run(backend, folder)).toMatchObject({ type: 'done', written: 0, unchanged: 3, removed: 0 })
    await backend.articles.remove({ id: article })
    expect(await run(backend, folder)).toMatchObject({ type: 'done', written: 1, removed: 1 })
    expect(await readFile(join(folder, 'mine.md'), 'utf8')).toBe('my own file')
  })

  it('never overwrites a file that it did not write, or that was edited since', async () => {
    const { backend, home } = await newNotebook()
    await addArticle(backend, 'Text.')
    const folder = join(home, 'vault')
    await mkdir(folder)
    await writeFile(join(folder, 'index.md'), 'the index of my vault')
    expect(await run(backend, folder)).toMatchObject({ type: 'done', written: 1, left: ['index.md'] })
    expect(await readFile(join(folder, 'index.md'), 'utf8')).toBe('the index of my vault')
    const clean = join(home, 'clean')
    await run(backend, clean)
    await writeFile(join(clean, 'index.md'), 'edited by hand')
    await addArticle(backend, 'More.', 'More')
    expect(await run(backend, clean)).toMatchObject({ type: 'done', written: 1, left: ['index.md'] })
    expect(await readFile(join(clean, 'index.md'), 'utf8')).toBe('edited by hand')
  })

  it('refuses the folder of the notebook itself', async () => {
    const { backend, folder } = await newNotebook()
    for (const target of [folder, join(folder, 'articles')]) {
      expect(await run(backend, target)).toMatchObject({ type: 'failed', problem: { code: 'bad-input' } })
    }
  })

  it('closes what a note leaves open', async () => {
    const { backend, home } = await newNotebook()
    const article = await addArticle(backend, 'Some text.')
    await backend.annotations.createByQuote({ article, quote: 'text', note: '```\nnot closed', claim: 'C' })
    await run(backend, join(home, 'export'))
    const [name] = await readdir(join(home, 'export', 'articles'))
    expect(await readFile(join(home, 'export', 'articles', name ?? ''), 'utf8')).toContain(
      'not closed\n```\n\n## Claims',
    )
  })

  it('makes a zip file for download', async () => {
    const { app, backend } = await newNotebook()
    await addArticle(backend, 'Text.')
    const done = await run(backend)
    expect(done).toMatchObject({ type: 'done', folder: null })
    expect([...app.downloads.values()][0]?.subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })
})

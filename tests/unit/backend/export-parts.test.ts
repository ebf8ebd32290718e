import { existsSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { App } from '../../../src/backend/app.ts'
import { plainBackend } from '../../support/backend.ts'
import type { Backend } from '../../../src/backend/router.ts'
import type { ExportEvent } from '../../../src/contract/exports.ts'
import { linkEvidence } from '../../support/claim-edits.ts'
import { readText } from '../../../src/core/text/read-text.ts'
import { processorTime } from '../../support/cost.ts'
import { newNotebook } from '../../support/notebooks.ts'
import { addPiece } from '../../support/world.ts'

type Asked = Parameters<Backend['exports']['run']>[0]
type Done = Extract<ExportEvent, { type: 'done' }>
const run = async (backend: Backend, asked: Asked): Promise<Done> => {
  const last = (await Array.fromAsync(await backend.exports.run(asked))).at(-1)
  if (last?.type !== 'done') throw new Error(JSON.stringify(last))
  return last
}

/** A notebook with an article of two versions, a highlight over several blocks, claims and tags. */
async function made() {
  const notebook = await newNotebook()
  const { backend } = notebook
  const html = (day: string): string =>
    `<html><body><article><h1>They met</h1><p>They met on ${day}, said two people who were there and saw it.</p>
     <ul><li>one boat of the Council</li><li>two envoys of both sides</li></ul><p>Nobody else came to the island.</p></article></body></html>`
  const article = await backend.articles.paste({
    content: html('Monday'),
    mediaType: 'text/html',
    title: 'They met',
  })
  await backend.articles.paste({
    content: html('Tuesday'),
    mediaType: 'text/html',
    title: 'They met',
    versionOf: article.id,
  })
  const tags = await backend.tags.create({ name: 'Talks' })
  const { annotation: mark } = await backend.annotations.createByQuote({
    article: article.id,
    quote: 'two envoys of both sides',
  })
  const { html: stored } = await backend.articles.text({ id: article.id, version: 'newest' })
  const text = readText(stored)
  const first = text.indexOf('saw it.')
  const last = text.indexOf('two envoys') + 'two envoys'.length
  await backend.annotations.create({
    article: article.id,
    start: first,
    end: last,
    exact: text.slice(first, last),
  })
  const claim = await backend.claims.create({ statement: 'They met on Monday', tags: [tags.id] })
  await linkEvidence(backend, {
    claim: claim.id,
    annotation: mark.id,
    stance: 'supports',
    chain: [{ name: 'Two people', kind: 'anonymous' }],
  })
  const other = await backend.claims.create({ statement: 'Nobody else came' })
  const folder = join(notebook.home, 'vault')
  const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8')
  return { ...notebook, article, claim, other, tag: tags, folder, read }
}

describe('an export', () => {
  it('tells what the publisher changed, and quotes several lines in their form', async () => {
    const { backend, folder, read } = await made()
    await run(backend, { folder })
    const file = await read('articles/They met.md')
    expect(file).toContain('### Changed in version 2')
    expect(file).toContain('Changed:')
    expect(file).toMatch(/> They met on Monday[^]*to:[^]*> They met on Tuesday/)
    expect(file).toMatch(/> saw it\.\n>\n> - one boat of the Council\n> - two envoys\n/)
    expect(file).not.toContain('## Text')
    expect(await readdir(folder)).not.toContain('tags')
  })

  it('has the whole text with a place at each highlight, where that is asked for', async () => {
    const { backend, folder, read } = await made()
    await run(backend, { folder, options: ['texts'] })
    const file = await read('articles/They met.md')
    expect(file).toMatch(/## Text[^]*They met on Tuesday[^]*- two envoys of both sides[^]*Nobody else came/)
    const [, target = ''] = /\[\[#\^(t-[0-9a-f]+)\|in the text\]\]/.exec(file) ?? []
    expect(file).toMatch(new RegExp(`\\n *\\^${target}\\n`))
    await run(backend, { folder: `${folder}-plain`, profile: 'plain', options: ['texts'] })
    const plain = await readFile(join(`${folder}-plain`, 'articles/They met.md'), 'utf8')
    for (const [, anchor] of plain.matchAll(/\]\(#(t-[0-9a-f]+)\)/g))
      expect(plain).toContain(`<a id="${anchor ?? ''}">`)
  })

  it('has pages of tags and earlier wordings, where that is asked for', async () => {
    const { backend, folder, read, claim } = await made()
    await backend.claims.update({ id: claim.id, fields: { statement: 'They met on Tuesday' } })
    await run(backend, { folder, options: ['tag-pages', 'wordings'] })
    expect(await read('tags/Talks.md')).toMatch(/type: tag[^]*# Talks[^]*\[\[claims\/They met on Tuesday\|/)
    // A wording that was changed within a minute was a draft.
    expect(await read('claims/They met on Tuesday.md')).not.toContain('Earlier wordings')
  })

  it('takes the surname of a confidential source out of what rests on it, in the words of its language', async () => {
    const { backend, folder, read, claim } = await made()
    const tag = await backend.tags.create({ name: 'sanborn-file' })
    const source = await backend.sources.named({ name: 'Jeff Sanborn' })
    await backend.sources.update({ id: source.id, fields: { confidential: true, tags: [tag.id] } })
    await addPiece(backend, claim.id, [source.id])
    await backend.claims.update({
      id: claim.id,
      fields: { note: 'Sanborn says so himself.', tags: [tag.id] },
    })
    await backend.claims.create({ statement: 'A Sanborn built the pier' })
    await run(backend, { folder, confidential: 'replace', language: 'de' })
    const file = await read('claims/They met on Monday.md')
    expect(file).not.toMatch(/sanborn/i)
    expect(file).toContain('Eine vertrauliche Quelle says so himself.')
    expect(file).toContain('Eine vertrauliche Quelle sagt.')
    // Who is meant by a surname elsewhere nobody knows.
    expect(await read('claims/A Sanborn built the pier.md')).toContain('Sanborn')
  })

  it('asks before a surname goes out in what is about its confidential source, and calls no file by it then', async () => {
    const { backend, folder, read } = await made()
    const kovar = await backend.sources.named({ name: 'Renée Kovář' })
    const told = await backend.sources.named({ name: 'A pilot', kind: 'anonymous' })
    await backend.sources.update({
      id: told.id,
      fields: {
        relayer: kovar.id,
        inquiries: [{ asked: '2031-03-04', question: 'Who told Kovář?', answered: null, answer: '' }],
      },
    })
    const claim = await backend.claims.create({ statement: 'The valve failed twice, Kovář says' })
    await addPiece(backend, claim.id, [kovar.id])
    await run(backend, { folder })
    await run(backend, { folder, format: 'csv' })
    await run(backend, { folder, format: 'memo' })
    await writeFile(
      join(folder, 'sources/Renée Kovář.md'),
      `${await read('sources/Renée Kovář.md')}\nCall again on Monday.\n`,
    )
    await backend.sources.update({ id: kovar.id, fields: { confidential: true } })
    const asked = await Array.fromAsync(await backend.exports.run({ folder, format: 'memo' }))
    expect(asked.at(-1)).toMatchObject({ type: 'named' })
    const done = await run(backend, { folder, confidential: 'replace' })
    expect(done.earlier.left).toEqual([])
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    for (const file of files.filter((one) => one.isFile())) {
      expect(file.name).not.toMatch(/kov[aá]ř?/i)
      expect(await readFile(join(file.parentPath, file.name), 'utf8'), file.name).not.toMatch(/kovář/i)
    }
    // What somebody wrote into the page that she had stays, without what told of her.
    const [kept = ''] = done.obsolete
    expect((await read(kept)).trim()).toBe('Call again on Monday.')
  })

  it('says whom it names though they spoke off the record', async () => {
    const { backend, claim } = await made()
    await linkEvidence(backend, {
      claim: claim.id,
      stance: 'supports',
      chain: [{ name: 'Anna Weber', kind: 'person' }],
      groundRule: 'off-record',
    })
    const asked = async (): Promise<readonly string[]> => (await backend.exports.preview({})).offTheRecord
    expect(await asked()).toEqual(['Anna Weber'])
    const other = await backend.claims.create({ statement: 'Nobody met' })
    expect((await backend.exports.preview({ claims: [other.id] })).offTheRecord).toEqual([])
    const { id } = await backend.sources.named({ name: 'Anna Weber' })
    await backend.sources.update({ id, fields: { confidential: true } })
    expect(await asked()).toEqual([])
  })

  it('tells of a relation at both of its claims, and what nobody has judged as that', async () => {
    const { backend, folder, read, claim } = await made()
    const other = await backend.claims.create({ statement: 'Nobody met' })
    await backend.claims.edit({
      ids: [other.id],
      edits: [{ do: 'addRelation', kind: 'contradicts', claim: claim.id }],
    })
    await run(backend, { folder })
    expect(await read('claims/Nobody met.md')).toContain('Contradicts: [[claims/They met on Monday|')
    const file = await read('claims/They met on Monday.md')
    expect(file).toContain('Contradicted by: [[claims/Nobody met|')
    expect(file).toContain('**Credibility**: not judged yet')
  })

  it('keeps a text back that names a confidential source', async () => {
    const { backend, folder, read } = await made()
    const source = await backend.sources.named({ name: 'Council' })
    await backend.sources.update({ id: source.id, fields: { confidential: true } })
    await run(backend, { folder, options: ['texts'], confidential: 'replace' })
    const file = await read('articles/They met.md')
    expect(file).not.toContain('Council')
    expect(file).not.toContain('## Text')
    expect(file).toContain('confidential source')
  })

  it('of a list is that list: its rows, order and columns, as a table and as a memo', async () => {
    const { backend, folder, tag, claim } = await made()
    const shown = {
      list: 'claims' as const,
      query: { sort: 'statement' as const, descending: true },
      columns: ['status', 'origins', 'tags', 'nonsense'],
    }
    await run(backend, { folder, format: 'csv', shown })
    expect(await readdir(folder)).toContain('claims-shown.csv')
    const lines = (await readFile(join(folder, 'claims-shown.csv'), 'utf8'))
      .replace('\ufeff', '')
      .split('\r\n')
    expect(lines[0]).toBe('Claim,Status,Origins for,Tags,Id')
    expect(lines[1]).toMatch(/^They met on Monday,unverified,1,Talks,/)
    expect(lines[2]).toMatch(/^Nobody else came,unverified,0,,/)
    await run(backend, {
      folder,
      format: 'memo',
      profile: 'markdown',
      shown: { list: 'claims', query: { tag: tag.id }, columns: [] },
    })
    const [memo = ''] = (await readdir(folder)).filter((name) => name.endsWith('.md'))
    const words = await readFile(join(folder, memo), 'utf8')
    expect(words).toContain('They met on Monday')
    expect(words).not.toContain('Nobody else came')
    // Nothing chosen would be everything.
    const none = { list: 'claims' as const, query: { text: 'nowhere' }, columns: [] }
    const [event] = await Array.fromAsync(await backend.exports.run({ folder, format: 'memo', shown: none }))
    expect(event).toMatchObject({ type: 'failed', problem: { code: 'nothing-to-read' } })
    expect(claim.id).toBeTruthy()
    for (const list of ['articles', 'sources'] as const)
      await run(backend, {
        folder,
        format: 'csv',
        shown: { list, query: {}, columns: ['kind', 'published', 'asserts', 'backed', 'opposed'] },
      }).catch((error: unknown) => expect(String(error)).toContain('nothing-to-read'))
    expect(await readFile(join(folder, 'articles-shown.csv'), 'utf8')).toContain('They met,')
  })
})

describe('a folder that follows', () => {
  const status = async (file: () => Promise<string>): Promise<string | undefined> =>
    /status: (\S+)/.exec(await file().catch(() => ''))?.[1]

  it('has each change a moment later, keeps what people write, goes on after a restart, and ends', async () => {
    const { app, backend, folder, home, claim, read } = await made()
    const file = (): Promise<string> => read('claims/They met on Monday.md')
    expect(await backend.exports.follow({ folder })).toMatchObject({ folder, problem: null })
    await expect.poll(() => status(file)).toBe('unverified')
    const untouched = join(folder, 'claims/Nobody else came.md')
    // The files are written one after another.
    await expect.poll(() => existsSync(untouched)).toBe(true)
    await writeFile(untouched, `${await readFile(untouched, 'utf8')}\nMine.\n`)
    await backend.claims.update({ id: claim.id, fields: { status: 'disputed' } })
    await expect.poll(() => status(file)).toBe('disputed')
    expect(await readFile(untouched, 'utf8')).toContain('Mine.')
    // A program that goes on running remembers it; none that follows is left by one that does not.
    const notebook = app.store.folder
    await app.close()
    const start = async (): Promise<{ app: App; backend: Backend }> => {
      const next = new App({ version: 'test', home, anyPath: true, stays: true })
      onTestFinished(async () => {
        await next.close()
      })
      await next.open(notebook)
      await next.store.model.whole
      return { app: next, backend: plainBackend(next) }
    }
    const one = await start()
    expect(await one.backend.exports.live()).toBeNull()
    await one.backend.exports.follow({ folder })
    await one.app.close()
    const other = await start()
    await expect.poll(async () => (await other.backend.exports.live())?.folder).toBe(folder)
    await other.backend.claims.update({ id: claim.id, fields: { status: 'confirmed' } })
    await expect.poll(() => status(file)).toBe('confirmed')
    await other.backend.exports.unfollow()
    expect(await other.backend.exports.live()).toBeNull()
    await other.app.close()
    const last = await start()
    expect(await last.backend.exports.live()).toBeNull()
  })

  it('stops where somebody would be named, and says so', async () => {
    const { backend, folder } = await made()
    await backend.exports.follow({ folder })
    await expect.poll(() => readdir(folder).catch(() => [])).toContain('index.md')
    const source = await backend.sources.named({ name: 'Council' })
    await backend.sources.update({ id: source.id, fields: { confidential: true } })
    await expect
      .poll(async () => (await backend.exports.live())?.problem?.said?.say)
      .toBe('problems.liveNamesSomebody')
    await expect(backend.exports.follow({ folder: join(folder, '..', 'notebook', 'x') })).rejects.toThrow(
      /notebook itself/,
    )
  })
})

describe('an export that might quote what was not quoted', () => {
  it('has the words of a highlight that waits for review, not those that stand at its old place', async () => {
    const { backend, article, folder, read } = await made()
    const html =
      '<html><body><article><h1>They met</h1><p>A new first paragraph tells of the weather on the island in those days, which was bad.</p><p>Something else entirely was said about it, by somebody else, and later.</p></article></body></html>'
    await backend.articles.paste({
      content: html,
      mediaType: 'text/html',
      title: 'They met',
      versionOf: article.id,
    })
    await run(backend, { folder, options: ['texts'] })
    const file = await read('articles/They met.md')
    expect(file).toContain('> two envoys of both sides')
    expect(file).toMatch(/> saw it\.\n>\n> one boat of the Council\n>\n> two envoys/)
    expect(file).not.toContain('in the text]]')
    expect(await read('claims/They met on Monday.md')).not.toContain('weather')
  })

  it('is made in time and room that grow with the text, however it is nested', async () => {
    const { backend, folder, read } = await made()
    const deep = (tag: string, n: number, inner: string): string =>
      `${`<${tag}>`.repeat(n)}${inner}${`</${tag}>`.repeat(n)}`
    const rows = `<table><tr>${'<td>a</td>'.repeat(1_500)}</tr>${'<tr><td>b</td></tr>'.repeat(1_500)}</table>`
    const content = `<html><body><article><h1>Odd</h1><p>${'Long enough to be taken for an article. '.repeat(20)}</p>
      <p>${deep('em', 200, 'deep')}</p>${deep('blockquote', 100, `<p>${'line<br>'.repeat(2_000)}</p>`)}${rows}</article></body></html>`
    const { id } = await backend.articles.paste({ content, mediaType: 'text/html', title: 'Odd' })
    await backend.articles.readAgain({ id, take: 'whole' })
    const milliseconds = await processorTime(async () => {
      await run(backend, { folder, options: ['texts'] })
    })
    expect(milliseconds).toBeLessThan(8_000)
    const file = await read('articles/Odd.md')
    expect(file).toContain('deep')
    expect(file.length).toBeLessThan(400_000)
  })

  it('runs no query that an article has in its code', async () => {
    const { backend, folder, read } = await made()
    const content = `<html><body><article><h1>Code</h1><p>${'Long enough to be taken for an article. '.repeat(20)}</p><p>See <code>$= dv.view("x")</code> and <code>plain()</code>, 100%<b></b>% <code>&lt;% tp.x() %&gt;</code>.</p></article></body></html>`
    await backend.articles.paste({ content, mediaType: 'text/html', title: 'Code' })
    await run(backend, { folder, options: ['texts', 'live-notes'] })
    const file = await read('articles/Code.md')
    expect(file).not.toMatch(/`\$=/)
    expect(file).not.toContain('<%')
    expect(file).not.toMatch(/100%%/)
    expect(file).toContain('`plain()`')
  })

  it('names nobody in the address of a copy or of a link', async () => {
    const { backend, folder } = await made()
    const copy = 'https://web.archive.org/web/20200102030405/https://news.example/jane-doe-says'
    const body = 'Long enough to be taken for an article. '.repeat(20)
    const content = `<html><head><link rel="canonical" href="${copy}"></head><body><article><h1>Somebody says</h1><p>${body}</p><p>See <a href="https://news.example/people/doe">the</a> page.</p></article></body></html>`
    await backend.articles.paste({ content, mediaType: 'text/html', title: 'Somebody says' })
    const { id } = await backend.sources.named({ name: 'Jane Doe' })
    await backend.sources.update({ id, fields: { confidential: true } })
    for (const confidential of ['replace', 'omit'] as const)
      for (const profile of ['obsidian', 'pandoc', 'plain']) {
        const into = `${folder}-${confidential}-${profile}`
        await run(backend, { folder: into, profile, confidential, options: ['texts'] })
        for (const name of await readdir(into, { recursive: true }))
          if (/\.(?:md|json|bib)$/.test(name))
            expect(await readFile(join(into, name), 'utf8'), name).not.toMatch(/jane|doe/i)
      }
  })

  it('goes into a folder after another one, not into the middle of it', async () => {
    const { backend, folder } = await made()
    const all = await Promise.all(
      ['markdown', 'csv', 'markdown', 'csv'].map((format) => run(backend, { folder, format })),
    )
    expect(all.map(({ left }) => left)).toEqual([[], [], [], []])
    expect(await run(backend, { folder, format: 'csv' })).toMatchObject({ written: 0, left: [] })
    expect(await run(backend, { folder })).toMatchObject({ written: 0, left: [] })
  })
})

import type { Id } from '../../../src/core/records/base.ts'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  wordsOf,
  type Exported,
  type ExportInput,
  type ExportRequest,
} from '../../../src/core/export/exporter.ts'
import { FileNames } from '../../../src/core/export/markdown/file-names.ts'
import { exporterFor } from '../../../src/core/export/registry.ts'
import { root } from '../../support/ascribe.ts'
import { exampleNotebook, id } from '../../support/example-notebook.ts'

const golden = join(root, 'tests/golden/markdown')
const profiles = exporterFor('markdown').profiles.map(({ name }) => name)

const write = (input: ExportInput, more: Partial<ExportRequest> = {}): Promise<Exported> =>
  exporterFor('markdown').write(input, { zone: 'UTC', ...more })
const run = async (input: ExportInput, more?: Partial<ExportRequest>): Promise<Map<string, string>> =>
  new Map([...(await write(input, more)).files].map((file) => [file.path, wordsOf(file)]))

describe('the Markdown exporter', () => {
  it.each(profiles)('writes the golden files for %s, byte for byte', async (profile) => {
    const files = await run(exampleNotebook(), { profile })
    const folder = join(golden, profile)
    if (process.env['UPDATE_GOLDEN'] === '1') {
      await rm(folder, { recursive: true, force: true })
      for (const [path, content] of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), content)
      }
    }
    const wanted = (await readdir(folder, { recursive: true })).filter((path) => /\.\w+$/.test(path)).sort()
    expect([...files.keys()].sort()).toEqual(wanted.map((path) => path.replaceAll('\\', '/')))
    for (const [path, content] of files)
      expect(content, path).toBe(await readFile(join(folder, path), 'utf8'))
  })

  it('writes the same bytes whatever the order of the records', async () => {
    const input = exampleNotebook()
    const shuffled = {
      ...input,
      articles: input.articles.toReversed(),
      claims: input.claims.toReversed(),
      sources: input.sources.toReversed(),
      tags: input.tags.toReversed(),
    }
    expect(await run(shuffled)).toEqual(await run(input))
  })

  it('lets no note go on behind itself', async () => {
    const input = exampleNotebook()
    const note = '- todo:\n\n  ```js\n  a()\n\nThen I went home.'
    const articles = input.articles.map((article) => ({ ...article, note }))
    for (const [path, content] of await run({ ...input, articles }))
      if (path.startsWith('articles/')) expect(content, path).not.toMatch(/home\.\n```/)
  })

  it('has only links that resolve', async () => {
    const files = await run(exampleNotebook())
    let count = 0
    for (const [path, content] of files) {
      for (const [, target] of content.matchAll(/\]\(((?!https?:)[^)]+)\)/g)) {
        const resolved = new URL(target ?? '', `file:///${path}`).pathname.slice(1)
        expect(files.has(decodeURIComponent(resolved)), `${path} → ${target ?? ''}`).toBe(true)
        count += 1
      }
    }
    expect(count).toBeGreaterThan(10)
  })

  it('has only wiki links and blocks that are there, and the other names of each file', async () => {
    const files = await run(exampleNotebook())
    let count = 0
    for (const [path, content] of files) {
      for (const [, target = '', block] of content.matchAll(
        /\[\[([^\]|#^\\]+)(?:#\^([\w-]+))?\\?\|[^\]]+\]\]/g,
      )) {
        const there = files.get(`${target}.md`)
        expect(there, `${path} → ${target}`).toBeDefined()
        if (block !== undefined) expect(there).toContain(`\n^${block}\n`)
        count += 1
      }
      if (path !== 'index.md') expect(content, path).toMatch(/\naliases:\n {2}- /)
    }
    expect(count).toBeGreaterThan(10)
  })

  it('cites only what is among the references, by keys of their own', async () => {
    const files = await run(exampleNotebook(), { profile: 'pandoc' })
    const items = JSON.parse(files.get('references.json') ?? '[]') as { id: string }[]
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
    const cited = [...files.values()].flatMap((content) => [...content.matchAll(/\[@([\p{L}\p{N}]+)/gu)])
    expect(cited.length).toBeGreaterThan(3)
    for (const [, key] of cited) expect(items.map((item) => item.id)).toContain(key)
  })

  it('leaves a file where it is, whatever it is called now', async () => {
    const places = new Map([[id<'claim'>('claim-figure'), 'Mine/The dead.md']])
    const files = await run(exampleNotebook(), { places })
    expect([...files.keys()].filter((path) => path.startsWith('claims/'))).toHaveLength(1)
    expect(files.get('Mine/The dead.md')).toContain('1,480 died')
    const met = [...files].find(([path]) => path.startsWith('claims/'))?.[1]
    expect(met).toContain('[[Mine/The dead|')
  })

  it('withholds confidential sources and says how many', async () => {
    const all = [...(await run(exampleNotebook())).values()].join('\n')
    expect(all).not.toContain('Deep Secret Name')
    expect(all).toMatch(/confidential source/i)
    expect(all).toContain('1 confidential source is withheld')
    expect((await write(exampleNotebook())).withheld).toBe(1)
  })

  it('withholds confidential sources also where they wrote an article, and counts them', async () => {
    const input = exampleNotebook()
    // The one that stands for the family is not confidential itself.
    const sources = input.sources.map((source) =>
      source.id === id('star-2') ? { ...source, confidential: true } : source,
    )
    const [first, second] = input.articles
    if (!first || !second) throw new Error('The example has two articles.')
    const authors = ['A. One', 'm.  *STAR*', 'Mister Star', 'Deep Secret Name', 'Mr. Starling']
    const articles = [
      { ...first, authors, byline: 'M. Star (merged)' },
      { ...second, byline: 'By MISTER  STAR, in the harbour' },
    ]
    const all = { ...input, sources, articles }
    const files = [...(await run(all))]
    const fileOf = (start: string): string => files.find(([path]) => path.startsWith(start))?.[1] ?? ''
    // Whoever wrote it is known by its title: no other word stands for them.
    const envoys = fileOf('articles/Envoys')
    const named = ['A. One', 'Mr. Starling']
    expect(envoys).toContain(`authors:\n${named.map((name) => `  - ${name}\n`).join('')}`)
    expect(envoys).toContain(`${named.join(', ')} · `)
    expect(envoys).not.toContain('confidential source ·')
    for (const [path, content] of files.filter(([path]) => path.startsWith('articles/')))
      expect(content, path).not.toMatch(/Mister Star|MISTER|STAR\*?,|\(merged\)|Deep Secret/)
    const only = { ...all, claims: [], chosen: { articles: [id<'article'>('envoys')], claims: [] } }
    expect((await write(only)).withheld).toBe(2)
    const harmless = { ...only, articles: [{ ...first, authors: [], byline: 'By A. Starling' }, second] }
    expect((await write(harmless)).withheld).toBe(0)
  })

  it('exports what is chosen, and what belongs to it', async () => {
    const chosen = { articles: [], claims: [id<'claim'>('claim-figure')] }
    const files = [...(await run({ ...exampleNotebook(), chosen })).keys()]
    expect(files.filter((path) => path.startsWith('claims/'))).toHaveLength(1)
    expect(files.filter((path) => path.startsWith('articles/'))).toHaveLength(1)
    expect(files).toContain('index.md')
  })

  it('writes what was merged into the file of the one that stands for it, and loses nothing of it', async () => {
    const files = await run(exampleNotebook())
    const [met = '', ...others] = [...files].flatMap(([path, content]) =>
      path.startsWith('claims/') && content.includes('Merged: ') ? [content] : [],
    )
    expect(others).toEqual([])
    expect([...files.keys()].filter((path) => path.startsWith('claims/'))).toHaveLength(2)
    const [own, ...merged] = met.split('\n## Merged: ')
    expect(own).toContain(`merged:\n  - ${[id('claim-again'), id('claim-deep')].sort().join('\n  - ')}`)
    // Their evidence counts for the one that stands, and is told there.
    expect(own).toContain('By *phone*.')
    expect(merged.map((text) => text.split('\n')[0]).sort()).toEqual([
      'Envoys have met',
      'There was a meeting',
    ])
    const again = merged.find((text) => text.startsWith('Envoys have met')) ?? ''
    for (const words of [
      'Said *again*.',
      '**Status**: unverified',
      '**Credibility**: probably true: a second desk',
      '**Credibility until Mar 5, 2031**: doubtful: one desk',
      '**Tags**: Secret talks',
    ])
      expect(again).toContain(words)
    expect(again).not.toContain('cannot be judged')
    const star = [...files].find(([path]) => path.startsWith('sources/Mr. Star'))?.[1] ?? ''
    for (const words of [
      '  - Mister Star\n',
      `merged:\n  - ${id('star-2')}`,
      '## Merged: M. Star (merged)',
      '**Role**: spokesman',
      '**Also written**: Mister Star',
      '**Reliability**: fairly reliable: was right once',
      '**Reliability until Mar 5, 2031**: unreliable: new',
      '**Tags**: Secret talks',
      'Once *another* one.',
    ])
      expect(star).toContain(words)
  })

  it('leads to what stands for a merged claim or source, and lists it where their evidence is', async () => {
    const files = [...(await run(exampleNotebook(), { profile: 'plain' }))]
    const fileOf = (start: string): string => files.find(([path]) => path.startsWith(start))?.[1] ?? ''
    const met = files.find(([path]) => path.startsWith('claims/1. Envoys'))?.[0] ?? ''
    const target = `${encodeURIComponent(met.slice('claims/'.length))})`
    expect(fileOf('claims/1,480 died')).toContain(`Depends on: [There was a meeting](${target}`)
    const plain = fileOf('articles/هدنة')
    expect(plain).toContain('[The Harbour Post](../sources/The%20Harbour%20Post.md)')
    expect(plain).toContain(`](../claims/${target}`)
    expect(fileOf('sources/North Wire').split(target)).toHaveLength(3)
    expect(fileOf('sources/The Harbour Post')).toContain('## Disputes')
  })

  it('exports a merged claim with the one that stands for it, whichever of them is chosen', async () => {
    const choose = async (articles: Id<'article'>[], claims: Id<'claim'>[]): Promise<string[]> =>
      [...(await run({ ...exampleNotebook(), chosen: { articles, claims } })).keys()].sort()
    expect(await choose([], [id('claim-deep')])).toEqual(await choose([], [id('claim-met')]))
    expect(
      (await choose([], [id('claim-deep')])).filter((path) => path.startsWith('articles/')),
    ).toHaveLength(2)
    const input = exampleNotebook()
    // Its own evidence gone, it is on the article by that of the merged one.
    const claims = input.claims.map((claim) =>
      claim.id === id('claim-met') ? { ...claim, evidence: [] } : claim,
    )
    const chosen = { articles: [id<'article'>('plain')], claims: [] }
    const files = [...(await run({ ...input, claims, chosen })).keys()]
    expect(files.filter((path) => path.startsWith('claims/'))).toHaveLength(1)
  })

  it('keeps a merged record by itself where the one that stood for it is missing', async () => {
    const input = exampleNotebook()
    const without = <T extends { id: string }>(records: readonly T[], name: string): T[] =>
      records.filter((record) => record.id !== id(name))
    const files = await run({
      ...input,
      claims: without(input.claims, 'claim-met'),
      sources: without(input.sources, 'star'),
    })
    const paths = [...files.keys()].join(' ')
    expect(paths).toContain('claims/Envoys have met.md')
    expect(paths).toContain('claims/There was a meeting.md')
    expect(paths).toContain('sources/M. Star (merged).md')
  })

  it('refuses a format that is not there', () => {
    expect(() => exporterFor('pdf')).toThrow(/no export format “pdf”/)
  })
})

describe('file names', () => {
  it.each([
    ['Envoys met: “in secret”?', 'a/Envoys met “in secret”.md'],
    ['CON', 'a/untitled.md'],
    ['../../etc/passwd', 'a/etc passwd.md'],
    ['- a list?', 'a/a list.md'],
    ['مرحبا بالعالم', 'a/مرحبا بالعالم.md'],
    ['???', 'a/untitled.md'],
    ['x'.repeat(500), `a/${'x'.repeat(120)}.md`],
    ['', 'a/untitled.md'],
  ])('%j is safe', (title, path) => {
    const name = new FileNames().pathFor('a', title, id('a'))
    expect(name).toBe(path)
    expect(name.slice(2)).not.toMatch(/[\\/:*?"<>|#^[\]]/)
  })

  it('are told apart where they collide, letter case aside', () => {
    const names = new FileNames()
    expect(names.pathFor('a', 'Envoys met', id('a'))).toBe('a/Envoys met.md')
    expect(names.pathFor('a', 'envoys MET', id('b'))).toBe(`a/envoys MET ${id('b').slice(-8)}.md`)
    expect(names.pathFor('b', 'Envoys met', id('c'))).toBe('b/Envoys met.md')
  })
})

it('the golden files are there', () => {
  expect(existsSync(golden)).toBe(true)
})

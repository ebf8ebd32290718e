import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportInput } from '../../../src/core/export/exported.ts'
import { fileName } from '../../../src/core/export/markdown/file-names.ts'
import { exporterFor } from '../../../src/core/export/registry.ts'
import { root } from '../../support/ascribe.ts'
import { exampleNotebook, id } from '../../support/example-notebook.ts'

const golden = join(root, 'tests/golden/markdown')

const run = (input: ExportInput): Map<string, string> =>
  new Map([...exporterFor('markdown').write(input).files].map(({ path, content }) => [path, content]))

describe('the Markdown exporter', () => {
  it('writes the golden files, byte for byte', async () => {
    const files = run(exampleNotebook())
    if (process.env['UPDATE_GOLDEN'] === '1') {
      await rm(golden, { recursive: true, force: true })
      for (const [path, content] of files) {
        await mkdir(dirname(join(golden, path)), { recursive: true })
        await writeFile(join(golden, path), content)
      }
    }
    const wanted = (await readdir(golden, { recursive: true })).filter((path) => path.endsWith('.md')).sort()
    expect([...files.keys()].sort()).toEqual(wanted.map((path) => path.replaceAll('\\', '/')))
    for (const [path, content] of files)
      expect(content, path).toBe(await readFile(join(golden, path), 'utf8'))
  })

  it('writes the same bytes whatever the order of the records', () => {
    const input = exampleNotebook()
    const shuffled = {
      ...input,
      articles: input.articles.toReversed(),
      claims: input.claims.toReversed(),
      sources: input.sources.toReversed(),
      tags: input.tags.toReversed(),
    }
    expect(run(shuffled)).toEqual(run(input))
  })

  it('has only links that resolve', () => {
    const files = run(exampleNotebook())
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

  it('withholds confidential sources and says how many', () => {
    const all = [...run(exampleNotebook()).values()].join('\n')
    expect(all).not.toContain('Deep Secret Name')
    expect(all).toContain('a confidential source')
    expect(all).toContain('1 confidential source is withheld')
    expect(exporterFor('markdown').write(exampleNotebook()).withheld).toBe(1)
  })

  it('exports what is chosen, and what belongs to it', () => {
    const chosen = { articles: [], claims: [id('claim-figure')] }
    const files = [...run({ ...exampleNotebook(), chosen }).keys()]
    expect(files.filter((path) => path.startsWith('claims/'))).toHaveLength(1)
    expect(files.filter((path) => path.startsWith('articles/'))).toHaveLength(1)
    expect(files).toContain('index.md')
  })

  it('refuses a format that is not there', () => {
    expect(() => exporterFor('pdf')).toThrow(/no export format “pdf”/)
  })
})

describe('file names', () => {
  it.each([
    ['Envoys met: “in secret”?', /^envoys-met-in-secret-[0-9a-f]{8}\.md$/],
    ['CON', /^con-[0-9a-f]{8}\.md$/],
    ['../../etc/passwd', /^etc-passwd-/],
    ['مرحبا بالعالم', /^مرحبا-بالعالم-/],
    ['???', /^untitled-/],
    ['x'.repeat(500), /^untitled-|^x+-/],
    ['', /^untitled-/],
  ])('%j is safe', (title, pattern) => {
    const name = fileName(title, id('a'))
    expect(name).toMatch(pattern)
    expect(Buffer.byteLength(name)).toBeLessThan(140)
    expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\s]/)
  })
})

it('the golden files are there', () => {
  expect(existsSync(golden)).toBe(true)
})

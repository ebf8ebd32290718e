import { unzipSync } from 'fflate'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { ExportedFile, ExportInput } from '../../../src/core/export/exporter.ts'
import { exporterFor } from '../../../src/core/export/registry.ts'
import { root } from '../../support/ascribe.ts'
import { exampleNotebook, id } from '../../support/example-notebook.ts'

const golden = join(root, 'tests/golden')
const run = async (
  format: string,
  profile?: string,
  input: ExportInput = exampleNotebook(),
): Promise<ExportedFile[]> => [...(await exporterFor(format).write(input, { profile, zone: 'UTC' })).files]
const only = async (format: string, profile?: string): Promise<ExportedFile> => {
  const [file] = await run(format, profile)
  if (!file) throw new Error('There is one file.')
  return file
}
const textOf = ({ content }: ExportedFile): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)
const filesIn = ({ content }: ExportedFile): Record<string, string> => {
  if (typeof content === 'string') throw new Error('It is an archive.')
  return Object.fromEntries(
    Object.entries(unzipSync(content)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  )
}

/** Compares with the golden file, or writes it. */
async function matchesGolden(path: string, content: string): Promise<void> {
  const file = join(golden, path)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    await rm(file, { force: true })
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  expect(content).toBe(await readFile(file, 'utf8'))
}

describe('the memo', () => {
  it.each([
    ['markdown', 'memo.md'],
    ['html', 'memo.html'],
  ])('as %s is the golden file', async (profile, path) => {
    const file = await only('memo', profile)
    expect(file.path).toBe(path)
    await matchesGolden(`memo/${path}`, textOf(file))
  })

  it('as a page fetches nothing, runs nothing, and has no link but to the web', async () => {
    const input = exampleNotebook()
    const note =
      '<script>alert(1)</script> ![x](https://a.example/x.png) <img src=x onerror=alert(1)> [y](javascript:alert(1))'
    const claims = input.claims.map((claim) => ({ ...claim, note }))
    const [file] = await run('memo', 'html', { ...input, claims })
    const { document } = new JSDOM(file && textOf(file)).window
    expect(document.querySelectorAll('script,img,iframe,link,object,[onerror]')).toHaveLength(0)
    for (const link of document.querySelectorAll('a'))
      expect(link.getAttribute('href') ?? 'https:').toMatch(/^https?:/)
    expect(document.querySelector('h1')?.textContent).toBe('Memo: Example & <friends>')
  })

  it('as a document for Word has the words, with headings, and is the same each time', async () => {
    const [one, other] = [await only('memo', 'docx'), await only('memo', 'docx')]
    expect(one.content).toEqual(other.content)
    const words = filesIn(one)['word/document.xml'] ?? ''
    expect(words).toContain('2 independent origins say so; 1 says otherwise.')
    expect(words).toContain('w:val="Heading2"')
    expect(words).toContain('مرحبا')
    expect(words).not.toContain('Deep Secret')
  })

  it('is on the claims that are chosen', async () => {
    const chosen = { articles: [], claims: [id<'claim'>('claim-figure')] }
    const [file] = await run('memo', 'markdown', { ...exampleNotebook(), chosen })
    expect(file && textOf(file)).toContain('1,480 died')
    expect(file && textOf(file)).not.toContain('## 1. Envoys')
  })
})

describe('tables', () => {
  it('as CSV are the golden files', async () => {
    for (const file of await run('csv')) await matchesGolden(`csv/${file.path}`, textOf(file))
  })

  it('have no cell that a program for tables runs', async () => {
    const input = exampleNotebook()
    const claims = input.claims.map((claim) => ({
      ...claim,
      statement: '=HYPERLINK("https://a.example","x")',
    }))
    const [file] = await run('csv', undefined, { ...input, claims })
    expect(file && textOf(file)).toContain(`"'=HYPERLINK(""https://a.example"",""x"")"`)
    const [book] = await run('xlsx', undefined, { ...input, claims })
    const sheet = book && filesIn(book)['xl/worksheets/sheet1.xml']
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;')
    expect(sheet).not.toContain('<f>')
  })

  it('as a workbook have a sheet for each list, with figures as figures', async () => {
    const files = filesIn(await only('xlsx'))
    expect(files['xl/workbook.xml']).toMatch(
      /name="claims".*name="highlights".*name="sources".*name="articles"/,
    )
    expect(files['xl/worksheets/sheet1.xml']).toContain('<v>1400</v>')
    expect((await only('xlsx')).content).toEqual((await only('xlsx')).content)
  })
})

describe('a template', () => {
  const make = async (text: string, fileName = 'mine.md.liquid'): Promise<ExportedFile[]> => [
    ...(await exporterFor('template').write(exampleNotebook(), { template: { fileName, text }, zone: 'UTC' }))
      .files,
  ]

  it('makes one file of the notebook, or one for each record', async () => {
    const [file] = await make('{% for claim in notebook.claims %}{{ claim.verdict }}\n{% endfor %}')
    expect(file?.path).toBe('mine.md')
    expect(file && textOf(file)).toContain('2 independent origins say so; 1 says otherwise.')
    const files = await make(
      '{%- comment -%}ascribe: each source{%- endcomment -%}\n{{ source.name }}',
      'each.txt.liquid',
    )
    expect(files.map(({ path }) => path)).toContain('sources/North Wire.txt')
    expect(files.map((one) => textOf(one)).join()).not.toContain('Deep Secret')
  })

  it.each([
    ['x\n{{ notebook.title | nothing }}', 'mine.md.liquid, line 2: undefined filter: nothing'],
    ['x\n{% for a in b %}\n', 'mine.md.liquid, line 2: tag {% for a in b %} not closed'],
    ['{% include "/etc/passwd" %}', 'mine.md.liquid, line 1'],
    ['{{ notebook.constructor.constructor }}', null],
    ['{% for i in (1..1000000000) %}x{% endfor %}', 'limit exceeded'],
  ])('that is wrong says where, and reaches nothing else: %s', async (text, message) => {
    if (message === null) expect(textOf((await make(text))[0] ?? { path: '', content: 'x' })).toBe('')
    else await expect(make(text)).rejects.toThrow(message)
  })
})

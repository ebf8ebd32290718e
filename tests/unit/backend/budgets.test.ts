import { describe, expect, it } from 'vitest'
import type { Backend } from '../../support/backend.ts'
import type { ImportEvent } from '../../../src/contract/articles.ts'
import { measureImport } from '../../support/hostile.ts'
import { hostileFiles } from '../../support/hostile-files.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'
import { readArticle } from '../../support/read-article.ts'
import { processorTime } from '../../support/cost.ts'

async function importing(backend: Backend, file: File, signal?: AbortSignal): Promise<ImportEvent[]> {
  const events: ImportEvent[] = []
  for await (const event of await backend.articles.import({ files: [file] }, signal ? { signal } : {}))
    events.push(event)
  return events
}

/** A page that is read for some seconds until its budget is met. */
const costly = (): File => {
  const file = hostileFiles.find(({ name }) => name === 'images.html')
  return new File([String(file?.make(60_000))], 'costly.html')
}
const read = async (name: string, content: string): Promise<string> => {
  try {
    await readArticle({ bytes: new TextEncoder().encode(content), fileName: name })
    return 'read'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
const page = (body: string): string => `<!doctype html><html><body>${body}</body></html>`

describe('an import that costs too much', () => {
  it('ends with its sentence, and other work goes on meanwhile', async () => {
    const { backend } = await newNotebook()
    let isOver = false
    const hostile = importing(backend, costly()).finally(() => (isOver = true))
    await addArticle(backend, 'Read while something else is read for long.')
    await backend.backups.create({})
    await backend.health.check()
    expect(isOver).toBe(false)
    const failed = (await hostile).find((event) => event.type === 'failed')
    expect(failed?.problem.message).toContain('takes more time or memory than any article needs')
  })

  it('that is cancelled ends with its thread: nothing goes on behind', async () => {
    const { backend } = await newNotebook()
    await addArticle(backend, 'First.')
    const controller = new AbortController()
    const hostile = importing(backend, costly(), controller.signal).catch(() => [])
    const start = process.cpuUsage()
    await expect.poll(() => process.cpuUsage(start).user).toBeGreaterThan(600_000)
    controller.abort()
    await hostile
    const before = process.cpuUsage()
    const begun = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000 / (performance.now() - begun)).toBeLessThan(0.5)
    expect(await addArticle(backend, 'Second.')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('what is more than any article has', () => {
  it.each([
    ['elements', 'a.html', page('<p>x'.repeat(121_000)), 'more than 120,000 elements'],
    ['attributes', 'a.html', page(`<p ${'a '.repeat(600)}>x`), 'more than 500 attributes'],
    [
      'one line',
      'a.html',
      page(`<p>${'word '.repeat(210_000)}`),
      'more than 1,000,000 characters in one line',
    ],
    ['one line of text', 'a.txt', 'word '.repeat(210_000), 'more than 1,000,000 characters in one line'],
    ['one line of Markdown', 'a.md', 'word '.repeat(210_000), 'more than 1,000,000 characters in one line'],
    ['paragraphs', 'a.txt', 'x\n\n'.repeat(121_000), 'more than 120,000 paragraphs'],
    ['depth', 'a.html', page('<div>'.repeat(500)), 'nested too deeply'],
  ])('is named: %s', async (_what, name, content, sentence) => {
    const answer = await read(name, content)
    expect(answer).toContain(sentence)
    expect(answer).toContain(`“${name}”`)
  })

  it.each([
    [
      'a date of a million letters',
      'a.html',
      `<meta name="date" content="${'a'.repeat(1_000_000)}"><p>Text.</p>`,
    ],
    ['the same above Markdown', 'a.md', `---\ntitle: x\ndate: ${'a'.repeat(90_000)}\n---\nText.`],
    [
      'JSON-LD that is nested deep',
      'a.html',
      `<script type="application/ld+json">${'['.repeat(90_000)}${']'.repeat(90_000)}</script><p>Text.</p>`,
    ],
    [
      'many addresses',
      'a.html',
      `${'<link rel="canonical" href="https://example.org/a">'.repeat(5_000)}<p>Text.</p>`,
    ],
  ])('or does no harm: %s', async (_what, name, content) => {
    const milliseconds = await processorTime(async () => {
      expect(await read(name, name === 'a.html' ? page(content) : content)).toBe('read')
    })
    expect(milliseconds).toBeLessThan(10_000)
  })
})

describe('some of the hostile files', () => {
  const some = ['divs-under-the-depth-limit.html', 'aliases.md']
  it.each(hostileFiles.filter(({ name }) => some.includes(name)))('$name', async (file) => {
    const { outcome, processorSeconds, megabytes } = await measureImport(file, file.size)
    expect(outcome).toMatch(/^imported$|^[a-z-]+: .{10}/)
    expect(processorSeconds).toBeLessThan(10)
    expect(megabytes).toBeLessThan(600)
  })
})

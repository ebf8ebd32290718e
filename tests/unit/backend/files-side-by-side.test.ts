import { describe, expect, it } from 'vitest'
import type { ImportEvent } from '../../../src/contract/articles.ts'
import type { Backend } from '../../support/backend.ts'
import { newNotebook } from '../../support/notebooks.ts'

const page = (title: string, text: string, address = `https://example.org/${title}`): File =>
  new File(
    [
      `<!doctype html><html><head><title>${title}</title><link rel="canonical" href="${address}"></head>`,
      `<body><article><h1>${title}</h1><p>${text}</p></article></body></html>`,
    ],
    `${title}.html`,
  )

const sentence = (n: number): string =>
  `The port of Lorne was closed, and notice ${n} says for how long. `.repeat(12)

async function imported(backend: Backend, files: File[]): Promise<ImportEvent[]> {
  const events: ImportEvent[] = []
  for await (const event of await backend.articles.import({ files })) events.push(event)
  return events
}

describe('files that are brought in together', () => {
  it('come in in their order, whichever was read first', async () => {
    const { backend } = await newNotebook()
    const files = Array.from({ length: 12 }, (_, n) =>
      // The first is by far the longest.
      page(`Notice ${n}`, n === 0 ? sentence(n).repeat(200) : sentence(n)),
    )
    const events = await imported(backend, files)
    expect(events.flatMap((event) => (event.type === 'imported' ? event.file : []))).toEqual(
      files.map(({ name }) => name),
    )
    expect(events.at(-1)).toEqual({ type: 'done', imported: 12, existing: 0, failed: 0 })
  })

  it('are versions of one article in their order, and the same file twice is one', async () => {
    const { backend } = await newNotebook()
    const address = 'https://example.org/notice'
    const [first, second] = [
      page('Notice', sentence(1).repeat(80), address),
      page('Notice', sentence(1).repeat(80) + sentence(2), address),
    ]
    const events = await imported(backend, [first, second, first])
    const articles = events.flatMap((event) => (event.type === 'imported' ? event.article : []))
    expect(new Set(articles.map(({ id }) => id)).size).toBe(1)
    expect(articles.map(({ version, existing }) => ({ version, existing }))).toEqual([
      { version: 1, existing: false },
      { version: 2, existing: false },
      { version: 2, existing: true },
    ])
  })

  it('of several calls come in by call, and one that fails holds up none', async () => {
    const { backend } = await newNotebook()
    const [one, other] = await Promise.all([
      imported(backend, [page('A', sentence(1)), new File([], 'empty.html'), page('B', sentence(2))]),
      imported(backend, [page('C', sentence(3)), page('A', sentence(1))]),
    ])
    expect(one.at(-1)).toEqual({ type: 'done', imported: 2, existing: 0, failed: 1 })
    expect(other.at(-1)).toEqual({ type: 'done', imported: 1, existing: 1, failed: 0 })
    expect((await backend.articles.list({})).total).toBe(3)
  })

  it('that are cancelled leave those that came in, and the next import begins at once', async () => {
    const { app, backend } = await newNotebook()
    const controller = new AbortController()
    app.on('event', (event) => {
      if (event.type === 'changed') controller.abort()
    })
    const files = Array.from({ length: 8 }, (_, n) => page(`Notice ${n}`, sentence(n)))
    const run = async (): Promise<unknown> =>
      Array.fromAsync(await backend.articles.import({ files }, { signal: controller.signal }))
    await run().catch(() => undefined)
    const { total } = await backend.articles.list({})
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(8)
    expect((await imported(backend, files)).at(-1)).toEqual({
      type: 'done',
      imported: 8 - total,
      existing: total,
      failed: 0,
    })
  })
})

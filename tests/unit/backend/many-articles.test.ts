import { describe, expect, it } from 'vitest'
import type { ImportEvent } from '../../../src/contract/articles.ts'
import type { Backend } from '../../support/backend.ts'
import { newNotebook } from '../../support/notebooks.ts'

/** A mailbox with messages of some paragraphs. */
function mailbox(name: string, messages: number): File {
  const message = (n: number): string =>
    [
      `From a@example.org Mon Jan  1 00:00:00 2031`,
      `From: Ann Lee <a@example.org>`,
      `Subject: ${name}, message ${n}`,
      `Message-ID: <${name}.${n}@example.org>`,
      `Date: Mon, 01 Jan 2031 10:00:00 +0000`,
      `Content-Type: text/plain; charset=utf-8`,
      ``,
      `The port of ${name} was closed, message ${n} says. `.repeat(20),
      ``,
      ``,
    ].join('\n')
  return new File([Array.from({ length: messages }, (_, n) => message(n)).join('')], `${name}.mbox`)
}

const imported = async (
  backend: Backend,
  file: File,
  signal?: AbortSignal,
): Promise<Extract<ImportEvent, { type: 'imported' }>[]> => {
  const found: Extract<ImportEvent, { type: 'imported' }>[] = []
  for await (const event of await backend.articles.import({ files: [file] }, signal ? { signal } : {}))
    if (event.type === 'imported') found.push(event)
  return found
}

describe('a file of many articles', () => {
  it('is brought in as it is read: what is in when it is cancelled stays, and the rest can be brought in later', async () => {
    const { app, backend } = await newNotebook()
    const controller = new AbortController()
    app.on('event', (event) => {
      if (event.type === 'changed') controller.abort()
    })
    await imported(backend, mailbox('Lorne', 60), controller.signal).catch(() => [])
    const { total } = await backend.articles.list({})
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(60)
    const rest = await imported(backend, mailbox('Lorne', 60))
    expect(rest.filter(({ article }) => !article.existing)).toHaveLength(60 - total)
    expect((await backend.articles.list({})).total).toBe(60)
  })

  it('loses no message that says the same as another one', async () => {
    const { app, backend } = await newNotebook()
    const controller = new AbortController()
    app.on('event', (event) => {
      if (event.type === 'changed') controller.abort()
    })
    const message = (n: number): string =>
      `From x@example.org Mon Jan  1 00:00:00 2031\nFrom: x@example.org\nX-Number: ${n}\nContent-Type: text/plain\n\nThank you.\n\n`
    const alike = (): File =>
      new File([Array.from({ length: 60 }, (_, n) => message(n)).join('')], 'alike.mbox')
    await imported(backend, alike(), controller.signal).catch(() => [])
    expect((await backend.articles.list({})).total).toBeLessThan(60)
    await imported(backend, alike())
    expect((await backend.articles.list({})).total).toBe(60)
    expect((await imported(backend, alike())).filter(({ article }) => !article.existing)).toEqual([])
  })

  it('adds nothing when it comes again, with what is attached to its messages', async () => {
    const { backend } = await newNotebook()
    const lines = [
      ...[
        'From: a@example.org',
        'Subject: The minutes',
        'Date: Mon, 01 Jan 2031 10:00:00 +0000',
        'MIME-Version: 1.0',
      ],
      ...['Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain', ''],
      ...['The minutes are with this message.', '--b', 'Content-Type: text/plain; name=minutes.txt'],
      ...[
        'Content-Disposition: attachment; filename=minutes.txt',
        '',
        'The council closed the port.',
        '--b--',
        '',
      ],
    ]
    const file = (): File => new File([lines.join('\r\n')], 'minutes.eml')
    expect(await imported(backend, file())).toHaveLength(2)
    const again = await imported(backend, file())
    expect(again.map(({ article }) => article.existing)).toEqual([true, true])
    expect((await backend.articles.list({})).total).toBe(2)
  })

  it('holds nobody else up: more of them at once than there are threads for texts', async () => {
    const { backend } = await newNotebook()
    const names = ['Lorne', 'Apollo', 'Skenes', 'Otway', 'Anglesea']
    const all = await Promise.all(names.map((name) => imported(backend, mailbox(name, 12))))
    expect(all.map((one) => one.length)).toEqual(names.map(() => 12))
    expect((await backend.articles.list({})).total).toBe(names.length * 12)
  })
})

describe('one article of a file of many', () => {
  it('is read again as itself, not as the first of them, nor as all', async () => {
    const { backend } = await newNotebook()
    const message = (n: number): string =>
      `From x@example.org Mon Jan  1 00:00:00 2031\nFrom: x@example.org\nSubject: Letter ${n}\nContent-Type: text/plain\n\nThe ${['harbour', 'bridge', 'tower'][n] ?? ''} was closed, and nobody said for how long.\n\n`
    const articles = await imported(backend, new File([[0, 1, 2].map(message).join('')], 'box.mbox'))
    const second = articles[1]?.article.id ?? ''
    const again = await backend.articles.readAgain({ id: second })
    expect(again).toMatchObject({ id: second, existing: true, title: 'Letter 1' })
    expect((await backend.articles.text({ id: second, version: 'newest' })).html).toContain('bridge')
  })
})

import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { engines } from '../../../../src/backend/import/engines.ts'
import { readArticles, type ReadArticle } from '../../../../src/core/import/read-articles.ts'
import { speak } from '../../../../src/core/words/say.ts'
import { makeArchive } from '../../../support/make-office.ts'
import { makePdf } from '../../../support/make-pdf.ts'

async function read(text: string, fileName: string): Promise<ReadArticle[]> {
  const articles: ReadArticle[] = []
  const input = { bytes: new TextEncoder().encode(text), fileName }
  for await (const one of readArticles(input, { progress: () => undefined, engines })) articles.push(one)
  return articles
}
const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const report = base64(makePdf([{ words: [[40, 60, 10, 'Nobody would say who had given the order.']] }]))

const message = `From: =?utf-8?B?SWxzZSBNYXJyaW4=?= <ilse@x.example>
To: Oban Teller <oban@y.example>
Date: Tue, 4 Mar 2031 23:30:00 +0200
Subject: The order
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="bb"

--bb
Content-Type: text/plain; charset=utf-8

I have not seen it.

> Who gave the order?
> > Nobody knows.
Yours
--bb
Content-Type: application/pdf; name="report.pdf"
Content-Disposition: attachment; filename="report.pdf"
Content-Transfer-Encoding: base64

${report}
--bb
Content-Type: application/zip; name="x.zip"
Content-Disposition: attachment; filename="x.zip"
Content-Transfer-Encoding: base64

UEsDBA==
--bb--
`

describe('messages', () => {
  it('says who wrote to whom and when, by its own clock, and what others had written', async () => {
    const [mail] = await read(crlf(message), 'order.eml')
    expect(mail).toMatchObject({ title: 'The order', authors: ['Ilse Marrin'], published: '2031-03-04' })
    expect(mail?.text.text).toContain('From: Ilse Marrin <ilse@x.example>\nTo: Oban Teller <oban@y.example>')
    expect(mail?.text.html).toContain(
      '<blockquote><p>Who gave the order?</p>\n<blockquote><p>Nobody knows.</p></blockquote></blockquote>',
    )
  })

  it('has what was attached as articles of its own, and names what cannot be read', async () => {
    const [mail, attached, ...more] = await read(crlf(message), 'order.eml')
    expect(attached).toMatchObject({
      title: 'report',
      text: { text: 'Nobody would say who had given the order.' },
    })
    // It is kept as the file that it is, and says where it came from.
    expect(attached).toMatchObject({
      mediaType: 'application/pdf',
      attached: { fileName: 'report.pdf' },
      note: 'Attached to “The order” (Ilse Marrin, 2031-03-04).',
    })
    expect(more).toEqual([])
    expect(mail?.warnings.map((one) => speak(one))).toEqual([
      expect.stringContaining('“x.zip” was not taken'),
    ])
  })

  it('reads a mailbox message by message', async () => {
    const box = `From a@x Tue Mar  4 10:00:00 2031\n${message}\nFrom b@x Wed Mar  5 10:00:00 2031\nFrom: b@x.example\nTo: c@x.example\nSubject: Two\n\n>From here on all is well.\nFrom within a paragraph.\n`
    const titles = (await read(box, 'all.mbox')).map(({ title }) => title)
    expect(titles).toEqual(['The order', 'report', 'Two'])
    expect((await read(box, 'all.mbox')).at(-1)?.text.text).toContain(
      'From here on all is well.\nFrom within a paragraph.',
    )
  })

  it('is not taken for a saved page because its parts belong together', async () => {
    const related = message.replace('multipart/mixed', 'multipart/related')
    expect((await read(crlf(related), 'order.eml'))[0]?.title).toBe('The order')
  })
})

describe('pages saved in one file', () => {
  const page = `From: <Saved by Blink>
Snapshot-Content-Location: https://lorne.example/ferry
Subject: Ferry
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://lorne.example/ferry

<!DOCTYPE html><html lang=3D"en"><head><meta charset=3D"utf-8"><title>Ferr=
y</title></head><body><article><h1>Ferry</h1><p>The caf=C3=A9 at the harbour =
was closed, and nobody in the town would say who had given the order.</p><p><img src=3D"/a.png" alt=3D"The caf=C3=A9"></p></article></body></html>
------b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://lorne.example/a.png

iVBORw0KGgo=
------b--
`
  it('reads the page, at its address, with its pictures', async () => {
    const [article] = await read(crlf(page), 'ferry.mhtml')
    expect(article).toMatchObject({ title: 'Ferry', urls: ['https://lorne.example/ferry'] })
    expect(article?.text.text).toContain('The café at the harbour was closed')
    expect(article?.text.html).toContain('src="data:image/png;base64,iVBORw0KGgo="')
    expect(article?.text.html).toContain('alt="The café"')
  })
})

describe('what tools for articles write', () => {
  it('is an article', async () => {
    const json = JSON.stringify({
      title: 'Ferry',
      author: 'Ana Duarte',
      date_published: '2031-03-04T10:00:00Z',
      url: 'https://lorne.example/ferry',
      content: '<p>The harbour was closed.</p>',
    })
    expect((await read(json, 'ferry.json'))[0]).toMatchObject({
      title: 'Ferry',
      authors: ['Ana Duarte'],
      urls: ['https://lorne.example/ferry'],
      text: { text: 'The harbour was closed.' },
    })
  })
})

describe('crawls', () => {
  const record = (url: string, body: string, chunked = false): string => {
    const html = `<!doctype html><html><head><title>${url.at(-1)}</title></head><body><article><h1>${url.at(-1)}</h1><p>${body}</p></article></body></html>`
    const sent = chunked ? `${html.length.toString(16)}\r\n${html}\r\n0\r\n\r\n` : html
    const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html${chunked ? '\r\nTransfer-Encoding: chunked' : ''}\r\n\r\n${sent}`
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${answer.length}\r\n\r\n${answer}\r\n\r\n`
  }
  const crawl =
    'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n' +
    record('https://lorne.example/a', 'The harbour was closed for eleven days.') +
    record('https://lorne.example/b', 'Nobody would say who had given the order.', true)

  it('has each page as an article, at its address', async () => {
    const articles = await read(crawl, 'all.warc')
    expect(articles.map(({ title, urls }) => [title, urls[0]])).toEqual([
      ['a', 'https://lorne.example/a'],
      ['b', 'https://lorne.example/b'],
    ])
    expect(articles[1]?.text.text).toContain('Nobody would say who had given the order.')
  })

  it('takes the pages that were looked at, where the archive lists them', async () => {
    const bytes = makeArchive({
      'datapackage.json': '{}',
      'pages/pages.jsonl': '{"format":"json-pages-1.0"}\n{"url":"https://lorne.example/b"}\n',
      'archive/data.warc.gz': new Uint8Array(gzipSync(crawl)),
    })
    const titles: string[] = []
    for await (const one of readArticles(
      { bytes, fileName: 'all.wacz' },
      { progress: () => undefined, engines },
    ))
      titles.push(one.title)
    expect(titles).toEqual(['b'])
  })
})

describe('what is no article of its own', () => {
  it('is left out and named, and ends nothing: a message with an empty attachment', async () => {
    const attached = (name: string): string =>
      `From x@example.org Tue Mar  4 10:00:00 2031
From: x@example.org
Subject: ${name}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="bb"

--bb
Content-Type: text/plain

Words of ${name}.
--bb
Content-Type: text/html; name="blank.html"
Content-Disposition: attachment; filename="blank.html"

<html><body><script>1</script></body></html>
--bb--

`
    const articles = await read(attached('one') + attached('two'), 'box.mbox')
    expect(articles.map(({ title }) => title)).toEqual(['one', 'two'])
    expect(articles.flatMap(({ warnings }) => warnings.map((one) => speak(one))).join()).toContain(
      'blank.html',
    )
  })

  it('is a line of a letter that begins as those between messages do', async () => {
    const box = `From x@example.org Tue Mar  4 10:00:00 2031
From: x@example.org
Subject: one

Hello.

From what I know, the mayor lied.

>From here on, nothing.
`
    const [one, ...others] = await read(box, 'box.mbox')
    expect(others).toEqual([])
    expect(one?.text.text).toContain('From what I know, the mayor lied.')
    expect(one?.text.text).toContain('From here on, nothing.')
  })

  it('is the frame in which Apple’s Mail keeps a message, but a message in a message is one', async () => {
    const inner = 'From: c@z.example\nSubject: Inner\n\nInner words.\n'
    const outer = `From: a@x.example
Subject: Outer
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="bb"

--bb
Content-Type: text/plain

Outer words.
--bb
Content-Type: message/rfc822; name="inner.eml"
Content-Disposition: attachment; filename="inner.eml"

${inner}
--bb--
`
    const framed = `${outer.length}\n${outer}<?xml version="1.0"?><plist><dict/></plist>`
    const articles = await read(framed, 'order.emlx')
    expect(articles.map(({ title }) => title)).toEqual(['Outer', 'Inner'])
    expect(articles.map(({ text }) => text.text).join()).not.toContain('plist')
  })

  it('is read in the letters that it has, without a word of which those are', async () => {
    const bytes = Uint8Array.from('From: a@x.example\nSubject: k\n\n', (one) => one.charCodeAt(0))
    const words = Uint8Array.of(
      0xcf,
      0xf0,
      0xe8,
      0xe2,
      0xe5,
      0xf2,
      0x2c,
      0x20,
      0xed,
      0xe0,
      0xf0,
      0xee,
      0xe4,
      0x2e,
    )
    const input = { bytes: Uint8Array.of(...bytes, ...words, ...words), fileName: 'k.eml' }
    for await (const one of readArticles(input, { progress: () => undefined, engines }))
      expect(one.text.text).toContain('Привет, народ.')
  })
})

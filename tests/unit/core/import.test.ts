import { speak } from '../../../src/core/words/say.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { toEdtfDate } from '../../../src/core/import/dates.ts'
import { engines } from '../../../src/backend/import/engines.ts'
import type { Importer } from '../../../src/core/import/importer.ts'
import { readArticles, type ReadArticle } from '../../../src/core/import/read-articles.ts'
import { importers } from '../../../src/core/import/registry.ts'
import { Problem } from '../../../src/core/problem.ts'
import { readArticle } from '../../support/read-article.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, fileName: string): Promise<ReadArticle> =>
  readArticle({ bytes: typeof text === 'string' ? bytes(text) : text, fileName })
const problemOf = async (work: () => Promise<unknown>): Promise<Problem> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('plain text', () => {
  it('has paragraphs at blank lines and keeps line breaks', async () => {
    const article = await read('One\r\nline two\r\n\r\n  \r\nTwo <b>', 'My notes_2031.txt')
    expect(article.text.text).toBe('One\nline two\nTwo <b>')
    expect(article.title).toBe('My notes 2031')
    expect(article.metadataFrom['title']).toBe('file name')
    expect(article.warnings).toEqual([])
  })

  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x63, 0xc3, 0xa9]],
    ['UTF-16 LE with a mark', [0xff, 0xfe, 0x63, 0, 0xe9, 0]],
    ['UTF-16 BE with a mark', [0xfe, 0xff, 0, 0x63, 0, 0xe9]],
    ['UTF-8 without', [0x63, 0xc3, 0xa9]],
  ])('reads %s', async (_name, content) => {
    const article = await read(new Uint8Array(content), 'a.txt')
    expect(article.text.text).toBe('cé')
    expect(article.warnings).toEqual([])
  })

  it('reads anything else as windows-1252, with a warning', async () => {
    const article = await read(new Uint8Array([0x93, 0x63, 0xe9, 0x94]), 'a.txt')
    expect(article.text.text).toBe('“cé”')
    expect(article.warnings.map((one) => speak(one))[0]).toContain('windows-1252')
  })

  it('knows right-to-left text', async () => {
    expect((await read('هذا نص عربي قصير.', 'a.txt')).direction).toBe('rtl')
  })
})

describe('Markdown', () => {
  it('takes metadata from the frontmatter and the title from it', async () => {
    const article = await read(
      '---\ntitle: "Envoys: met"\nauthor: [A. One, B. Two]\ndate: 2031-03-04\nurl: https://x.example/a\noutlet: The Post\ntags: [a, b]\nlang: en\n---\n\nText *with* a [link](/b).',
      'a.md',
    )
    expect(article).toMatchObject({
      title: 'Envoys: met',
      authors: ['A. One', 'B. Two'],
      published: '2031-03-04',
      outlet: 'The Post',
      language: 'en',
      urls: ['https://x.example/a'],
      tags: ['a', 'b'],
    })
    expect(article.text.text).toBe('Text with a link.')
    expect(article.text.html).toContain('https://x.example/b')
  })

  it('takes the title from the first heading otherwise, and says so', async () => {
    const article = await read('# The heading\n\nText', 'file.md')
    expect(article.title).toBe('The heading')
    expect(article.metadataFrom['title']).toBe('first heading')
    expect(article.text.text).toBe('Text')
  })

  it('survives broken frontmatter', async () => {
    const article = await read('---\ntitle: [unclosed\n---\nText', 'file.md')
    expect(article.text.text).toBe('Text')
    expect(article.warnings.map((one) => speak(one))[0]).toContain('frontmatter')
  })
})

describe('HTML', () => {
  it('reads a saved page with its metadata, each with where it stands', async () => {
    const file = join(import.meta.dirname, '../../fixtures/pages/saved-news-page.html')
    const article = await read(await readFile(file), 'saved.html')
    expect(article).toMatchObject({
      title: 'Ferry contract went to director’s cousin',
      authors: ['Jonna Birk'],
      outlet: 'The Tideway Courier',
      published: '2031-05-12',
      language: 'en-GB',
      direction: 'ltr',
    })
    expect(article.urls[0]).toBe('https://tidewaycourier.example/2031/05/12/ferry-contract')
    expect(article.metadataFrom).toMatchObject({
      title: 'h1',
      authors: 'author',
      outlet: 'og:site_name',
      published: 'article:published_time',
      language: 'html lang',
      urls: 'canonical link',
    })
    expect(article.text.html).toContain('href="https://tidewaycourier.example/2031/04/02/harbour-debts"')
    expect(article.text.html).not.toMatch(/javascript:|tracker|onerror/)
    expect(article.text.text).not.toContain('Imprint')
  })

  it('prefers what JSON-LD says', async () => {
    const article = await read(
      `<!doctype html><html><head><title>t</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",
       "headline":"H","author":[{"name":"A"},{"name":"B"}],"publisher":{"name":"P"},"datePublished":"2031-01-02T03:04:05Z",
       "inLanguage":"de"}]}</script></head><body><article><p>${'Worte des Artikels. '.repeat(40)}</p></article></body></html>`,
      'a.html',
    )
    expect(article).toMatchObject({
      authors: ['A', 'B'],
      outlet: 'P',
      published: '2031-01-02',
      language: 'de',
    })
    expect(article.metadataFrom['authors']).toBe('JSON-LD author')
  })

  it('is of the language that its words are of, where the page says another one', async () => {
    const page = (language: string, words: string): string =>
      `<!doctype html><html lang="${language}"><head><title>t</title></head><body><article><p>${words.repeat(12)}</p></article></body></html>`
    const german =
      'Der Rat hat am Dienstag beschlossen, dass die alte Fähre weiter über den Fluss fahren soll. '
    const english = 'The council decided on Tuesday that the old ferry is to go on across the river. '
    const languageOf = async (html: string): Promise<string | null> => (await read(html, 'a.html')).language
    expect(await languageOf(page('en', german))).toBe('de')
    expect(await languageOf(page('de-AT', german))).toBe('de-AT')
    expect(await languageOf(page('de', english))).toBe('en')
    expect(await languageOf(page('en', 'صوت مجلس الميناء يوم الثلاثاء للإبقاء على العبارة القديمة. '))).toBe(
      'ar',
    )
    expect(await languageOf(page('fa', 'شورای بندر روز سه‌شنبه رأی داد که کشتی قدیمی بماند. '))).toBe('fa')
    expect(await languageOf(page('en', 'Words of the article. '))).toBe('en')
  })

  it('is what the page states where it shows a notice or the lead of it, and says so', async () => {
    const body = 'The ferry was closed on Monday, and nobody could say for how long that would be. '.repeat(
      20,
    )
    const stated = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","articleBody":"${body}"}</script>`
    const page = (shown: string): string =>
      `<!doctype html><html><head><title>H</title>${stated}</head><body><article><h1>H</h1>${shown}</article></body></html>`
    const notice = await read(
      page('<p>Please enable JavaScript to read this page, and reload it then.</p>'),
      'a.html',
    )
    expect(notice.text.text).toContain('nobody could say for how long')
    expect(notice.warnings.map(({ say }) => say)).toContain('warnings.articleStated')
    const whole = await read(page(`<p>${body}</p>`), 'a.html')
    expect(whole.warnings.map(({ say }) => say)).not.toContain('warnings.articleStated')
  })

  it('says that a page without its article reads like a notice', async () => {
    const login = `<!doctype html><html><head><title>The ferry is closed</title></head><body><main><h1>The ferry is closed</h1>
      <p>To continue reading, log in to your account or subscribe to the paper. It takes a minute, and you can cancel at any time.</p></main></body></html>`
    expect((await read(login, 'a.html')).warnings.map(({ say }) => say)).toContain('warnings.noticeOnly')
  })

  it('does not guess a date that could be two', async () => {
    const article = await read(
      `<html><head><meta name="date" content="03/04/2031"></head><body><p>${'Words. '.repeat(100)}</p></body></html>`,
      'a.html',
    )
    expect(article.published).toBeNull()
    expect(article.warnings.map((one) => speak(one)).join()).toContain('03/04/2031')
  })

  it('takes a fragment as it is', async () => {
    const article = await read('<h1>Head</h1><p>One<p>Two', 'frag.html')
    expect(article.title).toBe('Head')
    expect(article.text.text).toBe('Head\nOne\nTwo')
  })

  it('survives broken HTML', async () => {
    const article = await read(
      '<!doctype html><html><body><div><p>Half a <b>sentence<table><td>cell',
      'a.html',
    )
    expect(article.text.text).toContain('Half a sentence')
    expect(article.text.text).toContain('cell')
  })

  it('reads the encoding that the page declares', async () => {
    const page =
      '<!doctype html><html><head><meta charset="iso-8859-1"><title>caf\u00e9</title></head><body><p>caf\u00e9</p></body></html>'
    const article = await read(
      Uint8Array.from(page, (char) => char.charCodeAt(0)),
      'a.html',
    )
    expect(article.text.text).toContain('café')
    expect(article.warnings.map((one) => speak(one)).join()).not.toContain('windows-1252')
  })
})

describe('what other readers lose', () => {
  it('text after the body, and without html and body tags', async () => {
    const words = 'Some words of the article, that is long enough, and has commas, too, and then more. '
    const article = await read(
      `<!doctype html><html><body><p>${words}</p></body></html><p>AFTER ${words}</p>`,
      'a.html',
    )
    expect(article.text.text).toContain('AFTER')
    expect((await read(`<!doctype html><title>T</title><p>${words.repeat(9)}`, 'b.html')).title).toBe('T')
  })

  it('Markdown that begins with a rule, or with empty frontmatter', async () => {
    expect((await read('---\n\nFirst.\n\n---\n\nSecond.\n', 'a.md')).text.text).toBe('\nFirst.\n\nSecond.')
    expect((await read('---\n---\nFirst.\n\n---\n\nLast.\n', 'a.md')).text.text).toBe('First.\n\nLast.')
  })

  it('a page with one bad byte', async () => {
    const page = [
      ...bytes('<!doctype html><html><head><meta charset="utf-8"></head><body><p>Zürich café</p>'),
      0xff,
      ...bytes('</body></html>'),
    ]
    const article = await read(new Uint8Array(page), 'a.html')
    expect(article.text.text).toContain('Zürich café')
    expect(article.warnings.map((one) => speak(one))[0]).toContain('In one place')
  })

  it('a page that says in ASCII that it is UTF-16', async () => {
    expect(
      (
        await read(
          '<!doctype html><html><head><meta charset="utf-16"></head><body><p>Plain words.</p></body></html> ',
          'a.html',
        )
      ).text.text,
    ).toContain('Plain words.')
  })

  it('what frontmatter says in its own way', async () => {
    const article = await read(
      '---\nurl: "javascript:alert(1)"\nlang: "not a lang!"\ndate: 2031.10\nauthors: [{name: Jane Roe}]\n---\nText',
      'a.md',
    )
    expect(article).toMatchObject({ urls: [], language: null, published: '2031-10', authors: ['Jane Roe'] })
    expect(article.warnings.map((one) => speak(one)).join()).toContain('javascript')
  })

  it('control characters in titles', async () => {
    expect(
      (
        await read(
          '<!doctype html><html><head><title>A\u001b[2J\nB</title></head><body><p>x</p></body></html>',
          'a.html',
        )
      ).title,
    ).not.toMatch(/\p{Cc}/u)
  })

  it.each([
    ['comments', 'a.html', 2_000, (n: number) => '<!--a-->'.repeat(n) + '<p>Hello world</p>'],
    ['spaces in preformatted text', 'a.html', 60_000, (n: number) => `<pre>a${' '.repeat(n)}b</pre>`],
    ['line breaks', 'a.html', 8_000, (n: number) => `<p>text${'<br>'.repeat(n)}</p>`],
    ['paragraphs', 'a.html', 20_000, (n: number) => `<div>${'<p>x'.repeat(n)}</div>`],
    ['number signs in a heading', 'a.md', 60_000, (n: number) => `# a${'#'.repeat(n)}b\n\nText`],
  ])('time on many %s', async (_what, name, many, source) => {
    // The processor's own time, not the clock's: a busy machine takes longer, but does no more.
    const cost = async (n: number): Promise<number> => {
      const bytes = source(n)
      const before = process.threadCpuUsage()
      expect((await read(bytes, name)).text.text).not.toBe('')
      const { user, system } = process.threadCpuUsage(before)
      return (user + system) / 1000
    }
    const leastOf = async (n: number): Promise<number> =>
      Math.min(await cost(n), await cost(n), await cost(n))
    const quarter = await leastOf(many / 4)
    // Four times as much is four times the work; with squared work it would be sixteen.
    expect(await leastOf(many)).toBeLessThan(10 * Math.max(quarter, 20))
  })
})

describe('bad input', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'a.html', 'empty-file'],
    ['a binary', Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 30), 'a.txt', 'not-text'],
    [
      'a page with nothing to read',
      bytes('<!doctype html><html><body><script>x()</script></body></html>'),
      'a.html',
      'nothing-to-read',
    ],
    ['blank text', bytes(' \n\n \t'), 'a.txt', 'nothing-to-read'],
    ['a broken PDF', bytes('%PDF-1.7 …'), 'a.pdf', 'bad-input'],
    ['elements nested too deeply', bytes('<div>'.repeat(60_000)), 'deep.html', 'bad-input'],
  ])('%s is named in a sentence', async (_name, content, fileName, code) => {
    const problem = await problemOf(() => readArticle({ bytes: content, fileName }))
    expect(problem.code).toBe(code)
    expect(problem.message).toContain(fileName)
    expect(problem.message).toMatch(/\.$/)
  })

  it.each([
    ['a Word document of the years before 2007', 'a.doc', 'not really'],
    ['mail of Outlook', 'a.msg', 'not really'],
    ['a Kindle book', 'a.azw3', 'not really'],
    ['JSON data', 'a.jsonl', '{"text": "Text"}'],
    ['JSON data', 'data', '[{"text": "Text"}]'],
    ['a picture', 'renamed.html', 'GIF89a'],
    ['XML data', 'feed.txt', '<?xml version="1.0"?><rss><item>They met.</item></rss>'],
    ['XML data', 'feed', '<?xml version="1.0"?><rss><item>They met.</item></rss>'],
    ['an address card or a calendar', 'people.txt', 'BEGIN:VCARD\nFN:Ann\nEND:VCARD'],
    ['a program or its parts', 'run.txt', '#!/bin/sh\necho They met.'],
    ['a picture', 'a.webp', 'not really'],
    ['an archive of files', 'a.zip', 'PK\u0003\u0004'],
    ['no kind of file that Ascribe knows', 'a.log', 'Some text'],
    ['no kind of file that Ascribe knows', 'a.xyz', 'Some text'],
  ])('%s is refused by its name, with what to do: %s', async (noun, fileName, content) => {
    const problem = await problemOf(() => read(content, fileName))
    expect(problem).toMatchObject({ code: 'unsupported' })
    expect(problem.message).toContain(`“${fileName}” is ${noun}`)
    expect(problem.action).toMatch(/\.$/)
  })

  it.each([
    ['page.php', '<?xml version="1.0"?>\n<!-- x --><!DOCTYPE html><title>Talks</title><p>They met.', 'html'],
    ['Untitled', 'They met.', 'text'],
    ['Interview 2031.03', 'They met.', 'text'],
    ['Untitled', '---\ntitle: Talks\n---\nThey met.', 'markdown'],
    ['notes.txt', '{"not": "data"', 'text'],
    ['letter.txt', 'From: me\nTo: you\nDate: today\n\nThey met.', 'text'],
  ])('but %s is read as what it is', async (fileName, content, format) => {
    expect(await read(content, fileName)).toMatchObject({ format })
  })

  it('what is packed with gzip is read as what is in it, unless it is damaged or unpacks to too much', async () => {
    const packed = new Uint8Array(gzipSync('<!doctype html><title>Talks</title><p>They met.'))
    expect(await read(packed, 'talks.html.gz')).toMatchObject({ format: 'gzip', title: 'Talks' })
    const damaged = await problemOf(() => read(packed.subarray(0, 30), 'talks.html.gz'))
    expect(damaged).toMatchObject({ code: 'bad-input' })
    expect(damaged.message).toContain('“talks.html.gz”: the gzip file is damaged.')
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(70 * 1024 * 1024)))
    expect(await problemOf(() => read(bomb, 'bomb.gz'))).toMatchObject({ code: 'too-large' })
    const inner = new Uint8Array(gzipSync('GIF89a'))
    expect((await problemOf(() => read(inner, 'a.gif.gz'))).message).toContain('“a.gif” is a picture')
  })

  it('a file may hold many articles', async () => {
    const many: Importer = {
      format: 'many',
      noun: { en: 'a mailbox', de: 'a mailbox', ar: 'a mailbox' },
      extensions: ['many'],
      mediaTypes: ['text/many'],
      sniff: () => 0,
      async *read({ bytes: content }, { readInner, progress }) {
        const parts = new TextDecoder().decode(content).split('|')
        for (const [done, part] of parts.entries()) {
          progress(done, parts.length)
          yield* readInner({ bytes: bytes(part), fileName: `${String(done)}.txt` })
        }
      },
    }
    const told: number[] = []
    const task = { engines, progress: (done: number) => void told.push(done) }
    const titles: string[] = []
    for await (const { title } of readArticles({ bytes: bytes('one|two|three'), fileName: 'a.many' }, task, [
      ...importers,
      many,
    ]))
      titles.push(title)
    expect(titles).toEqual(['0', '1', '2'])
    expect(told).toEqual([0, 1, 2])
  })

  it('refuses what is too large before it reads it', async () => {
    const problem = await problemOf(() =>
      readArticle({ bytes: new Uint8Array(200 * 1024 * 1024), fileName: 'big.html' }),
    )
    expect(problem).toMatchObject({ code: 'too-large' })
    expect(problem.message).toContain('200 MB')
  })
})

describe('toEdtfDate', () => {
  it.each([
    ['2031-03-04T10:00:00+01:00', '2031-03-04'],
    ['2031-03', '2031-03'],
    ['20310304', '2031-03-04'],
    ['4 March 2031', '2031-03-04'],
    ['March 4th, 2031', '2031-03-04'],
    ['Tue, 04 Mar 2031 10:00:00 GMT', '2031-03-04'],
    ['03/04/2031', null],
    ['2031-02-30', null],
    ['soon', null],
  ])('%s is %s', (stated, date) => {
    expect(toEdtfDate(stated)).toBe(date)
  })
})

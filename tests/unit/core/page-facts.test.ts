import { describe, expect, it } from 'vitest'
import { isAmbiguousDate, toEdtfDate } from '../../../src/core/import/dates.ts'
import { namesIn } from '../../../src/core/import/page-authors.ts'
import { readArticle } from '../../support/read-article.ts'

const body = Array.from(
  { length: 6 },
  (_, n) =>
    `<p>Paragraph ${n} of the report says at length, and with commas, what the council did that day.</p>`,
).join('')
const read = (head: string, inside = body, lang = 'en') =>
  readArticle({
    bytes: new TextEncoder().encode(
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${inside}</body></html>`,
    ),
    fileName: 'page.html',
  })

describe('dates', () => {
  it.each([
    ['4. März 2031', '2031-03-04'],
    ['le 1er janvier 2031', '2031-01-01'],
    ['4 de março de 2031', '2031-03-04'],
    ['4 марта 2031', '2031-03-04'],
    ['٤ مارس ٢٠٣١', '2031-03-04'],
    ['4 آذار/مارس 2031', '2031-03-04'],
    ['04. Mrz. 2031', '2031-03-04'],
    ['4. března 2031', '2031-03-04'],
    ['4 березня 2031', '2031-03-04'],
    ['२०३१-०३-१४', '2031-03-14'],
    ['๒๐๓๑-๑๒-๐๙', '2031-12-09'],
    ['2031年3月4日 06:00', '2031-03-04'],
    ['31.12.2019', '2019-12-31'],
    ['13/04/2031', '2031-04-13'],
    ['Sat Nov 18 2017 12:00:00 GMT+0100', '2017-11-18'],
    ['Fri Feb 18 10:27:24 2022', '2022-02-18'],
    ['03/04/2031', null],
    ['12 von 2031', null],
    ['31.02.2031', null],
  ])('%s', (stated, date) => {
    expect(toEdtfDate(stated)).toBe(date)
  })

  it.each([
    [
      'by the publisher’s clock, where the address has another day than Greenwich',
      '<meta property="article:published_time" content="2031-03-05T01:30:00+00:00"><link rel="canonical" href="https://x.example/2031/03/04/plan">',
      body,
      '2031-03-04',
    ],
    [
      'by the statement, where the address has quite another day',
      '<meta property="article:published_time" content="2031-03-05T01:30:00Z"><link rel="canonical" href="https://x.example/2031/02/04/plan">',
      body,
      '2031-03-05',
    ],
    [
      'of publication, not of a change',
      '',
      `<article><p>Updated: <time datetime="2031-03-06">6 March 2031</time> Published: <time datetime="2031-03-04T10:00">4 March 2031</time></p>${body}</article>`,
      '2031-03-04',
    ],
  ])('are taken %s', async (_which, head, inside, day) => {
    expect((await read(head, inside)).published).toBe(day)
  })

  it('between slashes are read where it is known which comes first, and ambiguous only else', () => {
    expect(toEdtfDate('03/04/2031', true)).toBe('2031-04-03')
    expect(toEdtfDate('03/04/2031', false)).toBe('2031-03-04')
    expect(isAmbiguousDate('03/04/2031')).toBe(true)
    expect(isAmbiguousDate('04/04/2031')).toBe(false)
    expect(isAmbiguousDate('no date')).toBe(false)
  })

  it.each([
    ['an element for it', '', `<time datetime="2031-03-04T06:00">today</time>${body}`],
    ['a line for it', '', `<h1>Ferry</h1><span class="post-date">4. März 2031</span>${body}`],
    ['a line alone', '', `<h3>04.03.2031</h3>${body}`],
    ['words', '', `<p>Veröffentlicht am 4. März 2031 von Ana Duarte</p>${body}`],
    ['the address', '<link rel="canonical" href="https://post.example.org/2031/03/04/ferry">', body],
    [
      'the publisher’s clock',
      '<meta name="date" content="2031-03-05T03:30:00Z"><meta name="pubdate" content="2031-03-04T19:30:00-08:00">',
      body,
    ],
    [
      'no calendar’s beginning',
      '<meta name="date" content="1970-01-01"><meta name="pubdate" content="2031-03-04">',
      body,
    ],
  ])('of publication are read from %s', async (_where, head, inside) => {
    expect((await read(head, inside, 'de')).published).toBe('2031-03-04')
  })
})

describe('authors', () => {
  it.each([
    ['By Ana Duarte and Jonas Lind', ['Ana Duarte', 'Jonas Lind']],
    ['Von Ana Duarte, Jonas Lind und Mia Berg', ['Ana Duarte', 'Jonas Lind', 'Mia Berg']],
    ['Text: Ana Duarte', ['Ana Duarte']],
    ['Ana Duarte | 4 March 2031', ['Ana Duarte']],
    ['Ana Duarte Monday, March 4', ['Ana Duarte']],
    ['Redacci&oacute;n Norte', ['Redacción Norte']],
    ['Posted on', []],
    ['Veröffentlicht am', []],
    ['https://post.example.org/ana', []],
  ])('%s', (line, names) => {
    expect(namesIn(line)).toEqual(names)
  })

  it('are no outlet, and those of this page’s article', async () => {
    const json = JSON.stringify([
      { '@type': 'NewsArticle', headline: 'Trams', author: 'Wrong Person', datePublished: '2029-01-01' },
      { '@type': 'NewsArticle', headline: 'Council keeps the ferry', author: { name: 'Ana Duarte' } },
      { '@type': 'ClaimReview', headline: 'Council keeps the ferry', author: 'A Checker' },
    ])
    const article = await read(
      `<title>Council keeps the ferry</title><script type="application/ld+json">${json}</script><meta name="author" content="The Post"><meta property="og:site_name" content="The Post">`,
    )
    expect(article.authors).toEqual(['Ana Duarte'])
    expect(article.title).toBe('Council keeps the ferry')
    expect(article.published).toBe(null)
  })
})

describe('titles', () => {
  it.each([
    ['<title>Ferry kept: why | The Post</title>', '<h1>Ferry kept: why</h1>', 'Ferry kept: why'],
    [
      '<title>Ferry kept - The Post</title><meta property="og:site_name" content="The Post">',
      '',
      'Ferry kept',
    ],
    [
      '<title>The Post » Blog » Ferry kept this winter</title>',
      '<h2>Ferry kept this winter</h2>',
      'Ferry kept this winter',
    ],
    ['<title>Ferry kept: a winter - the whole story</title>', '', 'Ferry kept: a winter - the whole story'],
    ['<title>Hafen\u00adverwaltung</title>', '', 'Hafenverwaltung'],
  ])('of %s', async (head, inside, title) => {
    expect((await read(head, inside + body)).title).toBe(title)
  })
})

describe('what a page keeps folded away', () => {
  const long = body.repeat(2)
  it.each([
    ['in a shadow root', `<x-y><template shadowrootmode="open"><article>${long}</article></template></x-y>`],
    ['for those without scripts', `<div id="root"></div><noscript><article>${long}</article></noscript>`],
    ['until a script moves it', `<main>Loading</main><div hidden id="S:0"><article>${long}</article></div>`],
    [
      'behind a dialog',
      `<div aria-hidden="true"><article>${long}</article></div><div role="dialog">Cookies</div>`,
    ],
  ])('is read: %s', async (_where, inside) => {
    expect((await read('<title>Ferry</title>', inside)).text.text).toContain('Paragraph 5 of the report')
  })

  it('is read: who is quoted, frames with their content, notes of the text', async () => {
    const { text } = await read(
      '<title>Ferry</title>',
      `<article>${body}<p>So it was.<a href="#n1">[1]</a></p><blockquote><p>We stay.</p><footer>Ana, <cite>letter</cite></footer></blockquote>
       <iframe srcdoc="&lt;p&gt;No crossing will be closed before May.&lt;/p&gt;"></iframe>${body}
       <footer class="footnotes"><ol><li id="n1">Minutes of the council, March.</li></ol></footer></article>`,
    )
    for (const words of ['Ana, letter', 'No crossing will be closed', 'Minutes of the council, March.'])
      expect(text.text).toContain(words)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../../src/core/text/read-text.ts'
import { makeTextOfRecord } from '../../../src/core/text/text-of-record.ts'
import { arbitraryHtml } from '../../support/arbitrary-html.ts'

const textOf = (html: string): string => makeTextOfRecord(html).text

describe('the text of record', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['  a\n  b  ', 'a b'],
    ['<p>a <b> b</b> c</p>', 'a b c'],
    ['<p>a\u00a0 b</p>', 'a\u00a0 b'],
    ['one<br>two<br/><br>three', 'one\ntwo\n\nthree'],
    ['<ul><li>a<li>b<ul><li>c</ul></ul>', 'a\nb\nc'],
    ['<table><tr><th>Name<th>Dead<tr><td>A<td>1,112</table>', 'Name\tDead\nA\t1,112'],
    ['<pre>\n\n  keep\n    this</pre>', '  keep\n    this'],
    ['<dl><dt>Word<dd>Meaning</dl>', 'Word\nMeaning'],
    ['<a href="/x"><div>block in a link</div></a>', 'block in a link'],
    ['<p>שלום <b>עולם</b></p>', 'שלום עולם'],
    ['<p>e\u0301 👩‍👩‍👧</p>', 'e\u0301 👩‍👩‍👧'],
    ['<blockquote>q</blockquote><figure><img src="x"><figcaption>c</figcaption></figure>', 'q\nc'],
    ['\ud800 lone', '\ufffd lone'],
  ])('of %j is %j', (html, text) => {
    expect(textOf(html)).toBe(text)
  })

  it('keeps nothing that could run or load', () => {
    const { html } = makeTextOfRecord(
      `<p onclick="x()" style="color:red">a<script>alert(1)</script><img src="https://t.example/p.gif" onerror="x()">
       <a href="javascript:alert(1)">b</a><iframe src="https://t.example"></iframe><svg><a xlink:href="javascript:x()">c</a></svg>
       <form action="https://t.example"><input name="q"></form><object data="x"></object><link rel="stylesheet" href="x"></p>`,
    )
    expect(html).not.toMatch(
      /script|onclick|onerror|style|iframe|svg|form|input|object|link|t\.example|javascript/i,
    )
  })

  it('keeps images that came within the document, and web links', () => {
    const pixel = 'data:image/png;base64,iVBORw0KGgo='
    const { html } = makeTextOfRecord(`<p><img src="${pixel}" alt="chart"> <a href="/a?b#c">x</a></p>`, {
      baseUrl: 'https://news.example/y/',
    })
    expect(html).toContain(pixel)
    expect(html).toContain('href="https://news.example/a?b#c"')
    expect(makeTextOfRecord('<img src="data:image/svg+xml;base64,PHN2Zz4=">x').html).not.toContain('data:')
  })

  it('carries language and direction', () => {
    const { html } = makeTextOfRecord('<p>سلام</p>', { language: 'fa', direction: 'rtl' })
    expect(html).toContain('<article lang="fa" dir="rtl">')
  })

  it('is read back from its HTML character for character, and making it again changes nothing', () => {
    fc.assert(
      fc.property(arbitraryHtml, (source) => {
        const { html, text } = makeTextOfRecord(source)
        expect(readText(html)).toBe(text)
        const again = makeTextOfRecord(html.replace(/^.*?<article>|<\/article>$/g, ''))
        expect(again.text).toBe(text)
      }),
      { numRuns: 400 },
    )
  })

  it('has no white space that HTML would drop: no double spaces, none at the beginning of a line', () => {
    fc.assert(
      fc.property(arbitraryHtml, (source) => {
        fc.pre(!/<pre/.test(source))
        const { text } = makeTextOfRecord(source)
        expect(text).not.toMatch(/ {2}|\n |^ | $|\r|\f/)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    [
      'MathML with TeX',
      '<p>a <math><semantics><mi>E</mi><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math> b</p>',
    ],
    ['MathML with an alternative text', '<p>a <math alttext="E=mc^2"><mi>E</mi></math> b</p>'],
    [
      'MathML and its image',
      '<p>a <span><span><math alttext="E=mc^2"><mi>E</mi></math></span><img class="mwe-math-fallback-image-inline" alt="E=mc^2" src="https://x.example/a.svg"></span> b</p>',
    ],
    ['an image of it', '<p>a <img class="latex" alt="E=mc^2" src="https://x.example/a.png"> b</p>'],
  ])('keeps a formula as its TeX: %s', (_what, source) => {
    const { html, text } = makeTextOfRecord(source)
    expect(text).toBe('a E=mc^2 b')
    expect(html).toContain('<code>E=mc^2</code>')
  })

  it.each([
    ['a power', '<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>', 'E=mc²'],
    ['a fraction', '<mfrac><mn>1</mn><mn>2</mn></mfrac>', '1/2'],
    ['a fraction of sums', '<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac>', '(a+1)/b'],
    ['an index and a power', '<msubsup><mi>x</mi><mn>1</mn><mn>10</mn></msubsup>', 'x₁¹⁰'],
    ['a root', '<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>', '√(x+1)'],
  ])('says a formula without TeX on one line: %s', (_what, math, text) => {
    expect(makeTextOfRecord(`<p>a <math>${math}</math> b</p>`).text).toBe(`a ${text} b`)
  })

  it('keeps links within the page, and the names that they lead to, and no other names', () => {
    const source =
      '<p id="top">A claim.<a id="r1" href="#n%201">1</a> <a href="#gone">2</a> <a href="https://x.example/a#n%201">3</a></p><ol><li id="n 1">The note. <a href="#r1">back</a></li></ol>'
    const { html, text } = makeTextOfRecord(source, { baseUrl: 'https://x.example/a' })
    expect(text).toBe('A claim.1 2 3\nThe note. back')
    expect(html).toContain('<a id="r1" href="#n%201">1</a>')
    expect(html).toContain('<a href="#n%201">3</a>')
    expect(html).toContain('<li id="n 1">')
    expect(html).toContain('<a>2</a>')
    expect(html).not.toContain('top')
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { written } from '../../../src/core/export/markdown/mdast.ts'
import { textBlocks } from '../../../src/core/export/markdown/text-blocks.ts'
import { makeTextOfRecord } from '../../../src/core/text/text-of-record.ts'

const textOf = (html: string) => makeTextOfRecord(html, { language: 'en' })
const markdown = (html: string): string => written(textBlocks(textOf(html).html)).trim()
const part = (html: string, words: string): string => {
  const record = textOf(html)
  const [first = '', last = first] = words.split('…')
  const start = record.text.indexOf(first)
  return written(
    textBlocks(record.html, { start, end: record.text.indexOf(last, start) + last.length }),
  ).trim()
}

describe('a text as blocks of Markdown', () => {
  it('keeps paragraphs, headings, lists, tables, code and quotations', () => {
    expect(
      markdown('<h1>One</h1><p>A <em>b</em> <strong>c</strong> <a href="https://x.example/">d</a></p>'),
    ).toBe('### One\n\nA *b* **c** [d](https://x.example/)')
    expect(markdown('<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>')).toBe('- a\n  - b\n- c')
    expect(markdown('<ol start="3"><li>a</li><li>b</li></ol>')).toBe('3. a\n4. b')
    expect(markdown('<pre>if (a) {\n  b\n}</pre>')).toBe('```\nif (a) {\n  b\n}\n```')
    expect(markdown('<blockquote><p>a</p><p>b</p></blockquote>')).toBe('> a\n>\n> b')
    expect(
      markdown('<table><tr><th>City</th><th>Dead</th></tr><tr><td>Lorne</td><td>1|2</td></tr></table>'),
    ).toBe('| City | Dead |\n| --- | --- |\n| Lorne | 1\\|2 |')
    expect(markdown('<p>a<br>b</p>')).toBe('a\\\nb')
    expect(markdown('<p># no heading, *no* emphasis, [[no]] link, $1</p>')).not.toMatch(
      /^#|(?<!\\)\*no|(?<!\\)\$/,
    )
  })

  it('makes of a stretch what lies in it, with its form', () => {
    const html = '<p>First words here.</p><ul><li>one two</li><li>three four</li></ul><p>Last words.</p>'
    expect(part(html, 'words here.…three')).toBe('words here.\n\n- one two\n- three')
    expect(part(html, 'two…Last')).toBe('- two\n- three four\n\nLast')
    expect(part('<p>a <em>b c</em> d</p>', 'c d')).toBe('*c* d')
  })

  it('loses no word and takes none twice, whatever stretch is taken (property)', () => {
    const word = fc.stringMatching(/^[a-zé]{1,6}$/)
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const block = fc.oneof(
      line.map((words) => `<p>${words}</p>`),
      line.map((words) => `<h2>${words}</h2>`),
      fc
        .array(line, { minLength: 1, maxLength: 3 })
        .map((all) => `<ul>${all.map((one) => `<li>${one}</li>`).join('')}</ul>`),
      fc
        .array(fc.tuple(line, line), { minLength: 1, maxLength: 3 })
        .map(
          (rows) =>
            `<table>${rows.map(([a, b]) => `<tr><td>${a}</td><td><b>${b}</b></td></tr>`).join('')}</table>`,
        ),
      line.map((words) => `<pre>${words}</pre>`),
      fc
        .array(line, { minLength: 1, maxLength: 2 })
        .map((all) => `<blockquote>${all.map((one) => `<p>${one}</p>`).join('')}</blockquote>`),
    )
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (blocks, share) => {
          const record = textOf(blocks.join(''))
          const words = (text: string): string[] => text.match(/[a-zé]+/g) ?? []
          // Between words: half of a word is no word.
          const cut = record.text.indexOf(' ', Math.floor(share * record.text.length))
          const at = cut === -1 ? record.text.length : cut
          const parts = [
            { start: 0, end: at },
            { start: at, end: record.text.length },
          ].flatMap((stretch) => words(written(textBlocks(record.html, stretch))))
          expect(parts).toEqual(words(record.text))
        },
      ),
      { numRuns: 200 },
    )
  })
})

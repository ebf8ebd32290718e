import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { inertMarkdown } from '../../../src/core/export/markdown/inert.ts'

const reader = new MarkdownIt({ html: true })
reader.validateLink = () => true
/** What a reader of CommonMark would do more than show. */
const effects = (markdown: string): string[] =>
  reader
    .parse(markdown, {})
    .flatMap((token) => [
      ...(token.type === 'html_block' ? ['html'] : []),
      ...(token.type === 'fence' && /^(?:dataview|dataviewjs|query|mermaid|tasks|\{)/.test(token.info.trim())
        ? ['code']
        : []),
      ...(token.children ?? []).flatMap((child) =>
        child.type === 'html_inline' ||
        child.type === 'image' ||
        (child.type === 'link_open' &&
          /^\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(String(child.attrGet('href')))) ||
        (child.type === 'code_inline' && /^\s*\$?=/.test(child.content))
          ? [child.type]
          : [],
      ),
    ])

describe('notes that go out', () => {
  it.each([
    'Plain **words**, *stars*, [a link](https://example.org/), `code`, <https://example.org/>.',
    '- a list\n- of two\n\n> a quotation\n\n```js\nlet x = "<b>"\n```',
    'If 3 < 4 and `a < b`, fine. a ![]',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ])('stay as they were written when they do nothing: %s', (note) => {
    expect(inertMarkdown(note).replaceAll('![]', '[]')).toBe(note.replaceAll('![]', '[]'))
  })

  it.each([
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['x <img src=x onerror=alert(1)>', 'x \\<img src=x onerror=alert(1)>'],
    ['![seen](https://evil.example/pixel.png)', '[seen](https://evil.example/pixel.png)'],
    ['![[Secret note]]', '[[Secret note]]'],
    ['```dataviewjs\ndv.pages()\n```', '```text dataviewjs\ndv.pages()\n```'],
    ['~~~ {python}\nimport os\n~~~', '~~~text python\nimport os\n~~~'],
    ['Now `$= dv.pages()` here', 'Now \\`$= dv.pages()\\` here'],
    ['<% tp.file.delete() %>', '\\<% tp.file.delete() %>'],
    ['<!-- open', '\\<!-- open'],
    ['[x](javascript:alert(1))', '[x\\](javascript:alert(1))'],
    ['[x](obsidian://open?vault=a)', '[x\\](obsidian://open?vault=a)'],
    ['```\nnever closed', '```\nnever closed\n```'],
  ])('do nothing: %s', (note, wanted) => {
    expect(inertMarkdown(note)).toBe(wanted)
    expect(effects(inertMarkdown(note))).toEqual([])
  })

  it.each([
    '> ```\n<script>alert(1)</script>',
    '- a\n\n      <b>x</b>\n\n<div>',
    '\\\\![a](https://e.org/x.png)',
    '`` a ` <b> `',
  ])('that are hard to read are code as a whole, or escaped: %s', (note) => {
    expect(effects(inertMarkdown(note))).toEqual([])
  })

  it.each([
    '[a](javascript&#58;alert(1))',
    '[a](javascript\\:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[x][y]\n\n[y]: javascript&colon;alert(1)',
    '[a](file&#58;///C:/Windows/System32/calc.exe)',
    '\\\\![x](file&#58;//evil/share/x.png)',
    '`a\n# [x](javascript:alert(1))`',
    '- ```\n  x\n\n[a](javascript:alert(1))',
    'x\n\n    ```\n\n[a](javascript:alert(1))',
    '```python {cmd=true}\nx\n```',
  ])('have no way to another program, however it is written: %s', (note) => {
    expect(effects(inertMarkdown(note))).toEqual([])
  })

  it.each(['\\\\![[x]]', '`a\n- ![[secret]]`', 'x\n\n    ```\n\n![[embed]]', '- ![[x]]'])(
    'embed no file: %s',
    (note) => {
      expect(inertMarkdown(note).replace(/^ {4}.*|^```[\s\S]*```$/gm, '')).not.toMatch(/(?<!\\)!\[\[/)
    },
  )

  it('swallow nothing of what comes behind them', () => {
    for (const note of [
      '- todo:\n\n  ```js\n  a()\n\nThen I went home.',
      '```\nopen',
      '> ```\n> open',
      '<!-- open',
      '~~~~\n~~~',
    ])
      expect(reader.render(`${inertMarkdown(note)}\n\n## Claims`), note).toMatch(/<h2>Claims<\/h2>\s*$/)
  })

  it('do nothing, however the signs stand', () => {
    const parts = [
      '<',
      '>',
      '!',
      '[',
      ']',
      '(',
      ')',
      '`',
      '``',
      '```',
      '\n',
      '\n\n',
      ' ',
      '    ',
      '> ',
      '- ',
      'a',
      '=',
      '$=',
      '\\',
      '&',
      'https://e.org',
      '<b>',
      '<!--',
      '-->',
      '~~~',
      'dataview',
      '{r}',
      '"',
      "'",
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (signs) => {
        expect(effects(inertMarkdown(signs.join('')))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })
})

import { hostileDocuments } from './hostile-documents.ts'
/** A file that was made to hold up whoever reads it. */
export interface HostileFile {
  name: string
  /** @param n how large, in units that grow the bytes in proportion */
  make: (n: number) => string | Uint8Array
  /** How large it is in the long test. */
  size: number
}

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Ferry strike</title>${head}</head><body><article>${body}</article></body></html>`
const prose =
  'The ferry company said on Wednesday that services would be cut, because of a strike, according to two officials. '
const story = `<p>${prose.repeat(4)}</p>`
const front = (yaml: string, body = prose): string => `---\n${yaml}\n---\n\n${body}\n`
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const many = (n: number, make: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => make(at)).join('')

const html = (name: string, size: number, make: (n: number) => string | Uint8Array): HostileFile => ({
  name: `${name}.html`,
  size,
  make,
})
const md = (name: string, size: number, make: (n: number) => string): HostileFile => ({
  name: `${name}.md`,
  size,
  make,
})
const txt = (name: string, size: number, make: (n: number) => string | Uint8Array): HostileFile => ({
  name: `${name}.txt`,
  size,
  make,
})

/** Made by program, each of a kind of its own: nothing of it was ever on a page. */
export const hostileFiles: readonly HostileFile[] = [
  ...hostileDocuments,
  // Nesting.
  html('divs-under-the-depth-limit', 40, (n) =>
    page(many(n, () => '<div>'.repeat(380) + story + '</div>'.repeat(380))),
  ),
  html('divs-deep', 100_000, (n) => page('<div>'.repeat(n) + story)),
  html('spans-under-the-depth-limit', 60, (n) =>
    page(many(n, () => `<p>${'<span>'.repeat(380)}${prose}${'</span>'.repeat(380)}</p>`)),
  ),
  html('bold-never-closed', 20_000, (n) => page(many(n, () => '<b><p>x'))),
  html('formatting-misnested', 20_000, (n) => page(many(n, () => '<a><b><i><p></a></b></i>x'))),
  html('formatting-reconstructed', 3_000, (n) =>
    page(many(300, (at) => `<b a${at}>`) + many(n, () => '<p>x')),
  ),
  html('end-tags', 100_000, (n) => page(`${story}${'</p></br>'.repeat(n)}`)),
  html('links-never-closed', 50_000, (n) => page(many(n, (at) => `<a href="#${at}">x`))),
  html('tables-in-tables', 150, (n) => page('<table><tr><td>'.repeat(n) + story)),
  html('tables-misplaced', 20_000, (n) => page(`<table>${many(n, () => 'x<p>y<tr>z')}</table>`)),
  html('lists-in-lists', 130, (n) => page(many(n, () => '<ul><li>x') + story)),
  html('lists-deep-and-many', 60, (n) =>
    page(many(n, () => '<ul><li>x'.repeat(150) + '</li></ul>'.repeat(150))),
  ),
  html('quotes-in-quotes', 60, (n) =>
    page(many(n, () => '<blockquote>'.repeat(350) + story + '</blockquote>'.repeat(350))),
  ),
  html('templates-in-templates', 20_000, (n) => page('<template>'.repeat(n) + story)),
  html('svg-deep', 50_000, (n) => page(`${story}<svg>${'<g>'.repeat(n)}</svg>`)),
  html('math-deep', 300, (n) => page(`${story}<math>${'<mrow>'.repeat(n)}x</math>`)),
  html('math-many', 20_000, (n) => page(many(n, () => '<p>x <math><mi>y</mi></math></p>'))),
  html('forms-and-buttons', 30_000, (n) => page(many(n, () => '<form><button>x<select><option>y') + story)),
  html('definition-lists', 30_000, (n) => page(`<dl>${many(n, () => '<div><dt>x<dd>y</div>')}</dl>`)),
  // Very many of one thing.
  html('paragraphs', 500_000, (n) => page(many(n, () => '<p>x'))),
  html('divs-with-paragraphs', 60_000, (n) =>
    page(many(n, () => `<div><p>one, two, three, four, five six</p></div>`)),
  ),
  html('attributes-of-one', 1_000_000, (n) => page(`<p ${many(n, (at) => `a${at} `)}>${prose}</p>`)),
  html('attributes-of-many', 100_000, (n) => page(many(n, () => '<p a b c d e f g h i j>x'))),
  html('attribute-long', 10_000_000, (n) => page(`<p title="${'x'.repeat(n)}">${prose}</p>`)),
  html('class-long', 2_000_000, (n) => page(`<div class="${'com-x '.repeat(n / 6)}">${story}</div>`)),
  html('style-long', 2_000_000, (n) => page(`<div style="${'display : '.repeat(n / 10)}">${story}</div>`)),
  html('line-breaks', 300_000, (n) => page(`<p>x${'<br>'.repeat(n)}y</p>`)),
  html('line-breaks-in-pairs', 100_000, (n) => page(`<div>${many(n, () => 'x<br><br>')}</div>`)),
  html('fonts', 100_000, (n) => page(many(n, () => '<font>x</font>'))),
  html('entities', 3_000_000, (n) => page(`<p>${'&amp;'.repeat(n / 5)}</p>`)),
  html('entities-unfinished', 3_000_000, (n) => page(`<p>${'&am'.repeat(n / 3)}</p>`)),
  html('ampersands', 3_000_000, (n) => page(`<p>${'&'.repeat(n)}</p>`)),
  html('numbers-as-entities', 1_000_000, (n) => page(`<p>${'&#x41;'.repeat(n / 6)}</p>`)),
  html('angle-brackets', 3_000_000, (n) => page(`<p>${'<'.repeat(n)}</p>`)),
  html('tags-never-closed', 2_000_000, (n) => page(`<p>${'<a '.repeat(n / 3)}`)),
  html('quote-never-closed', 5_000_000, (n) => page(`${story}<p title="${'x '.repeat(n / 2)}`)),
  html('comment-never-closed', 10_000_000, (n) => page(`${story}<!--${'- '.repeat(n / 2)}`)),
  html('comments', 300_000, (n) => page(`${story}${'<!-- -->'.repeat(n)}`)),
  html('comment-starts', 2_000_000, (n) => `${'<!--'.repeat(n / 4)}${page(story)}`),
  html('script-long', 20_000_000, (n) => page(`${story}<script>${'var x = 1;'.repeat(n / 10)}</script>`)),
  html('table-of-cells', 700, (n) =>
    page(`${story}<table>${many(n, () => `<tr>${'<td>x</td>'.repeat(200)}</tr>`)}</table>`),
  ),
  html('spans-of-cells', 20_000, (n) =>
    page(`${story}<table>${many(n, () => '<tr><td colspan="1000000" rowspan="65534">x</td></tr>')}</table>`),
  ),
  html('images', 50_000, (n) =>
    page(`${story}${many(n, () => '<img src="data:image/png;base64,iVBORw0KGgo=" alt="x">')}`),
  ),
  html('image-long', 20_000_000, (n) => page(`${story}<img src="data:image/png;base64,${'A'.repeat(n)}">`)),
  html('formula-images', 20_000, (n) => page(many(n, () => '<p>x <img class="tex" alt="y"></p>'))),
  html('names-and-links', 50_000, (n) =>
    page(many(n, (at) => `<p id="n${at}"><a href="#n${n - at}">x</a></p>`)),
  ),
  html('hidden', 100_000, (n) => page(`${story}${many(n, () => '<i style="display:none" hidden>x</i>')}`)),
  html('bylines', 30_000, (n) =>
    page(`${many(n, () => '<span class="byline">By A, B and C</span>')}${story}`),
  ),
  html('headings', 50_000, (n) => page(`${many(n, () => '<h1>x</h1>')}${story}`)),
  html('frames', 50_000, (n) =>
    page(`${story}${many(n, () => '<iframe src="https://example.org/"></iframe>')}`),
  ),
  // What is said of the page.
  html('date-of-letters', 1_000_000, (n) => page(story, `<meta name="date" content="${'a'.repeat(n)}">`)),
  html('date-of-digits', 1_000_000, (n) => page(story, `<meta name="date" content="${'1'.repeat(n)}">`)),
  html('date-of-spaces', 1_000_000, (n) => page(story, `<meta name="date" content="1${' '.repeat(n)}x">`)),
  html('dates', 100_000, (n) =>
    page(
      story,
      many(n, () => '<meta name="date" content="x">'),
    ),
  ),
  html('author-long', 1_000_000, (n) =>
    page(story, `<meta name="author" content="${' and ,'.repeat(n / 6)}">`),
  ),
  html('byline-of-spaces', 300_000, (n) => page(`<p class="byline">By ${'a '.repeat(n / 2)}</p>${story}`)),
  html('title-long', 5_000_000, (n) => page(story, `<title>${'x | '.repeat(n / 4)}</title>`)),
  html('json-ld-deep', 100_000, (n) =>
    page(story, `<script type="application/ld+json">${'['.repeat(n)}${']'.repeat(n)}</script>`),
  ),
  html('json-ld-graphs-deep', 50_000, (n) =>
    page(story, `<script type="application/ld+json">${'{"@graph":'.repeat(n)}1${'}'.repeat(n)}</script>`),
  ),
  html('json-ld-of-spaces', 1_000_000, (n) =>
    page(story, `<script type="application/ld+json">${' '.repeat(n)}x${' '.repeat(n)}</script>`),
  ),
  html('json-ld-many', 30_000, (n) =>
    page(
      story,
      many(n, () => '<script type="application/ld+json">{"@type":"Article","headline":"x"}</script>'),
    ),
  ),
  html('addresses', 100_000, (n) =>
    page(
      story,
      many(n, (at) => `<link rel="canonical" href="https://e.org/${at}">`),
    ),
  ),
  // White space and letters.
  html('spaces', 10_000_000, (n) => page(`<p>x${' '.repeat(n)}y</p>`)),
  html('no-break-spaces', 2_000_000, (n) => page(`<p>x${'\u00a0 '.repeat(n / 2)}y</p>`)),
  html('preformatted', 5_000_000, (n) => page(`<pre>${'x\n'.repeat(n / 2)}</pre>`)),
  html('line-long', 50_000_000, (n) => page(`<p>${'word '.repeat(n / 5)}</p>`)),
  html('word-long', 50_000_000, (n) => page(`<p>${'w'.repeat(n)}</p>`)),
  html('commas', 2_000_000, (n) => page(`<p>${'a, '.repeat(n / 3)}</p>`)),
  html('combining-marks', 1_000_000, (n) => page(`<p>e${'\u0301'.repeat(n)}</p>`)),
  html('directions', 500_000, (n) => page(`<p>${'\u202ea\u202c'.repeat(n)}</p>`)),
  html('nul', 2_000_000, (n) => page(`<p>${'x\0'.repeat(n / 200)}${prose.repeat(n / 120)}</p>`)),
  html('utf-16', 2_000_000, (n) =>
    bytes([0xff, 0xfe], [...Buffer.from(page(`<p>${'x '.repeat(n / 2)}</p>`), 'utf16le')]),
  ),
  // Markdown.
  md('date-of-letters', 1_000_000, (n) => front(`title: x\ndate: ${'a'.repeat(n)}`)),
  md('aliases', 9, (n) =>
    front(
      many(n, (at) => `a${at + 1}: &a${at + 1} [${at === 0 ? 'x' : `*a${at}, `.repeat(9)}]\n`) +
        `title: *a${n}`,
    ),
  ),
  md('yaml-deep', 50_000, (n) => front(`title: ${'['.repeat(n)}`)),
  md('yaml-long', 100_000, (n) => front(many(n, (at) => `k${at}: v\n`))),
  md('yaml-never-closed', 1_000_000, (n) => `---\n${'a: b\n'.repeat(n / 5)}`),
  md('brackets', 100_000, (n) => '['.repeat(n)),
  md('brackets-closed', 100_000, (n) => '[a]('.repeat(n / 4)),
  md('images', 100_000, (n) => '!['.repeat(n / 2)),
  md('stars', 300_000, (n) => '*a **a '.repeat(n / 7)),
  md('underscores', 300_000, (n) => 'a_'.repeat(n / 2)),
  md('backticks', 1_500, (n) => many(n, (at) => `x${'`'.repeat(at)}`)),
  md('quotes-deep', 20_000, (n) => `${'> '.repeat(n)}x`),
  md('lists-deep', 20_000, (n) => `${'- '.repeat(n)}x`),
  md('table-wide', 100_000, (n) => `${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n${'|b'.repeat(n)}|\n`),
  md(
    'references',
    50_000,
    (n) => many(n, (at) => `[r${at}]: https://example.org/${at}\n`) + many(n, (at) => `[r${at}] `),
  ),
  md('heading-of-hashes', 200_000, (n) => `# x ${'# '.repeat(n / 2)}y`),
  md('angle-brackets', 300_000, (n) => '<a '.repeat(n / 3)),
  md('comment-starts', 300_000, (n) => 'x <!--'.repeat(n / 6)),
  md('backslashes', 1_000_000, (n) => '\\'.repeat(n)),
  md('obsidian', 300_000, (n) => '==a %%b [[c '.repeat(n / 12)),
  md('line-long', 20_000_000, (n) => 'word '.repeat(n / 5)),
  // Text.
  txt('line-long', 50_000_000, (n) => 'word '.repeat(n / 5)),
  txt('newlines', 20_000_000, (n) => `x${'\n'.repeat(n)}y`),
  txt('spaces-and-newlines', 1_000_000, (n) => `x\n${' '.repeat(n)}y\n${'\t'.repeat(n)}z`),
  txt('paragraphs', 1_000_000, (n) => 'x\n\n'.repeat(n)),
  txt('lines', 2_000_000, (n) => 'x\n'.repeat(n)),
  txt('returns', 5_000_000, (n) => 'x\r'.repeat(n / 2)),
  txt('markup', 10_000_000, (n) => '<&>\n\n'.repeat(n / 5)),
  txt('emoji', 2_000_000, (n) => '👩‍👩‍👧‍👦'.repeat(n / 11)),
  txt('prose', 30_000_000, (n) => `${prose.repeat(5)}\n\n`.repeat(n / 560)),
  txt('not-utf-8', 10_000_000, (n) =>
    bytes(
      prose,
      Array.from({ length: n / 10 }, () => 0xe9),
    ),
  ),
  txt('binary', 5_000_000, (n) => Buffer.alloc(n, Buffer.from([0, 1, 2, 3, 250]))),
  txt('utf-16-of-lone-surrogates', 1_000_000, (n) =>
    bytes(
      [0xff, 0xfe],
      Array.from({ length: n }, (_, at) => (at % 2 === 0 ? 0x00 : 0xd8)),
    ),
  ),
  txt('too-large', 65 * 1024 * 1024, (n) => 'x'.repeat(n)),
  txt('empty', 0, () => ''),
  txt('mark-only', 3, () => bytes([0xef, 0xbb, 0xbf])),
]

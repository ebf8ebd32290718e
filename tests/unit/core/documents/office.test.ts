import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { highlightsOf } from '../../../../src/core/import/imported-notes.ts'
import type { ImportInput } from '../../../../src/core/import/importer.ts'
import { engines } from '../../../../src/backend/import/engines.ts'
import { readArticles, type ReadArticle } from '../../../../src/core/import/read-articles.ts'
import { asId } from '../../../../src/core/records/base.ts'
import { pageAt } from '../../../../src/core/text/marked-places.ts'
import { makeArchive, makeDocx, makeEpub, makeOdt } from '../../../support/make-office.ts'
import { readArticle } from '../../../support/read-article.ts'

const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const line = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`
const docx = (
  body: string,
  more?: Record<string, string>,
  take?: ImportInput['take'],
): Promise<ReadArticle> => readArticle({ bytes: makeDocx(body, more), fileName: 'memo.docx', take })
const notesOf = ({ notes, text }: ReadArticle): [string, string, string | null][] =>
  highlightsOf(notes ?? [], text, {
    article: asId<'article'>('01a229bb-c638-7031-9426-877d0301028b'),
    version: 1,
    at: '2031-03-05T00:00:00.000Z',
  }).map(({ exact, note, page }) => [exact, note, page])

describe('Word documents', () => {
  const changed = line(
    run('The term shall be '),
    `<w:del w:author="Eng" w:date="2031-03-04T10:00:00Z"><w:r><w:delText>twelve (12)</w:delText></w:r></w:del>`,
    `<w:ins w:author="Eng" w:date="2031-03-04T10:00:00Z">${run('twenty-four (24)')}</w:ins>`,
    run(' months.'),
  )

  it('keeps what was deleted and inserted, with who did it and when', async () => {
    const { text, warnings } = await docx(changed)
    expect(text.text).toBe('The term shall be twelve (12) twenty-four (24) months.')
    expect(text.html).toContain('<del title="Eng, 2031-03-04">twelve (12)</del>')
    expect(text.html).toContain('<ins title="Eng, 2031-03-04">twenty-four (24)</ins>')
    expect(warnings).toMatchObject([{ say: 'warnings.trackedChanges' }])
  })

  it.each([
    ['accepted', 'The term shall be twenty-four (24) months.'],
    ['rejected', 'The term shall be twelve (12) months.'],
  ] as const)('reads them as if they had been %s', async (take, words) => {
    const { text, warnings } = await docx(changed, {}, take)
    expect(text.text).toBe(words)
    expect(warnings).toEqual([])
  })

  it('loses none of what stands in unusual places: formulas, signs, parts by other names, breaks', async () => {
    const math = (inner: string): string => `<m:oMath>${inner}</m:oMath>`
    const fraction = '<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>'
    const power = '<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup>'
    const { text } = await docx(
      line(run('Rate '), math(fraction), run(' and '), math(power)) +
        line(
          '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>',
          run(' and '),
          '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
        ) +
        line(
          run('one.'),
          '<w:r><w:br w:type="page"/></w:r>',
          '<w:r><w:lastRenderedPageBreak/></w:r>',
          run('Two'),
        ),
    )
    expect(text.text).toBe('Rate 1/2 and 10⁶\nα and ≥\none. Two')
    expect(pageAt(text.html, text.text.indexOf('Two'))).toBe('2')
  })

  it('has a comment of a place on its paragraph, and one over a note on its own words only', async () => {
    const comment = `<w:comments><w:comment w:id="4" w:author="Oban"><w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r></w:p></w:comment></w:comments>`
    const point = line(run('A place.'), '<w:r><w:commentReference w:id="4"/></w:r>') + line(run('More.'))
    expect(notesOf(await docx(point, { 'comments.xml': comment }))).toEqual([
      ['A place.', 'One\ntwo (Oban)', null],
    ])
    const over =
      line(
        '<w:commentRangeStart w:id="4"/>',
        run('the claim'),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        '<w:commentRangeEnd w:id="4"/>',
      ) + line(run('More.'))
    const notes =
      '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    expect(notesOf(await docx(over, { 'comments.xml': comment, 'footnotes.xml': notes }))).toEqual([
      ['the claim[1]', 'One\ntwo (Oban)', null],
    ])
  })

  it('has a comment of a place in a box once, on the paragraph in the box', async () => {
    const comment = `<w:comments><w:comment w:id="4" w:author="Oban"><w:p><w:r><w:t>One</w:t></w:r></w:p></w:comment></w:comments>`
    const inBox = line(run('In the box.'), '<w:r><w:commentReference w:id="4"/></w:r>')
    const box = `<w:pict><v:shape><v:textbox><w:txbxContent>${inBox}</w:txbxContent></v:textbox></v:shape></w:pict>`
    const body = line(run('Beside it.'), `<w:r>${box}</w:r>`) + line(run('More.'))
    expect(notesOf(await docx(body, { 'comments.xml': comment }))).toEqual([
      ['In the box.', 'One (Oban)', null],
    ])
  })

  it('leaves out with what was deleted what that refers to, and rows that were', async () => {
    const notes = ['2', '3']
      .map((id) => `<w:footnote w:id="${id}"><w:p><w:r><w:t>Note ${id}.</w:t></w:r></w:p></w:footnote>`)
      .join('')
    const more = { 'footnotes.xml': `<w:footnotes>${notes}</w:footnotes>` }
    const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const row = (words: string, change = ''): string =>
      `<w:tr><w:trPr>${change}</w:trPr><w:tc>${line(run(words))}</w:tc></w:tr>`
    const body =
      line(
        run('Kept'),
        `<w:del w:author="E"><w:r><w:delText> gone</w:delText></w:r>${reference(2)}</w:del>`,
        reference(3),
      ) + `<w:tbl>${row('a')}${row('b', '<w:del w:author="E"/>')}</w:tbl>`
    expect((await docx(body, more, 'accepted')).text.text).toBe('Kept[1]\na\n[1] Note 3.')
    expect((await docx(body, more, 'rejected')).text.text).toBe(
      'Kept gone[1][2]\na\nb\n[1] Note 2.\n[2] Note 3.',
    )
  })

  it('counts on in a list that goes on behind other paragraphs', async () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const item = (words: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(words)}</w:p>`
    const { text } = await docx(item('One') + item('Two') + line(run('Between.')) + item('Three'), {
      'numbering.xml': numbering,
    })
    expect(text.html).toContain('<ol start="3">')
  })

  it('has comments on exactly their words, also over paragraphs and within each other', async () => {
    const body =
      line(
        run('Who gave '),
        '<w:commentRangeStart w:id="4"/>',
        run('the '),
        '<w:commentRangeStart w:id="5"/>',
        run('order'),
        '<w:commentRangeEnd w:id="5"/>',
        run(' to close'),
      ) + line(run('the harbour'), '<w:commentRangeEnd w:id="4"/>', run('?'))
    const comments = [4, 5].map(
      (id) =>
        `<w:comment w:id="${id}" w:author="Oban Teller" w:date="2031-03-0${id}T10:00:00Z"><w:p><w:r><w:t>Note ${id}</w:t></w:r></w:p></w:comment>`,
    )
    expect(
      notesOf(await docx(body, { 'comments.xml': `<w:comments>${comments.join('')}</w:comments>` })),
    ).toEqual([
      ['the order to close\nthe harbour', 'Note 4 (Oban Teller, 2031-03-04)', null],
      ['order', 'Note 5 (Oban Teller, 2031-03-05)', null],
    ])
  })

  it('has notes below the text, linked both ways', async () => {
    const { text } = await docx(
      line(run('Nobody knew'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('.')),
      {
        'footnotes.xml': `<w:footnotes><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">${line(run('Hearing of 4 March.'))}</w:footnote></w:footnotes>`,
      },
    )
    expect(text.text).toBe('Nobody knew[1].\n[1] Hearing of 4 March.')
    expect(text.html).toMatch(/href="#fn-1".*href="#fnref-1"/s)
  })

  it('has headings, lists within lists, tables, what is raised, and hidden text not', async () => {
    const item = (text: string, level: number): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`
    const { text, title } = await docx(
      `<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run('Findings')}</w:p>${item('one', 0)}${item('deeper', 1)}${item('two', 0)}` +
        `<w:tbl><w:tr><w:tc>${line(run('a'))}</w:tc><w:tc>${line(run('b'))}</w:tc></w:tr></w:tbl>` +
        line(run('10'), run('6', '<w:vertAlign w:val="superscript"/>'), run(' secret', '<w:vanish/>')),
      {
        'styles.xml': '<w:styles><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>',
        'numbering.xml':
          '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
      },
    )
    expect(title).toBe('Findings')
    expect(text.text).toBe('Findings\none\ndeeper\ntwo\na\tb\n10⁶')
    expect(text.html).toMatch(/<ol><li><p>?one|<ol><li>.*<ul><li>deeper<\/li><\/ul>/s)
  })

  it('follows fields that are links, and pages that Word has counted', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const { text } = await docx(
      line(
        run('See '),
        field('begin'),
        '<w:r><w:instrText>HYPERLINK "https://lorne.example/a"</w:instrText></w:r>',
        field('separate'),
        run('the report'),
        field('end'),
      ) + line('<w:r><w:lastRenderedPageBreak/></w:r>', run('Second page')),
    )
    expect(text.html).toContain('<a href="https://lorne.example/a">the report</a>')
    expect(pageAt(text.html, 2)).toBe('1')
    expect(pageAt(text.html, text.text.indexOf('Second'))).toBe('2')
  })
})

describe('OpenDocument texts', () => {
  const odt = (text: string, styles?: string, take?: ImportInput['take']): Promise<ReadArticle> =>
    readArticle({ bytes: makeOdt(text, styles), fileName: 'memo.odt', take })
  const info =
    '<office:change-info><dc:creator>Eng</dc:creator><dc:date>2031-03-04T10:00:00</dc:date></office:change-info>'
  const tracked =
    `<text:tracked-changes><text:changed-region text:id="d"><text:deletion>${info}<text:p>twelve</text:p></text:deletion></text:changed-region>` +
    `<text:changed-region text:id="i"><text:insertion>${info}</text:insertion></text:changed-region></text:tracked-changes>` +
    '<text:p>The term is <text:change text:change-id="d"/><text:change-start text:change-id="i"/>twenty-four<text:change-end text:change-id="i"/> months.</text:p>'

  it('keeps what was recorded, and reads it either way', async () => {
    expect((await odt(tracked)).text.html).toContain(
      '<del title="Eng, 2031-03-04">twelve</del> <ins title="Eng, 2031-03-04">twenty-four</ins>',
    )
    expect((await odt(tracked, '', 'accepted')).text.text).toBe('The term is twenty-four months.')
    expect((await odt(tracked, '', 'rejected')).text.text).toBe('The term is twelve months.')
  })

  it('has comments on their words, notes, headings, spaces and settings', async () => {
    const article = await odt(
      '<text:h text:outline-level="1">Findings</text:h><text:p>Who gave <office:annotation office:name="a"><dc:creator>Oban Teller</dc:creator><dc:date>2031-03-04T10:00:00</dc:date><text:p>Ask</text:p></office:annotation>the order<office:annotation-end office:name="a"/>,<text:s/>10<text:span text:style-name="T1">6</text:span>?' +
        '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Hearing.</text:p></text:note-body></text:note></text:p>',
      '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>',
    )
    expect(article.text.text).toBe('Findings\nWho gave the order, 10⁶?[1]\n[1] Hearing.')
    expect(notesOf(article)).toEqual([['the order', 'Ask (Oban Teller, 2031-03-04)', null]])
  })

  it('has a comment of a place in a note once, on the note', async () => {
    const comment =
      '<office:annotation><dc:creator>Oban</dc:creator><text:p>Who?</text:p></office:annotation>'
    const article = await odt(
      `<text:p>They met.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Hearing.${comment}</text:p></text:note-body></text:note></text:p><text:p>More.</text:p>`,
    )
    expect(notesOf(article)).toEqual([['Hearing.', 'Who? (Oban)', null]])
  })
})

describe('Rich Text documents', () => {
  const rtf = (content: string, take?: ImportInput['take']): Promise<ReadArticle> =>
    readArticle({
      bytes: Uint8Array.from(content, (letter) => letter.charCodeAt(0)),
      fileName: 'memo.rtf',
      take,
    })

  it('reads letters of every encoding, and leaves out what stands for them', async () => {
    const { text, title, authors } = await rtf(
      String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset0 B;}}{\info{\title Report}{\author Oban Teller}}\f0\'cf\'f0\'e8 {\f1\'e9\'93}\u8212? \u-10179?\u-8704? {\uc2\u228\'E8a}b.\par}`,
    )
    expect(text.text).toBe('При é“— 😀 äb.')
    expect([title, authors]).toEqual(['Report', ['Oban Teller']])
  })

  it('has notes, tables, links, what is raised, comments and changes', async () => {
    const content = String.raw`{\rtf1 {\*\atrfstart 1}These words{\*\atrfend 1}{\*\atnid OT}{\*\atnauthor Oban Teller}{\*\annotation{\*\atnref 1}Ask.}{\footnote Hearing.}, 10{\super 6}, {\field{\*\fldinst HYPERLINK "https://x.example/a"}{\fldrslt a link}}{\deleted  gone}{\revised  come}.\par \trowd\intbl a\cell b\cell\row\pard End.\par}`
    const article = await rtf(content)
    expect(article.text.text).toBe('These words[1], 10⁶, a link gone come.\na\tb\nEnd.\n[1] Hearing.')
    expect(notesOf(article)).toEqual([['These words', 'Ask. (Oban Teller)', null]])
    expect((await rtf(content, 'accepted')).text.text).toContain('a link come.')
  })

  it('ends, whatever is in it', async () => {
    await expect(rtf(`{\\rtf1 ${'{'.repeat(100_000)}`)).rejects.toMatchObject({ code: 'bad-input' })
    expect((await rtf(String.raw`{\rtf1 a\bin99999999 b\u\'zz\'}`)).text.text).toContain('a')
  })
})

describe('books', () => {
  it('has its chapters in order, with links between them and the pages of the printed one', async () => {
    const article = await readArticle({
      bytes: makeEpub([
        '<h1>One</h1><p>See <a href="c1.xhtml#n">the note</a>.</p>',
        '<p><span epub:type="pagebreak" title="12"/>Twelve begins.</p><p id="n">The note &amp; more<br/>here.</p><script>x()</script>',
      ]),
      fileName: 'book.epub',
    })
    expect(article).toMatchObject({
      title: 'The Lorne Papers',
      authors: ['Ilse Marrin'],
      published: '2031-03-04',
      language: 'en',
    })
    expect(article.text.text.replaceAll('\u200b', '')).toBe(
      'One\nSee the note.\nTwelve begins.\nThe note & more\nhere.',
    )
    expect(article.text.html).toContain('href="#c1-n"')
    expect(pageAt(article.text.html, article.text.text.indexOf('The note'))).toBe('12')
  })

  it('has each chapter as an article of its own, when that is asked for', async () => {
    const bytes = makeEpub([
      '<p>Cover</p>',
      '<h1>One &amp; all</h1><p>The harbour was closed.</p>',
      '<p>Nobody would say who had given the order.</p>',
    ])
    const found: string[][] = []
    const input = { bytes, fileName: 'book.epub', take: 'chapters' as const }
    for await (const { title, text } of readArticles(input, { progress: () => undefined, engines }))
      found.push([title, text.text])
    expect(found).toEqual([
      ['The Lorne Papers: One & all', 'One & all\nThe harbour was closed.'],
      ['The Lorne Papers: 3', 'Nobody would say who had given the order.'],
    ])
  })

  it('says so when it is locked', async () => {
    const bytes = makeArchive({
      mimetype: 'application/epub+zip',
      'META-INF/rights.xml': '<r/>',
      'META-INF/encryption.xml': '<e/>',
    })
    await expect(readArticle({ bytes, fileName: 'book.epub' })).rejects.toMatchObject({ code: 'unsupported' })
  })
})

describe('documents that are none', () => {
  it.each([
    ['memo.docx', makeArchive({ 'word/document.xml': '<w:document/>' })],
    ['memo.odt', makeArchive({ 'content.xml': 'no xml at all' })],
    ['memo.docx', Uint8Array.from('PK\u0003\u0004word/', (letter) => letter.charCodeAt(0))],
    ['book.epub', makeArchive({ mimetype: 'application/epub+zip' })],
  ])('%s is named in a sentence', async (fileName, bytes) => {
    await expect(readArticle({ bytes, fileName })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(fileName) as string,
    })
  })

  it('does not unfold entities, and reads no file for one', async () => {
    const bytes = makeArchive({
      'word/document.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>x &b; &f;</w:t></w:r></w:p></w:body></w:document>',
    })
    const { text } = await readArticle({ bytes, fileName: 'memo.docx' })
    expect(text.text).toBe('x &b; &f;')
  })
})

const corpus = join(import.meta.dirname, '../../../../../shared/corpus/documents/office')
describe.skipIf(!existsSync(corpus))('documents of pandoc’s tests', () => {
  const words = (text: string): string[] =>
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/\p{L}+/gu) ?? []
  const names = existsSync(corpus)
    ? readdirSync(corpus).filter((name) => /\.(?:docx|odt|rtf)$/.test(name))
    : []
  it.each(names)('%s has the words that pandoc reads', async (name) => {
    const article = await readArticle({
      bytes: new Uint8Array(readFileSync(join(corpus, name))),
      fileName: name,
    })
    const here = words(
      `${article.text.text} ${(article.notes ?? []).map(({ comment }) => comment).join(' ')}`,
    )
    // The letters of lists are words for pandoc’s plain text.
    const wanted = words(readFileSync(join(corpus, `${name}.txt`), 'utf8')).filter((word) => word.length > 1)
    for (const word of new Set(wanted)) expect(here, word).toContain(word)
  })
})

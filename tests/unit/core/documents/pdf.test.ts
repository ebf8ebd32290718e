import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engines } from '../../../../src/backend/import/engines.ts'
import { highlightsOf } from '../../../../src/core/import/imported-notes.ts'
import type { ReadArticle } from '../../../../src/core/import/read-articles.ts'
import { asId } from '../../../../src/core/records/base.ts'
import { markedPlaces, pageAt, pageMark } from '../../../../src/core/text/marked-places.ts'
import { speak } from '../../../../src/core/words/say.ts'
import { makePdf, type TestPage } from '../../../support/make-pdf.ts'
import { readArticle } from '../../../support/read-article.ts'

const read = (pages: readonly TestPage[], more?: Parameters<typeof makePdf>[1]): Promise<ReadArticle> =>
  readArticle({ bytes: makePdf(pages, more), fileName: 'report.pdf' })
/** Lines below each other, from a height on. */
const column = (x: number, top: number, lines: readonly string[]): NonNullable<TestPage['words']> =>
  lines.map((text, at) => [x, top + at * 13, 10, text])
const article = asId<'article'>('01a229bb-c638-7031-9426-877d0301028b')
const prose = [
  'The harbour was closed for eleven days after the',
  'second ship had come in, and nobody in the town',
  'would say who had given the order to close it.',
]

describe('the text of a PDF', () => {
  it('has paragraphs of lines, and joins words that lines break', async () => {
    const { text } = await read([
      {
        words: [
          ...column(40, 60, ['The ministry had inter-', 'rupted the talks of both sides', 'for a week.']),
        ],
      },
    ])
    expect(text.text).toBe('The ministry had interrupted the talks of both sides for a week.')
  })

  it('keeps the hyphen of a word that has it elsewhere', async () => {
    const lines = ['A two-column page was found in the two-', 'column book of the pilot.']
    expect((await read([{ words: column(40, 60, lines) }])).text.text).toBe(
      'A two-column page was found in the two-column book of the pilot.',
    )
  })

  it('says what is raised: 15² people are not 152', async () => {
    const { text } = await read([
      {
        words: [
          [40, 60, 10, 'He counted 15'],
          [104, 56, 6, '2'],
          [109, 60, 10, 'people in the hall.'],
        ],
      },
    ])
    expect(text.text).toBe('He counted 15² people in the hall.')
  })

  it('reads columns one after the other, and what stands across them first', async () => {
    const left = Array.from({ length: 9 }, (_, at) => `the left column has its line ${at + 1}`)
    const right = Array.from({ length: 9 }, (_, at) => `the right column has line ${at + 1}`)
    // The stream goes from line to line across the page, as some programs write it.
    const across = left.flatMap((_, at): NonNullable<TestPage['words']> => [
      [30, 100 + at * 13, 10, left[at] ?? ''],
      [215, 100 + at * 13, 10, right[at] ?? ''],
    ])
    const { text } = await read([
      { words: [[30, 60, 10, 'What happened in the harbour of Lorne on that very day, as told'], ...across] },
    ])
    expect(text.text.replace(/\s+/g, ' ')).toBe(
      `What happened in the harbour of Lorne on that very day, as told ${[...left, ...right].join(' ')}`,
    )
  })

  it('leaves running heads and the numbers of pages out of the flow', async () => {
    const page = (n: number): TestPage => ({
      words: [
        [40, 30, 8, 'Report of the Commission'],
        ...column(
          40,
          80,
          prose.map((line) => line.replace('town', `town of ${n} men`)),
        ),
        [195, 580, 8, String(n)],
      ],
    })
    const { text } = await read([page(1), page(2), page(3), page(4)])
    expect(text.text).not.toContain('Commission')
    expect(text.text.split('\n')).toHaveLength(4)
    expect(text.text).not.toMatch(/\b[1-4]$/m)
  })

  it('goes on with a sentence on the next page, and marks where each page begins by its name', async () => {
    const { text } = await read(
      [
        { words: column(40, 560, ['The pilot said that he had']) },
        { words: column(40, 60, ['seen no ship that night.']) },
      ],
      { labels: '0 << /S /r >> 1 << /S /D /St 7 >>' },
    )
    expect(text.text).toBe('The pilot said that he had seen no ship that night.')
    expect(markedPlaces(text.html, pageMark).map(({ id }) => id.slice(pageMark.length))).toEqual(['i', '7'])
    expect(pageAt(text.html, 3)).toBe('i')
    expect(pageAt(text.html, text.text.indexOf('no ship'))).toBe('7')
  })

  it('has large lines as headings, and the title from the first page where the document states none', async () => {
    const article = await read([{ words: [[40, 60, 22, 'The Lorne Papers'], ...column(40, 100, prose)] }])
    expect(article.title).toBe('The Lorne Papers')
    expect(article.text.html).toMatch(/<h2>.*The Lorne Papers.*<\/h2>/)
  })

  it('believes what a document states of itself only where its pages say so, too', async () => {
    const words: TestPage['words'] = [
      [40, 60, 22, 'The Lorne Papers'],
      [40, 90, 10, 'by Ilse Marrin'],
      ...column(40, 130, prose),
    ]
    const lying = await read([{ words }], { title: 'Microsoft Word - draft7.docx', author: 'admin' })
    expect([lying.title, lying.authors]).toEqual(['The Lorne Papers', []])
    const honest = await read([{ words }], { title: 'The Lorne Papers', author: 'Ilse Marrin' })
    expect([honest.title, honest.authors]).toEqual(['The Lorne Papers', ['Ilse Marrin']])
  })
})

describe('what somebody marked in a PDF', () => {
  it('becomes highlights with words, author, day, comment, colour and page', async () => {
    const { notes, text } = await read([
      {
        words: [[40, 60, 10, 'Nobody would say who had given the order.']],
        marks: [
          {
            box: [40, 48, 123, 66],
            author: 'Oban Teller',
            comment: 'Ask her',
            date: 'D:20310304101112Z',
            colour: '0 0 1',
          },
        ],
      },
    ])
    const made = highlightsOf(notes ?? [], text, {
      article,
      version: 1,
      at: '2031-03-05T00:00:00.000Z',
    })
    expect(made).toMatchObject([
      { exact: 'Nobody would say', note: 'Ask her (Oban Teller, 2031-03-04)', style: 'blue', page: '1' },
    ])
    const again = highlightsOf(notes ?? [], text, { article, version: 2, at: '' }, made)
    expect(again).toEqual([])
  })
})

describe('what cannot be read', () => {
  const problemOf = (bytes: Uint8Array, password?: string): Promise<unknown> =>
    readArticle({ bytes, fileName: 'a.pdf', given: { password } }).catch((error: unknown) => error)

  it('says so of a damaged file, of pictures of pages, and of an empty one', async () => {
    const whole = makePdf([{ words: column(40, 60, prose) }])
    expect(await problemOf(whole.slice(0, 60))).toMatchObject({ code: 'bad-input' })
    expect(await problemOf(makePdf([{}, {}]))).toMatchObject({ code: 'pictures-only' })
  })

  it('names the pages that have no words', async () => {
    const { warnings } = await read([{ words: column(40, 60, prose) }, {}, { words: column(40, 60, prose) }])
    expect(warnings.map((warning) => speak(warning))).toEqual([
      expect.stringContaining('Page 2 has no words'),
    ])
  })
})

const corpus = join(import.meta.dirname, '../../../../../shared/corpus/documents/pdf')
describe.skipIf(!existsSync(corpus))('real PDFs', () => {
  const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(corpus, name)))
  it('asks for a password, and opens with it', async () => {
    const input = { bytes: file('libreoffice-writer-password.pdf'), fileName: 'a.pdf' }
    await expect(readArticle(input)).rejects.toMatchObject({ code: 'password-needed' })
    await expect(readArticle({ ...input, given: { password: 'wrong' } })).rejects.toMatchObject({
      code: 'password-needed',
    })
    const { text } = await readArticle({ ...input, given: { password: 'openpassword' } })
    expect(text.text).toMatch(/^Lorem ipsum/)
  })

  it('reads pages that are turned, Arabic, ligatures', async () => {
    const words = async (name: string): Promise<string> =>
      (await readArticle({ bytes: file(name), fileName: name })).text.text
    expect(await words('hyp-rotated.pdf')).toMatch(/^Example Domain\nThis domain is for use/)
    expect(await words('ArabicCIDTrueType.pdf')).toContain('انواع الخطوط العربية')
    expect(await words('copy_paste_ligatures.pdf')).toContain('ffi')
  })

  it('takes the words that were highlighted', async () => {
    const { notes, text } = await readArticle({ bytes: file('annotation-highlight.pdf'), fileName: 'a.pdf' })
    const made = highlightsOf(notes ?? [], text, {
      article,
      version: 1,
      at: '',
    })
    expect(made).toMatchObject([
      {
        exact: 'Lorem ipsum dolor sit amet',
        note: 'Highlight content (Tim van der Meij, 2015-12-30)',
        style: 'yellow',
      },
    ])
  })
})

describe('words in pictures', () => {
  it(
    'are recognised when somebody asks for that, on pages that have none, and in pictures',
    { timeout: 60_000 },
    async () => {
      const words = ['The harbour was closed for', 'eleven days, and nobody said', 'who had given the order.']
      const page = makePdf([{ words: words.map((text, at) => [30, 80 + at * 30, 24, text]) }])
      const file = await engines.openPdf(page, '')
      const bytes = file.draw(0, 2)
      file.close()
      await expect(readArticle({ bytes, fileName: 'page.png' })).rejects.toMatchObject({
        code: 'pictures-only',
      })
      const read = await readArticle({ bytes, fileName: 'page.png', take: 'recognised' })
      expect(read.text.text).toContain(
        'The harbour was closed for eleven days, and nobody said who had given the order.',
      )
      expect(read.text.html).toContain('<img src="data:image/png;base64,')
      expect(read.warnings).toMatchObject([{ say: 'warnings.recognised' }])
    },
  )
})

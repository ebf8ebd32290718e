import { describe, expect, it } from 'vitest'
import { originalOf } from '../../../src/core/import/page-copy.ts'
import { comparableAddress } from '../../../src/core/records/address.ts'
import { readArticle } from '../../support/read-article.ts'

const sentence =
  'The council met on the evening of that day and heard both of the sides that had written to it. '
const read = (head: string, before = '') =>
  readArticle({
    bytes: new TextEncoder().encode(
      `${before}<html><head><title>A council met</title>${head}</head><body><article><h1>A council met</h1>
       <p>${sentence.repeat(5)}</p><p>${sentence.repeat(5)}</p></article></body></html>`,
    ),
    fileName: 'a.html',
  })

describe('the address of a copy', () => {
  it.each([
    ['https://web.archive.org/web/20310305101112/https://post.example.org/ferry', '2031-03-05'],
    ['https://web.archive.org/web/20310305101112id_/https://post.example.org/ferry', '2031-03-05'],
    [
      'https://www.webarchive.org.uk/wayback/archive/20310305101112mp_/https://post.example.org/ferry',
      '2031-03-05',
    ],
    ['https://archive.ph/2031.03.05-101112/https://post.example.org/ferry', '2031-03-05'],
    ['https://archive.is/20310305101112/https://post.example.org/ferry', '2031-03-05'],
    [
      'https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://post.example.org/ferry+&hl=en',
      null,
    ],
    ['https://post-example-org.cdn.ampproject.org/c/s/post.example.org/ferry', null],
  ])('%s names the original', (address, made) => {
    expect(originalOf(address)).toEqual({
      address: 'https://post.example.org/ferry',
      copy: { address, made },
    })
  })

  it('is told from other addresses with numbers, and what is no address is none', () => {
    for (const address of [
      'https://post.example.org/2031/03/05/ferry',
      'https://post.example.org/20310305101112/ferry',
      'https://web.archive.org/web/99999999999999/https://post.example.org/ferry',
      'https://webcache.googleusercontent.com/search?q=cache:%E0%A4%A',
    ])
      expect(originalOf(address)).toEqual({ address, copy: null })
  })
})

describe('a page that was kept', () => {
  it('by an archive has the address of the original, and the copy with its day', async () => {
    const address = 'https://web.archive.org/web/20310305101112/https://post.example.org/ferry'
    const page = await read(`<link rel="canonical" href="${address}">`)
    expect(page.urls).toEqual(['https://post.example.org/ferry'])
    expect(page.copy).toEqual({ address, made: '2031-03-05' })
  })

  it('by a browser has the day on which it was', async () => {
    const saved = `<!DOCTYPE html><!--\n Page saved with SingleFile \n url: https://post.example.org/ferry \n saved date: Wed Mar 05 2031 10:11:12 GMT+0100 (CET)\n-->`
    expect(await read('', saved)).toMatchObject({
      urls: ['https://post.example.org/ferry'],
      copy: { address: null, made: '2031-03-05' },
    })
    expect((await read('')).copy).toBeNull()
  })
})

describe('a fact-check', () => {
  it('keeps its verdicts as a note, and is not what it judges', async () => {
    const review = {
      '@type': 'ClaimReview',
      claimReviewed: 'The ferry sank',
      itemReviewed: { '@type': 'Claim', author: { name: 'Jonas Lind' } },
      reviewRating: { '@type': 'Rating', alternateName: 'False', ratingValue: 1 },
      author: { '@type': 'Organization', name: 'The Checkers' },
    }
    const page = await read(`<script type="application/ld+json">${JSON.stringify(review)}</script>`)
    expect(page.note).toBe('“The ferry sank” — Jonas Lind: False (The Checkers)')
    expect(page.title).toBe('A council met')
    expect((await read('')).note).toBeUndefined()
  })
})

describe('addresses of one article', () => {
  it.each([
    'http://www.post.example.org/ferry/?utm_source=x#part',
    'https://m.post.example.org/ferry',
    'https://post.example.org/ferry/amp/',
    'https://post.example.org/amp/ferry?output=amp',
    'https://post.example.org/ferry?print=1&fbclid=2',
    'https://amp.post.example.org/ferry.amp',
    'https://post.example.org/ferry/index.html',
  ])('%s', (address) => expect(comparableAddress(address)).toBe('post.example.org/ferry'))

  it('of others stay apart', () => {
    const different = [
      'https://post.example.org/ferry?id=1',
      'https://post.example.org/ferry?id=2',
      'https://post.example.org/print-shops',
      'https://post.example.org/ferries/m',
      'https://m.example/ferry',
    ].map(comparableAddress)
    expect(new Set(different).size).toBe(different.length)
    expect(comparableAddress('https://m.example/')).toBeNull()
  })
})

describe('marked text', () => {
  const text = (content: string, fileName: string) =>
    readArticle({ bytes: new TextEncoder().encode(content), fileName })

  it('of AsciiDoc comes with its title, author and day, its headings, and code as it is', async () => {
    const page = await text(
      '= The ferry\nAna Duarte <ana@post.example>\nv1.0, 2031-03-04\n:toc:\n\n== One\n// a remark\nIt *sank*.\n\n----\n== no heading\n----\nEnd.',
      'a.adoc',
    )
    expect(page).toMatchObject({ title: 'The ferry', authors: ['Ana Duarte'], published: '2031-03-04' })
    expect(page.text.html).toContain('<h2>One</h2>')
    expect(page.text.text).toContain('== no heading')
    expect(page.text.text).toContain('It *sank*.')
    expect(page.text.text).not.toContain('remark')
    expect(page.text.text).not.toContain(':toc:')
  })

  it('of Org keeps what is not about the document, and ends where a block is not closed', async () => {
    const page = await text(
      '#+TITLE: Ferry\n#+DATE: <2031-03-04 Tue>\n#+CAPTION: A map\n* One\nIt sank.\n#+BEGIN_SRC c\nint x;',
      'a.org',
    )
    expect(page).toMatchObject({ title: 'Ferry', published: '2031-03-04' })
    expect(page.text.text).toContain('#+CAPTION: A map')
    expect(page.text.text).toContain('int x;')
  })

  it('takes for the head what has the form of one, and loses no line', async () => {
    const words = 'The harbour was closed on Monday, said the mayor.'
    const plain = await text(
      `= The harbour\n${words}\nNobody was hurt.\n\n:deadline: tomorrow they leave\n\nRest.`,
      'a.adoc',
    )
    for (const line of [words, 'Nobody was hurt.', 'tomorrow they leave', 'Rest.'])
      expect(plain.text.text).toContain(line)
    expect(plain.authors).toEqual([])
    expect(plain.published).toBeNull()
    const dated = await text('= The harbour\n2031-03-04\n\n:title:\n\nHeading\n-------\nIt sank.\n', 'a.adoc')
    expect(dated).toMatchObject({ title: 'The harbour', published: '2031-03-04' })
    expect(dated.text.html).not.toContain('<pre>')
    const org = await text(
      '#+TITLE: Ferry\n#+AUTHOR: Ana Duarte\n#+AUTHOR: Tom Weber\n* One\n#+begin_example\n#+title: no title\n#+end_example',
      'a.org',
    )
    expect(org).toMatchObject({ title: 'Ferry', authors: ['Ana Duarte', 'Tom Weber'] })
    expect(org.text.text).toContain('#+title: no title')
  })
})

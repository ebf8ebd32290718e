import { readArticle } from '../../support/read-article.ts'
import { describe, expect, it } from 'vitest'
import { chooseArticle, partsOf, partsToTake } from '../../../src/core/import/article-choice.ts'
import { parsePage } from '../../../src/core/import/parse-page.ts'

const sentence = (n: number): string =>
  `Paragraph ${n} tells in a whole sentence what the council has decided.`
const paragraphs = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, n) => `<p>${sentence(from + n)}</p>`).join('')
const documentOf = (body: string) => parsePage(`<!doctype html><html><body>${body}</body></html>`).document

const page = documentOf(
  `<article>${paragraphs(0, 10)}</article><div>${paragraphs(20, 24)}</div><footer><p>${'Our privacy policy and cookies. '.repeat(4)}</p></footer>`,
)

describe('the choice of the article', () => {
  it('is what was found where that has most of a part', () => {
    const found = Array.from({ length: 10 }, (_, n) => sentence(n)).join('\n')
    expect(chooseArticle(partsOf(page), found).part).toBeNull()
    expect(chooseArticle(partsOf(page), found).share).toBeGreaterThan(0.5)
  })

  it('is the part where something else was found', () => {
    expect(chooseArticle(partsOf(page), 'Our privacy policy and cookies. '.repeat(4)).part).toBe(0)
    expect(chooseArticle(partsOf(page), sentence(20)).part).toBe(0)
  })

  it('says how little was taken of a page without parts', () => {
    const plain = documentOf(`<div>${paragraphs(0, 10)}</div>`)
    const { part, share } = chooseArticle(partsOf(plain), sentence(1))
    expect(part).toBeNull()
    expect(share).toBeLessThan(0.2)
  })

  it('offers each part once, with its beginning', () => {
    const nested = documentOf(
      `<main><article>${paragraphs(0, 5)}</article></main><article>${paragraphs(6, 9)}</article>`,
    )
    expect(partsToTake(nested).map(({ beginning }) => beginning.slice(0, 11))).toEqual([
      'Paragraph 0',
      'Paragraph 6',
    ])
  })
})

it('an article whose lead, first and last paragraph have sections of their own is taken whole', async () => {
  const line = (n: number): string =>
    `<p>Paragraph ${n} of the report says what the council decided on the ferry, and who had asked for it before.</p>`
  const html = (aside: string): string =>
    `<html><head><title>Council keeps the ferry</title></head><body><nav><a href="/">Home</a></nav><main><article>
     <header><h1>Council keeps the ferry</h1><p class="lead">A short lead that tells in one sentence what the council decided on it.</p></header>
     <section class="a"><div>${line(1)}</div></section><section class="b"><div>${[2, 3, 4, 5].map(line).join('')}</div></section>
     <section class="c"><div>${line(6)}</div></section>${aside}</article></main><footer><p>All rights reserved.</p></footer></body></html>`
  const read = async (aside: string): Promise<string> =>
    (await readArticle({ bytes: new TextEncoder().encode(html(aside)), fileName: 'a.html' })).text.text
  const text = await read('')
  for (const words of ['A short lead', 'Paragraph 1 of', 'Paragraph 6 of']) expect(text).toContain(words)
})

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

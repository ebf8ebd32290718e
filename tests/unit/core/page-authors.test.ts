import { describe, expect, it } from 'vitest'
import { readArticle } from '../../support/read-article.ts'

const sentence =
  'The council met on the evening of that day and heard both of the sides that had written to it. '
const page = (head: string, body: string): Uint8Array =>
  new TextEncoder().encode(
    `<html><head><title>A council met</title>${head}</head><body><article><h1>A council met</h1>
     <p>${sentence.repeat(5)}</p><p>${sentence.repeat(5)}</p>${body}</article></body></html>`,
  )
const authors = async (head: string, body = ''): Promise<string[]> =>
  (await readArticle({ bytes: page(head, body), fileName: 'a.html' })).authors
const linked = (json: object): string => `<script type="application/ld+json">${JSON.stringify(json)}</script>`
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`

describe('who wrote a page', () => {
  it('is found where JSON-LD describes it elsewhere in the page', async () => {
    const graph = [
      { '@type': 'Article', headline: 'A council met', author: { '@id': '#/person/1' } },
      { '@type': 'Person', '@id': '#/person/1', name: 'Ana Duarte' },
    ]
    expect(await authors(linked({ '@graph': graph }))).toEqual(['Ana Duarte'])
  })

  it('is the fuller of two statements, and a name rather than a sign', async () => {
    const one = linked({ '@type': 'NewsArticle', author: { name: 'Ana Duarte' } })
    expect(await authors(one + meta('author', 'Ana Duarte, Tom Weber'))).toEqual(['Ana Duarte', 'Tom Weber'])
    const sign = linked({ '@type': 'NewsArticle', author: { name: 'ana.duarte' } })
    expect(await authors(sign + meta('author', 'Ana Duarte'))).toEqual(['Ana Duarte'])
    expect(await authors(sign)).toEqual(['ana.duarte'])
    expect(await authors(one + meta('author', 'Tom Weber, Kim Lee'))).toEqual(['Ana Duarte'])
  })

  it.each([
    ['<h5>Autor: </h5>Peter Maahn', ['Peter Maahn']],
    ['<p class="byline">By Anna Berg for The Daily</p>', ['Anna Berg']],
    ['<p class="byline">By O’Neill, Anna</p>', ['Anna O’Neill']],
    ['<p class="byline">Story by Anna Berg; Photos by Karl Lund</p>', ['Anna Berg']],
    ['<p class="byline">Ein Gastbeitrag von Anna Berg</p>', ['Anna Berg']],
    ['<p class="byline">Par Anna Berg, envoyée spéciale à Lorne</p>', ['Anna Berg']],
    ['<p class="byline">Par Anna Berg Publié le 4 mars 2031</p>', ['Anna Berg']],
    ['<p class="byline">a cura di Anna Berg</p>', ['Anna Berg']],
    ['<p class="byline">作者：王小明</p>', ['王小明']],
    ['<p class="byline">بقلم: أحمد علي</p>', ['أحمد علي']],
    ['<p class="byline">Текст: Анна Берг</p>', ['Анна Берг']],
    ['<div><b>Von:</b><br><br>Götz Warnke</div>', ['Götz Warnke']],
    ['<h2>Stars <span>06.11.2031 13:30 von Olga</span></h2>', ['Olga']],
    ['<div>Picture: agency<br>Autor: Rechtsanwalt Sebastian Ein</div>', ['Rechtsanwalt Sebastian Ein']],
    ['<p><b>Autorin: Uta Stern, who leads the office in Tunis.</b></p>', ['Uta Stern']],
    ['<p>Par Matthieu Hy <span>le 07 Mai 2031</span></p>', ['Matthieu Hy']],
    ['<a href="/autoren/Klaus-Jacob">Klaus Jacob</a>', ['Klaus Jacob']],
    ['<div class="author-name">By Staff Writer</div>', ['Staff Writer']],
    ['<p>By Monday they knew.</p>', []],
    ['<div class="comments"><div class="author vcard"><b class="fn">Miriam</b></div></div>', []],
  ])('is read from what is shown: %s', async (body, names) => {
    expect(await authors('', body)).toEqual(names)
  })

  it('is not a company that keeps the page', async () => {
    expect(await authors(meta('author', 'Daily GmbH, Munich, Germany'))).toEqual([])
  })

  it('is said by the label of a shared address', async () => {
    expect(await authors(meta('twitter:label1', 'Written by') + meta('twitter:data1', 'Ana Duarte'))).toEqual(
      ['Ana Duarte'],
    )
  })
})

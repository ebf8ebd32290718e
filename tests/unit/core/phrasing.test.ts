import { describe, expect, it } from 'vitest'
import { numbersIn } from '../../../src/core/claims/numbers.ts'
import { makeTextOfRecord } from '../../../src/core/text/text-of-record.ts'
import { growth } from '../../support/cost.ts'

const textOf = (html: string): string => makeTextOfRecord(html).text

describe('words that a page says by how it sets them', () => {
  it.each([
    ['powers', '5 × 10<sup>6</sup> tons in 2019<sup>3</sup>', '5 × 10⁶ tons in 2019³'],
    ['figures beside a note', '15<sup>2</sup> people died in 2031<sup>4</sup>', '15² people died in 2031⁴'],
    ['a note that is linked', 'in 2031<sup><a href="#fn4">4</a></sup>.', 'in 2031[4].'],
    ['a note within a link', 'in 2031<a href="#fn4"><sup>4</sup></a>.', 'in 2031[4].'],
    ['a note by its class', 'in 2031<sup class="footnote">4</sup>.', 'in 2031[4].'],
    ['a note in brackets already', 'in 2031<sup><a href="#n">[4]</a></sup>.', 'in 2031[4].'],
    ['a note by a sign', 'said<sup>*</sup> so', 'said* so'],
    ['subscripts', 'CO<sub>2</sub> and x<sub>i</sub>', 'CO₂ and xᵢ'],
    [
      'ordinals and abbreviations',
      'the 1<sup>st</sup> of M<sup>me</sup> n<sup>o</sup> 3',
      'the 1st of Mme no 3',
    ],
    ['what Unicode has not', '10<sup>2,5</sup>', '10^(2,5)'],
    [
      'terms',
      'had <button>not</button> approved the <button>transfer</button>',
      'had not approved the transfer',
    ],
    ['what was struck out', '<del>four</del><ins>five</ins> million', 'four five million'],
    [
      'words in part underlined',
      'mon Die<u>u</u>, dit <bdi>Ana</bdi> au <s>vieux</s>',
      'mon Dieu, dit Ana au vieux',
    ],
    ['ruby', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>', '漢字'],
    ['quotations', 'He wrote <q>I was <q>there</q></q>.', 'He wrote “I was ‘there’”.'],
    ['German quotations', '<span lang="de">Er schrieb <q>ja</q>.</span>', 'Er schrieb „ja“.'],
    [
      'TeX',
      'that <span class="MathJax_Preview">E=mc2</span><script type="math/tex">E=mc^2</script>',
      'that E=mc^2',
    ],
  ])('stand in the text: %s', (_what, html, text) => {
    expect(textOf(`<p>${html}</p>`)).toBe(text)
  })

  it('are no part of figures', () => {
    expect(numbersIn(textOf('<p>15<sup>2</sup> people in 20 boats</p>')).map(({ value }) => value)).toEqual([
      15, 20,
    ])
  })

  it('are no buttons beside the text', () => {
    expect(textOf('<p>It is so.</p><div><button>Share</button></div>')).toBe('It is so.')
  })

  it('are written once', () => {
    const { html, text } = makeTextOfRecord(
      '<p>10<sup>6</sup> in 2031<sup><a href="#a">4</a></sup> <q>so</q></p>',
    )
    expect(makeTextOfRecord(html).text).toBe(text)
  })

  it.each([
    ['terms', 'x <button>a</button><sup>2</sup>'],
    ['controls without a sentence', '<button>a</button>'],
    ['quotations', 'a <q>b</q> '],
  ])('take time that grows with the page: %s', (_what, piece) => {
    const read = (n: number): unknown => makeTextOfRecord(piece.repeat(n))
    expect(growth(read, 500, 4_000, 24)).toBeLessThan(24)
  })
})

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
    [
      'a note without a raised figure',
      '15<a class="footnote-anchor" href="#footnote-1">2</a> died',
      '15[2] died',
    ],
    ['a note with a whole address', '15<sup><a href="https://x.org/a#fn2">2</a></sup> died', '15[2] died'],
    ['a note by its role', '15<a role="doc-noteref" href="#x">2</a> died', '15[2] died'],
    ['several notes', '15<sup><a href="#a">12</a>,<a href="#b">13</a></sup> died', '15[12,13] died'],
    ['a note that is pressed', '15<sup><label>2</label></sup> died', '15[2] died'],
    ['a note that is a target', '15<sup><a name="x"></a>2</sup> died', '15[2] died'],
    ['what a style raises', '15<span style="vertical-align: super">2</span> m', '15² m'],
    ['a note beside the line', 'died<span class="sidenote">By 2031.</span> there', 'died [By 2031.] there'],
    ['parts as powers', '10<sup>1/2</sup>, e<sup>−x²</sup>', '10^(1/2), e^(−x²)'],
    ['figures that were struck out', '<s>12</s>14 dead, 14<del>12</del> dead', '12 14 dead, 14 12 dead'],
    ['words that were struck out', '<s>won</s>lost, col<s>o</s>r', 'won lost, color'],
    [
      'controls within other elements',
      'The <span><button>minister</button></span> did <b><button>not</button></b> resign',
      'The minister did not resign',
    ],
    [
      'what can be chosen or changed',
      'paid <select><option>4</option><option selected>5</option></select> of <input value="6"> million',
      'paid 5 of 6 million',
    ],
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

  it('are no figures where they are marks of notes; powers of ten are one figure', () => {
    const values = (text: string): number[] => numbersIn(text).map(({ value }) => value)
    expect(values('15[2] people died in 2031[4,5].')).toEqual([15, 2031])
    expect(values('5 × 10⁶ people, or 10⁻³ of them')).toEqual([5_000_000, 0.001])
    expect(values('−5 °C, and a loss of −$5 million')).toEqual([-5, -5_000_000])
    expect(values('30-40 boats, 2030–2040')).toEqual([30, 40, 2030, 2040])
    expect(values('No one died. One died. They saw one another.')).toEqual([1])
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

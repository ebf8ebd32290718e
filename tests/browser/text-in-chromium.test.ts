import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTextOfRecord } from '../../src/core/text/text-of-record.ts'
import { TextMap } from '../../src/renderer/src/views/reader/text-map.ts'
import { arbitraryHtml } from '../support/arbitrary-html.ts'

/** The article as the reader shows it: parsed by Chromium, in a shadow root. */
function show(html: string): { root: ShadowRoot; article: HTMLElement; remove: () => void } {
  const host = document.createElement('div')
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  const article = new DOMParser().parseFromString(html, 'text/html').querySelector('article')
  if (!article) throw new Error('no article')
  root.replaceChildren(article)
  return { root, article, remove: () => host.remove() }
}

describe('core and Chromium', () => {
  it('read the same text, character for character, from any document', () => {
    fc.assert(
      fc.property(arbitraryHtml, (source) => {
        const { html, text } = makeTextOfRecord(source)
        const { article, remove } = show(html)
        const map = new TextMap(article)
        expect(article.textContent).toBe(text)
        expect(map.length).toBe(text.length)
        remove()
      }),
      { numRuns: 1_000 },
    )
  })

  it('agree on the place of any passage, from offsets to the DOM and back', () => {
    fc.assert(
      fc.property(arbitraryHtml, fc.nat(), fc.nat(), (source, a, b) => {
        const { html, text } = makeTextOfRecord(source)
        fc.pre(text.length > 0)
        const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        fc.pre(start < end)
        const { article, remove } = show(html)
        const map = new TextMap(article)
        const range = map.liveRange(start, end)
        // Range.toString() is the DOM's own account of the text between two points.
        expect(range.toString()).toBe(text.slice(start, end))
        expect(map.offset(range.startContainer, range.startOffset)).toBe(start)
        expect(map.offset(range.endContainer, range.endOffset)).toBe(end)
        remove()
      }),
      { numRuns: 1_000 },
    )
  })

  it('places points between elements as Chromium does', () => {
    const { article, remove } = show(
      makeTextOfRecord('<p>one <b>two</b> three</p><p>four</p><ul><li>five</ul>').html,
    )
    const map = new TextMap(article)
    const points: [Node, number][] = [[article, 0]]
    for (const element of article.querySelectorAll('*')) {
      for (let at = 0; at <= element.childNodes.length; at += 1) points.push([element, at])
    }
    for (const [container, offset] of points) {
      const before = document.createRange()
      before.setStart(article, 0)
      before.setEnd(container, offset)
      expect(map.offset(container, offset)).toBe(before.toString().length)
    }
    remove()
  })

  it('refuses places outside the text', () => {
    const { article, remove } = show(makeTextOfRecord('<p>short</p>').html)
    const map = new TextMap(article)
    expect(() => map.range(0, 99)).toThrow(RangeError)
    expect(() => map.range(-1, 2)).toThrow(RangeError)
    remove()
  })
})

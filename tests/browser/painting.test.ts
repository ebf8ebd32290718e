import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { makeTextOfRecord } from '../../src/core/text/text-of-record.ts'
import { createHighlightPainter } from '../../src/renderer/src/views/reader/highlight-painter.ts'
import { overlaps, passagesAt } from '../../src/renderer/src/views/reader/passage.ts'
import { selectedPassage } from '../../src/renderer/src/views/reader/selection.ts'
import { TextMap } from '../../src/renderer/src/views/reader/text-map.ts'

function article(source: string): { root: ShadowRoot; map: TextMap; text: string; element: HTMLElement } {
  const host = document.createElement('div')
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  const { html, text } = makeTextOfRecord(source)
  const element =
    new DOMParser().parseFromString(html, 'text/html').querySelector('article') ??
    document.createElement('article')
  root.replaceChildren(element)
  return { root, map: new TextMap(element), text, element }
}
afterEach(() => document.body.replaceChildren())

const painted = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => {
    const live = document.createRange()
    live.setStart(range.startContainer, range.startOffset)
    live.setEnd(range.endContainer, range.endOffset)
    return live.toString()
  })

describe('the painter', () => {
  it('registers each passage under its style, marks overlaps, and adds no element', () => {
    const { map, element, text } = article('<p>One two <b>three four</b> five.</p><p>Six seven.</p>')
    const before = element.innerHTML
    const painter = createHighlightPainter(map)
    const at = (words: string): { start: number; end: number } => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    })
    painter.paint([
      { id: 'a', style: 'yellow', ...at('two three') },
      { id: 'b', style: 'red', ...at('three four five.\nSix') },
    ])
    painter.emphasise(at('Six'), [])
    expect(painted('ascribe-yellow')).toEqual(['two three'])
    expect(painted('ascribe-red')).toEqual(['three four five.\nSix'])
    expect(painted('ascribe-overlap')).toEqual(['three'])
    expect(painted('ascribe-active')).toEqual(['Six'])
    expect(element.innerHTML).toBe(before)
    painter.clear()
    expect(CSS.highlights.size).toBe(0)
  })

  it('passes over a highlight that lies outside the text', () => {
    const { map } = article('<p>Short.</p>')
    createHighlightPainter(map).paint([{ id: 'a', style: 'blue', start: 3, end: 999 }])
    expect(painted('ascribe-blue')).toEqual([])
  })
})

describe('overlaps', () => {
  it('are exactly the places that more than one passage covers', () => {
    const passage = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 8 }), (passages) => {
        const found = overlaps(passages)
        for (let at = 0; at < 90; at += 1) {
          const covered = passages.filter(({ start, end }) => start <= at && at < end).length
          expect(found.filter(({ start, end }) => start <= at && at < end).length).toBe(covered > 1 ? 1 : 0)
          expect(passagesAt(passages, at)).toHaveLength(covered)
        }
      }),
    )
  })
})

describe('the selection', () => {
  it('is read in offsets, across elements, without white space at its ends', () => {
    const { root, map, text, element } = article('<p>One <i>two</i> three</p><p>four 👩‍👩‍👧 five</p>')
    const selection = document.getSelection()
    const paragraphs = element.querySelectorAll('p')
    selection?.setBaseAndExtent(paragraphs[0]?.firstChild ?? element, 3, paragraphs[1] ?? element, 0)
    expect(selectedPassage(root, map, text)).toEqual({ start: 4, end: 13 })
    // Dragged backwards, over emoji.
    const last = paragraphs[1]?.firstChild ?? element
    selection?.setBaseAndExtent(last, 13, paragraphs[0]?.firstChild ?? element, 0)
    const passage = selectedPassage(root, map, text)
    expect(passage && text.slice(passage.start, passage.end)).toBe('One two three\nfour 👩‍👩‍👧')
    selection?.removeAllRanges()
    expect(selectedPassage(root, map, text)).toBeNull()
  })

  it('of white space, or outside the article, is none', () => {
    const { root, map, text, element } = article('<p>One</p><p>two</p>')
    document.getSelection()?.setBaseAndExtent(element, 1, element, 2)
    expect(selectedPassage(root, map, text)).toBeNull()
    const outside = document.createElement('p')
    outside.textContent = 'not the article'
    document.body.append(outside)
    document.getSelection()?.selectAllChildren(outside)
    expect(selectedPassage(root, map, text)).toBeNull()
  })
})

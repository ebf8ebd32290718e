import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { makeTextOfRecord } from '../../src/core/text/text-of-record.ts'
import { nothing, createHighlightPainter } from '../../src/renderer/src/views/reader/highlight-painter.ts'
import { buildArticle, sectionsOf } from '../../src/renderer/src/views/reader/article-dom.ts'
import { overlaps } from '../../src/renderer/src/views/reader/passage.ts'
import { PassageIndex } from '../../src/renderer/src/views/reader/passage-index.ts'
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
    painter.look({ start: 0, end: text.length })
    painter.paint(
      new PassageIndex([
        { id: 'a', paint: 'yellow', ...at('two three') },
        { id: 'b', paint: 'red', ...at('three four five.\nSix') },
      ]),
    )
    painter.emphasise({
      ...nothing,
      active: at('Six'),
      hovered: [],
      found: [at('One')],
      current: null,
    })
    expect(painted('ascribe-yellow')).toEqual(['two three'])
    expect(painted('ascribe-red')).toEqual(['three four five.\nSix'])
    expect(painted('ascribe-overlap')).toEqual(['three'])
    expect(painted('ascribe-active')).toEqual(['Six'])
    expect(painted('ascribe-found')).toEqual(['One'])
    expect(element.innerHTML).toBe(before)
    painter.clear()
    expect([...CSS.highlights.values()].every(({ size }) => size === 0)).toBe(true)
  })

  it('registers only what is near the screen, and what comes near', () => {
    const { map, text } = article('<p>One two three.</p><p>Four five six.</p>')
    const painter = createHighlightPainter(map)
    painter.paint(
      new PassageIndex([
        { id: 'a', paint: 'blue', start: 0, end: 3 },
        { id: 'b', paint: 'blue', start: text.indexOf('five'), end: text.indexOf('five') + 4 },
      ]),
    )
    expect(painted('ascribe-blue')).toEqual([])
    painter.look({ start: 0, end: 14 })
    expect(painted('ascribe-blue')).toEqual(['One'])
    painter.look({ start: 14, end: text.length })
    expect(painted('ascribe-blue')).toEqual(['five'])
    painter.clear()
  })

  it('shares the colours with an article beside it', () => {
    const [left, right] = [article('<p>Left.</p>'), article('<p>Right.</p>')]
    const painters = [left, right].map(({ map, text }) => {
      const painter = createHighlightPainter(map)
      painter.look({ start: 0, end: text.length })
      painter.paint(new PassageIndex([{ id: 'a', paint: 'green', start: 0, end: 4 }]))
      return painter
    })
    expect(painted('ascribe-green')).toEqual(['Left', 'Righ'])
    painters[0]?.clear()
    expect(painted('ascribe-green')).toEqual(['Righ'])
    painters[1]?.clear()
  })

  it('passes over a highlight that lies outside the text', () => {
    const { map } = article('<p>Short.</p>')
    const painter = createHighlightPainter(map)
    painter.look({ start: 0, end: 999 })
    painter.paint(new PassageIndex([{ id: 'a', paint: 'blue', start: 3, end: 999 }]))
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
        const index = new PassageIndex(passages)
        for (let at = 0; at < 90; at += 1) {
          const covered = passages.filter(({ start, end }) => start <= at && at < end).length
          expect(found.filter(({ start, end }) => start <= at && at < end).length).toBe(covered > 1 ? 1 : 0)
          expect(index.at(at)).toHaveLength(covered)
        }
      }),
    )
  })
})

describe('a long article', () => {
  it('is parted into sections, and its text stays the same', () => {
    const { html, text } = makeTextOfRecord(
      Array.from({ length: 700 }, (_, n) => `<p>Paragraph <b>${n}</b>.</p>`).join(''),
    )
    const element = buildArticle(html)
    expect(element.textContent).toBe(text)
    expect(sectionsOf(element).length).toBeGreaterThan(5)
    expect(
      sectionsOf(element)
        .map((section) => section.textContent)
        .join(''),
    ).toBe(text)
    const map = new TextMap(element)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(200), (start, length) => {
        const end = Math.min(text.length, start + length + 1)
        const range = map.liveRange(start, end)
        expect(range.toString()).toBe(text.slice(start, end))
        expect(map.offset(range.startContainer, range.startOffset)).toBe(start)
        expect(map.offset(range.endContainer, range.endOffset)).toBe(end)
      }),
    )
    const { html: short } = makeTextOfRecord('<p>One</p><p>Two</p>')
    expect(sectionsOf(buildArticle(short))).toHaveLength(1)
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

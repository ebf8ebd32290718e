import { makeTextOfRecord } from '../../src/core/text/text-of-record.ts'
import { createHighlightPainter } from '../../src/renderer/src/views/reader/highlight-painter.ts'
import type { Painted } from '../../src/renderer/src/views/reader/passage.ts'
import { PassageIndex } from '../../src/renderer/src/views/reader/passage-index.ts'
import { TextMap } from '../../src/renderer/src/views/reader/text-map.ts'

const words =
  'the envoys said that talks on Lorne had been held in secret and would go on until spring'.split(' ')

/** How long a passage is, in code units. */
const passage = 20

/** An article of that many characters, and passages spread over it. */
function makeArticle(characters: number, count: number): { html: string; passages: Painted[] } {
  const paragraphs: string[] = []
  for (let length = 0, n = 0; length < characters; n += 1) {
    const text = Array.from({ length: 18 }, (_, at) => words[(n * 7 + at * 5) % words.length]).join(' ')
    paragraphs.push(`<p>${text}</p>`)
    length += text.length + 1
  }
  const { html, text } = makeTextOfRecord(paragraphs.join(''))
  const styles = ['yellow', 'blue', 'green', 'red'] as const
  const passages = Array.from({ length: count }, (_, n) => {
    const even = Math.floor((n * (text.length - 60)) / count)
    // Within one paragraph, and none in another: what one element can mark.
    const lineEnd = text.slice(even, even + passage).indexOf('\n')
    const start = even + lineEnd + 1
    return { id: String(n), paint: styles[n % 4] ?? 'yellow', start, end: start + passage - lineEnd - 1 }
  })
  return { html, passages }
}

/** Until the next frame has been painted. */
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

function attach(html: string): { host: HTMLElement; article: HTMLElement } {
  const host = document.createElement('div')
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  const article =
    new DOMParser().parseFromString(html, 'text/html').querySelector('article') ??
    document.createElement('article')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('mark, ::highlight(ascribe-yellow) { background: #fde9a9 }')
  root.adoptedStyleSheets = [sheet]
  root.replaceChildren(article)
  return { host, article }
}

/** The quickest way known here: every text node is cut once, and put back with its marks in one piece. */
function wrapInMarks(article: HTMLElement, passages: readonly Painted[]): void {
  const nodes: Text[] = []
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text)
  let at = 0
  let next = 0
  for (const node of nodes) {
    const pieces = document.createDocumentFragment()
    let done = 0
    for (
      let passage = passages[next];
      passage && passage.end <= at + node.length;
      passage = passages[(next += 1)]
    ) {
      pieces.append(node.data.slice(done, passage.start - at))
      const mark = document.createElement('mark')
      mark.append(node.data.slice(passage.start - at, passage.end - at))
      pieces.append(mark)
      done = passage.end - at
    }
    at += node.length
    if (done === 0) continue
    pieces.append(node.data.slice(done))
    node.replaceWith(pieces)
  }
}

/** From the stored text to the painted article, in milliseconds. */
export async function openArticle(
  way: 'highlights' | 'marks' | 'plain',
  characters: number,
  count: number,
): Promise<number> {
  const { html, passages } = makeArticle(characters, count)
  await painted()
  const before = performance.now()
  const { host, article } = attach(html)
  const painter = way === 'highlights' ? createHighlightPainter(new TextMap(article)) : null
  if (painter) {
    painter.look({ start: 0, end: characters })
    painter.paint(new PassageIndex(passages))
  }
  if (way === 'marks') wrapInMarks(article, passages)
  article.getBoundingClientRect()
  await painted()
  const taken = performance.now() - before
  painter?.clear()
  host.remove()
  await painted()
  return taken
}

Object.assign(window, { openArticle })

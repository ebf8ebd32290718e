import type { Passage } from '../../src/renderer/src/views/reader/passage.ts'

/** The quickest way known here: every text node is cut once, and put back with its marks in one piece. */
export function wrapInMarks(article: HTMLElement, passages: readonly Passage[]): void {
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

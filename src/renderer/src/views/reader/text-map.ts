/**
 * The text nodes of a text of record and where each begins, in UTF-16 code units. Made once for an article; offsets are
 * found by bisection.
 */
export class TextMap {
  readonly #nodes: Text[] = []
  readonly #starts: number[] = []
  /** Made when it is first asked for: an article is shown without it. */
  #indexOf: Map<Node, number> | undefined
  readonly length: number

  constructor(root: Node) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let at = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // The walker shows nothing else.
      if (!(node instanceof Text)) continue
      this.#nodes.push(node)
      this.#starts.push(at)
      at += node.length
    }
    this.length = at
  }

  /** The range of a passage. @throws RangeError if it is outside the text */
  range(start: number, end: number): StaticRange {
    const from = this.#locate(start, 'start')
    const to = this.#locate(end, 'end')
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }

  /** The same as a live range, for measuring and scrolling. */
  liveRange(start: number, end: number): Range {
    const { startContainer, startOffset, endContainer, endOffset } = this.range(start, end)
    const range = document.createRange()
    range.setStart(startContainer, startOffset)
    range.setEnd(endContainer, endOffset)
    return range
  }

  /** The offset in the text of a boundary point of the DOM, in a text node or between elements. */
  offset(container: Node, offset: number): number {
    if (container.nodeType === Node.TEXT_NODE) {
      this.#indexOf ??= new Map(this.#nodes.map((node, at) => [node, at]))
      const index = this.#indexOf.get(container)
      if (index !== undefined) return (this.#starts[index] ?? 0) + offset
    }
    const point = document.createRange()
    point.setStart(container, offset)
    let low = 0
    let high = this.#nodes.length
    while (low < high) {
      const middle = (low + high) >> 1
      const node = this.#nodes[middle]
      if (node && point.comparePoint(node, 0) < 0) low = middle + 1
      else high = middle
    }
    return this.#starts[low] ?? this.length
  }

  /** At a border between two nodes a start belongs to the later one, an end to the earlier. */
  #locate(offset: number, edge: 'start' | 'end'): { node: Text; offset: number } {
    if (offset < 0 || offset > this.length)
      throw new RangeError(`${offset} is not in a text of ${this.length} code units`)
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const start = this.#starts[middle] ?? 0
      if (edge === 'start' ? start <= offset : start < offset) low = middle
      else high = middle - 1
    }
    const node = this.#nodes[low]
    if (!node) throw new RangeError('the text is empty')
    return { node, offset: offset - (this.#starts[low] ?? 0) }
  }
}

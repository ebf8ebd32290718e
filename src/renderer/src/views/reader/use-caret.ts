import { ref, type Ref } from 'vue'
import { caretMove, selectedRange } from './selection.ts'
import type { TextMap } from './text-map.ts'

/** How far from the borders of the view the moving caret stays, in pixels. */
const margin = 48

export interface Caret {
  /** Where the caret is drawn, in pixels from the host; null when it is not shown. */
  box: Ref<{ x: number; y: number; height: number } | null>
  /** Draws the caret where it is now. */
  show: () => void
  hide: () => void
  /** Moves the caret or the selection by a key, if it is one for that. */
  move: (event: KeyboardEvent) => void
  /** The point of the selection that moves. */
  point: () => { node: Node; offset: number } | null
}

/** Moving through the text with the keyboard: Chromium shows no caret in text that cannot be edited. */
export function useCaret(
  host: () => HTMLElement | null,
  root: () => ShadowRoot | undefined,
  map: () => TextMap | undefined,
): Caret {
  const box = ref<{ x: number; y: number; height: number } | null>(null)

  function point(): { node: Node; offset: number } | null {
    const here = root()
    const range = here && selectedRange(here)
    if (!range) return null
    return document.getSelection()?.direction === 'backward'
      ? { node: range.startContainer, offset: range.startOffset }
      : { node: range.endContainer, offset: range.endOffset }
  }

  function caretBox(): DOMRect | undefined {
    const at = point()
    if (!at) return undefined
    const live = document.createRange()
    live.setStart(at.node, at.offset)
    live.collapse(true)
    return live.getClientRects()[0]
  }

  function show(): void {
    const here = root()
    const isHere = here?.activeElement?.tagName === 'ARTICLE' && selectedRange(here)?.collapsed === true
    const rect = isHere ? caretBox() : undefined
    const frame = host()?.getBoundingClientRect()
    box.value =
      rect && frame ? { x: rect.left - frame.left, y: rect.top - frame.top, height: rect.height } : null
  }

  /** The browser's own “document boundary” is that of the page around the article. */
  function moveToEdge(selection: Selection, direction: 'forward' | 'backward', extend: boolean): void {
    const here = root()
    const all = map()
    if (!here || !all) return
    const edge = all.liveRange(0, all.length)
    const [node, offset] =
      direction === 'forward' ? [edge.endContainer, edge.endOffset] : [edge.startContainer, edge.startOffset]
    const old = extend ? selectedRange(here) : null
    const isBackward = selection.direction === 'backward'
    const anchor =
      old &&
      (isBackward
        ? ([old.endContainer, old.endOffset] as const)
        : ([old.startContainer, old.startOffset] as const))
    selection.setBaseAndExtent(anchor?.[0] ?? node, anchor?.[1] ?? offset, node, offset)
  }

  function move(event: KeyboardEvent): void {
    const step = caretMove(event)
    const selection = document.getSelection()
    const here = root()
    const all = map()
    if (!step || !selection || !here || !all || all.length === 0) return
    event.preventDefault()
    if (!selectedRange(here)) {
      const { startContainer, startOffset } = all.liveRange(0, 1)
      selection.setBaseAndExtent(startContainer, startOffset, startContainer, startOffset)
    }
    if (step.unit === 'textboundary') moveToEdge(selection, step.direction, event.shiftKey)
    else selection.modify(event.shiftKey ? 'extend' : 'move', step.direction, step.unit)
    keepInView()
  }

  function keepInView(): void {
    const rect = caretBox()
    const view = host()?.closest('.scroll')
    const frame = view?.getBoundingClientRect()
    if (!rect || !view || !frame) return
    if (rect.top < frame.top + margin) view.scrollBy({ top: rect.top - frame.top - margin })
    else if (rect.bottom > frame.bottom - margin) view.scrollBy({ top: rect.bottom - frame.bottom + margin })
  }

  return { box, show, hide: () => (box.value = null), move, point }
}

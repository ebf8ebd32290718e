import type { Passage } from './passage.ts'
import type { TextMap } from './text-map.ts'

/** The user's selection, as far as it lies in a shadow root. */
export function selectedRange(root: ShadowRoot): StaticRange | null {
  const [range] = document.getSelection()?.getComposedRanges({ shadowRoots: [root] }) ?? []
  return range && root.contains(range.startContainer) && root.contains(range.endContainer) ? range : null
}

/**
 * The selected passage, without the white space and line ends at its borders; null when nothing is selected.
 * @param text the text of record that the map stands for
 */
export function selectedPassage(root: ShadowRoot, map: TextMap, text: string): Passage | null {
  const range = selectedRange(root)
  if (!range) return null
  let start = map.offset(range.startContainer, range.startOffset)
  let end = map.offset(range.endContainer, range.endOffset)
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return start < end ? { start, end } : null
}

type Unit = 'character' | 'word' | 'line' | 'lineboundary' | 'sentence' | 'paragraph'
type Move =
  | { direction: 'left' | 'right' | 'forward' | 'backward'; unit: Unit }
  /** To the beginning or the end of the article. */
  | { direction: 'forward' | 'backward'; unit: 'textboundary' }

/** How a key moves the caret: in which direction and by what. */
export function caretMove(event: KeyboardEvent): Move | null {
  const byMore = event.ctrlKey || event.metaKey || event.altKey
  switch (event.key) {
    case 'ArrowLeft':
      return { direction: 'left', unit: byMore ? 'word' : 'character' }
    case 'ArrowRight':
      return { direction: 'right', unit: byMore ? 'word' : 'character' }
    case 'ArrowUp':
      return { direction: 'backward', unit: byMore ? 'paragraph' : 'line' }
    case 'ArrowDown':
      return { direction: 'forward', unit: byMore ? 'paragraph' : 'line' }
    case 'Home':
      return { direction: 'backward', unit: event.ctrlKey ? 'textboundary' : 'lineboundary' }
    case 'End':
      return { direction: 'forward', unit: event.ctrlKey ? 'textboundary' : 'lineboundary' }
    default:
      return null
  }
}

import { highlightStyles } from '../../../../core/records/annotation.ts'
import { overlaps, type Painted, type Passage } from './passage.ts'
import type { TextMap } from './text-map.ts'

/** Puts passages on the screen; another way to paint is another of these. */
export interface Painter {
  /** Shows these passages instead of those before. */
  paint: (passages: readonly Painted[]) => void
  /** Marks the passage that is chosen, and what was found, apart from all others. */
  emphasise: (active: Passage | null, found: readonly Passage[]) => void
  clear: () => void
}

const styleName = (style: string): string => `ascribe-${style}`
const overlapName = 'ascribe-overlap'
const activeName = 'ascribe-active'
const foundName = 'ascribe-found'

/** Paints with the CSS Custom Highlight API: one registered highlight per style, no element is added to the text. */
export function createHighlightPainter(map: TextMap): Painter {
  const register = (name: string, passages: readonly Passage[], priority: number): void => {
    const highlight = new Highlight()
    highlight.priority = priority
    for (const { start, end } of passages) highlight.add(map.range(start, end))
    CSS.highlights.set(name, highlight)
  }
  return {
    paint(passages) {
      const placed = passages.filter(({ start, end }) => start < end && end <= map.length)
      const byStyle = Map.groupBy(placed, ({ style }) => style)
      for (const style of highlightStyles) register(styleName(style), byStyle.get(style) ?? [], 0)
      register(overlapName, overlaps(placed), 1)
    },
    emphasise(active, found) {
      register(activeName, active ? [active] : [], 3)
      register(foundName, found, 2)
    },
    clear() {
      for (const name of [...highlightStyles.map(styleName), overlapName, activeName, foundName])
        CSS.highlights.delete(name)
    },
  }
}

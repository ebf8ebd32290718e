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
  const styles = new Map(highlightStyles.map((style) => [style as string, new Highlight()]))
  /** What is on the screen, by id: only what differs is taken away or added. */
  let shown = new Map<string, Painted & { range: StaticRange }>()
  const register = (name: string, passages: readonly Passage[], priority: number): void => {
    const highlight = new Highlight(...passages.map(({ start, end }) => map.range(start, end)))
    highlight.priority = priority
    CSS.highlights.set(name, highlight)
  }
  for (const [style, highlight] of styles) CSS.highlights.set(styleName(style), highlight)
  return {
    paint(passages) {
      const placed = passages.filter(({ start, end }) => start < end && end <= map.length)
      const next = new Map<string, Painted & { range: StaticRange }>()
      for (const passage of placed) {
        const old = shown.get(passage.id)
        const isSame = old?.start === passage.start && old.end === passage.end && old.style === passage.style
        if (isSame) next.set(passage.id, old)
        else {
          const range = map.range(passage.start, passage.end)
          styles.get(passage.style)?.add(range)
          next.set(passage.id, { ...passage, range })
        }
      }
      for (const old of shown.values()) if (next.get(old.id) !== old) styles.get(old.style)?.delete(old.range)
      shown = next
      register(overlapName, overlaps(placed), 1)
    },
    emphasise(active, found) {
      register(activeName, active ? [active] : [], 3)
      register(foundName, found, 2)
    },
    clear() {
      for (const name of [...highlightStyles.map(styleName), overlapName, activeName, foundName])
        CSS.highlights.delete(name)
      shown = new Map()
    },
  }
}

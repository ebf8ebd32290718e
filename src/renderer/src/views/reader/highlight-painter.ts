import { overlaps, paints, type Painted, type Passage } from './passage.ts'
import { PassageIndex } from './passage-index.ts'
import type { TextMap } from './text-map.ts'

/** What is set apart from all other passages. */
export interface Emphasis {
  active: Passage | null
  hovered: readonly Passage[]
  found: readonly Passage[]
  /** The match that is looked at. */
  current: Passage | null
  /** Statements that are open. */
  said: readonly Passage[]
  /** Of the one that is decided about: what is said, the words that say so, and who says it. */
  now: readonly Passage[]
  cue: readonly Passage[]
  source: readonly Passage[]
}

/** Puts passages on the screen; another way to paint is another of these. */
export interface Painter {
  /** Shows these passages instead of those before. */
  paint: (passages: PassageIndex<Painted>) => void
  /** Says which stretch of the text is on the screen or near it; only that is painted. */
  look: (stretch: Passage) => void
  emphasise: (emphasis: Emphasis) => void
  /** Shows one more passage, which is not among the others yet; null takes it away. */
  ahead: (passage: Painted | null) => void
  clear: () => void
}

/** Where nothing is set apart. */
export const nothing: Emphasis = {
  active: null,
  hovered: [],
  found: [],
  current: null,
  said: [],
  now: [],
  cue: [],
  source: [],
}

type Layer = 'said' | 'overlap' | 'now' | 'cue' | 'source' | 'hovered' | 'found' | 'current' | 'active'
const layers: readonly Layer[] = [
  'said',
  'overlap',
  'now',
  'cue',
  'source',
  'hovered',
  'found',
  'current',
  'active',
]

/** Highlights are registered for the whole document: articles side by side share them. */
function registered(name: string, priority: number): Highlight {
  const there = CSS.highlights.get(`ascribe-${name}`)
  if (there) return there
  const highlight = new Highlight()
  highlight.priority = priority
  CSS.highlights.set(`ascribe-${name}`, highlight)
  return highlight
}

/**
 * Paints with the CSS Custom Highlight API: one registered highlight for each paint, no element is added to the text. What is
 * far from the screen is not registered: each further range makes every repaint dearer.
 */
export function createHighlightPainter(map: TextMap): Painter {
  const colours = new Map(paints.map((paint) => [paint, registered(paint, 0)]))
  const over = new Map(layers.map((layer, at) => [layer, registered(layer, at + 1)]))
  let passages = new PassageIndex<Painted>([])
  let ahead: Painted | null = null
  let stretch: Passage = { start: 0, end: 0 }
  let emphasis: Emphasis = nothing
  /** What is registered, by id: only what differs is taken away or added. */
  let shown = new Map<string, Painted & { range: StaticRange }>()
  const layered = new Map<Layer, { passages: readonly Passage[]; ranges: StaticRange[] }>()

  const fits = ({ start, end }: Passage): boolean => start < end && end <= map.length
  const isNear = ({ start, end }: Passage): boolean => start < stretch.end && end > stretch.start

  function setLayer(layer: Layer, next: readonly Passage[]): void {
    const old = layered.get(layer)
    if (old && samePlaces(old.passages, next)) return
    const highlight = over.get(layer)
    for (const range of old?.ranges ?? []) highlight?.delete(range)
    const ranges = next.map(({ start, end }) => map.range(start, end))
    for (const range of ranges) highlight?.add(range)
    layered.set(layer, { passages: next, ranges })
  }

  function showPassages(): void {
    const known = passages.within(stretch.start, stretch.end)
    const extra =
      ahead && !known.some(({ start, end }) => start === ahead?.start && end === ahead.end) ? [ahead] : []
    const near = [...known, ...extra].filter(fits)
    const next = new Map<string, Painted & { range: StaticRange }>()
    for (const passage of near) {
      const old = shown.get(passage.id)
      if (old && samePlaces([old], [passage]) && old.paint === passage.paint) next.set(passage.id, old)
      else {
        const range = map.range(passage.start, passage.end)
        colours.get(passage.paint)?.add(range)
        next.set(passage.id, { ...passage, range })
      }
    }
    for (const old of shown.values()) if (next.get(old.id) !== old) colours.get(old.paint)?.delete(old.range)
    shown = next
    setLayer('overlap', overlaps(near))
  }

  function showEmphasis(): void {
    const near = (all: readonly Passage[]): Passage[] => all.filter((one) => fits(one) && isNear(one))
    for (const layer of ['said', 'now', 'cue', 'source', 'hovered', 'found'] as const)
      setLayer(layer, near(emphasis[layer]))
    setLayer('current', near(emphasis.current ? [emphasis.current] : []))
    setLayer('active', near(emphasis.active ? [emphasis.active] : []))
  }

  return {
    paint(next) {
      passages = next
      showPassages()
    },
    look(next) {
      if (samePlaces([stretch], [next])) return
      stretch = next
      showPassages()
      showEmphasis()
    },
    emphasise(next) {
      emphasis = next
      showEmphasis()
    },
    ahead(passage) {
      ahead = passage
      showPassages()
    },
    clear() {
      for (const { paint, range } of shown.values()) colours.get(paint)?.delete(range)
      shown = new Map()
      for (const layer of layers) setLayer(layer, [])
    },
  }
}

const samePlaces = (a: readonly Passage[], b: readonly Passage[]): boolean =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at].end)

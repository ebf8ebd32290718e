import { useLocalStorage } from '@vueuse/core'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { ArticleTextApi } from './article-text.ts'
import type { Passage } from './passage.ts'

/** What of a passage is drawn on the pages, by how it looks. */
export type PageMarks = Record<'active' | 'now' | 'source' | 'found' | 'selected', readonly Passage[]>

export interface Pages {
  /** What is shown of a document with pages. */
  view: Ref<'text' | 'both' | 'pages'>
  /** The next way to show it. */
  turn: () => void
  marks: ComputedRef<PageMarks>
  /** What is to be in view. */
  at: Ref<number | null>
  /** The text beside the pages was scrolled to a place. */
  follow: (offset: number) => void
  /** Selects what was dragged over on a page, in the text. */
  select: (passage: Passage, rect: DOMRect) => void
  /** Where a selection is in the window: on the page, if it was made there. */
  placeOf: (passage: Passage | null, rect: DOMRect | null) => DOMRect | null
}

/** What the pages of a document show, whose text is beside them or behind them. */
export function usePages(shown: {
  has: () => boolean
  text: () => ArticleTextApi | null
  active: () => Passage | null
  statement: () => { now: readonly Passage[]; source: readonly Passage[] } | null
  found: () => readonly Passage[]
  current: () => Passage | null
  selection: () => Passage | null
}): Pages {
  // Whoever reads one document by its pages reads the next one so.
  const view = useLocalStorage<'text' | 'both' | 'pages'>('ascribe.pages', 'text')
  const next = { text: 'both', both: 'pages', pages: 'text' } as const
  let made: { passage: Passage; rect: DOMRect } | null = null
  /** What was gone to last: what was found, a statement, a highlight, or where the text was scrolled to. */
  const at = ref<number | null>(null)
  watch(
    () => (shown.current() ?? shown.statement()?.now[0] ?? shown.active())?.start,
    (start) => {
      if (start !== undefined) at.value = start
    },
    { immediate: true },
  )
  const one = (passage: Passage | null): Passage[] => (passage ? [passage] : [])
  return {
    view,
    turn: () => {
      if (shown.has()) view.value = next[view.value]
    },
    marks: computed(() => ({
      active: one(shown.active()),
      now: shown.statement()?.now ?? [],
      source: shown.statement()?.source ?? [],
      found: shown.found(),
      selected: one(shown.selection()),
    })),
    at,
    follow: (offset) => {
      if (view.value === 'both') at.value = offset
    },
    select: (passage, rect) => {
      made = { passage, rect }
      shown.text()?.select(passage)
      if (view.value === 'both') shown.text()?.scrollTo(passage)
    },
    placeOf: (passage, rect) => {
      // Without a selection the next one may be made in the text. The text takes spaces off the ends of one.
      if (passage === null) made = null
      const isMadeThere =
        passage !== null &&
        made !== null &&
        passage.start < made.passage.end &&
        passage.end > made.passage.start
      return isMadeThere && made ? made.rect : rect
    },
  }
}
